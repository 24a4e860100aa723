"""The kind "watch": one page or PDF whose own words are watched for change.

In: a source. Out: a request for the thing itself; it lists nothing, so it has no leads: each
changed capture is read as an article that replaces the one before.
"""

from dataclasses import dataclass

from watchdesk.model import Capture, Purpose, Request, Source
from watchdesk.sources.kind import Reading, SourceKind


@dataclass(frozen=True, slots=True, kw_only=True)
class WatchOptions:
    """One page or PDF, watched for change.

    Attributes:
        url: its address.
        every_minutes: how often a timer's run asks, in minutes.
    """

    url: str
    every_minutes: int = 360


def requests(source: Source) -> tuple[Request, ...]:
    """The page or document itself."""
    options = source.options
    assert isinstance(options, WatchOptions)
    return (Request(url=options.url, source_id=source.id, purpose=Purpose.ARTICLE),)


def leads(source: Source, capture: Capture, body: bytes) -> Reading:
    """Nothing: a watched page lists nothing."""
    del source, capture, body
    return Reading()


KIND = SourceKind(
    name="watch",
    about="one page or PDF, watched for change",
    options=WatchOptions,
    requests=requests,
    leads=leads,
)
