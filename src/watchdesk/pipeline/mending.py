"""The stories that new articles touched are looked at again, and mended.

In: for each article that was placed, those that are like it. Out: an event for each change, after
it was committed. Stories keep their ids; one that is emptied leads on to where its articles went,
and what a person decided stays.
"""

from collections.abc import Iterable, Iterator, Mapping

from watchdesk.model import Done, Event, Stage, identity
from watchdesk.pipeline.desk import Desk
from watchdesk.store import Transaction, stories, story_changes
from watchdesk.store.stories import Placing
from watchdesk.store.story_changes import StoryChange
from watchdesk.stories import FADING, JOINS, Standing, fingerprint_of, repaired


def repair(
    desk: Desk, near: Mapping[str, tuple[str, ...]], *, joins: float = JOINS
) -> Iterator[Event]:
    """Group the touched stories anew by all they share; `joins` is the mean likeness of one."""
    with desk.store.reading() as tx:
        held = {placing.article_id: placing for placing in _touched(tx, near)}
        decided = story_changes.chosen(tx, held)
    originals = [one for one in held.values() if one.origin == one.article_id]
    standing = [standing_of(one, decided=one.article_id in decided) for one in originals]
    places = {one.id: place for place, one in enumerate(standing)}
    pairs = [
        (places[one], places[other])
        for one, others in near.items()
        for other in others
        if one in places and other in places
    ]
    moved = repaired(standing, pairs, FADING, joins=joins)
    for change in _changes(desk, held, moved):
        with desk.store.writing() as tx:
            story_changes.apply(tx, change)
        yield Done(stage=Stage.GROUP, subject=change.story_id, outcome="mended")


def _touched(tx: Transaction, near: Mapping[str, tuple[str, ...]]) -> tuple[Placing, ...]:
    """All members of the stories that new articles are in, or are like."""
    wanted = {*near, *(other for others in near.values() for other in others)}
    return stories.members_of(tx, stories.of_articles(tx, wanted).values())


def standing_of(placing: Placing, *, decided: bool = False) -> Standing:
    """What a repair looks at in a member."""
    mark = fingerprint_of(placing.remembered)
    return Standing(
        id=placing.article_id,
        story=placing.story_id,
        terms=mark.terms,
        at=placing.at.timestamp(),
        dated=mark.dated,
        language=mark.language,
        decided=decided,
    )


def _changes(
    desk: Desk, held: Mapping[str, Placing], moved: Mapping[str, str]
) -> Iterator[StoryChange]:
    """One change for each pair of stories between which articles go; copies go along."""
    ways: dict[tuple[str, str], list[str]] = {}
    for placing in held.values():
        to = moved.get(placing.origin)
        if to is not None and placing.story_id != to:
            ways.setdefault((placing.story_id, to), []).append(placing.article_id)
    now = desk.clock()
    for (old, new), articles in sorted(ways.items()):
        kind = "merged" if len(articles) == _size(held.values(), old) else "split"
        yield StoryChange(
            id=identity("repair", old, new, *articles, now.isoformat()),
            kind=kind,
            story_id=new,
            other_id=old,
            articles=tuple(articles),
            by="",
            at=now,
            why="shares most with this story",
        )


def _size(placings: Iterable[Placing], story_id: str) -> int:
    return sum(placing.story_id == story_id for placing in placings)
