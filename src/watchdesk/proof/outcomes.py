"""V16: what became of a registered matter agrees with its record on that day, or shows both.

In: an item, and how the entries that it names stood on the day it tells of. Out: a warning for each
sentence that says *passed*, *adopted*, *signed* or *released* of an entry whose record holds no
such thing by then. A sentence that says it has not happened, an entry that says nothing, and an
item that prints the record's own standing beside it are left alone; who is right is not asked.
"""

from collections.abc import Iterable, Iterator, Mapping

from watchdesk.model import Finding, Item, Level, Line
from watchdesk.proof.held import Known, Standing
from watchdesk.proof.reading import Reading, read
from watchdesk.proof.terms import find_terms
from watchdesk.text.identifiers import find_identifiers
from watchdesk.text.sentences import sentences

NOT = "not"

SHOWN_BY: Mapping[str, frozenset[str]] = {
    "passed": frozenset({"passed", "adopted", "signed", "enacted", "vetoed"}),
    "adopted": frozenset({"adopted", "passed", "signed", "enacted"}),
    "signed": frozenset({"signed", "enacted"}),
    "enacted": frozenset({"enacted"}),
    "vetoed": frozenset({"vetoed"}),
    "rejected": frozenset({"rejected"}),
    "released": frozenset({"released", "exchanged"}),
}
"""The outcomes that are asked about, and what in a record bears each out: a law had to pass."""


def check_outcomes(item: Item, known: Known) -> Iterator[Finding]:
    """V16 for the headline and the lines of one item."""
    for entry in known.standings:
        yield from _against(item, entry)


def contradicted(item: Item, standings: Iterable[Standing]) -> tuple[Standing, ...]:
    """The entries whose records an item contradicts without showing them."""
    return tuple(entry for entry in standings if any(_against(item, entry)))


def _against(item: Item, entry: Standing) -> Iterator[Finding]:
    if _shows(item, entry):
        return
    for line in _lines(item):
        for span in sentences(line.text, line.language):
            yield from _disagreeing(line, span.of(line.text), entry)


def _lines(item: Item) -> tuple[Line, ...]:
    return (item.headline, *item.lines)


def _shows(item: Item, entry: Standing) -> bool:
    """Whether the item prints where the record stands, or the passage that it rests on.

    Nothing to show agrees with all.
    """
    shown = " ".join(read(one.text, one.language).text.lower() for one in _lines(item))
    if not entry.status or entry.status.lower() in shown:
        return True
    places = {(one.article_id, one.span) for one in entry.evidence}
    return any((one.article_id, one.span) in places for one in item.evidence)


def _disagreeing(line: Line, words: str, entry: Standing) -> Iterator[Finding]:
    reading = read(words, line.language)
    if not _names(reading, words, entry):
        return
    said = {found.code: found for found in find_terms(reading, entry.words)}
    if NOT in said:
        return
    for kind, found in said.items():
        if kind in SHOWN_BY and not SHOWN_BY[kind] & entry.kinds:
            printed = reading.text[found.start : found.end]
            yield Finding(
                rule="V16",
                level=Level.WARN,
                message=(
                    f"This says “{printed}”; the desk's record of {entry.title} says: "
                    f"{entry.line} Print both, or enter what happened."
                ),
                draft=line.text,
                nearest=entry.line,
            )


def _names(reading: Reading, words: str, entry: Standing) -> bool:
    """Whether a sentence is about an entry: by its number, or by a full name."""
    if entry.keys and any(one.key in entry.keys for one in find_identifiers(words)):
        return True
    told = f" {' '.join(token.low for token in reading.tokens)} "
    return any(_row(name, reading) in told for name in entry.names)


def _row(name: str, reading: Reading) -> str:
    return f" {' '.join(token.low for token in read(name, reading.pack.code).tokens)} "
