"""The kind "feed": RSS 0.9 to 2.0, RDF, Atom, JSON Feed.

In: a source and the capture of its feed. Out: leads in the feed's order, the newest ones where it
has more than the options allow; damage as problems, beside what could be read. A date later than
the capture can explain is left out: it is not known then, and the time of the capture bounds it.
"""

import hashlib
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from html import unescape

from watchdesk.model import Capture, Code, Lead, Problem, Purpose, Request, Source, Stage
from watchdesk.sources.addresses import absolute
from watchdesk.sources.dates import moment, read
from watchdesk.sources.entries import is_html, read_feed
from watchdesk.sources.entry import LONGEST_ID, LONGEST_SUMMARY, Entry, NotAFeed, cut
from watchdesk.sources.kind import Reading, SourceKind
from watchdesk.sources.links import alternates
from watchdesk.sources.tree import parsed

_NEVER = datetime.min.replace(tzinfo=UTC)
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,500}>|<!--.{0,500}?-->", re.DOTALL)
_UNSEEN = re.compile(r"<(script|style)\b.{0,5000}?(?:</\1\s*>|\Z)", re.DOTALL | re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedOptions:
    """A feed.

    Attributes:
        url: the feed's address.
        every_minutes: how often a timer's run asks, in minutes.
        most: how many entries of one reading are looked at, the newest.
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
        feed = read_feed(body, capture.url, charset=capture.charset)
    except NotAFeed as error:
        return Reading(problems=(_no_feed(capture, body, str(error)),))
    entries = newest(feed.entries, options.most)
    found = [lead for entry in entries if (lead := _lead(entry, source, capture))]
    damage = (_damaged(capture, feed.damage),) if feed.damage else ()
    return Reading(leads=tuple(found), problems=damage, title=feed.title)


def newest(entries: tuple[Entry, ...], most: int) -> tuple[Entry, ...]:
    """The newest `most` entries in the feed's own order, which is not always newest first.

    What has no date that can be read counts as old as the feed's order makes it: behind all dates.
    """
    if len(entries) <= most:
        return entries
    dated = [
        (read(entry.published or entry.updated) or _NEVER, -at) for at, entry in enumerate(entries)
    ]
    kept = sorted(range(len(entries)), key=dated.__getitem__, reverse=True)[:most]
    return tuple(entries[at] for at in sorted(kept))


def _lead(entry: Entry, source: Source, capture: Capture) -> Lead | None:
    url = absolute(entry.url, capture.url)
    title = cut(plain(entry.title))
    summary = (entry.summary or entry.content)[:LONGEST_SUMMARY].replace("\x00", "")
    if not (url or title or (entry.id and summary)):
        return None
    return Lead(
        url=url,
        source_id=source.id,
        found_in=capture.id,
        entry_id=short_id(entry.id),
        title=title,
        summary=summary,
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
    """A title or name without markup; feeds escape it once, twice or not at all.

    Only what has the form of a tag is taken away: "5 < 6" and "<%= 7 %>" stay words.
    """
    shown = unescape(text[:10_000])
    return unescape(_TAG.sub(" ", _UNSEEN.sub(" ", shown)))


def _no_feed(capture: Capture, body: bytes, why: str) -> Problem:
    proposal = ""
    if is_html(body) and (others := alternates(parsed(body, capture.charset), capture.url)):
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
