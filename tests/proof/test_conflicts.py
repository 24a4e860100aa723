"""V11: a number that others contradict is not printed alone."""

from dataclasses import replace

import pytest
from tests.builders import a_capture, a_headline, a_line, an_article, at

from watchdesk.model import (
    Brief,
    Claim,
    Evidence,
    Finding,
    Item,
    Level,
    Quantity,
    Rival,
    RivalFigures,
    Span,
)
from watchdesk.proof import Held, Known, check_item
from watchdesk.text.cited import cite

TEXT = (
    "The Ministry of Works counted 1,200 people displaced. "
    "The Relief Office counted 2,900 people displaced, and 40 sheep."
)
PAGE = a_capture(body=TEXT.encode())
ARTICLE = an_article(TEXT, title="Two counts in the valley", capture=PAGE, published=at(20))
HELD = Held(articles={ARTICLE.id: ARTICLE}, captures={PAGE.id: PAGE})


def place(words: str) -> Evidence:
    start = TEXT.index(words)
    return cite(ARTICLE, Span(start, start + len(words)))


def claim(value: float, printed: str, says: str) -> Claim:
    return Claim(
        value=value, low=value, high=value, says=says, as_of=at(20), at=at(20),
        evidence=(place(printed),),
    )  # fmt: skip


MINISTRY = claim(1200, "1,200 people displaced", "Ministry of Works")
OFFICE = claim(2900, "2,900 people displaced", "Relief Office")
DISPLACED = Quantity(
    key="people:displaced::en",
    noun="people",
    fate="displaced",
    unit=None,
    language="en",
    counts="people",
    heading=place("people displaced"),
    claims=(MINISTRY, OFFICE),
)


def printing(*lines: str) -> Item:
    return Item(
        id="item-1",
        headline=a_headline(ARTICLE),
        lines=tuple(a_line(ARTICLE, line) for line in lines),
        detail=Brief(outlet="Tidings"),
        story_id="story-1",
    )


def showing(*claims: Claim) -> Item:
    rivals = tuple(
        Rival(
            value=one.value, printed=one.printed, says=one.says, as_of=None, evidence=one.evidence
        )
        for one in claims
    )
    detail = RivalFigures(counts="people", unit=None, rivals=rivals)
    return replace(printing(), id="item-2", detail=detail)


def found(item: Item, *beside: Item) -> list[Finding]:
    report = check_item(item, HELD, Known(conflicts=(DISPLACED,), beside=beside))
    return [one for one in report.findings if one.rule == "V11"]


FIRST = "The Ministry of Works counted 1,200 people displaced."
SECOND = "The Relief Office counted 2,900 people displaced, and 40 sheep."


def test_a_number_alone_stops_the_issue_and_says_who_gives_another() -> None:
    (one,) = found(printing(FIRST))
    assert (one.level, one.draft) == (Level.BLOCK, FIRST)
    assert "2,900 people displaced (Relief Office, 2026-11-20)" in one.message


@pytest.mark.parametrize(
    ("item", "beside"),
    [
        (printing(FIRST, SECOND), ()),
        (printing(FIRST), (showing(MINISTRY, OFFICE),)),
        (showing(MINISTRY, OFFICE), ()),
        (printing("40 sheep"), ()),
        (printing(), ()),
    ],
)
def test_numbers_together_and_other_numbers_pass(item: Item, beside: tuple[Item, ...]) -> None:
    assert found(item, *beside) == []


@pytest.mark.parametrize(("kept", "missing"), [(MINISTRY, OFFICE), (OFFICE, MINISTRY)])
def test_a_number_taken_out_of_those_side_by_side_stops_the_issue(
    kept: Claim, missing: Claim
) -> None:
    (one,) = found(showing(kept))
    assert missing.printed in one.message


def test_a_count_that_fell_is_pointed_out_where_it_is_printed() -> None:
    warned = replace(DISPLACED, claims=(MINISTRY,), warnings=("A count that only grows fell.",))
    known = Known(conflicts=(warned,))
    (one,) = (one for one in check_item(printing(FIRST), HELD, known).findings if one.rule == "V11")
    assert (one.level, one.message, one.draft) == (Level.WARN, warned.warnings[0], FIRST)
    other = check_item(printing(SECOND), HELD, known).findings
    assert "V11" not in {one.rule for one in other}
