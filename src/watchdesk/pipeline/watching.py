"""Sources as editors handle them: pasted in, tried now, muted.

In: an open desk; a pasted list, or a source. Out: what was found at each address while it is being
looked at, or how the source fares after it was asked. One looking at a time: the archive is written
by one process, and a run that is going on comes first.
"""

from collections.abc import Callable
from dataclasses import replace

from watchdesk.model import SourceHealth, UsageError
from watchdesk.pipeline.adding import Added, watch
from watchdesk.pipeline.desk import Desk, open_desk, working_on
from watchdesk.pipeline.gathering import gather
from watchdesk.pipeline.source_health import health
from watchdesk.sources import BadList, Listed, kind_of, read_list
from watchdesk.store import addresses
from watchdesk.workers import Workers

MOST = 500


def pasted(body: bytes) -> tuple[Listed, ...]:
    """The addresses of a pasted list, an OPML file, or one address alone."""
    try:
        found = read_list(body)
    except BadList as error:
        raise UsageError(f"{str(error)[0].upper()}{str(error)[1:]}.") from error
    if not found:
        raise UsageError("There is no address in it; write one a line, or give an OPML file.")
    if len(found) > MOST:
        raise UsageError(f"These are {len(found)} addresses; at most {MOST} are taken at once.")
    return found


def look_and_watch(desk: Desk, wanted: tuple[Listed, ...], told: Callable[[Added], None]) -> None:
    """Look what stands at each address and watch it; `told` hears of each as it answers."""
    with (
        open_desk(desk.folder, now=desk.clock()) as mine,
        working_on(mine, "sources add"),
        Workers(count=2) as workers,
    ):
        for added in watch(mine, workers, wanted):
            told(added)


def try_now(desk: Desk, source_id: str) -> SourceHealth:
    """Ask one source now, whatever it waits for; gives how it fares then."""
    source = desk.sources.get(source_id)
    if source is None:
        raise UsageError(f"There is no source '{source_id}'.")
    if source.muted:
        raise UsageError("This source is muted; let it speak first.")
    with open_desk(desk.folder, now=desk.clock()) as mine, working_on(mine, "try a source"):
        with mine.store.writing() as tx:
            for request in kind_of(source.kind).requests(source):
                addresses.ask_again(tx, request.url)
        alone = replace(mine, config=replace(mine.config, sources=(source,)))
        with Workers(count=1) as workers:
            for _ in gather(alone, workers):
                pass
        return next(one for one in health(mine, now=mine.clock()) if one.source_id == source_id)
