"""The kind "congress": bills and resolutions of the US Congress, from its interface (version 3).

In: a source that names bills, and captures of what the interface says. Out: requests alone: a bill
whose own record changed has its actions, cosponsors and related bills asked for, page by page. What
they say is read by `extract/records/congress.py`. See
https://github.com/LibraryOfCongress/api.congress.gov.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from watchdesk.model import Capture, Request, Source
from watchdesk.sources.kind import Reading, SourceKind, no_answer, records
from watchdesk.text.objects import object_at, read_object, text_at

LISTS = ("actions", "cosponsors", "relatedbills")
A_PAGE = 250
"""The most that the interface gives at once."""
MOST_PAGES = 20

_BILL = re.compile(r"(\d{2,3})/([a-z]{1,7})/(\d{1,5})")
_PATH = re.compile(r"/bill/(\d{2,3}/[a-z]{1,7}/\d{1,5})(?:/(\w+))?(?:\?|$)", re.IGNORECASE)
_OFFSET = re.compile(r"[?&]offset=(\d{1,6})\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class CongressOptions:
    """Bills and resolutions of the US Congress.

    Attributes:
        bills: which, as Congress/type/number, such as "119/hres/735".
        key_env: the environment variable that holds the interface's key.
        url: the interface's address.
        every_minutes: how often a timer's run asks, in minutes.
    """

    bills: tuple[str, ...]
    key_env: str = "CONGRESS_KEY"
    url: str = "https://api.congress.gov/v3"
    every_minutes: int = 360


def requests(source: Source) -> tuple[Request, ...]:
    """Each bill's own record."""
    options = source.options
    assert isinstance(options, CongressOptions)
    wanted = (one.strip().lower() for one in options.bills)
    return records(
        source, (_address(options.url, bill) for bill in wanted if _BILL.fullmatch(bill))
    )


def _address(base: str, bill: str, part: str = "", offset: int = 0) -> str:
    if not part:
        return f"{base.rstrip('/')}/bill/{bill}?format=json"
    more = f"&offset={offset}" if offset else ""
    return f"{base.rstrip('/')}/bill/{bill}/{part}?format=json&limit={A_PAGE}{more}"


def leads(source: Source, capture: Capture, body: bytes) -> Reading:
    """The lists that belong to a bill, or the next page of one of them."""
    options = source.options
    assert isinstance(options, CongressOptions)
    place = _PATH.search(capture.asked)
    said = read_object(body)
    if place is None or not said:
        return no_answer(capture, "the Congress interface")
    bill, part = place[1].lower(), (place[2] or "").lower()
    if not part and not object_at(said, "bill"):
        return no_answer(capture, "the Congress interface")
    urls = _next_page(options.url, bill, part, capture.asked, text_at(said, "pagination", "next"))
    if not part:
        urls = (_address(options.url, bill, one) for one in LISTS)
    return Reading(requests=records(source, urls, capture))


def _next_page(base: str, bill: str, part: str, asked: str, following: str) -> Iterator[str]:
    """Our own address of the next page: the one in the answer could lead anywhere."""
    found = _OFFSET.search(asked)
    offset = (int(found[1]) if found else 0) + A_PAGE
    if following and part in LISTS and offset < A_PAGE * MOST_PAGES:
        yield _address(base, bill, part, offset)


KIND = SourceKind(
    name="congress",
    about="bills and resolutions of the US Congress, from its interface",
    options=CongressOptions,
    requests=requests,
    leads=leads,
    key_header="X-Api-Key",
)
