"""Editing the open draft item by item, on a desk with three stories and a week that goes on."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
import tomlkit
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.builders import a_capture, an_article, at

from watchdesk.config import create
from watchdesk.issue import editing as made
from watchdesk.issue import to_markdown
from watchdesk.model import Issue, Item, Span, Stage, State, UsageError
from watchdesk.pipeline import (
    Desk,
    approve,
    citing,
    edit,
    editing,
    group,
    issue_numbered,
    open_desk,
    prove,
    taking,
    undoing,
    write_draft,
)
from watchdesk.store import articles, captures, changes, issues, printed, standing, work
from watchdesk.store.changes import Change
from watchdesk.store.standing import How

NOW = at(20)
TEXTS = {
    "quarry": "The quarry at Velmor was shut on Monday. The wall above the river road gave way.",
    "ferry": "The ferry to Ostrany sank at night. Its crew of five swam ashore unhurt.",
    "school": "The school of Lower Velmor opened on Tuesday. Forty children came on the first day.",
}
TITLES = {
    "quarry": "Wall falls at the quarry",
    "ferry": "Five swim from a ferry",
    "school": "Lessons begin in one school",
}


def fill(desk: Desk, texts: dict[str, str], day: int = 19) -> None:
    with desk.store.writing() as tx:
        for number, (name, text) in enumerate(texts.items()):
            url = f"https://tidings.example/{name}"
            capture = a_capture(url, body=text.encode(), fetched_at=at(day, 8 + number))
            article = an_article(text, title=TITLES[name], url=url, capture=capture)
            captures.add(tx, (capture,))
            moment = capture.fetched_at
            articles.add(tx, article, captured_at=moment, first_captured_at=moment)
            work.add(tx, Stage.GROUP, (article.id,), moment)
    list(group(desk))


@pytest.fixture(scope="session")
def drafted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A desk with a draft that holds three stories in its first section."""
    folder = tmp_path_factory.mktemp("drafted") / "desk"
    create(folder, title="Letter", language="en")
    file = folder / "desk.toml"
    table = tomlkit.parse(file.read_text())
    table["sections"] = [
        {"key": "news", "title": "News", "words": {"Velmor": 2.0, "Ostrany": 2.0}},
        {"key": "more", "title": "More", "words": {"nothing": 2.0}},
    ]
    file.write_text(tomlkit.dumps(table))
    with open_desk(folder, now=NOW) as desk:
        fill(desk, TEXTS)
        assert len(write_draft(desk).sections[0].items) == len(TEXTS)
    return folder


@contextmanager
def opened(drafted: Path, folder: Path) -> Iterator[Desk]:
    shutil.copytree(drafted, folder)
    with open_desk(folder, now=NOW) as desk:
        yield desk


@pytest.fixture
def desk(drafted: Path, tmp_path: Path) -> Iterator[Desk]:
    with opened(drafted, tmp_path / "desk") as desk:
        yield desk


def issue_of(desk: Desk) -> Issue:
    return issue_numbered(desk, None)


def named(desk: Desk, name: str) -> Item:
    return next(item for item in issue_of(desk).items if name in item.headline.text)


def version(desk: Desk, item_id: str) -> str:
    return made.version_of(next(item for item in issue_of(desk).items if item.id == item_id))


def names(desk: Desk, section: int = 0) -> list[str]:
    return [item.headline.text.split()[-1] for item in issue_of(desk).sections[section].items]


def lines(item: Item) -> tuple[str, ...]:
    return tuple(line.text for line in item.lines)


def told(desk: Desk, item_id: str) -> tuple[Change, ...]:
    with desk.store.reading() as tx:
        return changes.of_item(tx, item_id)


def retitle(desk: Desk, item: Item, words: str, by: str = "Ada") -> editing.Changed:
    seen = made.version_of(item)
    return editing.edit_words(desk, item.id, words, lines(item), by=by, version=seen)


def test_a_stale_version_is_refused_with_both_texts(desk: Desk) -> None:
    seen = named(desk, "ferry")
    retitle(desk, seen, "Ada's ferry")
    with pytest.raises(editing.StaleError) as refused:
        retitle(desk, seen, "Ben's ferry", by="Ben")
    assert refused.value.words == "\n".join(("Ben's ferry", *lines(seen)))
    assert refused.value.current is not None
    assert (refused.value.current.headline.text, refused.value.by) == ("Ada's ferry", "Ada")


def test_an_item_that_was_taken_out_meanwhile_keeps_the_words_of_the_other(desk: Desk) -> None:
    seen = named(desk, "ferry")
    taking.drop(desk, seen.id, by="Ben", reason="old")
    with pytest.raises(editing.StaleError) as refused:
        retitle(desk, seen, "Ada's ferry")
    written = "\n".join(("Ada's ferry", *lines(seen)))
    assert (refused.value.current, refused.value.words) == (None, written)


