"""A frame being read: what is taken already, and the values that reading it gives.

The parts of this stage that look for content share it; nothing here decides.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from watchdesk.model import Span
from watchdesk.statements.frames import Frame
from watchdesk.statements.phrases import Place
from watchdesk.text.languages import Language

COMMAS = frozenset(",،՝")
LINKS = frozenset(",،՝.:;–—-―…!?`")
INTRODUCES = frozenset(":،՝,`–—")
# Three words make a clause or a quotation that is more than a title.
SPOKEN = 3


@dataclass(frozen=True, slots=True)
class Reported:
    """One attribution within a frame.

    `marked` says that its pieces are quotations alone, `opens` that its words follow in the next
    sentence ("She went on:"), `inflected` that the source is not in its first case, `resumes` that
    the words go on with who spoke last, as their mood shows; `perhaps` that this mood is also that
    of wishes.
    """

    content: tuple[Span, ...]
    cue: Span | None
    source: Span | None
    paragraph: int
    marked: bool
    opens: bool = False
    inflected: bool = False
    resumes: bool = False
    perhaps: bool = False


@dataclass(slots=True)
class Reader:
    """The state of one frame: which items are taken, and who spoke last in it.

    `framed` are the items of the cue and source that are being read; `lows` are the folded words,
    `commas` and `quotes` the places of commas and quotations.
    """

    frame: Frame
    language: Language
    taken: set[int]
    source: Place | None = None
    framed: set[int] = field(default_factory=set)
    lows: Sequence[str] = field(init=False)
    quotes: list[int] = field(init=False)

    def __post_init__(self) -> None:
        self.lows = self.frame.lows
        self.quotes = list(self.frame.marks)

    def low(self, at: int) -> str:
        """The folded word at `at`; empty for a quotation and outside the frame."""
        return self.lows[at] if 0 <= at < len(self.lows) else ""

    def quoted(self, at: int) -> Span | None:
        """The words within the marks of the quotation at `at`."""
        quotation = self.frame.marks.get(at)
        return quotation.inner if quotation else None


def start_of(reader: Reader, first: int) -> int:
    """The beginning of the sentence, behind what another frame has taken."""
    start = 0
    for at in range(first):
        if at in reader.taken:
            start = at + 1
    while start < first and reader.low(start) in LINKS:
        start += 1
    return start


def is_adjunct(reader: Reader, first: int) -> bool:
    """Whether what stands before the frame is no clause but a time or place (in a statement)."""
    item, rules = reader.frame.items[start_of(reader, first)], reader.language.frames
    return item.low in rules.stops or item.low in rules.openers or item.low.endswith("ing")


def is_speech(reader: Reader, inner: Span) -> bool:
    """Whether marked words with nothing around them are more than a title."""
    said = inner.of(reader.frame.text)
    return len(said.split()) >= SPOKEN or said[-1:] in ".!?…։"
