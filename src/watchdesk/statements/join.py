"""The pieces of one utterance, brought together over sentences and paragraphs.

Attributions in the order of the text come in; those that only go on (a quotation with no frame of
its own, right behind one that has) are joined to the one before. Nothing is joined over a gap.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from watchdesk.model import Span
from watchdesk.statements.reader import Reported

_FAR = 1


@dataclass(slots=True)
class Utterance:
    """What one source said in one go; `inflected` says that the source is not in its first case."""

    content: list[Span]
    cue: Span | None
    source: Span | None
    paragraph: int
    marked: bool
    last: int
    inflected: bool


def joined(found: Iterable[Reported]) -> list[Utterance]:
    """All utterances with content, in their order."""
    out: list[Utterance] = []
    for one in found:
        before = out[-1] if out else None
        if before and _goes_on(before, one):
            before.content += one.content
            before.marked = True
            before.last = one.paragraph
            continue
        same = before is not None and _same_speaker(before, one)
        out.append(
            Utterance(
                content=list(one.content),
                cue=one.cue,
                source=before.source if before and same else one.source,
                paragraph=one.paragraph,
                marked=one.marked,
                last=one.paragraph,
                inflected=before.inflected if before and same else one.inflected,
            )
        )
    return [one for one in out if one.content]


def _bare(one: Reported) -> bool:
    """Whether it is a quotation with no frame of its own."""
    return one.marked and not (one.cue or one.source or one.opens)


def _goes_on(before: Utterance, one: Reported) -> bool:
    """Whether `one` is a quotation without a frame that continues `before`."""
    near = one.paragraph - before.last <= _FAR
    return _bare(one) and near and (before.marked or not before.content)


def _same_speaker(before: Utterance, one: Reported) -> bool:
    """Whether a bare quotation stands in the paragraph where its speaker was reported."""
    return _bare(one) and one.paragraph == before.last
