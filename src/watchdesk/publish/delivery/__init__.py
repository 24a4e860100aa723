"""Files go out into the world: the one part of publishing that touches it."""

from watchdesk.publish.delivery.folder import deliver
from watchdesk.publish.delivery.index import index
from watchdesk.publish.delivery.laying import Record, Records, lay, take_down

__all__ = ["Record", "Records", "deliver", "index", "lay", "take_down"]
