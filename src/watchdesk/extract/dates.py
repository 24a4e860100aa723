"""When it was published: the page's own claims in order of trust, then a search of the page.

In: a page, its parsed tree for the search, the capture's moment, the hints. Out: a date with its
precision and origin. A date later than the day after the capture cannot be right: another claim is
looked for, and where none is the date is kept and marked as doubtful. No clock is read.
"""

import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

from htmldate import find_date
from lxml.html import HtmlElement

from watchdesk.extract.linked import text_of
from watchdesk.extract.page import Page, words_of
from watchdesk.extract.printed import date_in, printed_date
from watchdesk.model import Dated, Precision

_META = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished",
    "parsely-pub-date", "sailthru.date", "article.published", "published_time", "pubdate",
    "publishdate", "publish-date", "publication_date", "publish_date", "published-date",
    "citation_publication_date", "citation_online_date", "citation_date", "dc.date.issued",
    "dcterms.issued", "dcterms.date", "dcterms.created", "dc.date.created", "dc.date",
    "dc.date.publication", "article:published", "cxenseparse:recs:publishtime", "date",
    "displaydate", "originalpublicationdate", "rnews:datepublished", "published",
)  # fmt: skip
_TIMES = (
    '[itemprop="datePublished"]',
    "time[pubdate]",
    "time.published, time.entry-date:not(.updated), time.post-date, time.article-date",
)
_MARKED = """[class*="date"]:not([class*="update"]), [class*="Date"], [class*="time"], [id*="date"],
    [class*="publish"], [class*="posted"], [class*="created"], [class*="byline"], time"""
_ISO = re.compile(
    r"^\D{0,3}(?P<year>(?:19|20)\d\d)[-/.](?P<month>\d{1,2})(?:[-/.](?P<day>\d{1,2}))?"
    r"(?:[T ,]+(?P<hour>\d{1,2}):(?P<minute>\d\d)(?::(?P<second>\d\d)(?:[.,]\d+)?)?"
    r"\s*(?P<zone>Z|UTC|GMT|[+-]\d\d:?(?:\d\d)?)?)?"
)
_COMPACT = re.compile(r"^(?P<year>(?:19|20)\d\d)(?P<month>\d\d)(?P<day>\d\d)(?=$|T|\D)")
_STAMP = re.compile(r"(?<!\d)((?:19|20)\d\d[-/]\d\d[-/]\d\d)[T ]\d\d:\d\d")
_EPOCH = re.compile(r"^1\d{9}(?:\d{3})?$")
_IN_PATH = re.compile(r"/((?:19|20)\d\d)(?:[/-](\d{1,2})[/-](\d{1,2})|(\d\d)(\d\d))(?=/|-|_|$)")
_SLACK = timedelta(days=1)
_RENEWED = timedelta(days=30)
_SHORT = 160
"""The words of what is marked as a date are no longer, a byline around it included."""

_MOST_MARKED = 40
_EARLIEST = datetime(1990, 1, 1, tzinfo=UTC)
"""Nothing older stands on the web under its own date; zeros and defaults do."""

Found = tuple[Dated | None, str]


def published_of(
    page: Page,
    title: str,
    *,
    tree: Callable[[], HtmlElement | None],
    until: datetime,
    hint: datetime | None,
) -> Found:
    """The date of publication and its origin; `until` is the moment of the capture."""
    latest = until + _SLACK
    doubtful: Found = (None, "")
    for text, origin in _claims(page, hint):
        found = parsed(text)
        if found is None or found.at < _EARLIEST:
            continue
        if found.at <= latest:
            return _as_shown(page, found, origin, latest)
        doubtful = doubtful if doubtful[0] else (marked(found, until), origin)
    beside = printed_date(page.lines(), title)
    if beside is not None and _EARLIEST < beside.at <= latest:
        return beside, "beside the title"
    root = tree()
    if (searched := _searched(page, root, latest)) is not None:
        return searched, "htmldate"
    if (in_words := _in_words(page, hint, latest)) is not None:
        return in_words, "in words"
    in_script = _in_script(root, latest)
    return (in_script, "script") if in_script else doubtful


def parsed(text: str) -> Dated | None:
    """A date as machines write it: ISO 8601 and its relatives, mail's form, seconds since 1970.

    The zone is kept as printed; without one it counts as UTC.
    """
    line = text.strip()[:60]
    if _EPOCH.match(line):
        return Dated(datetime.fromtimestamp(int(line[:10]), UTC))
    match = _ISO.match(line) or _COMPACT.match(line)
    try:
        return _built(match.groupdict()) if match else _mail_date(line)
    except (ValueError, OverflowError):
        return None


def marked(found: Dated, until: datetime) -> Dated:
    """The same date, doubtful if it lies after the day that follows the capture."""
    return Dated(found.at, found.precision, doubtful=found.at > until + _SLACK)


def _claims(page: Page, hint: datetime | None) -> Iterator[tuple[str, str]]:
    node = page.article or {}
    yield text_of(node.get("datePublished")), "json-ld"
    for name in _META:
        for value in page.all(name):
            yield value, name
    for other in page.linked:
        yield text_of(other.get("datePublished")), "json-ld"
    if hint is not None:
        yield hint.isoformat(), "list"
    for selector in _TIMES:
        for element in page.css(selector)[:2]:
            values = element.attributes
            yield values.get("datetime") or values.get("content") or "", "time"
    yield _from_path(page.url), "address"
    yield _only_time(page), "time"
    for key in ("uploadDate", "dateCreated"):
        yield text_of(node.get(key)), "json-ld"


