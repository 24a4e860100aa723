"""What a person brings in: an address, a note, a file, a picture.

In: an open desk, workers, and what is brought with who gave it and when. Out: a capture in the
archive like any other, read at once; or one clear sentence. Who brought what is kept as a decision.
While a run works on the desk nothing else writes the archive: an address is then left to the run.
"""

import json
import mimetypes
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import partial
from urllib.parse import quote, urlsplit

from watchdesk.archive import Exchange, Fetched
from watchdesk.config.watched import is_web_address
from watchdesk.model import (
    Article,
    Capture,
    Decision,
    How,
    Purpose,
    Request,
    UsageError,
    Verdict,
    WorldError,
    digest_of,
    identity,
)
from watchdesk.pipeline.asking import archived, fetcher_for
from watchdesk.pipeline.desk import Desk, open_desk, working_on
from watchdesk.pipeline.extraction import extract_one
from watchdesk.pipeline.grouping import group
from watchdesk.pipeline.steps import stepped
from watchdesk.pipeline.waiting import line_up
from watchdesk.store import addresses, articles, captures, decisions, work
from watchdesk.workers import Workers

MOST_BYTES = 40_000_000
_TYPES = {".eml": "message/rfc822", ".md": "text/markdown", ".txt": "text/plain"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Brought:
    """Something brought by hand: its bytes under a name, from whom, and when it was received."""

    name: str
    body: bytes
    given_by: str
    received: date


@dataclass(frozen=True, slots=True)
class Received:
    """What is held of it now; `article` is None where it has no words."""

    capture: Capture
    article: Article | None


def nominate(desk: Desk, url: str, *, by: str) -> Received | None:
    """Archive and read an address now; None where the run that is going on will do it.

    `UsageError` where the address is none, or does not answer.
    """
    if not is_web_address(url):
        raise UsageError(f"'{url}' is no address of the web; it begins with https://.")
    if (held := _held(desk, url)) is not None:
        return held
    try:
        with _alone(desk, "nominate") as mine:
            return _kept(mine, _answer(mine, url), by=by, note="nominated", value={})
    except WorldError:
        request = Request(url=url, source_id="", purpose=Purpose.ARTICLE)
        with desk.store.writing() as tx:
            addresses.ask(tx, (request,), desk.clock())
        return None


def bring(desk: Desk, brought: Brought, *, by: str) -> Received:
    """Archive what somebody gave, and read it."""
    if not brought.body:
        raise UsageError("There is nothing in it: write a note, or choose a file.")
    if len(brought.body) > MOST_BYTES:
        raise UsageError(f"The file is larger than {MOST_BYTES // 1_000_000} MB.")
    if not brought.given_by.strip():
        raise UsageError("Say from whom it is; it stands beside every word of it.")
    with _alone(desk, "bring in by hand") as mine:
        value = {"from": brought.given_by, "received": brought.received.isoformat()}
        return _kept(mine, _given(mine, brought), by=by, note="brought by hand", value=value)


def given_by(desk: Desk, capture_id: str) -> str:
    """Who gave what was brought by hand; empty for anything else."""
    with desk.store.reading() as tx:
        told = decisions.of(tx, f"capture:{capture_id}")
    return str(json.loads(told[0].value).get("from", "")) if told else ""


def _held(desk: Desk, url: str) -> Received | None:
    with desk.store.reading() as tx:
        article = articles.current_at(tx, url)
        capture = captures.get(tx, article.capture_id) if article else None
    return Received(capture, article) if capture else None


@contextmanager
def _alone(desk: Desk, what: str) -> Iterator[Desk]:
    """The desk, opened for writing its archive, while no run does."""
    with open_desk(desk.folder, now=desk.clock()) as mine, working_on(mine, what):
        yield mine


def _answer(desk: Desk, url: str) -> Fetched:
    found = list(stepped(partial(_fetched, desk, url)))
    others = [one for one in found if one.request.url != url]
    with desk.store.writing() as tx:
        archived(tx, desk.archive, others)
    answer = next(one for one in found if one.request.url == url)
    if answer.problem is not None:
        raise UsageError(answer.problem.message)
    return answer


async def _fetched(desk: Desk, url: str) -> AsyncIterator[Fetched]:
    async with fetcher_for(desk) as fetcher:
        fetcher.submit(Request(url=url, source_id="", purpose=Purpose.ARTICLE))
        async for fetched in fetcher.results():
            yield fetched


def _given(desk: Desk, brought: Brought) -> Fetched:
    """What was given, in the form in which the archive takes what a site gives."""
    name = brought.name.replace("\\", "/").rpartition("/")[2].strip() or "note.txt"
    suffix = f".{name.rpartition('.')[2].lower()}"
    kind = _TYPES.get(suffix) or mimetypes.guess_type(name)[0] or "application/octet-stream"
    place = digest_of(brought.body).removeprefix("sha256:")[:16]
    url = f"file:///by-hand/{place}/{quote(name)}"
    exchange = Exchange(
        url=url,
        asked_at=desk.clock(),
        status=200,
        response_headers=(("Content-Type", kind),),
        raw=brought.body,
        body=brought.body,
        media_type=kind,
        how=How.FILE,
    )
    purpose = Purpose.IMAGE if kind.startswith("image/") else Purpose.ARTICLE
    request = Request(url=url, source_id="", purpose=purpose)
    return Fetched(request=request, exchanges=(exchange,))


def _kept(desk: Desk, fetched: Fetched, *, by: str, note: str, value: dict[str, str]) -> Received:
    """Keep the records, who brought them, and read what has words."""
    now = desk.clock()
    with desk.store.writing() as tx:
        capture = archived(tx, desk.archive, (fetched,))[0][-1]
        decision = Decision(
            id=identity("brought", capture.id, by),
            subject=f"capture:{capture.revisit_of or capture.id}",
            verdict=Verdict.ACCEPT,
            by=by,
            at=now,
            note=note,
            value=json.dumps(value, ensure_ascii=False),
        )
        decisions.add(tx, decision)
        for stage, subject in line_up(capture):
            work.add(tx, stage, (subject,), now)
    if capture.purpose != Purpose.IMAGE.value and capture.revisit_of is None:
        with Workers(count=1) as workers:
            extract_one(desk, workers, capture.id)
        list(group(desk))
    with desk.store.reading() as tx:
        article = articles.of_capture(tx, capture.revisit_of or capture.id)
    return Received(capture, article)


def name_of(url: str) -> str:
    """How an address that is no watched source is named: by its host."""
    return (urlsplit(url).hostname or "").removeprefix("www.")
