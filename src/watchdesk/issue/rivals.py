"""Numbers for the same thing that do not agree, side by side.

In: a candidate with its statements and figures, and the week. Out: at most one `RivalFigures` with
the headline for it. Precision comes first. A number without a printed owner is left out; of one
owner's numbers the newest stands, by the date of its article; numbers are rivals only where they
count the same noun with the same fate, or share two more plain words of their clauses, and lie
within a plausible distance. Numbers are compared within one language: whether *ministry* and
*министерство* are one owner is not known here. Nothing is averaged, ranked or called right.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from watchdesk.issue.candidate import Candidate, Week
from watchdesk.issue.cite import copied
from watchdesk.issue.counted import Counted, counted
from watchdesk.issue.facts import when
from watchdesk.issue.owners import owner_of, same_owner
from watchdesk.model import Article, Figure, Line, Rival, RivalFigures, Span
from watchdesk.text.cited import cite

LEAST_VALUE = 10
"""Below ten, people count the same few things in different ways ("two shells", "three shells");
of the killed and the held every one counts."""

LEAST_PEOPLE = 2

WIDEST_FACTOR = 4.0
"""Numbers further apart than this rarely count the same thing."""

SHARED_WORDS = 2

_LONGEST_HEADING = 70


@dataclass(frozen=True, slots=True)
class _Owned:
    figure: Figure
    article: Article
    owner: str
    counted: Counted
    at: datetime


def rival_figures(candidate: Candidate, week: Week) -> tuple[Line, RivalFigures] | None:
    """The largest group of disagreeing numbers of a story, or None."""
    owned = sorted(_owned(candidate, week), key=lambda each: each.at, reverse=True)
    groups = [_disagreeing(group) for group in _groups(owned)]
    best = max(groups, key=lambda group: _worth(group, week), default=[])
    if len(best) < 2:
        return None
    nouns = [each.figure.counts for each in best if each.figure.counts]
    detail = RivalFigures(
        counts=nouns[0] if nouns else best[0].counted.noun,
        unit=best[0].figure.unit,
        rivals=tuple(_rival(each) for each in best),
    )
    return _headline(best), detail


def _worth(group: Sequence[_Owned], week: Week) -> tuple[int, bool]:
    return len(group), bool(group) and group[0].article.language == week.language


def _owned(candidate: Candidate, week: Week) -> Iterator[_Owned]:
    for article in candidate.articles:
        statements = candidate.statements.get(article.id, ())
        body = week.bodies.get(article.source_id or "", "")
        for figure in candidate.figures.get(article.id, ()):
            what = counted(figure, article)
            if what is None or _is_size(figure):
                continue
            if figure.value < (LEAST_PEOPLE if what.fate else LEAST_VALUE):
                continue
            if owner := owner_of(figure, article, statements, body=body):
                yield _Owned(figure, article, owner, what, when(article, candidate))


def _is_size(figure: Figure) -> bool:
    """Whether a word of size was printed ("hundreds"), which contradicts no number near it."""
    return figure.high is not None and figure.high >= 10 * figure.value > 0


def _groups(owned: Sequence[_Owned]) -> list[list[_Owned]]:
    """Numbers that count one thing; the first of each group says what."""
    groups: list[list[_Owned]] = []
    for each in owned:
        for group in groups:
            if _comparable(group[0], each):
                group.append(each)
                break
        else:
            groups.append([each])
    return groups


def _comparable(one: _Owned, other: _Owned) -> bool:
    mine, theirs = one.counted, other.counted
    if one.article.language != other.article.language or mine.unit != theirs.unit:
        return False
    if mine.noun != theirs.noun or mine.fate != theirs.fate:
        return False
    return bool(mine.fate) or len(mine.context & theirs.context) >= SHARED_WORDS


def _disagreeing(group: Sequence[_Owned]) -> list[_Owned]:
    """One number an owner, the newest; distinct values within a plausible distance, by size."""
    newest: list[_Owned] = []
    for each in group:
        if not any(same_owner(each.owner, other.owner) for other in newest):
            newest.append(each)
    by_value: dict[float, _Owned] = {}
    for each in newest:
        by_value.setdefault(each.figure.value, each)
    sizes = [by_value[value] for value in sorted(by_value)]
    runs = [_within(sizes[start:]) for start in range(len(sizes))]
    return max(runs, key=len)


def _within(sizes: Sequence[_Owned]) -> list[_Owned]:
    most = WIDEST_FACTOR * sizes[0].figure.value
    return [each for each in sizes if each.figure.value <= most]


def _headline(group: Sequence[_Owned]) -> Line:
    """The shortest of the sources' own words for what is counted, those with its fate first."""
    headings = [(each, span) for each in group if (span := each.counted.heading)]
    fitting = [pair for pair in headings if pair[1].end - pair[1].start <= _LONGEST_HEADING]
    if not fitting:
        each = group[0]
        return copied(each.article, each.figure.counts_span or each.counted.shown)
    each, span = min(fitting, key=lambda pair: (not _tells(*pair), pair[1].end - pair[1].start))
    return copied(each.article, span)


def _tells(each: _Owned, span: Span) -> bool:
    """Whether a heading says more than the noun, and says the fate where there is one."""
    fate = each.counted.fate_span
    return span.holds(fate) if fate else " " in span.of(each.article.text)


def _rival(each: _Owned) -> Rival:
    published = each.article.published
    return Rival(
        value=each.figure.value,
        printed=each.counted.shown.of(each.article.text),
        says=each.owner,
        as_of=published.at if published and not published.doubtful else None,
        evidence=(cite(each.article, each.counted.shown),),
        bound=each.figure.bound,
    )
