"""The kind "feed": RSS 0.9 to 2.0, RDF, Atom, JSON Feed.

In: a source and the capture of its feed. Out: leads, newest entries first as the feed has them, at
most as many as its options say; damage as problems.
"""

import hashlib
import re
from dataclasses import dataclass
from html import unescape

from watchdesk.model import Capture, Code, Lead, Problem, Purpose, Request, Source, Stage
from watchdesk.sources.addresses import absolute
from watchdesk.sources.dates import moment
from watchdesk.sources.entries import (
    LONGEST_ID,
    LONGEST_SUMMARY,
    Entry,
    NotAFeed,
    cut,
    is_html,
    read_feed,
)
from watchdesk.sources.kind import Reading, SourceKind
from watchdesk.sources.links import alternates


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedOptions:
    """A feed.

    Attributes:
        url: the feed's address.
        every_minutes: how often a timer's run asks, in minutes.
        most: how many entries of one reading are looked at.
    """

    url: str
    every_minutes: int = 60
    most: int = 500


def requests(source: Source) -> tuple[Request, ...]:
    """The feed itself."""
    options = source.options
    assert isinstance(options, FeedOptions)
    return (Request(url=options.url, source_id=source.id, purpose=Purpose.INDEX),)


def leads(source: Source, capture: Capture, body: bytes) -> Reading:
    """The entries of a feed as leads."""
    options = source.options
    assert isinstance(options, FeedOptions)
    try:
        feed = read_feed(body, capture.url)
    except NotAFeed as error:
        return Reading(problems=(_no_feed(capture, body, str(error)),))
    found = [lead for e in feed.entries[: options.most] if (lead := _lead(e, source, capture))]
    damage = (_damaged(capture, feed.damage),) if feed.damage else ()
    return Reading(leads=tuple(found), problems=damage, title=feed.title)


def _lead(entry: Entry, source: Source, capture: Capture) -> Lead | None:
    url = absolute(entry.url, capture.url)
    title = cut(plain(entry.title))
    if not (url or entry.id or title):
        return None
    return Lead(
        url=url,
        source_id=source.id,
        found_in=capture.id,
        entry_id=short_id(entry.id),
        title=title,
        summary=(entry.summary or entry.content)[:LONGEST_SUMMARY].replace("\x00", ""),
        authors=tuple(cut(plain(author), 200) for author in entry.authors[:20]),
        categories=tuple(cut(plain(tag), 100) for tag in entry.categories[:30] if tag),
        published=moment(entry.published, seen=capture.fetched_at),
        updated=moment(entry.updated, seen=capture.fetched_at),
    )


def short_id(entry_id: str) -> str:
    """The id as it came, or its digest where it is longer than ids are."""
    if len(entry_id) <= LONGEST_ID:
        return entry_id
    return "sha256:" + hashlib.sha256(entry_id.encode("utf-8", "replace")).hexdigest()


def plain(text: str) -> str:
    """A title or name without markup; feeds escape it once, twice or not at all."""
    return unescape(re.sub(r"<[^<>]{0,500}>", " ", unescape(text[:10_000])))


def _no_feed(capture: Capture, body: bytes, why: str) -> Problem:
    proposal = ""
    if is_html(body) and (others := alternates(body, capture.url)):
        proposal = f" The page names another feed: {others[0].url}"
    return Problem(
        stage=Stage.GATHER,
        subject=capture.asked,
        code=Code.NOT_A_FEED,
        message=f"No feed at {capture.asked}: {why}.{proposal}",
        source_id=capture.source_id,
    )


def _damaged(capture: Capture, damage: str) -> Problem:
    return Problem(
        stage=Stage.GATHER,
        subject=capture.asked,
        code=Code.DAMAGED_FEED,
        message=f"The feed {capture.asked} is damaged: {damage}. What could be read was taken.",
        source_id=capture.source_id,
    )


KIND = SourceKind(
    name="feed",
    about="RSS 0.9 to 2.0, RDF, Atom or JSON Feed",
    options=FeedOptions,
    requests=requests,
    leads=leads,
)
