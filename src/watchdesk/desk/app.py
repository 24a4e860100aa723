"""The desk as a web application: its doors, and what every visit passes on the way to a screen.

In: the desk's folder. Out: a Starlette application. Nothing of a screen stands here: the table in
`screens` says which doors there are.
"""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import datetime
from importlib.resources import files
from pathlib import Path

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from watchdesk.desk import entry, live
from watchdesk.desk.accounts import Person, person_of
from watchdesk.desk.catalogue import LOCALES, Words, words_for
from watchdesk.desk.guard import SAFE, Guard
from watchdesk.desk.room import Room
from watchdesk.desk.screen import Door, Screen
from watchdesk.desk.screens import SCREENS
from watchdesk.desk.visit import MenuEntry, Visit
from watchdesk.model import DeskError, Theme
from watchdesk.publish import tokens

LANGUAGE = "language"

Handler = Callable[[Request], Awaitable[Response]]


def make_app(folder: Path, *, now: datetime | None = None, guarded: bool = False) -> Starlette:
    """The desk in `folder`; `guarded` asks for a login even where nobody has a password yet."""
    room = Room(folder, now=now, guarded=guarded)

    room.places = frozenset(door.path.split("/")[1] for one in SCREENS for door in one.doors)

    @asynccontextmanager
    async def lifespan(_app: Starlette) -> AsyncIterator[None]:
        yield
        room.close()

    routes = [
        Route("/enter", _entry(room), methods=["GET", "POST"]),
        Route("/leave", _leaving(room), methods=["POST"]),
        Route("/language", _language, methods=["POST"]),
        Route("/live", _live(room)),
        Route("/colours.css", _colours),
        *_static(),
        *(
            Route(door.path, _handler(room, screen, door), methods=[door.method])
            for screen in SCREENS
            for door in screen.doors
        ),
    ]
    around = [Middleware(Guard), Middleware(GZipMiddleware)]
    app = Starlette(routes=routes, middleware=around, lifespan=lifespan)
    app.state.room = room
    return app


def _static() -> tuple[Mount, ...]:
    """Our own files, and the letters that the issue itself is set in."""
    ours, house = files("watchdesk.desk"), files("watchdesk.publish")
    return tuple(
        Mount(path, StaticFiles(directory=str(folder)))
        for path, folder in (
            ("/static", ours / "static"),
            ("/style", house / "style"),
            ("/fonts", house / "fonts"),
        )
    )


async def _colours(_request: Request) -> Response:
    """The colours of the house look as it ships, light and dark."""
    return Response(tokens(Theme()), media_type="text/css")


def _words(request: Request, room: Room) -> Words:
    wanted = (request.cookies.get(LANGUAGE, ""), request.headers.get("accept-language", ""))
    return words_for(",".join((*wanted, room.desk.config.language)), room.zone)


def _who(request: Request, room: Room) -> Person | None:
    token = request.cookies.get(entry.COOKIE)
    desk = room.desk
    found = token and person_of(desk.store, desk.config, token, now=desk.clock())
    return found or room.local_editor()


def _entry(room: Room) -> Handler:
    async def endpoint(request: Request) -> Response:
        return await entry.enter(request, room, _words(request, room))

    return endpoint


def _leaving(room: Room) -> Handler:
    async def endpoint(request: Request) -> Response:
        return await entry.leave(request, room)

    return endpoint


async def _language(request: Request) -> Response:
    """Keep the language that a reader chose, and go back."""
    form = await request.form()
    answer = RedirectResponse("/", status_code=303)
    chosen = str(form.get("language", ""))
    if chosen in LOCALES:
        answer.set_cookie(LANGUAGE, chosen, max_age=31_536_000, httponly=True, samesite="lax")
    return answer


def _live(room: Room) -> Handler:
    async def endpoint(request: Request) -> Response:
        who = await run_in_threadpool(_who, request, room)
        if who is None:
            return PlainTextResponse("Log in first.", status_code=401)
        return live.stream(request, room, who)

    return endpoint


def _handler(room: Room, screen: Screen, door: Door) -> Handler:
    async def endpoint(request: Request) -> Response:
        who = await run_in_threadpool(_who, request, room)
        if who is None:
            return _to_the_door(request)
        form = FormData() if request.method in SAFE else await request.form()
        visit = Visit(
            room=room,
            who=who,
            words=_words(request, room),
            path=request.path_params,
            query=request.query_params,
            form=form,
            fragment=request.headers.get("hx-request") == "true",
            menu=_menu(request, room, who, screen),
            address=str(request.base_url).rstrip("/"),
        )
        try:
            return await run_in_threadpool(_answered, door, visit)
        finally:
            await form.close()

    return endpoint


def _answered(door: Door, visit: Visit) -> Response:
    """What the screen says; an expected failure is a sentence, not a broken page."""
    if visit.who.role < door.least:
        return visit.refused(visit.words.say("common.not_yours"), status=403)
    try:
        return door.answer(visit)
    except DeskError as error:
        return visit.refused(str(error))


def _to_the_door(request: Request) -> Response:
    if request.headers.get("hx-request") == "true":
        return Response(status_code=401, headers={"HX-Redirect": "/enter"})
    return RedirectResponse("/enter", status_code=303)


def _menu(request: Request, room: Room, who: Person, here: Screen) -> tuple[MenuEntry, ...]:
    words = _words(request, room)
    return tuple(
        MenuEntry(path=one.menu, title=words.say(one.title), here=one is here)
        for one in SCREENS
        if one.menu and one.least <= who.role
    )
