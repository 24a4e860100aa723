"""Nouns that report: his claim that, her criticism of, voiced doubts about.

A reader and such a noun come in, the attribution goes out. The speaker is the genitive before the
noun, or who voices it; "the claim that …" has none.
"""

from watchdesk.model import Span
from watchdesk.statements.clauses import clause_end
from watchdesk.statements.cues import Found
from watchdesk.statements.phrases import HARD
from watchdesk.statements.reader import COMMAS, Reader, Reported
from watchdesk.statements.speakers import speaker_of

_BACK = 5


def of_noun(reader: Reader, cue: Found, following: list[Found]) -> tuple[Reported | None, int]:
    """The attribution of a noun and the item behind what it used up."""
    rules, frame, at = reader.language.frames, reader.frame, cue.behind
    first, source = _voice(reader, cue)
    clausal = reader.low(at) in rules.that
    start = at if clausal or reader.low(at) in rules.complements.infinitive else at + 1
    if source is None and not clausal:
        return None, 0
    end = clause_end(reader, start, following)
    content = frame.between(start, end)
    if content is None:
        return None, 0
    reader.taken.update(range(start, end))
    one = Reported((content,), frame.between(first, cue.behind), source, frame.paragraph, False)
    return one, end


def _voice(reader: Reader, cue: Found) -> tuple[int, Span | None]:
    """Where the cue begins, and who speaks: who voices it, else the genitive."""
    takes, owner = reader.language.frames.complements, None
    for at in range(cue.first - 1, max(-1, cue.first - _BACK), -1):
        item = reader.frame.items[at]
        if item.low in takes.lights:
            source = speaker_of(reader.frame, Found(at, at + 1, item.low), reader.language)
            if source:
                return at, reader.frame.between(*source)
        if item.low in COMMAS or item.low in HARD or item.hidden:
            break
        if owner is None and item.low in takes.genitives:
            owner = at + 1, Span(item.start, item.end)
        elif owner is None and item.low.endswith(takes.genitive_endings):
            owner = at + 1, _name(reader, at)
    return owner or (cue.first, None)


def _name(reader: Reader, last: int) -> Span:
    """The name that ends in the genitive at `last`, without its ending."""
    items, start = reader.frame.items, last
    while start > 0 and items[start - 1].capital:
        start -= 1
    if start > 0 and items[start - 1].low in reader.language.frames.appositions:
        start -= 1
    ending = "'s" if items[last].low.endswith("'s") else "'"
    return Span(items[start].start, items[last].end - len(ending))
