"""A key under which the spellings of one surname meet, whatever their script.

In: a word. Out: its consonants by class, without vowels, doubled letters and silent ones. Many
names share a key; it finds candidates in an index and proves nothing: `similarity` compares.
"""

from functools import lru_cache

from watchdesk.text.sounds import VOWELS, readings

_SILENT = VOWELS | frozenset("hHw'’-")
_CLASSES = (
    ("k", "kqgKGxc"),
    ("s", "sSzZCTDj"),
    ("t", "td"),
    ("p", "pb"),
    ("f", "fv"),
)
_CLASS = {sound: name for name, sounds in _CLASSES for sound in sounds}


@lru_cache(maxsize=8192)
def sound_key(word: str) -> str:
    """The key of a word; empty for one without a letter that is heard."""
    heard = [_CLASS.get(sound, sound) for sound in readings(word)[0].row if sound not in _SILENT]
    return "".join(one for place, one in enumerate(heard) if place == 0 or one != heard[place - 1])
