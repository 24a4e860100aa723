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


def joined(sentences: Iterable[list[Reported]]) -> list[Utterance]:
    """All utterances with content, in their order; each sentence gives a list."""
    out: list[Utterance] = []
    first = 0  # where the utterances of the last sentence that had any begin
    for found in sentences:
        behind = len(out)
        for one in found:
            _join(out, one, first)
        first = behind if len(out) > behind else first
    return [one for one in out if one.content]


def _join(out: list[Utterance], one: Reported, first: int) -> None:
    """Add an attribution to the utterances, or to the one that it goes on with."""
    before = out[-1] if out else None
    if before and _goes_on(before, one):
        before.content += one.content
        before.marked = True
        before.last = one.paragraph
        return
    if one.perhaps and not (before and before.last == one.paragraph):
        return
    if before and one.resumes and before.resumes and _touch(before, one):
        before.content[-1] = Span(before.content[-1].start, one.content[-1].end)
        return
    heard = _speaking(out[first:], one)
    out.append(
        Utterance(
            content=list(one.content),
            cue=one.cue,
            source=heard.source if heard else one.source,
            paragraph=one.paragraph,
            marked=one.marked,
            last=one.paragraph,
            inflected=heard.inflected if heard else one.inflected,
            resumes=one.resumes,
        )
    )


def _speaking(heard: list[Utterance], one: Reported) -> Utterance | None:
    """Who goes on in words without a frame: in the sentence before, who was quoted, or the last."""
    if not heard or not _same_speaker(heard[-1], one):
        return None
    quoted = (before for before in heard if _bare(one) and before.marked and before.source)
    return next(quoted, heard[-1])


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
