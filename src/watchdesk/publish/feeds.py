"""The feeds: RSS 2.0, Atom and JSON Feed, with the items of the newest issue.

Comes in: a publication. Goes out: three files at the site's root. Ids are the items' own and stay
when the site moves; addresses are absolute once the site has one, and relative until then.
An older issue that is published again leaves the feeds alone.
"""

import json
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import format_datetime

from watchdesk.publish.layout import view_of
from watchdesk.publish.publication import File, Publication, issue_path
from watchdesk.publish.publisher import Publisher
from watchdesk.publish.safe import isolated, shown
from watchdesk.publish.setting import set_page
from watchdesk.publish.views import IssueView, ItemView, SectionView


@dataclass(frozen=True, slots=True)
class FeedOptions:
    """A feed holds at most `items` items, in the order of the issue."""

    items: int = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One item as all three formats need it."""

    id: str
    url: str
    title: str
    html: str
    text: str
    section: str
    language: str
    at: datetime


def feeds(options: FeedOptions | None = None) -> Publisher:
    """The publisher of the feeds."""
    chosen = options or FeedOptions()
    return Publisher(
        name="feeds",
        about="RSS, Atom and JSON Feed of the newest issue",
        options=chosen,
        render=lambda publication: render(publication, options=chosen),
    )


def render(publication: Publication, *, options: FeedOptions) -> tuple[File, ...]:
    """The three feeds, or nothing where a newer issue owns them."""
    if not publication.newest:
        return ()
    view = view_of(publication)
    entries = tuple(_entries(view))[: options.items]
    values = {
        "publication": publication,
        "language": view.tongue.language,
        "entries": entries,
        "id": lasting_id("desk", publication.desk_title),
        "updated": publication.issue.dated,
        "rfc822": _rfc822,
        "iso": _iso,
        "page": publication.base + issue_path(publication.issue.number),
    }
    return (
        File("feed.xml", "application/rss+xml", set_page("rss.xml", **values).encode()),
        File("atom.xml", "application/atom+xml", set_page("atom.xml", **values).encode()),
        File("feed.json", "application/feed+json", _json(view, entries=entries)),
    )


def lasting_id(kind: str, *parts: str) -> str:
    """A URN for a thing of ours: it does not depend on where the site lies."""
    name = "\x1f".join(("watchdesk", kind, *parts))
    return f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, name)}"


def _entries(view: IssueView) -> Iterator[Entry]:
    for section in view.sections:
        for item in section.items:
            yield _entry(view, section=section, item=item)


def _entry(view: IssueView, *, section: SectionView, item: ItemView) -> Entry:
    publication = view.publication
    return Entry(
        id=lasting_id("item", publication.issue.id, item.id),
        url=publication.base + item.path,
        title=isolated(item.headline.words.text),
        html=set_page("entry.html", item=item, t=view.tongue, base=publication.base).strip(),
        text=_text(item),
        section=shown(section.title),
        language=item.headline.words.language,
        at=publication.issue.dated,
    )


def _text(item: ItemView) -> str:
    lines = [line.words.text for line in item.lines]
    lines += [f"{rival.printed}: {rival.says}" for rival in item.rivals]
    lines += [
        f"{quote.words.quoted} — {quote.speaker}" if quote.speaker else quote.words.quoted
        for quote in item.quotes
    ]
    return "\n\n".join(isolated(line) for line in lines) or isolated(item.headline.words.text)


def _json(view: IssueView, *, entries: tuple[Entry, ...]) -> bytes:
    publication = view.publication
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": shown(publication.desk_title),
        "language": view.tongue.language,
        "description": shown(publication.example_note),
        "home_page_url": publication.base,
        "feed_url": publication.base and publication.base + "feed.json",
        "items": [_json_item(entry) for entry in entries],
    }
    kept = {key: value for key, value in feed.items() if value != ""}
    return (json.dumps(kept, ensure_ascii=False, indent=1) + "\n").encode()


def _json_item(entry: Entry) -> dict[str, object]:
    return {
        "id": entry.id,
        "url": entry.url,
        "title": entry.title,
        "content_html": entry.html,
        "content_text": entry.text,
        "date_published": _iso(entry.at),
        "tags": [entry.section],
        "language": entry.language,
    }


def _rfc822(moment: datetime) -> str:
    return format_datetime(moment.astimezone(UTC))


def _iso(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
