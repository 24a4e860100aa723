"""What lies under the maps: [maps] of desk.toml, and the desk's own GeoJSON.

In: the table, and the desk's folder. Out: the parsed layer, empty where there is none or where it
is wrong, and complaints.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from watchdesk.config.complaints import own_file

LARGEST = 5 * 1024 * 1024
_PLACE = "desk.toml: maps: layer"


@dataclass(frozen=True, slots=True, kw_only=True)
class MapsTable:
    """What lies under the maps of sites and events.

    Attributes:
        land: "borders" for the land and borders of Natural Earth, "land" for the land alone, or
            "none".
        layer: a GeoJSON file in the desk's folder with lines, areas and places of your own; it is
            laid over the land.
        layer_by: whose lines those are, as the sentence under each map says it.
    """

    land: Literal["borders", "land", "none"] = "borders"
    layer: str = ""
    layer_by: str = ""


def read_layer(folder: Path, table: MapsTable, complaints: list[str]) -> Mapping[str, Any]:
    """The desk's own layer; empty where there are complaints."""
    path = own_file(folder, table.layer, _PLACE, complaints) if table.layer else None
    if path is None:
        return {}
    if path.stat().st_size > LARGEST:
        complaints.append(f"{_PLACE}: '{table.layer}' is larger than {LARGEST} bytes")
        return {}
    try:
        return _checked(json.loads(path.read_bytes()))
    except (ValueError, RecursionError) as error:
        complaints.append(f"{_PLACE}: '{table.layer}': {error}")
        return {}


def _checked(layer: Any) -> Mapping[str, Any]:
    """The layer if it can be drawn; `ValueError` with a sentence where not."""
    from watchdesk.publish.charts import shapes  # noqa: PLC0415 - only where a desk has a layer

    shapes(layer)
    told: Mapping[str, Any] = layer
    return told
