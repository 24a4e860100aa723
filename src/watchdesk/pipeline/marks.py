"""What the first screen sets beside a story or an item, so that an editor looks again.

In: the stories and items that are shown. Out: marks: numbers that disagree, a measure or case that
moved since the last issue, a cited page that is not what it was. Nothing is decided or changed
here, and only what is shown is asked for, however much is archived.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from watchdesk.config import Config
from watchdesk.model import (
    Article,
    Development,
    Dossier,
    Evidence,
    Issue,
    Item,
    Key,
    Part,
    RivalFigures,
    Story,
)
from watchdesk.pipeline import dossiers, united
from watchdesk.pipeline.counting import counted
from watchdesk.pipeline.desk import Desk
from watchdesk.pipeline.material import of_stories
from watchdesk.registers.material import MEASURE
from watchdesk.store import Transaction, articles, reads, registers, stories
from watchdesk.text.fold import fold
from watchdesk.text.identifiers import find_identifiers

MOVING = frozenset({"measures", "cases"})
MOST_MOVED = 100
"""Developments that are looked at, the newest first."""
MOST_NUMBERS = 4
MOST_REMEMBERED = 2000


FIGURES, MOVED, CHANGED, GONE = "figures", "moved", "changed", "gone"
"""Kinds: numbers disagree; an entry moved; a cited page says something else; its words are gone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One thing to look at again, of a kind.

    `subject` is the entry's title, `words` are numbers as printed, what became of the entry, or the
    page's title as it is now; `path` leads to where it can be seen.
    """

    kind: str
    words: tuple[str, ...] = ()
    subject: str = ""
    path: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """Marks by the ids of stories and of items; `moved` are all that moved, the last first."""

    stories: Mapping[str, tuple[Mark, ...]]
    items: Mapping[str, tuple[Mark, ...]]
    moved: tuple[Mark, ...]


class Disagreements:
    """The numbers that disagree in stories; what a story counts is made once for its members."""

    def __init__(self) -> None:
        self._config: Config | None = None
        self._known: dict[tuple[str, ...], tuple[str, ...]] = {}

    def of(self, tx: Transaction, desk: Desk, ids: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """The numbers as printed, by story, where some disagree."""
        if desk.config is not self._config or len(self._known) > MOST_REMEMBERED:
            self._config, self._known = desk.config, {}
        known = self._known
        told = stories.many(tx, ids)
        keys = {id_: (id_, *(one.article_id for one in told[id_].members)) for id_ in told}
        new = [told[id_] for id_, key in keys.items() if key not in known]
        made = _disagreeing(tx, desk, new)
        known.update({keys[story.id]: made.get(story.id, ()) for story in new})
        return {id_: known[key] for id_, key in keys.items() if known[key]}


def _disagreeing(
    tx: Transaction, desk: Desk, told: Collection[Story]
) -> dict[str, tuple[str, ...]]:
    """The rival numbers of each story, in the ledger's order."""
    every = {member.article_id for story in told for member in story.members}
    found = reads.many(tx, every)
    return {
        one.story.id: tuple(
            claim.printed for quantity in counted(desk, one, found) for claim in quantity.rivals
        )[:MOST_NUMBERS]
        for one in of_stories(tx, told, every, desk.config.language)
    }


def marks_of(
    tx: Transaction,
    desk: Desk,
    issue: Issue | None,
    headlines: Mapping[str, str],
    disagreements: Disagreements,
) -> Marks:
    """The marks of the stories with these headlines, and of the items of the issue."""
    items = [item for item in issue.items if not item.withdrawn] if issue else []
    ids = {*headlines, *(item.story_id for item in items if item.story_id)}
    rivals = disagreements.of(tx, desk, sorted(ids))
    told = {*headlines.values(), *(item.headline.text for item in items)}
    moved = _Moved(tx, issue.since, desk.clock(), told) if issue and issue.since else None
    changed = articles.read_anew(tx, {one.article_id or "" for i in items for one in i.evidence})
    beside = {i.story_id for i in items if isinstance(i.detail, RivalFigures)}
    return Marks(
        stories={
            id_: (*_figures(id_, rivals), *(moved.of_story(id_, headline) if moved else ()))
            for id_, headline in headlines.items()
        },
        items={
            item.id: (
                *_pages(item, changed),
                *(_figures(item.story_id, rivals) if item.story_id not in beside else ()),
                *(moved.of_item(item) if moved else ()),
            )
            for item in items
        },
        moved=tuple(moved.all())[::-1] if moved else (),
    )


