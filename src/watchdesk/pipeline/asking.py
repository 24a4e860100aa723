"""How a desk asks: its fetcher, what it may ask, with which validators, and how answers are kept.

In: an open desk. Out: a fetcher under the desk's limits; captures of what it brought. What follows
from an answer stands in `answers`.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta
from functools import cache, partial
from pathlib import Path
from urllib.parse import urlsplit

from watchdesk.archive import (
    KEEP_ROBOTS,
    Archive,
    Fetched,
    Fetcher,
    Limits,
    Robots,
    RobotsText,
    within,
)
from watchdesk.model import Capture, Source, Validators
from watchdesk.pipeline.desk import Desk
from watchdesk.store import Transaction, addresses, captures
from watchdesk.store.addresses import Address, RobotsRow

WHOLE_AGAIN = timedelta(days=1)
"""Validators lie now and then; once a day a list is asked for whole, so that news come late at
worst."""


def fetcher_for(desk: Desk) -> Fetcher:
    """A fetcher with the desk's limits, allowed addresses and known robots.txt files."""
    config = desk.config
    with desk.store.reading() as tx:
        kept = addresses.robots_since(tx, desk.clock() - KEEP_ROBOTS)
    limits = Limits(
        per_host_delay=config.limits.per_host_delay,
        connections=config.limits.connections,
        max_bytes=config.limits.max_bytes,
        max_document_bytes=config.limits.max_document_bytes,
        max_image_bytes=config.limits.max_image_bytes,
        total_seconds=config.limits.total_seconds,
        retry_seconds=config.limits.retry_seconds,
    )
    return Fetcher(
        limits=limits,
        allowed=config.allowed_addresses,
        folders=folders_of(config.sources),
        robots=Robots(tuple(map(_robots_text, kept))),
        clock=desk.clock,
        contact=config.contact,
        only_hosts=config.limits.only_hosts,
    )


def may_ask(desk: Desk, url: str) -> bool:
    """Whether the desk asks this host: any, unless desk.toml names the only ones."""
    only = desk.config.limits.only_hosts
    return not only or url.startswith("file:") or within(urlsplit(url).hostname or "", only)


def archived(tx: Transaction, archive: Archive, fetched: Fetched) -> tuple[Capture, ...]:
    """Write an answer's records and rows, as revisits where the same body is held already."""
    previous = cache(partial(captures.newest_at, tx))

    def known(url: str, digest: str) -> Capture | None:
        newest = previous(url)
        return newest if newest and newest.digest == digest else None

    kept = archive.keep(fetched, known=known, previous=previous)
    captures.add(tx, kept)
    return kept


def folders_of(sources: Iterable[Source]) -> tuple[Path, ...]:
    """The folders that sources of kind "folder" watch; nothing else on this machine is read."""
    paths = (getattr(source.options, "path", None) for source in sources)
    return tuple(Path(path) for path in paths if path)


def _robots_text(row: RobotsRow) -> RobotsText:
    return RobotsText(host=row.host, fetched_at=row.fetched_at, status=row.status, body=row.body)


def validators_to_send(known: Address, now: datetime) -> Validators:
    """What to ask with, so that an unchanged list is not sent again; nothing once a day."""
    fresh = known.asked_whole_at is not None and known.asked_whole_at + WHOLE_AGAIN > now
    return known.validators if fresh and known.capture_id else Validators()
