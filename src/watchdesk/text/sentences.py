"""Where sentences begin and end.

A text comes in, the spans of its sentences go out, without the blanks between them. A blank line
always ends one. A quotation that closes within its paragraph is never cut, nor an abbreviation;
full stops of Armenian (։), Arabic (؟ ۔), Devanagari and Chinese end sentences too. Linear time.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from watchdesk.model import Span
from watchdesk.text.languages import Language, guess
from watchdesk.text.languages import language as language_of
from watchdesk.text.marks import Quotation, quotations
from watchdesk.text.spans import fold, paragraphs, trim

# Each part begins with its mark, so that the search runs from mark to mark, and a row of stops is
# looked at from its first one only: a page of full stops takes no longer than one of words.
_END = re.compile(
    r"[.!?…։؟۔।](?<![.!?…։؟۔।]{2})[.!?…։؟۔।]*+[\"”’»“)\]']*+(?=\s|$)"
    r"|[。！？]+[」』”]*|:(?<=[ա-և»]:)(?=\s+[Ա-Ֆ«])|\n"
)
_ARMENIAN = re.compile("[Ա-և]")
_LAST_WORD = re.compile(r"[\w.’'\-]+$")
_CLOSING = "\"”’»“)]'」』"
_OPENING = '"“”„«‘'
_DASHES = "–—-―"
_SIGNATURE = re.compile(r"[\"”’»“]\s?[–—―-]\s?[^\W\d_][^\n\"”»“]+$")
_LOOK_BACK = 30
_LOOK_AHEAD = 80
_FULL_LINE = 60
_SUBJECT = 3


def sentences(text: str, language: str | None = None) -> tuple[Span, ...]:
    """The sentences of `text`; with no language given, its script and common words tell it."""
    known = language_of(language) if language else guess(text)
    return tuple(split(text, known, quotations(text)))


def sentence_of(text: str, place: Span, language: str | None = None) -> Span | None:
    """The sentence that holds a place; None where none holds all of it."""
    return next((one for one in _known(text, language) if one.holds(place)), None)


# Whoever asks for one sentence of a text asks for the next one too.
_known = lru_cache(maxsize=64)(sentences)


def split(text: str, language: Language, marked: tuple[Quotation, ...]) -> Iterator[Span]:
    """The same, for a text whose quotations are known."""
    quotes = iter(marked)
    quote = next(quotes, None)
    for start, end in paragraphs(text):
        first = start
        for found in _END.finditer(text, start, end):
            while quote and quote.end < found.end():
                quote = next(quotes, None)
            if quote and quote.start < found.start() and found.end() < quote.end:
                continue
            if not _ends(text, found, end, language):
                continue
            sentence = trim(text, first, found.end())
            first = found.end()
            if sentence:
                yield sentence
        rest = trim(text, first, end)
        if rest:
            yield rest


def _ends(text: str, found: re.Match[str], end: int, language: Language) -> bool:
    """Whether the stop that was found ends a sentence."""
    mark = found.group()
    if mark[0] in "։۔।。！？:":
        return True
    ahead = text[found.end() : min(end, found.end() + _LOOK_AHEAD)].lstrip()
    if not ahead:
        return True
    if mark == "." and ahead[0] == "«" and _ARMENIAN.match(text, found.start() - 1):
        return False
    if ahead[0].islower() or ahead[0] in ",;":
        return False
    if mark == "\n":
        return not _wrapped(text, found.start()) or _signed(text, found.start(), ahead)
    if ahead[0] in _DASHES:
        return mark[-1] not in _CLOSING
    if mark[-1] in _CLOSING and mark[0] in "!?" and _reported(ahead, language):
        return False
    return mark != "." or not _shortened(text, found.start(), ahead, language)


def _wrapped(text: str, place: int) -> bool:
    """Whether the line that ends at `place` is so long that a mailer may have broken it there."""
    return place > _FULL_LINE and "\n" not in text[place - _FULL_LINE : place]


def _signed(text: str, place: int, ahead: str) -> bool:
    """Whether a signed quotation ends at `place` and another opens: “…” — Mara Ilves."""
    return ahead[0] in _OPENING and bool(
        _SIGNATURE.search(text, max(0, place - _LOOK_AHEAD), place)
    )


def _reported(ahead: str, language: Language) -> bool:
    """Whether a reporting verb follows a question at once, as in “Why?” Smith asked.

    Its subject may be longer where it is a row of names and offices: Senator Ana Pell went on.
    """
    printed, names = ahead.split(), True
    low = [fold(word).strip(".,:;") for word in printed]
    tables = (language.cues, language.frames.complements.voices)
    for at, word in enumerate(low):
        two = " ".join(low[at : at + 2])
        if any(word in verbs or two in verbs for verbs in tables):
            return True
        names = names and (not printed[at][0].islower() or word in language.roles)
        if at >= _SUBJECT - 1 and not names:
            return False
    return False


def _shortened(text: str, stop: int, ahead: str, language: Language) -> bool:
    """Whether the full stop at `stop` belongs to an abbreviation, an initial or a day."""
    found = _LAST_WORD.search(text, max(0, stop - _LOOK_BACK), stop)
    if found is None:
        return False
    word = found.group()
    if len(word) == 1 and word.isalpha():
        return word.isupper() or fold(word) in language.abbreviations
    if word.isdigit():
        return len(word) <= 2 and fold(ahead.split(maxsplit=1)[0]).strip(".,") in language.months
    return fold(word) in language.abbreviations
