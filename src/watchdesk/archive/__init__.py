"""The only reader of the world: fetches politely, and keeps what came as evidence in WARC files."""

from watchdesk.archive.exchange import Exchange, Fetched, validators_of
from watchdesk.archive.fetch import Fetcher
from watchdesk.archive.limits import Limits
from watchdesk.archive.politeness import Robots, RobotsText

__all__ = [
    "Exchange",
    "Fetched",
    "Fetcher",
    "Limits",
    "Robots",
    "RobotsText",
    "validators_of",
]
