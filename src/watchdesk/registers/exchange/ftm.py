"""FollowTheMoney: a case is a Person with Events, a site RealEstate, the rest are Events.

The schema has no detention, bill or testimony, so developments become Events of what they belong
to, each with its page as proof. Property values are lists of strings, as the format has them.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from watchdesk.model import Cleared, Development, Page
from watchdesk.registers.exchange.shared import label, pages, point, told

SCHEMA: Mapping[str, str] = {"cases": "Person", "sites": "RealEstate"}
"""Of each register's entries; without a word they are Events."""


def write(entries: Sequence[Cleared]) -> str:
    """One entity a line; a page that proves several developments comes once."""
    found = {entity["id"]: entity for one in entries for entity in _entities(one)}
    lines = [json.dumps(entity, ensure_ascii=False) for entity in found.values()]
    return "".join(line + "\n" for line in lines)


def _entities(cleared: Cleared) -> Iterator[dict[str, Any]]:
    yield _entry(cleared)
    for one in cleared.entry.developments:
        proofs = [page for _, page in pages(cleared, one)]
        yield from (_document(page) for page in proofs)
        yield _event(cleared, one, proofs)


def _entity(id_: str, schema: str, **properties: Any) -> dict[str, Any]:
    listed = {name: v if isinstance(v, list) else [v] for name, v in properties.items()}
    told_of = {name: [str(v) for v in some if v not in ("", None)] for name, some in listed.items()}
    kept = {name: values for name, values in told_of.items() if values}
    return {"id": id_, "schema": schema, "properties": kept}


def _entry(cleared: Cleared) -> dict[str, Any]:
    entry = cleared.entry
    fields = entry.fields
    schema = SCHEMA.get(entry.register, "Event")
    names = [key.value for key in entry.keys if key.scheme == "name" and key.value != entry.title]
    own: dict[str, Any] = {"alias": names, "status": []}
    if schema == "Person":
        own |= {"birthDate": fields.get("born", ""), "nationality": fields.get("nationality", "")}
    at = point(cleared)
    if schema == "RealEstate":
        own |= {"longitude": at[0] if at else "", "latitude": at[1] if at else ""}
        own |= {"address": fields.get("place", "")}
    return _entity(entry.id, schema, name=entry.title, summary=entry.status, **own)


def _event(cleared: Cleared, one: Development, proofs: Sequence[Page]) -> dict[str, Any]:
    entry = cleared.entry
    involved = entry.id if SCHEMA.get(entry.register) == "Person" else ""
    return _entity(
        one.id,
        "Event",
        name=f"{entry.title}: {label(one)}",
        startDate=one.held_from,
        endDate=one.held_to or "",
        description=told(one),
        location=str(one.value.get("place", "")),
        involved=involved,
        sourceUrl=[page.url for page in proofs],
        proof=[_document_id(page) for page in proofs],
    )


def _document(page: Page) -> dict[str, Any]:
    return _entity(
        _document_id(page),
        "Document",
        title=page.title,
        sourceUrl=page.url,
        retrievedAt=page.captured_at.isoformat(),
    )


def _document_id(page: Page) -> str:
    return "page-" + page.digest.partition(":")[2][:20]
