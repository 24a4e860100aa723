"""Items from the registers: what changed in an entry since the last issue, and its way so far.

In: entries that changed, as the public may see them. Out: an item each: its title as the editor
entered it, the passages that are new, and the line that says what stood before.
"""

import re
from collections.abc import Iterator, Sequence

from watchdesk.issue.candidate import ChangedEntry
from watchdesk.issue.rules import SectionRule
from watchdesk.model import Development, Dossier, Entry, Evidence, Item, Line, identity

MOST_PASSAGES = 3


def of_rule(changed: Sequence[ChangedEntry], rule: SectionRule) -> Sequence[ChangedEntry]:
    """The entries that a section shows; its subjects name registers, without them it shows all."""
    wanted = set(rule.subjects)
    found = [one for one in changed if not wanted or wanted & {one.entry.register, one.word}]
    return found[: rule.most]


def dossier(changed: ChangedEntry, issue_id: str) -> Item:
    """The item of one entry."""
    entry = changed.entry
    shown = changed.new or entry.developments[-1:]
    newest = shown[-1]
    previously = changed.line
    if changed.ran_in is not None:
        previously = f"{previously} Last in issue {changed.ran_in}.".strip()
    return Item(
        id=identity("dossier", issue_id, entry.id),
        headline=changed.headline or _headline(entry, newest),
        detail=Dossier(
            register=changed.word,
            entry=entry.id,
            previously=previously,
            stations=changed.stations,
            taken_back=changed.taken_back,
        ),
        lines=tuple(_passages([piece for one in shown for piece in one.evidence[:1]])),
    )


def _headline(entry: Entry, newest: Development) -> Line:
    """The title with a passage that carries its number, else the newest passage as it stands."""
    pieces = [piece for one in entry.developments for piece in one.evidence if piece.quote]
    digits = set(re.findall(r"\d+", entry.title))
    proving = [one for one in pieces if digits <= set(re.findall(r"\d+", one.quote))]
    titled = [one for one in proving if entry.title in one.quote] or proving
    if not titled:
        return Line(text=newest.evidence[0].quote, evidence=newest.evidence[:1])
    return Line(text=entry.title, evidence=tuple(titled[:1]), by=newest.by)


def _passages(found: Sequence[Evidence]) -> Iterator[Line]:
    """The passages as they stand in the archive, each once."""
    quotes = list({piece.quote: piece for piece in found if piece.quote}.values())
    for piece in quotes[-MOST_PASSAGES:]:
        yield Line(text=piece.quote, evidence=(piece,))