def test_a_new_draft_keeps_what_was_edited_moved_parked_and_dropped(desk: Desk) -> None:
    retitle(desk, named(desk, "quarry"), "Our quarry")
    editing.move(desk, named(desk, "ferry").id, "more", by="Ada")
    taking.park(desk, named(desk, "school").id, by="Ben")
    write_draft(desk)
    assert (names(desk), names(desk, 1)) == (["quarry"], ["ferry"])
    taking.drop(desk, named(desk, "ferry").id, by="Ben", reason="no news")
    write_draft(desk)
    assert names(desk, 1) == []


def published(desk: Desk, *, day: int) -> None:
    with desk.store.writing() as tx:
        issue = issues.open_draft(tx)
        assert issue is not None
        object.__setattr__(issue, "state", State.PUBLISHED)
        object.__setattr__(issue, "until", at(day))
        issues.put(tx, issue)
        printed.put(tx, issue.number, ())


def test_what_was_parked_is_offered_for_the_next_issue_and_what_was_dropped_is_not(
    desk: Desk,
) -> None:
    taking.park(desk, named(desk, "school").id, by="Ada")
    taking.drop(desk, named(desk, "ferry").id, by="Ada", reason="no news")
    published(desk, day=20)
    with open_desk(desk.folder, now=at(27)) as later:
        write_draft(later)
        assert (issue_of(later).number, names(later)) == (2, ["school"])


def test_a_story_that_is_taken_again_stands_as_it_was_taken_out(desk: Desk) -> None:
    item = retitle(desk, named(desk, "ferry"), "Our ferry").item
    assert item is not None
    assert item.story_id is not None
    taking.drop(desk, item.id, by="Ben", reason="no news")
    taking.take(desk, item.story_id, "more", 0, by="Ada")
    assert names(desk, 1) == ["ferry"]
    assert issue_of(desk).sections[1].items[0].headline.text == "Our ferry"
    write_draft(desk)
    assert names(desk, 1) == ["ferry"]


def test_a_story_without_an_item_is_drafted_where_it_is_taken_to(desk: Desk) -> None:
    item = named(desk, "ferry")
    with desk.store.writing() as tx:
        issues.put(tx, made.without_items(issue_of(desk), {item.id}))
    assert taking.take(desk, item.story_id or "", "more", by="Ada").item is not None
    assert names(desk, 1) == ["ferry"]
    with pytest.raises(UsageError, match="no story"):
        taking.take(desk, "nothing", "more", by="Ada")


def test_a_story_of_the_backlog_is_set_aside_and_offered_again(desk: Desk) -> None:
    story_id = named(desk, "ferry").story_id or ""
    taking.set_story_aside(desk, story_id, How.DROPPED, by="Ada", note="no news")
    write_draft(desk)
    assert "ferry" not in names(desk)
    with desk.store.writing() as tx:
        standing.take_back(tx, (standing.story_subject(story_id),))
    write_draft(desk)
    assert "ferry" in names(desk)


def test_a_merge_joins_items_and_stories_and_can_be_taken_back(desk: Desk) -> None:
    ferry, school = named(desk, "ferry"), named(desk, "school")
    taking.merge(desk, ferry.id, school.id, by="Ada")
    write_draft(desk)
    joined = named(desk, "school")
    assert {link.url[-5:] for link in joined.links} == {"ferry", "chool"}
    assert sorted(names(desk)) == ["quarry", "school"]
    undoing.undo(desk, school.id, by="Ben")
    write_draft(desk)
    assert sorted(names(desk)) == ["ferry", "quarry", "school"]
    assert named(desk, "ferry").story_id != named(desk, "school").story_id


def test_undo_goes_back_change_by_change_and_is_itself_kept(desk: Desk) -> None:
    item = named(desk, "ferry")
    retitle(desk, item, "First")
    retitle(desk, issue_of(desk).items[names(desk).index("First")], "Second")
    undoing.undo(desk, item.id, by="Ben")
    undoing.undo(desk, item.id, by="Ben")
    assert named(desk, "ferry").headline == item.headline
    with pytest.raises(UsageError, match="nothing to take back"):
        undoing.undo(desk, item.id, by="Ben")
    did = [(one.by, one.what) for one in told(desk, item.id)]
    assert did == [("Ben", "undone"), ("Ben", "undone"), ("Ada", "words"), ("Ada", "words")]


def test_a_drop_is_undone_to_the_place_where_the_item_stood(desk: Desk) -> None:
    before = names(desk)
    item = issue_of(desk).items[1]
    taking.drop(desk, item.id, by="Ada", reason="no news")
    undoing.undo(desk, item.id, by="Ada")
    assert names(desk) == before
    write_draft(desk)
    assert sorted(names(desk)) == sorted(before)


def test_words_come_from_the_story_and_from_nowhere_else(desk: Desk) -> None:
    item, other = named(desk, "ferry"), named(desk, "school")
    mine = item.evidence[0].article_id or ""
    seen = made.version_of(item)
    changed = citing.choose_quotation(desk, item.id, mine, Span(0, 34), by="Ada", version=seen)
    assert changed.item is not None
    assert changed.item.quotes[0].text == "The ferry to Ostrany sank at night"
    foreign = other.evidence[0].article_id or ""
    with pytest.raises(UsageError, match="alone"):
        citing.choose_quotation(
            desk, item.id, foreign, Span(0, 9), by="Ada", version=version(desk, item.id)
        )
    with pytest.raises(UsageError, match="do not stand"):
        citing.choose_quotation(
            desk, item.id, mine, Span(0, 9999), by="Ada", version=version(desk, item.id)
        )


