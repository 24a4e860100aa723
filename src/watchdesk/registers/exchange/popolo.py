"""Popolo and Open Civic Data: cases are persons, measures are bills, the rest are events."""

from collections.abc import Sequence
from typing import Any

from watchdesk.model import Cleared
from watchdesk.registers.exchange.shared import label, packed, pages, told


def write(entries: Sequence[Cleared]) -> str:
    """One object with three lists."""
    by = {"cases": "persons", "measures": "bills"}
    made = {"persons": _person, "bills": _bill, "events": _event}
    found: dict[str, list[dict[str, Any]]] = {name: [] for name in made}
    for one in entries:
        name = by.get(one.entry.register, "events")
        found[name].append(made[name](one))
    return packed(found)


def _person(cleared: Cleared) -> dict[str, Any]:
    entry = cleared.entry
    others = [key.value for key in entry.keys if key.scheme == "name" and key.value != entry.title]
    return {
        "id": entry.id,
        "name": entry.title,
        "other_names": [{"name": name} for name in others],
        "birth_date": entry.fields.get("born") or None,
        "sources": _sources(cleared),
    }


def _bill(cleared: Cleared) -> dict[str, Any]:
    entry = cleared.entry
    identifiers = [key for key in entry.keys if key.scheme != "name"]
    return {
        "id": entry.id,
        "identifier": identifiers[0].value if identifiers else entry.title,
        "other_identifiers": [
            {"identifier": key.value, "scheme": key.scheme} for key in identifiers[1:]
        ],
        "title": entry.title,
        "actions": [
            {"date": one.held_from, "description": told(one), "classification": [label(one)]}
            for one in entry.developments
        ],
        "sources": _sources(cleared),
    }


def _event(cleared: Cleared) -> dict[str, Any]:
    entry = cleared.entry
    days = [one.held_from for one in entry.developments]
    return {
        "id": entry.id,
        "name": entry.title,
        "start_date": min(days, default=None),
        "location": entry.fields.get("place") or None,
        "status": entry.status,
        "sources": _sources(cleared),
    }


def _sources(cleared: Cleared) -> list[dict[str, str]]:
    found = [page for one in cleared.entry.developments for _, page in pages(cleared, one)]
    titles = {page.url: page.title for page in found}
    return [{"url": url, "note": title} for url, title in titles.items()]
