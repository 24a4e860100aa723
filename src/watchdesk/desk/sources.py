"""What is watched: how each source fares, add by paste, try now, mute.

Looking at pasted addresses takes time: it goes on beside the visits, and the page tells what was
found so far. What it found stands in sources.toml; what is held here can be lost.
"""

from dataclasses import dataclass, field
from threading import Lock, Thread

from starlette.responses import Response

from watchdesk.config import set_muted
from watchdesk.desk.screen import Screen, acts, looks
from watchdesk.desk.visit import Visit
from watchdesk.model import DeskError, UsageError
from watchdesk.pipeline import Desk, health, watching
from watchdesk.pipeline.adding import Added, address_of
from watchdesk.sources import Listed


@dataclass(slots=True)
class Looking:
    """The pasted addresses that are being looked at, or were last."""

    wanted: tuple[Listed, ...] = ()
    found: list[Added] = field(default_factory=list)
    stopped: str = ""
    running: bool = False
    _lock: Lock = field(default_factory=Lock)

    def begin(self, desk: Desk, wanted: tuple[Listed, ...]) -> Thread:
        """Start looking; `UsageError` while an earlier list is not done."""
        with self._lock:
            if self.running:
                raise UsageError("An earlier list is still being looked at; wait for it.")
            self.wanted, self.found, self.stopped, self.running = wanted, [], "", True
        thread = Thread(target=self._look, args=(desk,), daemon=True)
        thread.start()
        return thread

    def _look(self, desk: Desk) -> None:
        try:
            watching.look_and_watch(desk, self.wanted, self.found.append)
        except DeskError as error:
            self.stopped = str(error)
        finally:
            self.running = False


LOOKING: dict[str, Looking] = {}
"""By the desk's folder."""


def _looking(visit: Visit) -> Looking:
    return LOOKING.setdefault(str(visit.desk.folder), Looking())


def _look(visit: Visit) -> Response:
    desk = visit.desk
    return visit.page(
        "sources.html",
        rows=health(desk, now=desk.clock()),
        places={source.id: address_of(source) for source in desk.config.sources},
        looking=_looking(visit),
        tried=visit.query.get("tried", ""),
    )


def _add(visit: Visit) -> Response:
    file = visit.uploaded("file")
    body = file.file.read(2_000_000) if file else visit.given("list").encode()
    _looking(visit).begin(visit.desk, watching.pasted(body))
    return visit.moved("/sources#adding")


def _try(visit: Visit) -> Response:
    row = watching.try_now(visit.desk, visit.path["source_id"])
    return visit.moved(f"/sources?tried={row.source_id}#s-{row.source_id}")


def _mute(visit: Visit) -> Response:
    source_id = visit.path["source_id"]
    set_muted(visit.desk.folder, source_id, muted=visit.given("muted") == "yes")
    return visit.moved(f"/sources#s-{source_id}")


SCREEN = Screen(
    title="sources.title",
    menu="/sources",
    doors=(
        looks("/sources", _look),
        acts("/sources/add", _add),
        acts("/sources/{source_id}/try", _try),
        acts("/sources/{source_id}/mute", _mute),
    ),
)
