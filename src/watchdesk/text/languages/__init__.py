"""What is known of each language, as data: one file a language, one entry here.

A code comes in ("hy", "fr-CA"), a `Language` goes out; for an unknown one the neutral pack, which
knows marks and digits but no words. To add a language see `docs/add-a-language.md`.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module

from watchdesk.text.languages.language import Cue, Frames, Gender, Language, Numbers
from watchdesk.text.languages.neutral import NEUTRAL
from watchdesk.text.spans import words

CODES = ("ar", "az", "cs", "de", "en", "es", "fr", "hy", "ru", "tr")


class _Packs(Mapping[str, Language]):
    """The packs by code. Each is imported when it is asked for: one is enough for most texts."""

    def __getitem__(self, code: str) -> Language:
        if code not in CODES:
            raise KeyError(code)
        return _pack(code)

    def __iter__(self) -> Iterator[str]:
        return iter(CODES)

    def __len__(self) -> int:
        return len(CODES)


@cache
def _pack(code: str) -> Language:
    """The value that a pack's file holds under its code in capitals."""
    pack: Language = getattr(import_module(f"{__name__}.{code}"), code.upper())
    return pack


LANGUAGES: Mapping[str, Language] = _Packs()

_SAMPLE = 1500
_FEW = 20
_LETTER = re.compile(r"[^\W\d_]")
# Scripts that one pack alone reads, by their first and last letter.
_SCRIPTS = (("Ա", "և", "hy"), ("Ѐ", "ӿ", "ru"), ("ء", "ي", "ar"))


def language(code: str | None) -> Language:
    """The pack of a code as RFC 5646 writes it, in any case; only its first part counts."""
    first = (code or "").lower().replace("_", "-").partition("-")[0]
    return LANGUAGES.get(first, NEUTRAL)


def guess(text: str) -> Language:
    """The pack that the beginning of `text` points to, by its script, then by common words."""
    sample = text[:_SAMPLE]
    letters = Counter(_LETTER.findall(sample))
    for first, last, code in _SCRIPTS:
        own = sum(count for letter, count in letters.items() if first <= letter <= last)
        if own * 2 > letters.total():
            return LANGUAGES[code]
    found = [word.low for word in words(sample)]
    counts = {code: sum(map(one.common.__contains__, found)) for code, one in LANGUAGES.items()}
    best = max(counts, key=lambda code: counts[code])
    return LANGUAGES[best] if counts[best] > (len(found) >= _FEW) else NEUTRAL


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
