"""The kind "record": one measure's page on any official site, read by a table of selectors.

In: a source. Out: a request for the page; it names nothing further. What stands at the selectors is
read by `extract/records/site.py`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from watchdesk.model import Capture, Request, Source
from watchdesk.sources.kind import Reading, SourceKind, records


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordOptions:
    """One measure's page on an official site.

    Attributes:
        url: the page's address.
        fields: CSS selectors by what stands there: number, title, sponsor, body, stage, text, or a
            step such as introduced, referred, passed, adopted or signed, whose words hold its day.
        steps: a selector for rows of dated steps, whose words tell what happened.
        every_minutes: how often a timer's run asks, in minutes.
    """

    url: str
    fields: Mapping[str, str] = field(default_factory=dict)
    steps: str = ""
    every_minutes: int = 360


def requests(source: Source) -> tuple[Request, ...]:
    """The page itself."""
    options = source.options
    assert isinstance(options, RecordOptions)
    return records(source, (options.url,))


def leads(source: Source, capture: Capture, body: bytes) -> Reading:
    """Nothing: the page lists nothing."""
    del source, capture, body
    return Reading()


KIND = SourceKind(
    name="record",
    about="one measure's page on an official site, read by a table of selectors",
    options=RecordOptions,
    requests=requests,
    leads=leads,
)
