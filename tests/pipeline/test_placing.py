"""What the editor moved, or let stand, places what no rule takes."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from tests.builders import a_capture, an_article, an_issue, an_item, at
from tests.issue.making import a_candidate, told

from watchdesk.config import create
from watchdesk.issue import SectionRule, select, to_markdown
from watchdesk.model import Article, Section, State, identity
from watchdesk.pipeline import Desk, open_desk
from watchdesk.pipeline.edition import edit
from watchdesk.pipeline.placing import by_examples
from watchdesk.store import articles, captures, changes, issues, stories
from watchdesk.store.stories import Placing

RULES = (
    SectionRule(key="courts", title="Courts"),
    SectionRule(key="weather", title="Weather"),
    SectionRule(key="briefs", title="In brief", kind="briefs"),
)
COURTS = ("The judge heard the appeal", "The judge heard the lawyer", "The lawyer made an appeal")
RIVER = ("The river rose over its banks", "The banks of the river gave way", "The river fell again")
NEW = told("", title="The lawyer asked the judge for an appeal", day=19)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    create(tmp_path, title="Letter", language="en")
    with open_desk(tmp_path, now=at(20)) as desk:
        yield replace(desk, config=replace(desk.config, sections=RULES))


def archived(desk: Desk, title: str) -> Article:
    url = f"https://tidings.example/{identity(title)}"
    capture = a_capture(url, body=title.encode())
    article = an_article(title, title=title, url=url, capture=capture)
    at_ = capture.fetched_at
    placing = Placing(
        article_id=article.id,
        story_id=identity("story", article.id),
        origin=article.id,
        why="",
        at=at_,
        source_id="tidings",
        remembered="",
    )
    with desk.store.writing() as tx:
        captures.add(tx, (capture,))
        articles.add(tx, article, captured_at=at_, first_captured_at=at_)
        stories.place(tx, placing, ())
    return article


def stood(desk: Desk, *, by: str = "", state: State = State.PUBLISHED) -> None:
    """An issue in which the courts' and the river's stories stood."""
    sections = [
        Section(
            key=key,
            title=key,
            items=tuple(
                replace(an_item(one), story_id=identity("story", one.id), edited_by=by)
                for one in (archived(desk, title) for title in titles)
            ),
        )
        for key, titles in (("courts", COURTS), ("weather", RIVER))
    ]
    with desk.store.writing() as tx:
        issues.put(tx, replace(an_issue(*sections), state=state))


def where(desk: Desk, rules: Sequence[SectionRule] = RULES) -> list[str]:
    found = (a_candidate(NEW),)
    placed = select(found, rules, by_examples(desk, found))
    return [key for key, some in placed.items() if some]


def test_a_story_that_no_rule_takes_goes_where_its_like_stood(desk: Desk) -> None:
    assert where(desk) == ["briefs"]
    stood(desk)
    assert where(desk) == ["courts"]


def test_a_rule_comes_first(desk: Desk) -> None:
    stood(desk)
    rule = SectionRule(key="weather", title="Weather", words=(("lawyer", 2.0),))
    assert where(desk, (RULES[0], rule, RULES[2])) == ["weather"]


def test_what_a_draft_holds_teaches_only_where_a_person_handled_it(desk: Desk) -> None:
    stood(desk, state=State.DRAFT)
    assert where(desk) == ["briefs"]
    stood(desk, state=State.DRAFT, by="Ani")
    assert where(desk) == ["courts"]


def test_the_words_that_decided_are_told(desk: Desk) -> None:
    stood(desk)
    found = (a_candidate(NEW),)
    (placed,) = select(found, RULES, by_examples(desk, found))["courts"]
    assert placed.learnt
    assert placed.why[:2] == ("appeal", "lawyer")


def test_a_move_is_signed_and_kept(desk: Desk) -> None:
    item = an_item(archived(desk, COURTS[0]))
    there = (Section(key="courts", title="Courts", items=(item,)),)
    issue = replace(an_issue(*there, Section(key="weather", title="Weather")), state=State.DRAFT)
    with desk.store.writing() as tx:
        issues.put(tx, issue)
    head, told_of = to_markdown(issue).split("## Courts {#courts}")
    item_text, weather = told_of.split("## Weather")
    assert not edit(desk, issue, f"{head}## Weather{weather}\n{item_text}", by="Ani").complaints
    with desk.store.reading() as tx:
        (change,) = changes.of_item(tx, item.id)
    assert change.before is not None
    assert change.after is not None
    assert (change.by, change.before.section, change.after.section) == ("Ani", "courts", "weather")
