"""Redaction: a new text from the passages that are kept, never a veil over the old one.

In: the text and the places to keep. Out: those passages in their order with a mark between them.
What was left out is in no part of the result; neither are invisible characters, which could carry
anything.
"""

import unicodedata
from collections.abc import Iterable

from watchdesk.model import Span

MARK = "[…]"
_KEPT = frozenset("\n\t")


def redacted(text: str, kept: Iterable[Span]) -> str:
    """The kept passages alone; places that overlap are joined, and one past the end is refused."""
    parts: list[str] = []
    end = 0
    for span in _joined(kept):
        if span.end > len(text):
            raise ValueError(f"{span.start}-{span.end} reaches past a text of {len(text)}")
        if text[end : span.start].strip():
            parts.append(MARK)
        parts.append(_plain(span.of(text)).strip())
        end = span.end
    if text[end:].strip():
        parts.append(MARK)
    return "\n".join(part for part in parts if part)


def _joined(kept: Iterable[Span]) -> list[Span]:
    found: list[Span] = []
    for span in sorted(kept, key=lambda span: (span.start, span.end)):
        if found and span.start <= found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return found


def _plain(text: str) -> str:
    """Without control and format characters."""
    return "".join(c for c in text if c in _KEPT or unicodedata.category(c) not in {"Cc", "Cf"})
