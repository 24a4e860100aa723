"""V5: each date of a sentence is the source's day or period.

In: a case. Out: findings for a date that no cited passage has. Relative dates ("on Friday", "last
week") count from the article's own date, on both sides. A wider date passes where it holds the
source's ("in March" for 12 March), and so does the day the article was published.
"""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from watchdesk.model import Finding, Precision
from watchdesk.proof.passage import Case, Cited, article_of
from watchdesk.proof.reading import Reading, dates_of
from watchdesk.text.dates import FoundDate

# Where an article has no date, both sides are counted from the same arbitrary day.
SOME_DAY = datetime(2001, 1, 3, tzinfo=UTC)


def dates_in_draft(case: Case) -> tuple[FoundDate, ...]:
    """The dates of the draft, counted from the date of the article it is nearest to."""
    nearest = case.nearest.cited if case.nearest else next(iter(case.cited), None)
    return _dates(case.draft, nearest)


def _dates(reading: Reading, cited: Cited | None) -> tuple[FoundDate, ...]:
    reference = cited.published if cited and cited.published else SOME_DAY
    return dates_of(reading, reference)


def check_dates(case: Case) -> Iterator[Finding]:
    """V5 for each date of the sentence."""
    mine = dates_in_draft(case)
    if not mine:
        return
    theirs = [
        one
        for cited, passage in zip(case.cited, case.passages, strict=True)
        for one in _dates(passage, cited)
    ]
    nearby = list(_dates(case.nearest.reading, case.nearest.cited)) if case.nearest else []
    for found in mine:
        if any(fits(found, one) for one in theirs):
            yield from _moved(case, found, mine, nearby)
        elif not (_published(case, found) or _is_number(case, found)):
            yield from _missing(case, found, nearby or theirs)


def fits(mine: FoundDate, theirs: FoundDate) -> bool:
    """Whether two dates can be one, or the draft's holds the source's."""
    if mine.start <= theirs.start and theirs.end <= mine.end:
        return True
    if mine.precision is not Precision.DAY or theirs.precision is not Precision.DAY:
        return False
    # A weekday may mean the coming one as well as the last.
    apart = abs(mine.start - theirs.start)
    return (
        (mine.relative or theirs.relative)
        and apart == timedelta(days=7)
        and (mine.start == mine.end)
    )


def _same(mine: FoundDate, theirs: FoundDate) -> bool:
    return (mine.start, mine.end) == (theirs.start, theirs.end)


def _moved(
    case: Case, found: FoundDate, mine: tuple[FoundDate, ...], nearby: list[FoundDate]
) -> Iterator[Finding]:
    """In a draft drawn from one place: another sentence's date where this one has its own."""
    if case.foreign or case.nearest is None or not case.nearest.drawn:
        return
    if any(fits(found, one) for one in nearby):
        added = any(token in case.added for token in found.span.of(case.draft.text).lower().split())
        if not added or any(_same(found, one) for one in nearby):
            return
    lost = [one for one in nearby if not any(fits(other, one) for other in mine if other != found)]
    if lost:
        printed = lost[0].span.of(case.nearest.reading.text)
        yield _other(case, found, printed)


def _other(case: Case, found: FoundDate, printed: str) -> Finding:
    return case.finding(
        "V5",
        f"The source says “{printed}” here, the sentence “{found.span.of(case.draft.text)}”.",
        (found.span.start, found.span.end),
    )


def _published(case: Case, found: FoundDate) -> bool:
    """Whether the date is that of a cited article, and the nearest place has none of its own."""
    if case.nearest and case.nearest.drawn and case.added and _dates_lost(case):
        return False
    return any(
        cited.published and found.start <= cited.published.date() <= found.end
        for cited in case.cited
    )


def _is_number(case: Case, found: FoundDate) -> bool:
    """Whether what reads as a year is a number that the source prints, as 2,000 for 2000."""
    return found.precision is Precision.YEAR and found.span.of(case.draft.text) in case.bag


def _dates_lost(case: Case) -> bool:
    if case.nearest is None:
        return False
    nearby = _dates(case.nearest.reading, case.nearest.cited)
    mine = dates_in_draft(case)
    return any(not any(_same(one, other) for other in mine) for one in nearby)


def _missing(case: Case, found: FoundDate, theirs: list[FoundDate]) -> Iterator[Finding]:
    """A date that the cited passages lack: a look where the article has it, else a block."""
    printed = found.span.of(case.draft.text)
    place = (found.span.start, found.span.end)
    drawn = case.nearest is not None and case.nearest.drawn and bool(theirs)
    for cited in case.cited if not drawn else ():
        whole = _dates(article_of(cited), cited)
        if any(_same(found, one) for one in whole):
            yield case.finding(
                "V5",
                f"The date “{printed}” stands in the article, but not in the cited passage.",
                place,
                warn=True,
            )
            return
    yield case.finding("V5", f"The date “{printed}” does not stand in the cited passage.", place)
