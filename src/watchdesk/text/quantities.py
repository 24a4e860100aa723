"""What a number counts, as far as its own clause says it.

In: a figure and its text. Out: a key that only numbers of one thing share, or None. People are
counted by what happened to them: the killed, the injured and the displaced of one event are three
things, and so are people and children. What comes on top of an earlier count ("12 more") counts
nothing by itself. The words are beginnings, by hand, for the languages that figures are read in.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from watchdesk.model import Figure, Quantity, Span
from watchdesk.text.figures import FoundFigure, find_figures
from watchdesk.text.spans import Word, words

_FATES = {
    "killed": "kill dead die died death fatal tué mort décès décéd поги убит смерт զոհ սպան մահ",
    "injured": "injur wound bless ранен վիրավոր",
    "missing": "missing disappear disparu пропавш пропал անհետ",
    "displaced": "displac evacuat homeless fled flee refugee home déplac évacu sinistr réfugi foyer"
    " эваку перемещ бежен кров տեղահան տարհան փախստական",
    "held": "detain arrest imprison jail custody held détenu arrêt emprison задерж арест ձերբակալ"
    " կալանավոր",
    "marched": "protest demonstrat march rally rallied attend manifest défil митинг участник шеств"
    " ցույց ցուցարար երթ",
}
_STEMS = {stem: fate for fate, stems in _FATES.items() for stem in stems.split()}
_SHORTEST = min(map(len, _STEMS))
_LONGEST = max(map(len, _STEMS))

_PEOPLE = re.compile(
    r"people|person|resident|inhabitant|habitant|человек|люд|жител|մարդ|բնակիչ", re.IGNORECASE
)
# "The ministry put the number of people evacuated at 1,850": the noun stands before.
_NUMBER_OF = re.compile(r"\b(?:number|nombre|числ[оа]|թիվը?)\b", re.IGNORECASE)

STEM_LETTERS = 5
"""So many first letters tell *people* from *homes* and join *families* with *family's*."""

SHARED_WORDS = 2

_EDGE = re.compile(r"[.!?…։;:()\n]+(?=\s|$)|\n|,(?=\D)|՝")
_STOP = re.compile(r"[.!?…։]\s")
_FARTHEST = 160
_BESIDE = 3


# "Another 40", "40 more" are a step from a count that is told elsewhere; behind a fate of the same
# sentence ("12 were killed and another 40 injured") they only part two counts.
_ON_TOP_BEFORE = re.compile(
    r"(?:another|additional|further|extra|d[’']autres|encore|ещё|еще|дополнительно|ևս|еще около"
    r"|weitere[rn]?|otros|otras)\s+(?:some\s+|about\s+)?$",
    re.IGNORECASE,
)
_ON_TOP_BEHIND = re.compile(
    r"\s(?:more(?!\sthan)|additional|further|extra|autres?\b|supplémentaires|новых"
    r"|weitere[rn]?\b|más\b|\w+\s(?:more\b(?!\sthan)|de plus\b|supplémentaires))",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?<![\w,.])(?:19|20)\d\d(?![\w,]|\.\d)")
_PLACE = re.compile(
    r"(?:\b(?:[Ii]n|[Nn]ear|[Aa]t|[Aa]cross|à|près de|[Bb]ei)|(?<!\w)[Вв]о?|(?<!\w)[Пп]од)"
    r"\s(?:the\s|la\s|le\s)?(?P<place>[^\W\d_a-zа-я][\w’'-]+)"
)

Read = Figure | FoundFigure


@dataclass(frozen=True, slots=True)
class Counted:
    """What is counted; `shown` is the number with the words beside it that say so.

    `fate` is empty where the clause names none; `context` then holds the other words of the clause.
    `places` and `years` are those that the clause names.
    """

    noun: str
    fate: str
    unit: str | None
    shown: Span
    heading: Span | None
    fate_span: Span | None = None
    context: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    years: frozenset[str] = frozenset()


def counted(figure: Read, text: str) -> Counted | None:
    """What the number counts; None where neither a noun nor a fate stands with it."""
    first, last = clause(figure.span, text)
    if _is_on_top(figure, text, last):
        return None
    around = words(text, first, last)
    led = figure.counts or _NUMBER_OF.search(text, first, figure.span.start)
    word, fate = _nearest_fate(around if led else _behind(around, figure), figure)
    if not (figure.counts or fate):
        return None
    return Counted(
        noun=_noun(figure, fate),
        fate=fate,
        unit=figure.unit,
        shown=_shown(figure, word, around),
        heading=_heading(figure, last, text),
        fate_span=Span(word.start, word.end) if word else None,
        context=frozenset() if fate else _context(around, figure),
        places=frozenset(one["place"].casefold() for one in _PLACE.finditer(text, first, last)),
        years=frozenset(_YEAR.findall(text[first:last])),
    )


