"""Whom the word of a case is about: the subject of a passive, the object of an active verb.

In: an article and a passage with such a word. Out: the places of full names, which may stand in the
sentence before where a pronoun leads there. Who speaks, whom a letter is for, a street and a body
are nobody's case; where the sentence does not show it, nobody is given.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from watchdesk.model import Article, Span
from watchdesk.registers.grammar import GRAMMAR, Grammar
from watchdesk.registers.material import Material, Passage
from watchdesk.registers.persons import first_case, is_office, persons
from watchdesk.text.fold import fold
from watchdesk.text.languages import language
from watchdesk.text.sentences import sentences
from watchdesk.text.spans import Word, words

LONGEST_APPOSITION = 14
MOST_BETWEEN = 5
"""Words between an active verb and the name of its object ("arrested the mayor Anna Oke")."""
LATE_BETWEEN = 12
"""The same between a person and a verb that ends its clause."""

_ACTIVE_ENDINGS = ("али", "или", "яли", "ил", "ила", "ал", "ала")
"""Of Russian verbs in the past; the shorter participles end otherwise."""
_PARTS = frozenset(",()–—")
_OPEN_VERBS = frozenset({"with", "to", "since", "à", "in", "until", "custody"})


@dataclass(frozen=True, slots=True)
class Whom:
    """The persons of a passage, and the stretch of text that shows it.

    `named` says that their names stand there in the first case.
    """

    names: tuple[Span, ...]
    shown: Span
    named: bool


def whom(material: Material, passage: Passage) -> Whom | None:
    """Who it is that the passage's word is about; None where the text does not show it."""
    code = (material.article.language or "en").partition("-")[0].lower()
    grammar = GRAMMAR.get(code)
    return _Sentence(material.article, passage, grammar).about() if grammar else None


