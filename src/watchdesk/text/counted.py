"""The noun that a number counts: the head of what follows it.

Words of a text and the place behind a number come in, one word goes out, or none. There is no
grammar here beyond the habits that a pack states: plurals, capitals, endings of adjectives.
"""

from collections.abc import Sequence

from watchdesk.text.languages.language import Language
from watchdesk.text.spans import Word

_WINDOW = 5


def counted(
    words: Sequence[Word], at: int, language: Language, *, one: bool = False
) -> Word | None:
    """The word for what is counted, behind a number that ends before `at`.

    With `one` the thing stands in the singular: the last word that may be it is taken.
    """
    last: Word | None = None
    for place in range(at, min(at + _WINDOW, len(words))):
        word = words[place]
        if not last and _skipped(word, language):
            continue
        if last and word.low in language.numbers.joiners and not one:
            continue  # digital and printed copies
        if not _may_count(word, language) or (one and last and _verbal(word, language)):
            break
        if not one and _is_thing(words, place, language):
            return _head(words, place, language)
        last = word
    return last if one else None


def _skipped(word: Word, language: Language) -> bool:
    return word.low in language.numbers.of or word.text in "-‑"


def _verbal(word: Word, language: Language) -> bool:
    """Whether a word behind a noun looks like its verb: one soldier died."""
    return language.counted == "plural" and word.low.endswith("ed")


def _head(words: Sequence[Word], at: int, language: Language) -> Word:
    """The last of two plurals: sports teams."""
    after = words[at + 1] if at + 1 < len(words) else None
    if language.counted == "plural" and after and _may_count(after, language):
        return after if _plural(after.low, language) else words[at]
    return words[at]


def _is_thing(words: Sequence[Word], at: int, language: Language) -> bool:
    """Whether the word at `at` is the head of what is counted, by the habit of the language."""
    word = words[at]
    match language.counted:
        case "plural":
            return _plural(word.low, language)
        case "capital":
            return word.text[0].isupper()
        case "next":
            return _closes(words, at) or not word.low.endswith(language.modifier_endings)


def _closes(words: Sequence[Word], at: int) -> bool:
    """Whether nothing that could be counted follows."""
    return at + 1 >= len(words) or not words[at + 1].text[0].isalpha()


def _may_count(word: Word, language: Language) -> bool:
    if not word.text[0].isalpha() or word.low in language.frames.stops:
        return False
    if word.low in language.frames.auxiliaries or word.low in language.not_counted:
        return False
    return word.low not in language.months and word.low not in language.cues


def _plural(low: str, language: Language) -> bool:
    if low in language.plurals:
        return True
    return low.endswith("s") and not low.endswith(("ss", "us", "is", "'s")) and len(low) > 3
