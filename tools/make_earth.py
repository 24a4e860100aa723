"""Make the land and borders of the maps small, once.

Comes in: `countries-50m.json` of npm's `world-atlas` 2.0.2 (`npm pack world-atlas@2.0.2`), which is
Natural Earth's 1:50m as TopoJSON, and the LICENSE beside it. Goes out:
`src/watchdesk/publish/charts/earth.json.gz` and `earth-licence.txt`. The file holds `scale` and
`translate` (degrees a step, degrees at zero; longitude first), `arcs` (lists of steps: the first
two numbers are a place, each further pair the way from the one before), `land` (rings as numbers of
arcs, ~n for an arc walked backwards) and `borders` (numbers of the arcs that two countries share).
"""

import gzip
import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

TARGET = Path(__file__).parent.parent / "src/watchdesk/publish/charts"


def rings(geometry: dict[str, Any]) -> Iterator[list[int]]:
    """The rings of a geometry, as numbers of arcs."""
    match geometry["type"]:
        case "GeometryCollection":
            for part in geometry["geometries"]:
                yield from rings(part)
        case "Polygon":
            yield from geometry["arcs"]
        case "MultiPolygon":
            for polygon in geometry["arcs"]:
                yield from polygon


def borders(countries: dict[str, Any]) -> list[int]:
    """The arcs that stand in rings of two countries."""
    seen: Counter[int] = Counter()
    for country in countries["geometries"]:
        seen.update({max(arc, ~arc) for ring in rings(country) for arc in ring})
    return sorted(arc for arc, count in seen.items() if count > 1)


def main() -> None:
    """Make the two files from the folder of the unpacked package."""
    folder = Path(sys.argv[1])
    atlas = json.loads((folder / "countries-50m.json").read_text("utf-8"))
    made = {
        "scale": atlas["transform"]["scale"],
        "translate": atlas["transform"]["translate"],
        "arcs": [[step for point in arc for step in point] for arc in atlas["arcs"]],
        "land": list(rings(atlas["objects"]["land"])),
        "borders": borders(atlas["objects"]["countries"]),
    }
    body = json.dumps(made, separators=(",", ":")).encode()
    (TARGET / "earth.json.gz").write_bytes(gzip.compress(body, 9, mtime=0))
    (TARGET / "earth-licence.txt").write_text(
        "Land and borders: Natural Earth (public domain), 1:50m, by npm's world-atlas 2.0.2.\n\n"
        + (folder / "LICENSE").read_text("utf-8"),
        "utf-8",
    )


if __name__ == "__main__":
    main()
