"""The kind "edm": early day motions of the House of Commons, from Parliament's interface.

In: a source that names motions or words to look for, and captures of what the interface says. Out:
requests alone: each motion of a list that changed is asked for, since signatures stand in its own
record only. What that says is read by `extract/records/edm.py`.
"""

from dataclasses import dataclass
from urllib.parse import quote

from watchdesk.model import Capture, Purpose, Request, Source
from watchdesk.sources.kind import Reading, SourceKind, no_answer, records
from watchdesk.text.objects import number_at, objects_at, read_object

A_PAGE = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class EdmOptions:
    """Early day motions of the House of Commons.

    Attributes:
        motions: the interface's own ids of motions, which last; EDM numbers begin anew.
        search: words; the newest motions that hold them are read.
        url: the interface's address.
        every_minutes: how often a timer's run asks, in minutes.
    """

    motions: tuple[int, ...] = ()
    search: str = ""
    url: str = "https://oralquestionsandmotions-api.parliament.uk"
    every_minutes: int = 360


def requests(source: Source) -> tuple[Request, ...]:
    """The motions by their ids, and the list of those with the words."""
    options = source.options
    assert isinstance(options, EdmOptions)
    found = [*records(source, (_motion(options.url, one) for one in options.motions))]
    if options.search or not found:
        words = quote(options.search)
        url = f"{options.url.rstrip('/')}/EarlyDayMotions/list?parameters.take={A_PAGE}"
        url += f"&parameters.searchTerm={words}&parameters.orderBy=DateTabledDesc"
        found.append(Request(url=url, source_id=source.id, purpose=Purpose.INDEX))
    return tuple(found)


def _motion(base: str, number: int) -> str:
    return f"{base.rstrip('/')}/EarlyDayMotion/{number}"


def leads(source: Source, capture: Capture, body: bytes) -> Reading:
    """The motions of a list, each to be asked for; a motion's own record names nothing further."""
    options = source.options
    assert isinstance(options, EdmOptions)
    said = read_object(body)
    if "Response" not in said:
        return no_answer(capture, "Parliament's interface of motions")
    ids = (number_at(one, "Id") for one in objects_at(said, "Response"))
    first = list(dict.fromkeys(ids))[:A_PAGE]
    urls = (_motion(options.url, number) for number in first if number is not None)
    return Reading(requests=records(source, urls, capture))


KIND = SourceKind(
    name="edm",
    about="early day motions of the House of Commons, from Parliament's interface",
    options=EdmOptions,
    requests=requests,
    leads=leads,
)
