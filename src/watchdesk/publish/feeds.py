"""The feeds: RSS 2.0, Atom and JSON Feed, of the whole site and of each section.

Comes in: the items of the newest issues. Goes out: three files for each feed. Ids are the items'
own and stay when the site moves; addresses are absolute once the site has one, and relative until
then. Sections have feeds of their own only then.
"""

import json
import uuid
from collections.abc import Iterator
from datetime import UTC, datetime
from email.utils import format_datetime

from watchdesk.publish.publication import File
from watchdesk.publish.safe import isolated, shown
from watchdesk.publish.setting import set_page
from watchdesk.publish.site import Entry, Site
from watchdesk.publish.tongue import tongue
from watchdesk.publish.views import IssueView, ItemView, SectionView

MOST = 100
"""Items of the whole feed; one of a section has half as many."""

MOST_CORRECTIONS = 20


def lasting_id(kind: str, *parts: str) -> str:
    """A URN for a thing of ours: it does not depend on where the site lies."""
    name = "\x1f".join(("watchdesk", kind, *parts))
    return f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, name)}"


def entries(view: IssueView) -> tuple[Entry, ...]:
    """The items of one issue as feeds need them, in reading order."""
    return tuple(
        _entry(view, section=section, item=item)
        for section in view.sections
        for item in section.items
    )


def feeds(site: Site, *, most: int = MOST) -> Iterator[File]:
    """The feeds of the whole site: what was corrected of late, then the items."""
    listed = (*_corrected(site), *site.entries)[:most]
    yield from _feed(site, listed, folder="", title=site.desk_title)


def section_feeds(site: Site, key: str, title: str, *, most: int = MOST // 2) -> Iterator[File]:
    """The feeds of one section, where the site has an address."""
    if site.base:
        own = tuple(entry for entry in site.entries if entry.section == key)[:most]
        whole = f"{site.desk_title}: {title}"
        yield from _feed(site, own, folder=f"sections/{key}/", title=whole)


def _feed(site: Site, listed: tuple[Entry, ...], *, folder: str, title: str) -> Iterator[File]:
    home = f"{folder}index.html" if folder else ""
    values = {
        "publication": site,
        "title": title,
        "base": site.base,
        "folder": folder,
        "language": tongue(site.language).language,
        "entries": listed,
        "id": lasting_id("desk", site.desk_title, *folder.split("/")[1:2]),
        "updated": max(each.at for each in listed) if listed else _since(site),
        "rfc822": _rfc822,
        "iso": _iso,
        "home": site.base + home or "index.html",
    }
    yield File(f"{folder}feed.xml", "application/rss+xml", set_page("rss.xml", **values).encode())
    yield File(f"{folder}atom.xml", "application/atom+xml", set_page("atom.xml", **values).encode())
    body = _json(site, listed, folder=folder, title=title)
    yield File(f"{folder}feed.json", "application/feed+json", body)


def _corrected(site: Site) -> Iterator[Entry]:
    """The newest corrections as entries of their own: who read the item before sees them."""
    spoken = tongue(site.language)
    for one in site.corrections[:MOST_CORRECTIONS]:
        what = spoken.say("withdrawn" if one.withdrawn else "corrected")
        day = spoken.say(
            "note_withdrawn" if one.withdrawn else "note_corrected",
            date=spoken.date(one.at),
            by=isolated(one.by),
        )
        yield Entry(
            id=lasting_id("correction", one.path, _iso(one.at)),
            path=one.path,
            title=f"{what}: {isolated(one.headline)}",
            html=set_page("correction.html", day=day, reason=one.reason).strip(),
            text=f"{day} {isolated(one.reason)}",
            section="",
            section_title=spoken.say("corrections"),
            language=spoken.language,
            at=one.at,
        )


def _since(site: Site) -> datetime:
    return site.newest.head.dated if site.newest else datetime(1970, 1, 1, tzinfo=UTC)


def _entry(view: IssueView, *, section: SectionView, item: ItemView) -> Entry:
    publication = view.publication
    return Entry(
        id=lasting_id("item", publication.issue.id, item.id),
        path=item.path,
        title=isolated(item.headline.words.text),
        html=set_page("entry.html", item=item, t=view.tongue, base=publication.base).strip(),
        text=_text(item),
        section=section.key,
        section_title=shown(section.title),
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


def _json(site: Site, listed: tuple[Entry, ...], *, folder: str, title: str) -> bytes:
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": shown(title),
        "language": tongue(site.language).language,
        "description": shown(site.example_note),
        "home_page_url": site.base and f"{site.base}{folder}",
        "feed_url": site.base and f"{site.base}{folder}feed.json",
        "items": [json_item(entry, base=site.base) for entry in listed],
    }
    kept = {key: value for key, value in feed.items() if value != ""}
    return (json.dumps(kept, ensure_ascii=False, indent=1) + "\n").encode()


def json_item(entry: Entry, *, base: str) -> dict[str, object]:
    """One item as JSON Feed has it."""
    return {
        "id": entry.id,
        "url": base + entry.path,
        "title": entry.title,
        "content_html": entry.html,
        "content_text": entry.text,
        "date_published": _iso(entry.at),
        "tags": [entry.section_title],
        "language": entry.language,
    }


def _rfc822(moment: datetime) -> str:
    return format_datetime(moment.astimezone(UTC))


def _iso(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
