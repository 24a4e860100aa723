"""The formats by name, and the one door to them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from watchdesk.model import Cleared, To
from watchdesk.registers.exchange import annotation, ftm, geojson, popolo, prov, spreadsheet


@dataclass(frozen=True, slots=True)
class Format:
    """One format: what it is called, and how entries are written in it."""

    label: str
    write: Callable[[Sequence[Cleared]], str]


FORMATS: Mapping[str, Format] = {
    "csv": Format("one row for each entry", spreadsheet.entries),
    "csv-developments": Format("one row for each development", spreadsheet.developments),
    "followthemoney": Format("FollowTheMoney entities, one JSON line each", ftm.write),
    "geojson": Format("GeoJSON: entries that have a point", geojson.write),
    "popolo": Format("Popolo and Open Civic Data: persons, bills, events", popolo.write),
    "prov": Format("W3C PROV: what was derived from which page", prov.write),
    "web-annotation": Format("W3C Web Annotation: each passage on its page", annotation.write),
}


def export(name: str, entries: Sequence[Cleared]) -> str:
    """The entries in a format; `TypeError` for what the gate did not make for the outside."""
    given: Sequence[object] = entries
    for one in given:
        if not isinstance(one, Cleared) or one.audience.to is To.DESK:
            raise TypeError("an exporter takes what the gate cleared for the outside, nothing else")
    return FORMATS[name].write(entries)
