"""How the entries that items name stood on the day each tells of: what V16 compares with.

In: items with the articles they cite. Out: standings by the item's id, as the public may know them.
Entries are looked up by the numbers and full names that an item prints, never read as a whole.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from watchdesk.model import OPENED, Article, Audience, Cleared, Entry, Item, Key, Stance, To
from watchdesk.pipeline import dossiers, united
from watchdesk.pipeline.clearing import AsOf, cleared
from watchdesk.pipeline.desk import Desk
from watchdesk.proof import Standing
from watchdesk.registers.material import LASTING, MEASURE
from watchdesk.registers.numbers import of_another_session
from watchdesk.store import Transaction, registers
from watchdesk.text.identifiers import find_identifiers
from watchdesk.text.names import find_names

MOST_NAMES = 60


def standings_of(
    tx: Transaction, items: Sequence[Item], desk: Desk, cited: Mapping[str, Article]
) -> dict[str, tuple[Standing, ...]]:
    """The standings of each item that names an entry, as known now."""
    days = {item.id: _day(item, cited) or desk.clock().date() for item in items}
    keys = {
        item.id: tuple(dict.fromkeys(_keys(item, days[item.id])))[:MOST_NAMES] for item in items
    }
    found = registers.carrying(tx, {key for some in keys.values() for key in some})
    named = {
        item: sorted({entry for key in some for entry in found.get(key, ())})
        for item, some in keys.items()
    }
    return {
        item.id: tuple(
            _standing(entry, desk, item, days[item.id])
            for entry in _entries(tx, desk, named[item.id], days[item.id])
            if not of_another_session(entry.keys, keys[item.id])
        )
        for item in items
        if named[item.id]
    }


def _keys(item: Item, day: date) -> Iterator[Key]:
    for line in (item.headline, *item.lines):
        for mention in find_identifiers(line.text, day):
            yield Key(MEASURE, mention.key or "")
            if mention.lasting:
                yield Key(LASTING, mention.lasting)
        for span in find_names(line.text, line.language):
            yield Key("name", span.of(line.text))


def _day(item: Item, cited: Mapping[str, Article]) -> date | None:
    """The day that an item tells of: its newest article's own date."""
    articles = (cited.get(one.article_id or "") for one in item.evidence)
    days = [one.published.at.date() for one in articles if one and one.published]
    return max(days, default=None)


def _entries(tx: Transaction, desk: Desk, ids: Sequence[str], on: date) -> Iterator[Entry]:
    """The entries as they stood on a day, merged ones once."""
    whole = dict.fromkeys(united.root(tx, one) for one in ids)
    # What the gate finds is printed with the issue: it may say no more than the public may know.
    public = Audience(to=To.PUBLIC, on=desk.clock().date())
    for found in cleared(tx, whole, public, AsOf(held_on=on)):
        if isinstance(found, Cleared) and found.entry.status:
            yield found.entry


def _standing(entry: Entry, desk: Desk, item: Item, on: date) -> Standing:
    language = (item.headline.language or desk.config.language).partition("-")[0]
    words = desk.config.words.get(entry.register, {})
    told_last = reversed([one for one in entry.developments if one.kind != OPENED])
    return Standing(
        title=entry.title,
        names=tuple(key.value for key in entry.keys if key.scheme == "name"),
        keys=frozenset(key.value for key in entry.keys if key.scheme == MEASURE),
        line=dossiers.line_of(entry, on),
        status=entry.status,
        kinds=frozenset(one.kind for one in entry.developments if one.stance is Stance.ASSERTS),
        words={kind: tuple(told.get(language, ())) for kind, told in words.items()},
        evidence=next((one.evidence for one in told_last if one.evidence), ()),
    )
