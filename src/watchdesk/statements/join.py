"""The pieces of one utterance, brought together over sentences and paragraphs.

Attributions in the order of the text come in; those that only go on (a quotation with no frame of
its own, right behind one that has) are joined to the one before. Nothing is joined over a gap.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from watchdesk.model import Span
from watchdesk.statements.reader import Reported

_FAR = 1
_GAP = 3


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
    resumes: bool = False


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
        if one.perhaps and not (before and before.last == one.paragraph):
            continue
        if before and one.resumes and before.resumes and _touch(before, one):
            before.content[-1] = Span(before.content[-1].start, one.content[-1].end)
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
                resumes=one.resumes,
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
    """Whether words without a frame stand in the paragraph where their speaker was reported."""
    return (_bare(one) or one.resumes) and one.paragraph == before.last


def _touch(before: Utterance, one: Reported) -> bool:
    """Whether only a full stop and a blank stand between."""
    near = one.content[0].start - before.content[-1].end <= _GAP
    return near and before.last == one.paragraph
