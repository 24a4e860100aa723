"""What is known of each language, as data: one file a language, one entry here.

A code comes in ("hy", "fr-CA"), a `Language` goes out; for an unknown one the neutral pack, which
knows marks and digits but no words. To add a language see `docs/add-a-language.md`.
"""

from watchdesk.text.languages.en import EN
from watchdesk.text.languages.language import Cue, Frames, Gender, Language, Numbers
from watchdesk.text.languages.neutral import NEUTRAL
from watchdesk.text.spans import words

LANGUAGES: dict[str, Language] = {one.code: one for one in (EN,)}

_SAMPLE = 1500


def language(code: str | None) -> Language:
    """The pack of a code as RFC 5646 writes it, in any case; only its first part counts."""
    first = (code or "").lower().replace("_", "-").partition("-")[0]
    return LANGUAGES.get(first, NEUTRAL)


def guess(text: str) -> Language:
    """The pack whose common words meet the beginning of `text` most; neutral where none does."""
    found = [word.low for word in words(text, 0, min(len(text), _SAMPLE))]
    counts = {code: sum(map(one.common.__contains__, found)) for code, one in LANGUAGES.items()}
    best = max(counts, key=lambda code: counts[code])
    return LANGUAGES[best] if counts[best] > 1 else NEUTRAL


__all__ = [
    "LANGUAGES",
    "NEUTRAL",
    "Cue",
    "Frames",
    "Gender",
    "Language",
    "Numbers",
    "guess",
    "language",
]
