"""The kind "ukbills": bills of the UK Parliament, from its interface (version 1).

In: a source that names bills, and captures of what the interface says. Out: requests alone: a bill
whose own record changed has its stages asked for, where the days of the sittings stand. What they
say is read by `extract/records/ukbills.py`. See https://bills-api.parliament.uk.
"""

import re
from dataclasses import dataclass

from watchdesk.model import Capture, Request, Source
from watchdesk.sources.kind import Reading, SourceKind, no_answer, records
from watchdesk.text.objects import number_at, read_object

MOST_STAGES = 100

INTERFACE = "Parliament's interface of bills"
_PATH = re.compile(r"/bills/(\d{1,7})(/stages)?(?:\?|$)", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class UkBillsOptions:
    """Bills of the UK Parliament.

    Attributes:
        bills: the interface's own ids of bills, which last; printed numbers begin anew.
        url: the interface's address.
        every_minutes: how often a timer's run asks, in minutes.
    """

    bills: tuple[int, ...]
    url: str = "https://bills-api.parliament.uk/api/v1"
    every_minutes: int = 360


def requests(source: Source) -> tuple[Request, ...]:
    """Each bill's own record."""
    options = source.options
    assert isinstance(options, UkBillsOptions)
    base = options.url.rstrip("/")
    return records(source, (f"{base}/Bills/{bill}" for bill in options.bills))


def leads(source: Source, capture: Capture, body: bytes) -> Reading:
    """The stages of a bill; they name nothing further."""
    options = source.options
    assert isinstance(options, UkBillsOptions)
    place, said = _PATH.search(capture.asked), read_object(body)
    if place is not None and place[2]:
        return Reading() if "items" in said else no_answer(capture, INTERFACE)
    bill = number_at(said, "billId")
    if place is None or bill is None:
        return no_answer(capture, INTERFACE)
    url = f"{options.url.rstrip('/')}/Bills/{bill}/Stages?Take={MOST_STAGES}"
    return Reading(requests=records(source, (url,), capture))


KIND = SourceKind(
    name="ukbills",
    about="bills of the UK Parliament, from its interface",
    options=UkBillsOptions,
    requests=requests,
    leads=leads,
)