def _as_shown(page: Page, found: Dated, origin: str, latest: datetime) -> Found:
    """The same date, or the one under which the page shows itself.

    The day in an address is the publisher's own calendar: a moment of UTC on the day beside it is
    that day abroad. A page that was renewed long after prints the later date and no other.
    """
    day = parsed(_from_path(page.url))
    if day and day.at.date() != found.at.date() and abs(day.at - found.at) <= 2 * _SLACK:
        return (day, "address") if found.at.utcoffset() == timedelta(0) else (found, origin)
    renewed = parsed(_modified(page))
    if renewed and found.at + _RENEWED < renewed.at <= latest:
        lines = " ".join(page.lines())
        if _shows(page, lines, renewed) and not _shows(page, lines, found):
            return renewed, "renewed, as printed"
    return found, origin


def _modified(page: Page) -> str:
    head, _ = page.first("article:modified_time", "og:updated_time", "datemodified")
    return head or text_of((page.article or {}).get("dateModified"))


def _shows(page: Page, lines: str, found: Dated) -> bool:
    """Whether the page prints this day, in figures or with an English month."""
    day, iso = found.at, found.at.date().isoformat()
    if any((node.attributes.get("datetime") or "").startswith(iso) for node in page.css("time")):
        return True
    name, short = day.strftime("%B"), day.strftime("%b")
    forms = (
        iso, f"{name} {day.day}, {day.year}", f"{short} {day.day}, {day.year}",
        f"{short}. {day.day}, {day.year}", f"{day.day} {name} {day.year}", f"{name} {day.year}",
        f"{day.day} {short} {day.year}", day.strftime("%d.%m.%Y"), day.strftime("%d/%m/%Y"),
        day.strftime("%m/%d/%Y"), f"{name} {day.day:02}, {day.year}", day.strftime("%d-%m-%Y"),
    )  # fmt: skip
    low = lines.casefold()
    return any(form.casefold() in low for form in forms)


def _only_time(page: Page) -> str:
    """The first dated element of the article, where the page marks one."""
    for selector in ("article time[datetime]", "main time[datetime]", "header time[datetime]"):
        for element in page.css(selector)[:1]:
            return element.attributes.get("datetime") or ""
    return ""


def _from_path(url: str) -> str:
    match = _IN_PATH.search(urlsplit(url).path)
    return "-".join(filter(None, match.groups())) if match else ""


def _built(parts: dict[str, str | None]) -> Dated | None:
    year, month, day = (int(parts.get(key) or 0) for key in ("year", "month", "day"))
    if not day:
        return Dated(datetime(year, month, 1, tzinfo=UTC), Precision.MONTH)
    hour = parts.get("hour")
    if hour is None:
        return Dated(datetime(year, month, day, tzinfo=UTC), Precision.DAY)
    minute, second = int(parts["minute"] or 0), int(parts.get("second") or 0)
    zone = _zone(parts.get("zone"))
    return Dated(datetime(year, month, day, int(hour), minute, min(second, 59), tzinfo=zone))


def _zone(text: str | None) -> timezone:
    if not text or text[0] not in "+-":
        return UTC
    digits = text[1:].replace(":", "").ljust(4, "0")
    offset = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    return timezone(offset if text[0] == "+" else -offset)


def _mail_date(line: str) -> Dated | None:
    if not any(character.isdigit() for character in line) or " " not in line:
        return None
    moment = parsedate_to_datetime(line)
    return Dated(moment if moment.tzinfo else moment.replace(tzinfo=UTC))


def _in_words(page: Page, hint: datetime | None, latest: datetime) -> Dated | None:
    """The first day that a claim or an element marked as a date gives as people write it."""
    claimed = (text for text, _ in _claims(page, hint))
    marked_ones = map(words_of, page.css(_MARKED)[:_MOST_MARKED])
    for words in (*claimed, *marked_ones):
        found = date_in(words) if len(words) <= _SHORT else None
        if found is not None and _EARLIEST < found.at <= latest:
            return found
    return None


def _in_script(tree: HtmlElement | None, latest: datetime) -> Dated | None:
    """The day of the moments that the page's scripts name, if it is one day for all."""
    scripts = (node.text or "" for node in tree.iter("script")) if tree is not None else ()
    days = {match.group(1) for script in scripts for match in _STAMP.finditer(script)}
    found = parsed(days.pop()) if len(days) == 1 else None
    return found if found and _EARLIEST < found.at <= latest else None


def _searched(page: Page, tree: HtmlElement | None, latest: datetime) -> Dated | None:
    """What a search of the page's elements finds; it knows the day alone.

    Its extensive search is not asked for: that tries each text with a year in every language it
    knows, which costs seconds, and `printed` reads the months of ours.
    """
    if tree is None:
        return None
    _forget_other_hosts(page, tree)
    try:
        day = find_date(
            tree,
            extensive_search=False,
            url=page.url,
            original_date=True,
            max_date=latest.strftime("%Y-%m-%d"),
        )
    except (ValueError, TypeError, AttributeError, OverflowError):  # its own bugs on odd pages
        return None
    # The first of January is what it makes of a year alone, of a copyright line as a rule.
    found = parsed(day) if day and not day.endswith("-01-01") else None
    return found if found and found.at <= latest else None


def _forget_other_hosts(page: Page, tree: HtmlElement) -> None:
    """Cut canonical addresses on other hosts: the search would read a date out of them."""
    host = urlsplit(page.url).netloc
    for element in tree.xpath(".//link[@rel='canonical'] | .//meta[@property='og:url']"):
        named = (element.get("href") or element.get("content") or "").partition("://")[2]
        if named and named.partition("/")[0] != host and element.getparent() is not None:
            element.drop_tree()
