"""Placed articles of one long run, repaired once nothing more can join their stories.

In: each placed article. Out: now and then, and at the end, the story of each
article that belongs elsewhere. A story is looked at again when it has been idle for the window, so
that what is kept stays as small as the window, and each article is looked at once.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from watchdesk.stories.calendar import DAY
from watchdesk.stories.fading import Fading
from watchdesk.stories.placed import Placed
from watchdesk.stories.repair import Standing, repaired

LEAST = 1500
"""So many articles wait before any is looked at."""


@dataclass(slots=True)
class Backlog:
    """Articles that wait for their second look."""

    fading: Fading
    _waiting: dict[str, Standing] = field(default_factory=dict)
    _near: dict[str, tuple[str, ...]] = field(default_factory=dict)
    _copies: dict[str, list[str]] = field(default_factory=dict)
    _most: int = LEAST

    def add(self, placed: Placed) -> Mapping[str, str]:
        """Take an article in; gives the stories of those whose second look was due."""
        kept, mark = placed.piece, placed.mark
        if placed.origin != kept.id:
            self._copies.setdefault(placed.origin, []).append(kept.id)
            return {}
        at = kept.at.timestamp()
        self._waiting[kept.id] = Standing(
            kept.id, placed.story, mark.terms, at, mark.dated, mark.language
        )
        self._near[kept.id] = placed.near
        if len(self._waiting) < self._most:
            return {}
        moved = self._look_at(self._idle(at))
        self._most = max(LEAST, 3 * len(self._waiting) // 2)
        return moved

    def rest(self) -> Mapping[str, str]:
        """The stories of all that still wait, at the end."""
        return self._look_at(list(self._waiting))

    def _idle(self, now: float) -> list[str]:
        """The articles of stories that nothing can join any more."""
        last: dict[str, float] = {}
        for one in self._waiting.values():
            last[one.story] = max(last.get(one.story, one.at), one.at)
        edge = now - self.fading.window_days * DAY
        return [id_ for id_, one in self._waiting.items() if last[one.story] < edge]

    def _look_at(self, ids: Iterable[str]) -> dict[str, str]:
        chosen = [self._waiting.pop(id_) for id_ in ids]
        places = {one.id: place for place, one in enumerate(chosen)}
        pairs = [
            (places[one.id], places[other])
            for one in chosen
            for other in self._near.pop(one.id)
            if other in places
        ]
        moved = repaired(chosen, pairs, self.fading)
        copies = {copy: story for id_, story in moved.items() for copy in self._copies.get(id_, ())}
        for one in chosen:
            self._copies.pop(one.id, None)
        return moved | copies
