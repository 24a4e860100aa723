"""The pack for a language that is not known: marks, digits and signs, no words."""

from watchdesk.text.languages.language import Language

NEUTRAL = Language(code="", name="unknown")
