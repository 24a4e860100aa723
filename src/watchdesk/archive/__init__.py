"""The only reader of the world: fetches politely, and keeps what came as evidence in WARC files."""

from watchdesk.archive.credential import Credential, credential_for
from watchdesk.archive.exchange import Exchange, Fetched, validators_of
from watchdesk.archive.export import Exported, export_wacz
from watchdesk.archive.fetch import Fetcher
from watchdesk.archive.guard import within
from watchdesk.archive.limits import Limits
from watchdesk.archive.politeness import KEEP_ROBOTS, Robots, RobotsText
from watchdesk.archive.read import Stored
from watchdesk.archive.verify import Check, verify
from watchdesk.archive.warc import Archive

__all__ = [
    "KEEP_ROBOTS",
    "Archive",
    "Check",
    "Credential",
    "Exchange",
    "Exported",
    "Fetched",
    "Fetcher",
    "Limits",
    "Robots",
    "RobotsText",
    "Stored",
    "credential_for",
    "export_wacz",
    "validators_of",
    "verify",
    "within",
]
