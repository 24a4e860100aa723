"""W3C PROV as PROV-JSON: which page was captured when, and what was derived from it."""

from collections.abc import Sequence
from typing import Any

from watchdesk.model import Cleared, Development, Page
from watchdesk.registers.exchange.shared import label, packed, pages

AGENT = "wd:desk"


def write(entries: Sequence[Cleared]) -> str:
    """One document with entries, developments, pages and captures."""
    document: dict[str, Any] = {
        "prefix": {"wd": "urn:watchdesk:"},
        "entity": {},
        "activity": {},
        "agent": {AGENT: {"prov:type": "prov:Organization"}},
        "wasGeneratedBy": {},
        "wasDerivedFrom": {},
        "wasAttributedTo": {},
        "specializationOf": {},
    }
    for cleared in entries:
        _add_entry(document, cleared)
    return packed(document)


def _add_entry(document: dict[str, Any], cleared: Cleared) -> None:
    name = f"wd:entry/{cleared.entry.id}"
    document["entity"][name] = {"prov:label": cleared.entry.title}
    document["wasAttributedTo"][f"_:{cleared.entry.id}"] = {
        "prov:entity": name,
        "prov:agent": AGENT,
    }
    for one in cleared.entry.developments:
        _add_development(document, cleared, one, name)


def _add_development(
    document: dict[str, Any], cleared: Cleared, one: Development, entry: str
) -> None:
    name = f"wd:development/{one.id}"
    document["entity"][name] = {
        "prov:label": label(one),
        "wd:held_from": one.held_from.isoformat(),
        "wd:recorded": one.recorded.isoformat(),
    }
    document["specializationOf"][f"_:s{one.id}"] = {
        "prov:specificEntity": name,
        "prov:generalEntity": entry,
    }
    sealed = [piece.media_digest for piece in one.evidence if piece.media_digest]
    for digest in sealed:
        document["entity"][f"wd:file/{digest}"] = {"wd:digest": digest}
        _derive(document, name, f"wd:file/{digest}")
    for _, page in pages(cleared, one):
        _add_page(document, page)
        _derive(document, name, f"wd:capture/{page.digest}")


def _add_page(document: dict[str, Any], page: Page) -> None:
    name, capture = f"wd:capture/{page.digest}", f"wd:capturing/{page.digest}"
    moment = page.captured_at.isoformat()
    document["entity"][name] = {"prov:location": page.url, "wd:digest": page.digest}
    document["activity"][capture] = {"prov:startTime": moment, "prov:endTime": moment}
    document["wasGeneratedBy"][f"_:{page.digest}"] = {
        "prov:entity": name,
        "prov:activity": capture,
    }


def _derive(document: dict[str, Any], made: str, used: str) -> None:
    key = f"_:{len(document['wasDerivedFrom'])}"
    document["wasDerivedFrom"][key] = {"prov:generatedEntity": made, "prov:usedEntity": used}
