"""The public pages as a web application, for a place behind a reverse proxy.

In: the desk's folder. Out: a Starlette application with the forms, the address for reports of
bounces, and the published site. Nothing else of the desk can be reached through it.
"""

import asyncio
import os
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import ExitStack, asynccontextmanager, suppress
from datetime import datetime
from importlib.resources import files
from pathlib import Path

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from watchdesk.pipeline import Desk, open_desk
from watchdesk.pipeline.bouncing import is_signed, take_report
from watchdesk.pipeline.building import SITE
from watchdesk.pipeline.post import post_of
from watchdesk.public.clerk import EVERY_SECONDS, answer_letters
from watchdesk.public.guard import Guard, Rates
from watchdesk.public.pages import Pages

OWN = ("subscribe", "confirm", "leave", "preferences", "bounces")
"""The first step of the paths that are ours; everything else is the published site."""

READ = ["GET", "HEAD", "POST"]


def make_app(
    folder: Path, *, now: datetime | None = None, every: float = EVERY_SECONDS
) -> Starlette:
    """The public pages of the desk in `folder`; a `DeskError` says what they lack.

    `every` are the seconds between two looks at what waits for a letter.
    """
    stack = ExitStack()
    desk = stack.enter_context(open_desk(folder, now=now))
    post, pages = post_of(desk), Pages(desk)

    @asynccontextmanager
    async def lifespan(_app: Starlette) -> AsyncIterator[None]:
        clerk = asyncio.create_task(answer_letters(desk, post, every))
        yield
        clerk.cancel()
        with suppress(asyncio.CancelledError):
            await clerk
        stack.close()

    site = folder / SITE
    return Starlette(
        routes=[
            Route("/subscribe", pages.subscribe, methods=READ),
            Route("/subscribe/style.css", _style, methods=["GET"]),
            Route("/confirm/{token}", pages.confirm, methods=READ),
            Route("/leave/{token}", pages.leave, methods=READ),
            Route("/preferences/{token}", pages.preferences, methods=READ),
            Route("/bounces", _reports(desk), methods=["POST"]),
            Mount("/", StaticFiles(directory=site, html=True, check_dir=False)),
        ],
        middleware=[
            Middleware(Guard, rates=Rates(desk.config.public.per_minute), own=OWN),
        ],
        lifespan=lifespan,
    )


def _reports(desk: Desk) -> Callable[[Request], Awaitable[Response]]:
    """The door for signed reports of mails that came back."""
    name = desk.config.bounces.webhook_env
    secret = os.environ.get(name, "") if name else ""

    async def take(request: Request) -> Response:
        body = await request.body()
        signature = request.headers.get("x-watchdesk-signature", "")
        if not is_signed(secret, signature, body, desk.clock()):
            return Response(status_code=404)
        taken = await run_in_threadpool(take_report, desk, body)
        return Response(status_code=204 if taken else 400)

    return take


async def _style(_request: Request) -> Response:
    """The forms' look."""
    text = files(__package__).joinpath("style.css").read_text("utf-8")
    return Response(text, media_type="text/css")
