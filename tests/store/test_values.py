from dataclasses import replace
from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as some
from tests.builders import an_issue

from watchdesk.model import Brief, Evidence, Issue, Item, Line, Photograph, Span
from watchdesk.store.values import dump, load

spans = some.tuples(some.integers(0, 99), some.integers(1, 99)).map(
    lambda pair: Span(pair[0], pair[0] + pair[1])
)
evidence = some.builds(
    Evidence,
    article_id=some.text(min_size=1),
    span=spans,
    quote=some.text(min_size=1),
    before=some.text(),
)
lines = some.builds(
    Line, text=some.text(), evidence=some.lists(evidence, min_size=1, max_size=3).map(tuple)
)
items = some.builds(
    Item,
    id=some.text(min_size=1),
    headline=lines,
    detail=some.builds(Brief, outlet=some.text()) | some.builds(Photograph, outlet=some.text()),
    lines=some.lists(lines, max_size=3).map(tuple),
    story_id=some.none() | some.text(),
)


@given(items)
def test_an_item_comes_back_as_it_was_kept(item: Item) -> None:
    assert load(Item, dump(item)) == item


def test_an_issue_comes_back_as_it_was_kept() -> None:
    issue = an_issue()
    assert load(Issue, dump(issue)) == issue


def test_kinds_with_the_same_fields_stay_apart() -> None:
    brief, picture = Brief(outlet="Tidings"), Photograph(outlet="Tidings")
    assert dump(brief) != dump(picture)


def test_a_field_that_a_newer_program_wrote_is_left_out() -> None:
    assert load(Span, {"start": 1, "end": 2, "colour": "green"}) == Span(1, 2)


def test_moments_keep_their_zone() -> None:
    issue = replace(an_issue(), dated=datetime(2026, 11, 20, 9, tzinfo=UTC))
    assert load(Issue, dump(issue)).dated.tzinfo is not None
