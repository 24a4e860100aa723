"""The line on which open pages hear that something changed.

In: the number an open page knows (`since`, or Last-Event-ID after a broken line) and the item it
shows. Out: server-sent events: the new number, or who has which item open. A page that was away
hears at once when it is behind. The number stands in the store, so that it does not matter who
made the change.
"""

import asyncio
import json
from collections.abc import AsyncIterator

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from watchdesk.desk.accounts import Person
from watchdesk.desk.room import Room

ASK_SECONDS = 0.5
PING_SECONDS = 15.0


def stream(request: Request, room: Room, who: Person) -> Response:
    """The events of one open page, until it is closed."""
    known = request.headers.get("last-event-id") or request.query_params.get("since", "")
    known_number = int(known) if known.isascii() and known.isdigit() else -1
    return StreamingResponse(
        _events(room, who, known_number, request.query_params.get("item", "")),
        media_type="text/event-stream",
        headers={"X-Accel-Buffering": "no"},
    )


async def _events(room: Room, who: Person, known: int, item_id: str) -> AsyncIterator[str]:
    present, waited = -1, PING_SECONDS
    try:
        while not room.closing:
            if waited >= PING_SECONDS:
                waited = 0.0
                if item_id:
                    room.presence.has(who.name, item_id)
                yield ": ping\n\n"
            number = await run_in_threadpool(room.seen)
            if number != known:
                known = number
                yield f"id: {number}\nevent: change\ndata: {number}\n\n"
            here = room.presence.all()
            if room.presence.number != present:
                present = room.presence.number
                yield f"event: presence\ndata: {json.dumps(here, ensure_ascii=False)}\n\n"
            await asyncio.sleep(ASK_SECONDS)
            waited += ASK_SECONDS
    finally:
        if item_id:
            room.presence.leaves(who.name, item_id)
