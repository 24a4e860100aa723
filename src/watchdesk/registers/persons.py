"""Which capitals of a stretch of an article are the full names of persons.

In: an article and a stretch of it. Out: places of names, without the office before them. Streets,
bodies, parties and what is written in capitals throughout are nobody.
"""

from functools import lru_cache

from watchdesk.model import Article, Span
from watchdesk.registers.grammar import Grammar
from watchdesk.text.languages import Language, language
from watchdesk.text.names import find_names
from watchdesk.text.spans import words


def persons(
    article: Article, span: Span, grammar: Grammar, cue: Span | None = None
) -> tuple[Span, ...]:
    """The full names of persons in a stretch of an article, without the capitals of `cue`."""
    pack = language(article.language or "en")
    text = article.text
    found: list[Span] = []
    for name in find_names(span.of(text), article.language):
        moved = _without_office(name.moved(span.start), text, pack, cue)
        if moved is not None and _is_person(moved, text, pack, grammar):
            found.append(moved)
    return tuple(found)


def _without_office(name: Span, text: str, pack: Language, cue: Span | None) -> Span | None:
    """The name without the office that is written with a capital before it."""
    parts = words(text, name.start, name.end)
    parts = [part for part in parts if not (cue and cue.start <= part.start < cue.end)]
    while parts and (parts[0].low in pack.roles or parts[0].low in pack.titles):
        parts = parts[1:]
    return Span(parts[0].start, parts[-1].end) if len(parts) > 1 else None


@lru_cache(maxsize=4096)
def is_office(low: str, pack: Language) -> bool:
    """Whether a word is an office, in any case that its language gives it."""
    stems = [low.removesuffix(ending) for ending in pack.role_endings if low.endswith(ending)]
    return low in pack.roles or any(
        stem + first in pack.roles for stem in stems for first in ("", "а", "ь", "й")
    )


def _is_person(name: Span, text: str, pack: Language, grammar: Grammar) -> bool:
    parts = words(text, name.start, name.end)
    known = pack.organisations | grammar.streets | pack.roles | pack.parties | pack.months.keys()
    if len(parts) > 4 or any(part.low in known or part.text.isupper() for part in parts):
        return False
    before = words(text, max(0, name.start - 24), name.start)[-1:]
    no_person = pack.whereabouts | grammar.streets | pack.organisations | frozenset('«“"')
    return not (before and before[0].low in no_person)


def first_case(name: str) -> bool:
    """Whether the given name can be in its first case (Russian endings of the others)."""
    given = name.split(maxsplit=1)[0].lower()
    return not given.endswith(("ы", "у", "ю", "ом", "ем", "ой"))