class _Sentence:
    """One sentence, read around one word."""

    def __init__(self, article: Article, passage: Passage, grammar: Grammar) -> None:
        self._article = article
        self._text = article.text
        self._passage = passage
        self._grammar = grammar
        self._pack = language(article.language or "en")
        self._row = words(self._text, passage.span.start, passage.span.end)
        self._cue = _own_words(self._row, passage.word)
        self._names = persons(article, passage.span, grammar, passage.word)

    def about(self) -> Whom | None:
        """The persons before the word, behind it, or in the sentence before."""
        names = self._before() or self._listed() or self._behind() or self._fronted()
        if not names:
            return self._counted_off() or self._led_by_pronoun()
        before = names[0].start < self._passage.word.start
        named = not self._acts() and (before or not self._cannot_act())
        return Whom(tuple(names), self._passage.span, named)

    def _acts(self) -> bool:
        """Whether the word is an active verb that makes the person its object."""
        return bool(self._cue) and self._cue[-1].low.endswith(_ACTIVE_ENDINGS)

    # Before the word: “Anna Oke, a reporter, was arrested”.

    def _before(self) -> list[Span]:
        for place in range(len(self._names) - 1, -1, -1):
            name = self._names[place]
            if name.end > self._passage.word.start:
                continue
            gap = self._words(name.end, self._passage.word.start)
            if self._is_subject(name, gap):
                several = any(word.low in self._grammar.many for word in (*gap, *self._cue))
                return [*self._joined_before(place), name] if several else [name]
            if not self._is_aside(name):
                break
        return []

    def _is_subject(self, name: Span, gap: Sequence[Word]) -> bool:
        rest = self._without_apposition(gap)
        if rest is None or not self._is_passive(rest, aside=len(rest) < len(gap)):
            return False
        # “of Anna Oke, who was arrested”: the clause is about the name, whatever it hangs on.
        clause = bool(rest) and rest[0].low in self._grammar.relatives
        if self._is_kin(name) or (not clause and self._behind_preposition(name)):
            return False
        return not self._grammar.cased or self._acts() or first_case(name.of(self._text))

    def _without_apposition(self, gap: Sequence[Word]) -> list[Word] | None:
        """The words between name and verb without what is added to the name; None for a clause."""
        if not gap or gap[0].text not in _PARTS:
            return list(gap)
        last = max(place for place, word in enumerate(gap) if word.text in _PARTS)
        inner = gap[1:last]
        if len(inner) > LONGEST_APPOSITION or any(self._says_more(word) for word in inner):
            return None
        return list(gap[last + 1 :])

    def _says_more(self, word: Word) -> bool:
        """Whether a word makes a clause of an apposition, or tells of another person."""
        grammar = self._grammar
        clause = grammar.relatives | grammar.being | grammar.having | grammar.kin | grammar.he
        return word.low in clause or word.low in self._pack.cues or word.text in '“”«»"'

    def _is_passive(self, rest: Sequence[Word], *, aside: bool) -> bool:
        grammar = self._grammar
        first = self._cue[0].low if self._cue else ""
        low = [word.low for word in rest]
        most = LATE_BETWEEN if grammar.late else MOST_BETWEEN
        if len(low) > most or any(word in _PARTS for word in low):
            return False
        if not grammar.late and not all(self._may_stand_between(word) for word in low):
            return False
        being = first in grammar.being or any(word in grammar.being for word in low)
        if any(word in grammar.having for word in low) and not being:
            return self._cannot_act()
        if being or self._cannot_act() or not grammar.bare:
            return True
        return aside or self._no_object_behind()

    def _may_stand_between(self, low: str) -> bool:
        grammar, pack = self._grammar, self._pack
        small = grammar.being | grammar.having | grammar.filling | grammar.relatives
        return (
            low in small
            or low.isdigit()
            or low in pack.months
            or low in pack.weekdays
            or low.endswith(pack.frames.adverb_endings or ("\0",))
        )

    def _cannot_act(self) -> bool:
        """Whether the word has no object: one goes missing and dies, one is released."""
        first = self._cue[0].low if self._cue else ""
        intransitive = self._passage.kind in {"missing", "died"}
        return intransitive or first in self._grammar.being | {"in", "under", "под", "placé"}

    def _no_object_behind(self) -> bool:
        after = self._words(self._passage.word.end, self._passage.span.end)[:1]
        return (
            not after
            or not after[0].low[0].isalnum()
            or after[0].low in (self._grammar.prepositions | self._pack.weekdays.keys())
        )

    # Behind the word: “police arrested the reporter Anna Oke”, “the detained reporter Anna Oke”.

    def _behind(self) -> list[Span]:
        last = self._cue[-1].low if self._cue else ""
        if last in _OPEN_VERBS or (self._cannot_act() and self._passage.kind == "died"):
            return []
        for place, name in enumerate(self._names):
            if name.start < self._passage.word.end:
                continue
            gap = self._words(self._passage.word.end, name.start)
            if not self._leads_to(gap) or self._is_owner(name):
                return []
            return [name, *self._joined_behind(place)]
        return []

    def _leads_to(self, gap: Sequence[Word]) -> bool:
        low = [word.low for word in gap if word.low not in self._grammar.being]
        if not low:
            return True
        if len(low) > MOST_BETWEEN or any(not (word[0].isalnum() or "-" in word) for word in low):
            return False
        grammar = self._grammar
        closed = grammar.prepositions | grammar.relatives | grammar.joins | grammar.kin
        if any(word in closed or word in self._pack.cues for word in low):
            return False
        small = self._pack.frames.appositions | self._pack.titles.keys()
        return low[-1] in small or is_office(low[-1], self._pack)

    def _is_owner(self, name: Span) -> bool:
        return self._text[name.end : name.end + 2] in {"'s", "’s"}

    # “Among those held is Mayor Aram Selyan”.

    def _listed(self) -> list[Span]:
        before = {
            word.low for word in self._words(self._passage.span.start, self._passage.word.end)
        }
        if not before & self._grammar.among:
            return []
        for place, name in enumerate(self._names):
            if name.start < self._passage.word.end:
                continue
            gap = self._words(self._passage.word.end, name.start)
            verb = [
                at
                for at, word in enumerate(gap)
                if word.low in self._grammar.being or word.text in "—–:"
            ]
            if (
                not verb
                or len(gap) > LATE_BETWEEN
                or any(word.low in self._pack.cues for word in gap)
            ):
                return []
            rest = [word.low for word in gap[verb[-1] + 1 :]]
            if any(word in self._grammar.prepositions | self._grammar.kin for word in rest):
                return []
            return [name, *self._joined_behind(place)]
        return []

    # “Arrested on 12 November, Anna Oke …”

    def _fronted(self) -> list[Span]:
        if not self._cue or self._row[0].start != self._cue[0].start:
            return []
        for name in self._names:
            gap = self._words(self._passage.word.end, name.start)
            commas = [at for at, word in enumerate(gap) if word.text == ","]
            if len(commas) == 1 and self._leads_to(gap[commas[0] + 1 :]):
                return [name]
        return []

    # “Three of those held are of concern. Anna Oke needs insulin. Petr Halek …”

    def _counted_off(self) -> Whom | None:
        before = self._words(self._passage.span.start, self._passage.word.start)[-2:]
        numbers = self._pack.numbers
        if len(before) < 2 or before[1].low not in numbers.of:
            return None
        count = int(numbers.words.get(before[0].low, 0))
        found = _sentences(self._article.text, self._article.language)
        place = next((at for at, one in enumerate(found) if one == self._passage.span), len(found))
        named = [self._opening(one) for one in found[place + 1 : place + 1 + count]]
        if count == 0 or not all(named):
            return None
        names = tuple(name for name in named if name)
        return Whom(names, Span(self._passage.span.start, found[place + count].end), named=True)

    def _opening(self, sentence: Span) -> Span | None:
        """The person with whose name, or office and name, a sentence begins."""
        names = persons(self._article, sentence, self._grammar)
        before = words(self._text, sentence.start, names[0].start) if names else []
        small = self._pack.roles | self._pack.titles.keys() | self._pack.frames.appositions
        return names[0] if names and all(word.low in small for word in before) else None

    # “She was arrested”, where the sentence before speaks of one person.

    def _led_by_pronoun(self) -> Whom | None:
        before = self._words(self._passage.span.start, self._passage.word.start)
        if not before or before[0].low not in self._grammar.he:
            return None
        if not self._is_passive(before[1:], aside=False):
            return None
        earlier = _sentence_before(self._article, self._passage.span)
        names = persons(self._article, earlier, self._grammar) if earlier else ()
        if earlier is None or len({fold(one.of(self._text)).text for one in names}) != 1:
            return None
        if self._others_in(earlier, names[0]):
            return None
        shown = Span(earlier.start, self._passage.span.end)
        return Whom(names[:1], shown, named=first_case(names[0].of(self._text)))

    def _others_in(self, earlier: Span, name: Span) -> bool:
        """Whether the sentence before speaks of somebody else, by office or kin."""
        near = range(name.start - 60, name.end + 80)
        return any(
            (word.low in self._pack.roles and word.start not in near)
            or word.low in self._grammar.kin
            for word in words(self._text, earlier.start, earlier.end)
        )

    # Names that stand together.

    def _joined_before(self, place: int) -> list[Span]:
        found: list[Span] = []
        for at in range(place, 0, -1):
            if not self._joins(self._names[at - 1], self._names[at]):
                break
            found.insert(0, self._names[at - 1])
        return found

    def _joined_behind(self, place: int) -> list[Span]:
        found: list[Span] = []
        for one, other in zip(self._names[place:], self._names[place + 1 :], strict=False):
            if not self._joins(one, other):
                break
            found.append(other)
        return found

    def _joins(self, one: Span, other: Span) -> bool:
        low = [word.low for word in self._words(one.end, other.start)]
        small = self._grammar.joins | self._pack.roles | self._pack.frames.appositions | {","}
        return bool(low) and low[0] in self._grammar.joins | {","} and all(w in small for w in low)

    def _behind_preposition(self, name: Span) -> bool:
        """Whether the name, with the office before it, follows a preposition."""
        for word in reversed(self._words(self._passage.span.start, name.start)):
            if word.low in self._grammar.prepositions:
                return True
            if word.low not in self._pack.roles | self._pack.frames.appositions:
                return False
        return False

    def _is_kin(self, name: Span) -> bool:
        """Whether the name tells whose kin it is about ("the brother of Anna Oke")."""
        before = self._words(self._passage.span.start, name.start)[-2:]
        if not before:
            return False
        if self._grammar.cased:
            return before[-1].low in self._grammar.kin and not first_case(name.of(self._text))
        return (
            len(before) > 1
            and before[0].low in self._grammar.kin
            and (before[1].low in self._grammar.prepositions)
        )

    def _is_aside(self, name: Span) -> bool:
        """Whether a name stands within what is added to another: of the weekly Le Harfang."""
        return self._behind_preposition(name)

    def _words(self, start: int, end: int) -> list[Word]:
        return [word for word in self._row if start <= word.start and word.end <= end]


def _own_words(row: Sequence[Word], span: Span) -> list[Word]:
    return [word for word in row if span.start <= word.start and word.end <= span.end]


def _sentence_before(article: Article, span: Span) -> Span | None:
    """The sentence before this one in the same paragraph."""
    found = _sentences(article.text, article.language)
    place = next((at for at, one in enumerate(found) if one == span), 0)
    if place == 0 or "\n\n" in article.text[found[place - 1].end : span.start]:
        return None
    return found[place - 1]


@lru_cache(maxsize=64)
def _sentences(text: str, code: str | None) -> tuple[Span, ...]:
    return tuple(sentences(text, code))
