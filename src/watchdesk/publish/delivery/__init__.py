"""Files go out into the world: the one part of publishing that touches it."""

from watchdesk.publish.delivery.bringing import bring, carrier_of
from watchdesk.publish.delivery.folder import write
from watchdesk.publish.delivery.index import index
from watchdesk.publish.delivery.laying import Record, Records, lay, take_down
from watchdesk.publish.delivery.place import Place, PlaceError

__all__ = [
    "Place",
    "PlaceError",
    "Record",
    "Records",
    "bring",
    "carrier_of",
    "index",
    "lay",
    "take_down",
    "write",
]
