"""What a feed prints that the fast parser guesses at or leaves out: dates, and `xml:base`.

In: well-formed bytes and the feed's address. Out: for each entry in its order, the dates as they
stand and the address that its links count from. Costs a second reading of the feed, so it is asked
for only where `has_odd_dates`, or where relative links stand under an `xml:base`.
"""

import re
from dataclasses import dataclass

from lxml import etree

_DATES = re.compile(rb"<(?:pubDate|dc:date|published|updated)>\s*(?:<!\[CDATA\[)?([^<\]]*)")
_SURE = re.compile(
    rb"\s*(?:[A-Za-z]{3},? )?\d{1,2} [A-Za-z]{3} \d{4} \d\d:\d\d:\d\d (?:GMT|UTC?|Z|[+-]\d{4}"
    rb"|[ECMP][SD]T)\s*\Z"
    rb"|\s*\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d))?\s*\Z"
)
_PUBLISHED = ("pubDate", "published", "issued", "date", "created")
_UPDATED = ("updated", "modified")


@dataclass(frozen=True, slots=True)
class Printed:
    """One entry's dates as printed, and the address its links count from."""

    published: str
    updated: str
    base: str


def has_odd_dates(body: bytes) -> bool:
    """Whether a date stands there in a form that a lenient parser would guess at.

    "10:30" would become today, "March 2021" the day of the month that today is, and 06/10/2021
    June or October: a wrong date is worse than none.
    """
    return any(date and not _SURE.match(date) for date in _DATES.findall(body))


def printed(body: bytes, url: str) -> tuple[Printed, ...]:
    """Dates and base of each entry, in the order of the feed."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True, huge_tree=True)
    root = etree.fromstring(body, parser, base_url=url or None)
    if root is None:
        return ()
    return tuple(_of(node, url) for node in root.iter("{*}item", "{*}entry"))


def _of(node: "etree._Element", url: str) -> Printed:
    texts: dict[str, str] = {}
    for child in node:
        if isinstance(child.tag, str) and child.text:
            texts.setdefault(child.tag.rpartition("}")[2], child.text.strip())
    return Printed(
        published=next((texts[name] for name in _PUBLISHED if texts.get(name)), ""),
        updated=next((texts[name] for name in _UPDATED if texts.get(name)), ""),
        base=node.base or url,
    )
