"""The kind "openstates": bills of US states, from the Open States interface (version 3).

In: a source that names bills, and captures of what the interface says. Out: requests alone: each
bill with its actions, sponsors and related bills in one answer, which names nothing further. What
it says is read by `extract/records/openstates.py`. See https://docs.openstates.org/api-v3/.
"""

import re
from dataclasses import dataclass
from urllib.parse import quote

from watchdesk.model import Capture, Request, Source
from watchdesk.sources.kind import Reading, SourceKind, no_answer, records
from watchdesk.text.objects import read_object

_BILL = re.compile(r"([a-z]{2})/([\w .-]{1,40})/([a-z .]{1,12}0*\d{1,6}[a-z]?)", re.IGNORECASE)
_WITH = "&".join(f"include={part}" for part in ("actions", "sponsorships", "related_bills"))


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenStatesOptions:
    """Bills and resolutions of US states.

    Attributes:
        bills: which, as state/session/number, such as "ca/20252026/AJR 5".
        key_env: the environment variable that holds the interface's key.
        url: the interface's address.
        every_minutes: how often a timer's run asks, in minutes.
    """

    bills: tuple[str, ...]
    key_env: str = "OPENSTATES_KEY"
    url: str = "https://v3.openstates.org"
    every_minutes: int = 720


def requests(source: Source) -> tuple[Request, ...]:
    """Each bill with all that belongs to it."""
    options = source.options
    assert isinstance(options, OpenStatesOptions)
    found = (_BILL.fullmatch(bill.strip()) for bill in options.bills)
    return records(source, (_address(options.url, bill) for bill in found if bill))


def _address(base: str, bill: re.Match[str]) -> str:
    path = "/".join(quote(part.strip(), safe="") for part in (bill[1].lower(), bill[2], bill[3]))
    return f"{base.rstrip('/')}/bills/{path}?{_WITH}"


def leads(source: Source, capture: Capture, body: bytes) -> Reading:
    """Nothing further, or that this is no answer of the interface."""
    del source
    if "identifier" in read_object(body):
        return Reading()
    return no_answer(capture, "the Open States interface")


KIND = SourceKind(
    name="openstates",
    about="bills of US states, from the Open States interface",
    options=OpenStatesOptions,
    requests=requests,
    leads=leads,
    key_header="X-API-KEY",
)
