"""Numbers for the same thing that do not agree, side by side.

In: a candidate's articles with their statements and figures. Out: at most one `RivalFigures`, whose
rivals each have somebody who says so. Precision comes first: a number without a printed owner is
left out, and nothing is averaged, ranked or called right.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from watchdesk.issue.candidate import Candidate
from watchdesk.issue.cite import cite
from watchdesk.model import Article, Figure, Rival, RivalFigures, Statement

LEAST_VALUE = 10
"""Below ten, people count the same few things in different ways ("two shells", "three shells")."""

WIDEST_FACTOR = 6.0
"""Numbers further apart than this rarely count the same thing."""

STEM_LETTERS = 5
"""So many first letters tell *people* from *homes* and join *families* with *family's*."""


@dataclass(frozen=True, slots=True)
class _Owned:
    figure: Figure
    article: Article
    owner: str


def rivals(candidate: Candidate) -> RivalFigures | None:
    """The largest group of disagreeing numbers of a story, or None."""
    groups: dict[tuple[str | None, str], list[_Owned]] = {}
    for owned in _owned(candidate):
        groups.setdefault((owned.figure.unit, _stem(owned.figure)), []).append(owned)
    disagreeing = [kept for group in groups.values() if len(kept := _one_each(group)) > 1]
    if not disagreeing:
        return None
    largest = max(disagreeing, key=len)
    return RivalFigures(
        counts=largest[0].figure.counts or "",
        unit=largest[0].figure.unit,
        rivals=tuple(_rival(owned) for owned in largest),
    )


def _owned(candidate: Candidate) -> Iterable[_Owned]:
    for article in candidate.articles:
        statements = candidate.statements.get(article.id, ())
        for figure in candidate.figures.get(article.id, ()):
            owner = _owner(figure, statements, article)
            if owner and figure.counts and figure.value >= LEAST_VALUE:
                yield _Owned(figure, article, owner)


def _owner(figure: Figure, statements: Iterable[Statement], article: Article) -> str:
    """Who says a number: the speaker of the statement that holds it, else its words as printed."""
    for statement in statements:
        if any(span.holds(figure.span) for span in statement.content):
            if statement.speaker:
                return ", ".join(filter(None, (statement.speaker.name, statement.speaker.role)))
            if statement.source:
                return statement.source.of(article.text)
    return ""


def _stem(figure: Figure) -> str:
    return (figure.counts or "").casefold()[:STEM_LETTERS]


def _one_each(group: list[_Owned]) -> list[_Owned]:
    """One number an owner, distinct values within a plausible distance, in order of size."""
    by_owner: dict[str, _Owned] = {}
    for owned in group:
        by_owner.setdefault(owned.owner.casefold(), owned)
    by_value: dict[float, _Owned] = {}
    for owned in by_owner.values():
        by_value.setdefault(owned.figure.value, owned)
    kept = [by_value[value] for value in sorted(by_value)]
    if len(kept) > 1 and kept[-1].figure.value > WIDEST_FACTOR * kept[0].figure.value:
        return []
    return kept


def _rival(owned: _Owned) -> Rival:
    published = owned.article.published
    return Rival(
        value=owned.figure.value,
        printed=owned.figure.span.of(owned.article.text),
        says=owned.owner,
        as_of=published.at if published and not published.doubtful else None,
        evidence=(cite(owned.article, owned.figure.span),),
        bound=owned.figure.bound,
    )
