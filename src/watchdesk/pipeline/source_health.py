"""How each source fares: failed, refused, unchanged, empty, gone quiet against its usual rhythm.

In: an open desk and a moment. Out: one row a source, with the reason. What to do about a problem
stands in `cures`.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime

from watchdesk.model import Code, Problem, Source, SourceHealth, Stage
from watchdesk.pipeline.desk import Desk
from watchdesk.sources import is_quiet, kind_of, usual_days
from watchdesk.store import problems, visits
from watchdesk.store.visits import Rhythm, Visit
from watchdesk.text.addresses import is_document

REFUSALS = frozenset({Code.ROBOTS, Code.BLOCKED, Code.LOGIN, Code.LEGAL, Code.ADDRESS})
"""The site says no; that is its right, and no defect to be mended."""


def health(desk: Desk, *, now: datetime) -> tuple[SourceHealth, ...]:
    """One row for each source, those that need somebody first."""
    with desk.store.reading() as tx:
        last = visits.newest_of_each(tx)
        rhythms = visits.rhythms_of_all(tx)
        open_problems = problems.opened(tx)
    by_source = _by_source(open_problems)
    rows = [
        _row(source, last.get(source.id), rhythms.get(source.id), by_source.get(source.id, ()), now)
        for source in desk.config.sources
    ]
    order = ("failed", "refused", "quiet", "empty", "new", "unchanged", "well", "muted")
    return tuple(sorted(rows, key=lambda row: (order.index(row.state), row.title.casefold())))


def _by_source(found: Sequence[Problem]) -> Mapping[str, list[Problem]]:
    by_source: dict[str, list[Problem]] = {}
    for problem in found:
        if problem.source_id:
            by_source.setdefault(problem.source_id, []).append(problem)
    return by_source


def _of_itself(source: Source, troubles: Sequence[Problem]) -> Problem | None:
    """What troubles the source's own list, before what troubles a page that it names."""
    roots = {request.url for request in kind_of(source.kind).requests(source)}
    gathered = [problem for problem in troubles if problem.stage is Stage.GATHER]
    own = [problem for problem in gathered if problem.subject in roots]
    return next(iter(own or gathered), None)


def _unread(source: Source, troubles: Sequence[Problem]) -> Problem | None:
    """Why a watched page gives no article; what troubles a document that it links is not meant."""
    if source.kind != "watch":
        return None
    roots = {request.url for request in kind_of(source.kind).requests(source)}
    own = (
        problem
        for problem in troubles
        if problem.stage is Stage.EXTRACT
        and (problem.subject in roots or not is_document(problem.subject))
    )
    return next(own, None)


def _row(
    source: Source,
    visit: Visit | None,
    rhythm: Rhythm | None,
    troubles: Sequence[Problem],
    now: datetime,
) -> SourceHealth:
    state, reason = _state(source, visit, rhythm, troubles, now)
    return SourceHealth(
        source_id=source.id,
        title=source.title or source.id,
        state=state,
        reason=reason,
        last_visit=visit.at if visit else None,
        last_new=rhythm.newest if rhythm else None,
        usual_days=usual_days(rhythm.distances) if rhythm else None,
    )


def _state(
    source: Source,
    visit: Visit | None,
    rhythm: Rhythm | None,
    troubles: Sequence[Problem],
    now: datetime,
) -> tuple[str, str]:
    if source.muted:
        return "muted", "An editor muted it."
    if visit is None:
        return "new", "It has not been read yet."
    if visit.outcome == "failed":
        return _in_trouble(_of_itself(source, troubles))
    if (unread := _unread(source, troubles)) is not None:
        return _in_trouble(unread)
    if rhythm and is_quiet(rhythm.newest, rhythm.distances, now=now):
        return "quiet", _silence(rhythm, now)
    match visit.outcome:
        case "empty":
            return "empty", "Its list is there, but nothing stands in it."
        case "unchanged":
            return "unchanged", "Nothing new since the visit before."
        case _:
            return "well", f"{visit.new} new at the last visit."


def _in_trouble(problem: Problem | None) -> tuple[str, str]:
    if problem is None:
        return "failed", "It could not be read."
    return ("refused" if problem.code in REFUSALS else "failed"), problem.message


def _silence(rhythm: Rhythm, now: datetime) -> str:
    newest, usual = rhythm.newest, usual_days(rhythm.distances)
    if newest is None:
        return "It has never had anything new."
    silent = (now - newest).days
    habit = f"; usually something new every {_days(usual)}" if usual else ""
    return f"Nothing new for {silent} days, since {newest:%-d %B %Y}{habit}."


def _days(days: float) -> str:
    if days < 1.5:
        return "day"
    return f"{days:.0f} days"
