"""The whole chain as a timer calls it, and the part of it that a draft needs first.

gather ─> extract ─> gather what the articles lead to ─> extract ─> group ─> propose
"""

from collections.abc import Iterator

from watchdesk.model import Event, Stage
from watchdesk.pipeline.desk import Desk
from watchdesk.pipeline.extraction import extract
from watchdesk.pipeline.gathering import gather
from watchdesk.pipeline.grouping import group
from watchdesk.pipeline.proposing import propose
from watchdesk.store import addresses, work
from watchdesk.workers import Workers

WAITING = (Stage.EXTRACT, Stage.GROUP, Stage.PROPOSE)
"""The stages that articles and captures wait for on this machine."""


def chain(desk: Desk, workers: Workers, *, due: bool = False) -> Iterator[Event]:
    """Everything up to the stories; documents and pictures come in the same run."""
    yield from gather(desk, workers, due=due)
    yield from extract(desk, workers)
    yield from gather(desk, workers, lists=False)
    yield from extract(desk, workers)
    yield from group(desk)
    yield from propose(desk)


def catch_up(desk: Desk, workers: Workers) -> Iterator[Event]:
    """What waits on this machine, without asking the world."""
    if waiting_work(desk).get(Stage.EXTRACT.value):
        yield from extract(desk, workers)
    if waiting_work(desk).get(Stage.GROUP.value):
        yield from group(desk)
    if waiting_work(desk).get(Stage.PROPOSE.value):
        yield from propose(desk)


def waiting_work(desk: Desk) -> dict[str, int]:
    """How much waits for each stage, where anything does."""
    with desk.store.reading() as tx:
        counts = {stage.value: work.count(tx, stage) for stage in WAITING}
    return {stage: count for stage, count in counts.items() if count}


def waiting_requests(desk: Desk) -> int:
    """How many documents, pictures and pages are known and not fetched yet."""
    with desk.store.reading() as tx:
        return len(addresses.waiting(tx, desk.clock()))