def same_thing(one: Counted, other: Counted) -> bool:
    """Whether two numbers of one story and language count the same.

    Without a fate they have to share two more plain words of their clauses; clauses that name
    other places or other years speak of other things.
    """
    if (one.noun, one.fate, one.unit) != (other.noun, other.fate, other.unit):
        return False
    if _apart(one.places, other.places) or _apart(one.years, other.years):
        return False
    return bool(one.fate) or len(one.context & other.context) >= SHARED_WORDS


def _apart(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    return bool(mine and theirs and not mine & theirs)


def prints(
    text: str, language: str | None, quantity: Quantity, *, rivals: bool = True
) -> frozenset[float]:
    """The values of a quantity's claims that a sentence prints as what the quantity counts.

    Only those of `rivals` are looked for, unless that is put off.
    """
    claims = quantity.rivals if rivals else (*quantity.claims, *quantity.replaced)
    values = {claim.value for claim in claims}
    found = set()
    for figure in find_figures(text, language) if values else ():
        what = counted(figure, text) if figure.value in values else None
        if what and (what.noun, what.fate, what.unit) == (
            quantity.noun,
            quantity.fate,
            quantity.unit,
        ):
            found.add(figure.value)
    return frozenset(found)


def _is_on_top(figure: Read, text: str, last: int) -> bool:
    behind = text[figure.span.end : min(last, figure.span.end + 40)]
    before = text[max(0, figure.span.start - _FARTHEST) : figure.span.start]
    if not (_ON_TOP_BEHIND.match(behind) or _ON_TOP_BEFORE.search(before)):
        return False
    begun = _STOP.split(before)[-1]
    return not any(_fate(word.low) for word in words(begun))


def clause(span: Span, text: str) -> tuple[int, int]:
    """The start and end of the clause around a place."""
    first, last = max(0, span.start - _FARTHEST), min(len(text), span.end + _FARTHEST)
    for edge in _EDGE.finditer(text, first, span.start):
        first = edge.end()
    edge_behind = _EDGE.search(text, span.end, last)
    return first, edge_behind.start() if edge_behind else last


def _fate(low: str) -> str:
    for length in range(min(len(low), _LONGEST), _SHORTEST - 1, -1):
        if fate := _STEMS.get(low[:length]):
            return fate if length > 4 or len(low) <= length + 2 else ""
    return ""


def _nearest_fate(near: Sequence[Word], figure: Read) -> tuple[Word | None, str]:
    """The word of fate nearest to the number; one without a noun has it right behind."""
    fates = [(word, fate) for word in near if (fate := _fate(word.low))]
    return min(fates, key=lambda pair: _far(pair[0], figure), default=(None, ""))


def _behind(around: Sequence[Word], figure: Read) -> list[Word]:
    return [word for word in around if word.start >= figure.span.end][:_BESIDE]


def _far(word: Word, figure: Read) -> int:
    """How many characters off a word stands; of two as near, the one behind is meant."""
    before = figure.span.start - word.end
    return before + 1 if before >= 0 else word.start - figure.span.end


def _noun(figure: Read, fate: str) -> str:
    low = (figure.counts or "").casefold()
    if _PEOPLE.match(low) or (fate and (not low or _fate(low) == fate)):
        return "people"
    return low[:STEM_LETTERS]


def _shown(figure: Read, fate: Word | None, around: Sequence[Word]) -> Span:
    """The number up to the word of fate behind it, else up to its noun, if these stand close."""
    behind = _behind(around, figure)
    ends = [word.end for word in behind if word == fate]
    if figure.counts_span:
        ends += [word.end for word in behind if word.start == figure.counts_span.start]
    return Span(figure.span.start, max([figure.span.end, *ends]))


def _heading(figure: Read, last: int, text: str) -> Span | None:
    """The noun with the rest of its clause, which tells a reader what the numbers are about."""
    noun = figure.counts_span
    if noun is None:
        return None
    rest = text[noun.start : max(last, noun.end)].rstrip()
    return Span(noun.start, noun.start + len(rest))


def _context(around: Sequence[Word], figure: Read) -> frozenset[str]:
    """Beginnings of the clause's other plain words; names stand everywhere and join nothing."""
    noun = figure.counts_span
    return frozenset(
        word.low[:STEM_LETTERS]
        for word in around
        if len(word.text) >= STEM_LETTERS and word.text.islower() and word.text.isalpha()
        and not (noun and noun.start <= word.start < noun.end)
    )  # fmt: skip