def test_an_article_is_added_by_hand_and_stays(desk: Desk) -> None:
    with desk.store.reading() as tx:
        article = articles.current_at(tx, "https://tidings.example/ferry")
    assert article is not None
    item = taking.add_article(desk, article.id, "more", by="Ada").item
    write_draft(desk)
    assert item is not None
    assert issue_of(desk).sections[1].items == (item,)


def test_any_change_after_approval_takes_it_back(desk: Desk) -> None:
    assert not prove(desk, issue_of(desk)).blocks
    approve(desk, issue_of(desk), by="Ada")
    editing.move(desk, named(desk, "ferry").id, "more", by="Ben")
    assert (issue_of(desk).state, issue_of(desk).approved_by) == (State.DRAFT, "")


def test_a_text_made_of_an_older_issue_overwrites_nothing(desk: Desk) -> None:
    base = issue_of(desk)
    retitle(desk, named(desk, "ferry"), "Ada's ferry")
    text = to_markdown(base).replace(TITLES["school"], "Ben's school")
    (complaint,) = edit(desk, base, text, by="Ben").complaints
    assert "last by Ada" in complaint
    assert "Ada's ferry" in [item.headline.text for item in issue_of(desk).items]


def test_a_text_and_single_changes_have_one_history(desk: Desk) -> None:
    base = issue_of(desk)
    item = named(desk, "school")
    edit(desk, base, to_markdown(base).replace(TITLES["school"], "Ben's school"), by="Ben")
    assert [(one.by, one.what) for one in told(desk, item.id)] == [("Ben", "text")]
    undoing.undo(desk, item.id, by="Ada")
    assert named(desk, "school").headline == item.headline


ACTS = st.lists(
    st.tuples(
        st.sampled_from(["Ada", "Ben"]),
        st.sampled_from(
            ["look", "write", "write", "move", "park", "drop", "undo", "draft", "take"]
        ),
        st.integers(0, 2),
    ),
    max_size=14,
)


class Room:
    """Two editors at one desk, each with what they saw last, and what was written so far."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.start = {item.id: item for item in issue_of(desk).items}
        self.seen = {
            (by, id_): made.version_of(item)
            for by in ("Ada", "Ben")
            for id_, item in self.start.items()
        }
        self.written = {id_: item.headline.text for id_, item in self.start.items()}

    def now(self) -> dict[str, Item]:
        return {item.id: item for item in issue_of(self.desk).items}

    def do(self, what: str, id_: str, by: str, words: str) -> None:
        match what:
            case "look":
                item = self.now().get(id_)
                self.seen[by, id_] = made.version_of(item) if item else ""
            case "write":
                seen = self.seen[by, id_]
                kept = lines(self.start[id_])
                done = editing.edit_words(self.desk, id_, words, kept, by=by, version=seen)
                self.seen[by, id_], self.written[id_] = done.version, words
            case "move":
                editing.move(self.desk, id_, "more", 0, by=by)
            case "park":
                taking.park(self.desk, id_, by=by)
            case "drop":
                taking.drop(self.desk, id_, by=by, reason="no news")
            case "take":
                taking.take(self.desk, self.start[id_].story_id or "", "more", by=by)
            case "undo":
                item = undoing.undo(self.desk, id_, by=by).item
                self.written[id_] = item.headline.text if item else self.written[id_]
            case _:
                write_draft(self.desk)

    def try_it(self, what: str, id_: str, by: str, words: str) -> None:
        """Do it; what is refused is refused for a reason, and changes nothing."""
        before = self.now()
        try:
            self.do(what, id_, by, words)
        except editing.StaleError as stale:
            refused = (stale.words, stale.current)
            assert refused == ("\n".join((words, *lines(self.start[id_]))), before.get(id_))
        except UsageError:
            assert what == "undo" or id_ not in before
        if what == "draft":
            assert self.now().keys() == before.keys()

    def nothing_is_lost(self) -> bool:
        now = self.now()
        return all(
            now[id_].headline.text == words if id_ in now else words in self._told(id_)
            for id_, words in self.written.items()
        )

    def _told(self, id_: str) -> set[str]:
        past = told(self.desk, id_)
        return {one.before.item.headline.text for one in past if one.before}


@settings(max_examples=20)
@given(acts=ACTS)
def test_no_sequence_of_two_editors_and_a_run_loses_an_edit(
    drafted: Path, acts: list[tuple[str, str, int]]
) -> None:
    with TemporaryDirectory() as folder, opened(drafted, Path(folder) / "desk") as desk:
        room = Room(desk)
        for number, (by, what, place) in enumerate(acts):
            id_ = list(room.start)[place]
            room.try_it(what, id_, by, f"Words {number} of {by}")
            assert room.nothing_is_lost()
