"""Finds out what pasted addresses are, and watches what can be watched there.

In: an open desk and a list of addresses. Out: for each what was found, in the order in which the
sites answer, and the source that was made of it. Each answer is archived like any other;
`watch` writes sources.toml when all have answered.
"""

import asyncio
from collections.abc import AsyncIterator, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial

from watchdesk.archive import Fetched, Fetcher
from watchdesk.config import add_sources
from watchdesk.model import Purpose, Request, Source
from watchdesk.pipeline.asking import archived, fetcher_for
from watchdesk.pipeline.desk import Desk
from watchdesk.pipeline.reading import look_at
from watchdesk.pipeline.steps import stepped
from watchdesk.sources import Found, Listed, blocked, source_from
from watchdesk.workers import Died, Workers


@dataclass(frozen=True, slots=True)
class Added:
    """One address, what stands there, and the source made of it.

    `source` is None where nothing can be watched, or where it is watched already.
    """

    listed: Listed
    found: Found
    source: Source | None


def watch(
    desk: Desk, workers: Workers, wanted: Sequence[Listed], *, title: str = "", party: str = ""
) -> Iterator[Added]:
    """Look what stands at each address, and watch it; title and party stand before the list's."""
    taken = {source.id for source in desk.config.sources}
    watched = {address_of(source) for source in desk.config.sources}
    added: list[Source] = []
    for listed, found in find_sources(desk, workers, wanted):
        source = None
        if found.kind and found.url not in watched:
            named = {"title": title or listed.title, "party": party or listed.group}
            source = source_from(found, taken=taken, **named)
            taken.add(source.id)
            watched.add(found.url)
            added.append(source)
        yield Added(listed, found, source)
    add_sources(desk.folder, added)


def address_of(source: Source) -> str:
    """The web address or folder that is watched."""
    return str(getattr(source.options, "url", "") or getattr(source.options, "path", ""))


@dataclass(slots=True)
class _Search:
    """One listed address: what it seems to be, and the places that are still to be asked."""

    listed: Listed
    seems: Found | None = None
    places: set[str] = field(default_factory=set)


def find_sources(
    desk: Desk, workers: Workers, wanted: Sequence[Listed]
) -> Iterator[tuple[Listed, Found]]:
    """What each address is; where a front page names no feed, the common places are tried."""
    return stepped(partial(_found, desk, workers, wanted))


async def _found(
    desk: Desk, workers: Workers, wanted: Sequence[Listed]
) -> AsyncIterator[tuple[Listed, Found]]:
    asked: dict[str, _Search] = {}
    async with fetcher_for(desk) as fetcher:
        for listed in wanted:
            _ask(fetcher, asked, listed.url, _Search(listed))
        async for fetched in fetcher.results():
            _keep(desk, fetched)
            search = asked.pop(fetched.request.url, None)
            if search is None:
                continue  # a robots.txt
            found = await _what(workers, fetched)
            if (settled := _settle(fetcher, asked, search, found)) is not None:
                yield search.listed, settled


def _ask(fetcher: Fetcher, asked: dict[str, _Search], url: str, search: _Search) -> None:
    asked[url] = search
    search.places.add(url)
    fetcher.submit(Request(url=url, source_id="", purpose=Purpose.INDEX))


def _keep(desk: Desk, fetched: Fetched) -> None:
    with desk.store.writing() as tx:
        archived(tx, desk.archive, (fetched,))


async def _what(workers: Workers, fetched: Fetched) -> Found:
    if fetched.problem is not None:
        return blocked(fetched.problem, fetched.request.url)
    answer = fetched.exchanges[-1]
    job = workers.submit(look_at, (answer.url, answer.media_type, answer.body))
    found = await asyncio.wrap_future(job)
    if isinstance(found, Died):
        return Found(kind="", url=answer.url, why=f"reading it was given up: it {found.why}")
    return found


def _settle(
    fetcher: Fetcher, asked: dict[str, _Search], search: _Search, found: Found
) -> Found | None:
    """What is settled now; None while other places may still hold a feed."""
    search.places.discard(found.url)
    if search.seems is None:
        search.seems = found
        search.places.clear()
        for place in found.next_places:
            if place not in asked:
                _ask(fetcher, asked, place, search)
        return None if search.places else found
    search.places = {url for url, other in asked.items() if other is search}
    if found.kind == "feed":
        for place in search.places:
            asked.pop(place)
        return found
    return None if search.places else search.seems
