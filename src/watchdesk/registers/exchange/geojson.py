"""GeoJSON (RFC 7946): entries that have a point, as coarse as the gate made it."""

from collections.abc import Sequence

from watchdesk.model import Cleared
from watchdesk.registers.exchange.shared import packed, point


def write(entries: Sequence[Cleared]) -> str:
    """A collection of points; entries without one are left out."""
    placed = [(one, at) for one in entries if (at := point(one)) is not None]
    features = [
        {
            "type": "Feature",
            "id": one.entry.id,
            "geometry": {"type": "Point", "coordinates": list(at)},
            "properties": {
                "title": one.entry.title,
                "register": one.entry.register,
                "status": one.entry.status,
                "since": one.entry.since,
            },
        }
        for one, at in placed
    ]
    return packed({"type": "FeatureCollection", "features": features})
