"""What stands beside stories and items on the first screen, each for its own reason alone."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from tests.builders import a_capture, an_article, at
from tests.registers.making import a_development, opened

from watchdesk.config import create
from watchdesk.demo.site import ISSUE_DATE
from watchdesk.model import Article, Evidence, Span, Stage
from watchdesk.pipeline import Desk, dossiers, group, open_desk, storylines, write_draft
from watchdesk.pipeline.marks import CHANGED, FIGURES, GONE, MOVED, Disagreements
from watchdesk.pipeline.needs import needs
from watchdesk.pipeline.today import Board, board
from watchdesk.store import articles, captures, issues, stories, work

NOW = at(20)
TEXT = "The quarry at Velmor was shut on Monday. The wall above the river road gave way."
URL = "https://tidings.example/quarry"


def keep(desk: Desk, text: str, title: str, *, day: int, url: str = URL) -> Article:
    """A page as it was read on a day, the earlier reading replaced."""
    with desk.store.writing() as tx:
        before = articles.current_at(tx, url)
        capture = a_capture(url, body=text.encode(), fetched_at=at(day))
        made = an_article(text, title=title, url=url, capture=capture)
        made = replace(made, replaces=before.id if before else None)
        captures.add(tx, (capture,))
        articles.add(tx, made, captured_at=at(day), first_captured_at=at(19))
        if before is None:
            work.add(tx, Stage.GROUP, (made.id,), at(day))
    return made


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    create(tmp_path, title="A desk", language="en", allow=())
    with open_desk(tmp_path, now=NOW) as desk:
        keep(desk, TEXT, "Wall falls at the quarry: H.R. 58", day=19)
        list(group(desk))
        issue = write_draft(desk)
        with desk.store.writing() as tx:
            issues.put(tx, replace(issue, since=NOW - timedelta(days=6)))
        yield desk


def kinds(shown: Board) -> tuple[list[str], list[str]]:
    """The kinds of marks beside the one story, and beside the first item."""
    story, issue = shown.stories[0], shown.issue
    assert issue is not None
    by_item = shown.marks.items[issue.items[0].id]
    return [one.kind for one in shown.marks.stories[story.id]], [one.kind for one in by_item]


def test_nothing_is_marked_where_nothing_happened(desk: Desk) -> None:
    assert kinds(board(desk)) == ([], [])
    keep(desk, TEXT, "Wall falls at the quarry: H.R. 58", day=20)
    assert kinds(board(desk)) == ([], [])


def test_a_cited_page_that_changed_is_marked_and_needs_a_person(desk: Desk) -> None:
    keep(desk, f"{TEXT} Nobody was hurt.", "Wall falls at the quarry: H.R. 58", day=20)
    shown = board(desk)
    assert kinds(shown) == ([], [CHANGED])
    assert CHANGED in {need.kind for need in needs(desk, shown)}


def test_a_page_that_lost_the_cited_words_is_told_apart(desk: Desk) -> None:
    keep(desk, "The quarry is open.", "Quarry open", day=20)
    shown = board(desk)
    assert kinds(shown) == ([], [GONE])
    (need,) = [one for one in needs(desk, shown) if one.kind == GONE]
    assert shown.issue is not None
    assert need.path == f"/items/{shown.issue.items[0].id}"


def test_a_measure_that_moved_stands_beside_a_headline_with_its_number(desk: Desk) -> None:
    number = [["measure", "us/hr/58"]]
    with desk.store.writing() as tx:
        first = opened("bill", "Bill 58", number, register="measures", recorded=NOW)
        moved = a_development("passed", "bill", register="measures", recorded=NOW)
        other = opened("other", "Bill 59", register="measures", recorded=NOW)
        dossiers.record(tx, [first, moved, other])
    shown = board(desk)
    assert kinds(shown) == ([MOVED], [MOVED])
    assert [need.subject for need in needs(desk, shown) if need.kind == MOVED] == ["Bill 58"]


def test_what_moved_since_the_last_issue_stands_beside_what_tells_or_names_it(desk: Desk) -> None:
    with desk.store.reading() as tx:
        read = articles.current_at(tx, URL)
    assert read is not None
    told = Evidence(article_id=read.id, span=Span(0, 10), quote="The quarry")
    since = NOW - timedelta(days=1)
    with desk.store.writing() as tx:
        opened_long_ago = opened("anna", "Anna Oke", recorded=NOW - timedelta(days=90))
        old = a_development(entry="anna", recorded=NOW - timedelta(days=90), evidence=(told,))
        dossiers.record(tx, [opened_long_ago, old])
    assert kinds(board(desk)) == ([], [])
    with desk.store.writing() as tx:
        new = a_development("released", "anna", recorded=since, evidence=(told,))
        dossiers.record(tx, [new])
    shown = board(desk)
    assert kinds(shown) == ([MOVED], [MOVED])
    (mark,) = shown.marks.stories[shown.stories[0].id]
    assert (mark.subject, mark.words, mark.path) == ("Anna Oke", ("released",), "/entry/anna")
    with desk.store.writing() as tx:
        dossiers.record(tx, [dossiers.retraction(new, by="Mara", at=NOW, reason="another Anna")])
    assert kinds(board(desk)) == ([], [])


def test_numbers_that_disagree_are_marked_until_the_story_is_parted(
    drafted_once: Path, tmp_path: Path
) -> None:
    shutil.copytree(drafted_once, tmp_path / "demo")
    remembered = Disagreements()
    with open_desk(tmp_path / "demo", now=ISSUE_DATE) as desk:
        marked = board(desk, disagreements=remembered).marks
        ((story_id, (mark,)),) = [pair for pair in marked.stories.items() if pair[1]]
        assert mark.kind == FIGURES
        assert {"2,900 people", "3,400 displaced"} <= set(mark.words)
        # In the issue they stand side by side already.
        assert not any(marked.items.values())
        with desk.store.reading() as tx:
            members = stories.members_of(tx, (story_id,))
        for one in members[1:]:
            storylines.split(desk, story_id, [one.article_id], by="Mara")
        # What is left disagrees with nobody, or within itself: it is counted anew either way.
        parted = board(desk, disagreements=remembered, most=100).marks
        assert mark not in parted.stories[story_id]
