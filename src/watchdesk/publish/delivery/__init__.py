"""Files go out into the world: the one part of publishing that touches it."""

from watchdesk.publish.delivery.folder import deliver

__all__ = ["deliver"]
