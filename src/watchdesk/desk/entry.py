"""The door: log in and out. Wrong names and wrong passwords look the same and are counted."""

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from watchdesk.desk.accounts import LASTS, log_in, log_out
from watchdesk.desk.catalogue import Words
from watchdesk.desk.pages import render
from watchdesk.desk.room import Room

COOKIE = "watchdesk"
TOO_MANY = 429


async def enter(request: Request, room: Room, words: Words) -> Response:
    """The login page, or what became of a try."""
    if request.method == "GET":
        return _page(words, "")
    form = await request.form()
    name, password = str(form.get("name", ""))[:200], str(form.get("password", ""))[:1000]
    keys = (f"name {name}", f"address {request.client.host if request.client else ''}")
    if room.tries.too_many(*keys):
        return _page(words, words.say("entry.too_many"), TOO_MANY)
    desk = room.desk
    token = await run_in_threadpool(
        log_in, desk.store, desk.config, name, password, now=desk.clock()
    )
    if token is None:
        room.tries.failed(*keys)
        return _page(words, words.say("entry.wrong"), 401)
    room.tries.succeeded(*keys)
    answer = RedirectResponse("/", status_code=303)
    answer.set_cookie(
        COOKIE,
        token,
        max_age=int(LASTS.total_seconds()),
        httponly=True,
        samesite="lax",
        secure=request.url.scheme == "https",
    )
    return answer


async def leave(request: Request, room: Room) -> Response:
    """End the session."""
    if token := request.cookies.get(COOKIE):
        await run_in_threadpool(log_out, room.desk.store, token)
    answer = RedirectResponse("/enter", status_code=303)
    answer.delete_cookie(COOKIE)
    return answer


def _page(words: Words, sentence: str, status: int = 200) -> Response:
    values = {"words": words, "say": words.say, "sentence": sentence}
    return HTMLResponse(render("enter.html", values), status_code=status)
