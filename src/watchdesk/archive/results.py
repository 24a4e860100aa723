"""Results on their way from the lanes of a fetcher to whoever takes them.

In: results as they end, or the error that ended a lane. Out: all that are there, up to a number.
"""

import asyncio
from dataclasses import dataclass

from watchdesk.archive.exchange import Fetched


@dataclass(frozen=True, slots=True)
class Result:
    """A result, and its share of the large bodies' memory."""

    fetched: Fetched
    large: int = 0


class Results:
    """A queue that is emptied by many at once."""

    def __init__(self) -> None:
        self._queue: asyncio.Queue[Result | Exception] = asyncio.Queue()

    def put(self, result: Result | Exception) -> None:
        """Hand over a result, or a bug that must reach whoever takes the results."""
        self._queue.put_nowait(result)

    async def take(self, most: int) -> tuple[Result, ...]:
        """Wait for one, and take what else is there by then, `most` in all."""
        taken = [await self._queue.get()]
        while len(taken) < most and not self._queue.empty():
            taken.append(self._queue.get_nowait())
        return tuple(map(_sound, taken))


def _sound(result: Result | Exception) -> Result:
    if isinstance(result, Exception):
        raise result
    return result
