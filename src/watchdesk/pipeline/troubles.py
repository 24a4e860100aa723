"""What goes wrong, for an editor: in plain words, with what to do; try again, or let it be.

In: an open desk. Out: the open problems, those of one kind at one source together. What is tried
again is put in line for the next run; what is let be stays closed while it fails in the same way.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from watchdesk.model import Purpose, Request, Stage, UsageError
from watchdesk.pipeline.cures import cure
from watchdesk.pipeline.desk import Desk
from watchdesk.store import Transaction, addresses, captures, problems, work
from watchdesk.store.problems import Met

MOST = 500
OF_ARTICLES = frozenset({Stage.STATEMENTS, Stage.GROUP, Stage.PROPOSE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Trouble:
    """Problems of one kind at one source, the newest first; `again` says it can be tried again."""

    source: str
    source_id: str
    cure: str
    met: tuple[Met, ...]
    again: bool

    @property
    def first_at(self) -> datetime:
        """When the oldest of them was first met."""
        return min(one.first_at for one in self.met)


def troubles(desk: Desk) -> tuple[Trouble, ...]:
    """The open problems, the source met last first."""
    with desk.store.reading() as tx:
        found = problems.met(tx, most=MOST)
    newest = {_kind(one): one.last_at for one in reversed(found)}
    found = tuple(sorted(found, key=lambda one: (-newest[_kind(one)].timestamp(), _kind(one))))
    return tuple(_trouble(desk, list(same)) for _, same in groupby(found, key=_kind))


def _kind(one: Met) -> tuple[str, str, str]:
    problem = one.problem
    return (problem.source_id or "", problem.stage.value, problem.code.value)


def _trouble(desk: Desk, same: Sequence[Met]) -> Trouble:
    problem = same[0].problem
    source_id = problem.source_id or ""
    return Trouble(
        source=desk.outlets.get(source_id, source_id),
        source_id=source_id,
        cure=cure(problem.code),
        met=tuple(same),
        again=problem.stage in {Stage.GATHER, Stage.EXTRACT, *OF_ARTICLES},
    )


def try_again(desk: Desk, ids: Sequence[str]) -> int:
    """Put what failed in line for the next run; gives how many of them are."""
    with desk.store.writing() as tx:
        return sum(_lined_up(tx, one, desk.clock()) for one in _known(tx, ids))


def let_be(desk: Desk, ids: Sequence[str], *, by: str) -> None:
    """Close problems that are not this desk's concern."""
    with desk.store.writing() as tx:
        for one in list(_known(tx, ids)):
            problems.let_be(tx, one.id, by=by)


def _known(tx: Transaction, ids: Sequence[str]) -> Iterator[Met]:
    for id_ in ids:
        one = problems.get(tx, id_)
        if one is None:
            raise UsageError("This problem is not known any more.")
        yield one


def _lined_up(tx: Transaction, met: Met, now: datetime) -> bool:
    problem = met.problem
    if problem.stage is Stage.GATHER:
        if not addresses.ask_again(tx, problem.subject):
            request = Request(
                url=problem.subject, source_id=problem.source_id or "", purpose=Purpose.ARTICLE
            )
            addresses.ask(tx, (request,), now)
        return True
    if problem.stage is Stage.EXTRACT:
        capture = captures.get(tx, problem.subject) or captures.newest_at(tx, problem.subject)
        if capture is None:
            return False
        work.add(tx, Stage.EXTRACT, (capture.id,), now)
        return True
    if problem.stage in OF_ARTICLES:
        work.add(tx, problem.stage, (problem.subject,), now)
        return True
    return False
