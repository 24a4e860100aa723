"""The kind "europarl": procedures of the European Parliament, from its interface (version 2).

In: a source that names procedures, and captures of what the interface says. Out: requests alone: a
procedure with its events in one answer, which names nothing further. What it says is read by
`extract/records/europarl.py`. See https://data.europarl.europa.eu/en/developer-corner.
"""

import re
from dataclasses import dataclass

from watchdesk.model import Capture, Request, Source
from watchdesk.sources.kind import Reading, SourceKind, no_answer, records
from watchdesk.text.objects import objects_at, read_object

_PROCEDURE = re.compile(r"(\d{4})[/-](\d{4}[A-Z]?)(?:\([A-Z]{3}\))?", re.IGNORECASE)
_FORM = "application%2Fld%2Bjson"


@dataclass(frozen=True, slots=True, kw_only=True)
class EuroparlOptions:
    """Procedures of the European Parliament.

    Attributes:
        procedures: which, as printed, such as "2024/2580(RSP)".
        url: the interface's address.
        every_minutes: how often a timer's run asks, in minutes.
    """

    procedures: tuple[str, ...]
    url: str = "https://data.europarl.europa.eu/api/v2"
    every_minutes: int = 720


def requests(source: Source) -> tuple[Request, ...]:
    """Each procedure."""
    options = source.options
    assert isinstance(options, EuroparlOptions)
    base = options.url.rstrip("/")
    found = (_PROCEDURE.fullmatch(one.strip()) for one in options.procedures)
    named = (f"{one[1]}-{one[2].upper()}" for one in found if one)
    return records(source, (f"{base}/procedures/{one}?format={_FORM}" for one in named))


def leads(source: Source, capture: Capture, body: bytes) -> Reading:
    """Nothing further, or that this is no answer of the interface."""
    del source
    if objects_at(read_object(body), "data"):
        return Reading()
    return no_answer(capture, "the European Parliament's interface")


KIND = SourceKind(
    name="europarl",
    about="procedures of the European Parliament, from its interface",
    options=EuroparlOptions,
    requests=requests,
    leads=leads,
)