def _figures(story_id: str | None, rivals: Mapping[str, tuple[str, ...]]) -> Iterator[Mark]:
    if story_id and story_id in rivals:
        path = f"/stories/{story_id}#figures"
        yield Mark(kind=FIGURES, words=rivals[story_id], path=path)


def _pages(item: Item, changed: Mapping[str, Article]) -> Iterator[Mark]:
    """The cited pages that say something else now, each once."""
    cited: dict[str, list[Evidence]] = defaultdict(list)
    for piece in item.evidence:
        if piece.article_id and piece.article_id in changed:
            cited[piece.article_id].append(piece)
    for article_id, pieces in cited.items():
        now = changed[article_id]
        kind = CHANGED if _stand(pieces, now) else GONE
        yield Mark(kind=kind, words=(now.title,), path=f"/article/{now.id}")


def _stand(pieces: Iterable[Evidence], now: Article) -> bool:
    """Whether the cited words are in the page as it is now, spaces and quotation marks aside."""
    title, text = fold(now.title), fold(now.text)
    return all(
        (title if piece.part is Part.TITLE else text).find(piece.quote) is not None
        for piece in pieces
        if piece.part is not Part.CAPTION
    )


class _Moved:
    """What became of measures and cases since a moment, by where it was read."""

    def __init__(
        self, tx: Transaction, since: datetime, now: datetime, headlines: Iterable[str]
    ) -> None:
        told = [
            one
            for one in dossiers.newest_changes(tx, since=since, most=MOST_MOVED)
            if one.register in MOVING and one.kind in dossiers.register_named(one.register).kinds
        ]
        self._root = {one.entry: united.root(tx, one.entry) for one in told}
        self._titles = registers.many(tx, self._root.values())
        self._told = told
        read = {piece.article_id or "" for one in told for piece in one.evidence}
        self._story = stories.of_articles(tx, read)
        self._named = _named(tx, headlines if told else (), now.date())

    def of_story(self, story_id: str, headline: str) -> Iterator[Mark]:
        """What its articles tell of entries, and what became of the measures its headline names."""
        named = {self._root.get(id_, id_) for id_ in self._named.get(headline, ())}
        own = [
            one
            for one in self._told
            if self._root[one.entry] in named
            or any(self._story.get(piece.article_id or "") == story_id for piece in one.evidence)
        ]
        return self._marks(own)

    def of_item(self, item: Item) -> Iterator[Mark]:
        """The same for an item; of an entry's own item what it does not yet tell."""
        if not isinstance(item.detail, Dossier):
            return self.of_story(item.story_id or "", item.headline.text)
        shown = {(piece.article_id, piece.span) for piece in item.evidence}
        entry = item.detail.entry
        new = [
            one
            for one in self._told
            if self._root[one.entry] == entry
            and not any((piece.article_id, piece.span) in shown for piece in one.evidence)
        ]
        return self._marks(new)

    def all(self) -> Iterator[Mark]:
        """Every entry that moved."""
        return self._marks(self._told)

    def _marks(self, told: Sequence[Development]) -> Iterator[Mark]:
        """A mark for each entry, with what it came to last."""
        last = {self._root[one.entry]: one for one in told}
        for entry, one in last.items():
            label = dossiers.register_named(one.register).kinds[one.kind].label
            title = self._titles[entry].title if entry in self._titles else ""
            yield Mark(kind=MOVED, subject=title, words=(label,), path=f"/entry/{entry}")


def _named(tx: Transaction, headlines: Iterable[str], on: date) -> dict[str, set[str]]:
    """The entries of the measures whose numbers stand in a headline, asked for all at once."""
    keys = {
        headline: {Key(MEASURE, one.key or "") for one in find_identifiers(headline, on)}
        for headline in headlines
    }
    found = registers.carrying(tx, {key for each in keys.values() for key in each})
    return {
        headline: {id_ for key in each for id_ in found.get(key, ())}
        for headline, each in keys.items()
    }
