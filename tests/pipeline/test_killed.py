"""A gather killed at any moment loses nothing that it reported, and doubles nothing."""

import json
import os
import signal
import sqlite3
import subprocess
import sys
from collections import Counter
from contextlib import closing
from datetime import timedelta

import pytest
from tests.pipeline.press import FEED, Entry, Page, Press, article
from tests.pipeline.room import NOW, Room, a_source, outcomes

from watchdesk.pipeline import open_desk, working_on

ARTICLES = 12


def a_busy_press(press: Press) -> str:
    """A feed of many articles, each of which takes a moment."""
    entries = [Entry(title=f"Note number {n}", link=f"/note/{n}") for n in range(ARTICLES)]
    for n in range(ARTICLES):
        press.put(f"/note/{n}", Page(body=article(f"Note number {n}"), seconds=0.02))
    return press.put("/feed.xml", Page(body=press.feed(*entries), media_type=FEED))


def started(room: Room, *, stderr: int = subprocess.DEVNULL) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "watchdesk", "gather", "--json", "--desk", str(room.folder)]
    return subprocess.Popen(
        [*command, "--now", NOW.isoformat()], stdout=subprocess.PIPE, stderr=stderr, text=True
    )


def killed_after(room: Room, events: int) -> list[dict[str, str]]:
    """Start a gather, kill it when it has reported so much; gives all that it reported."""
    with started(room) as process:
        assert process.stdout is not None
        lines = [process.stdout.readline() for _ in range(events)]
        process.send_signal(signal.SIGKILL)
        lines += process.stdout.readlines()
    return [json.loads(line) for line in lines if line.endswith("}\n")]


@pytest.mark.parametrize("events", [1, 4, 11])
def test_a_killed_run_loses_nothing_it_reported_and_the_next_one_goes_on(
    press: Press, room: Room, events: int
) -> None:
    room.watch(a_source(a_busy_press(press)))
    reported = killed_after(room, events)
    kept = {one.url for one in room.captures()}
    assert {row["subject"] for row in reported if row["event"] == "done"} <= kept
    room.gather(NOW + timedelta(minutes=1))
    answers = Counter(room.records("response"))
    named = {press.url("/feed.xml"), *(press.url(f"/note/{n}") for n in range(ARTICLES))}
    assert {url: answers[url] for url in named} == dict.fromkeys(named, 1)
    assert room.is_whole()
    assert room.count("requests") == 0
    room.extract()
    assert len(room.articles()) == ARTICLES


def test_a_killed_run_has_kept_the_rules_of_a_host_that_it_asked(press: Press, room: Room) -> None:
    room.watch(a_source(a_busy_press(press)))
    killed_after(room, 2)
    room.gather(NOW + timedelta(minutes=1))
    assert room.count("robots") == 1
    assert sum(one.purpose == "robots" for one in room.captures()) == 1


def test_a_torn_record_is_cut_off_and_fetched_again(press: Press, room: Room) -> None:
    room.watch(a_source(a_busy_press(press)))
    room.gather()
    [file] = (room.folder / "archive").glob("*.warc.gz")
    whole = file.stat().st_size
    last = room.captures()[-1]
    with file.open("ab") as stream:
        begun = file.read_bytes()[last.place.offset : last.place.offset + last.place.length // 2]
        stream.write(begun)
    assert file.stat().st_size > whole
    room.gather(NOW + timedelta(hours=1))
    assert room.is_whole()
    assert room.records("revisit") == [press.url("/feed.xml")]


def test_a_whole_record_without_a_row_is_adopted_and_read(press: Press, room: Room) -> None:
    room.watch(a_source(a_busy_press(press)))
    room.gather()
    last = room.captures()[-1]
    with closing(sqlite3.connect(room.folder / "desk.sqlite")) as store, store:
        store.execute("DELETE FROM captures WHERE id = ?", (last.id,))
        store.execute("DELETE FROM work WHERE subject = ?", (last.id,))
    room.extract()
    assert last in room.captures()
    assert last.url in {one.url for one, _ in room.articles()}
    assert room.is_whole()


def test_a_list_that_was_archived_and_not_read_is_read_by_the_next_run(
    press: Press, room: Room
) -> None:
    room.watch(a_source(a_busy_press(press)))
    room.gather()
    feed = room.captures_at(press.url("/feed.xml"))[0]
    with closing(sqlite3.connect(room.folder / "desk.sqlite")) as store, store:
        store.execute("DELETE FROM leads")
        store.execute("INSERT INTO work VALUES ('gather', ?, ?)", (feed.id, str(NOW)))
    assert ("listed", "/feed.xml") in outcomes(room.gather(NOW + timedelta(hours=1)))


def test_a_second_process_is_told_who_works_on_the_desk(room: Room) -> None:
    with (
        open_desk(room.folder, now=NOW) as desk,
        working_on(desk, "gather"),
        started(room, stderr=subprocess.PIPE) as second,
    ):
        out, said = second.communicate()
    assert second.returncode == 3
    assert out == ""
    assert said == (
        f"Another process works on this desk: gather, process {os.getpid()}, "
        "since 2026-11-20 09:00 UTC.\n"
    )
