"""W3C Web Annotation: each passage that proves a development, on the page where it was read."""

from collections.abc import Iterator, Sequence
from typing import Any

from watchdesk.model import Cleared, Development, Evidence, Page
from watchdesk.registers.exchange.shared import packed, pages, told, urn


def write(entries: Sequence[Cleared]) -> str:
    """A collection with all annotations on one page of it."""
    items = [item for one in entries for item in _items(one)]
    return packed(
        {
            "@context": "http://www.w3.org/ns/anno.jsonld",
            "type": "AnnotationCollection",
            "total": len(items),
            "first": {"type": "AnnotationPage", "items": items},
        }
    )


def _items(cleared: Cleared) -> Iterator[dict[str, Any]]:
    for one in cleared.entry.developments:
        for number, (piece, page) in enumerate(pages(cleared, one), 1):
            yield _annotation(cleared, one, piece, page, number)


def _annotation(
    cleared: Cleared, one: Development, piece: Evidence, page: Page, number: int
) -> dict[str, Any]:
    return {
        "id": urn("annotation", f"{one.id}-{number}"),
        "type": "Annotation",
        "motivation": "describing",
        "body": {
            "type": "TextualBody",
            "value": f"{cleared.entry.title}, {one.held_from}: {told(one)}",
            "format": "text/plain",
        },
        "target": {
            "source": page.url,
            "state": {"type": "TimeState", "sourceDate": page.captured_at.isoformat()},
            "selector": {
                "type": "TextQuoteSelector",
                "exact": piece.quote,
                "prefix": piece.before,
                "suffix": piece.after,
            },
        },
    }
