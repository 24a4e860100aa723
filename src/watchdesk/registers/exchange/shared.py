"""What the formats have in common: names for things, the pages of a development, JSON."""

import json
from collections.abc import Iterator
from typing import Any

from watchdesk.model import Cleared, Development, Evidence, Page


def urn(kind: str, id_: str) -> str:
    """The name of a thing of ours outside."""
    return f"urn:watchdesk:{kind}:{id_}"


def label(one: Development) -> str:
    """What a kind of development is called."""
    return one.kind.replace("_", " ")


def told(one: Development) -> str:
    """A development in a line, with its stance and whoever says so."""
    stance = "" if one.stance.value == "asserts" else f" ({one.stance.value})"
    says = f", says {one.says}" if one.says else ""
    return f"{label(one)}{stance}{says}"


def pages(cleared: Cleared, one: Development) -> Iterator[tuple[Evidence, Page]]:
    """The evidence of a development that lies on an archived page, with the page."""
    for piece in one.evidence:
        page = cleared.pages.get(piece.article_id or "")
        if page is not None:
            yield piece, page


def point(cleared: Cleared) -> tuple[float, float] | None:
    """Longitude and latitude in degrees, as the gate left them; None where there are none."""
    fields = cleared.entry.fields
    try:
        lon = float(fields.get("lon", fields.get("longitude", "")))
        lat = float(fields.get("lat", fields.get("latitude", "")))
    except (TypeError, ValueError):
        return None
    within = -180 <= lon <= 180 and -90 <= lat <= 90
    return (lon, lat) if within else None


def packed(value: Any) -> str:
    """JSON for people and programs."""
    return json.dumps(value, ensure_ascii=False, indent=1, default=str) + "\n"
