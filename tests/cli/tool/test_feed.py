"""`watchdesk tool feed`, as it is called from a shell."""

import base64
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.sources.reading import HOME, item, rss

WATCHDESK = Path(sys.executable).with_name("watchdesk")


def tool_feed(*lines: object) -> list[Any]:
    """The answers to some lines: values become JSON, texts stay what they are."""
    asked = "\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines)
    done = subprocess.run(
        [WATCHDESK, "tool", "feed"], input=asked.encode(), capture_output=True, check=True
    )
    assert done.stderr == b""
    return [json.loads(line) for line in done.stdout.splitlines()]


def packed(body: str) -> str:
    return base64.b64encode(body.encode()).decode()


def test_each_line_is_answered_in_its_order(tmp_path: Path) -> None:
    path = tmp_path / "feed.xml"
    path.write_text(
        rss(item(1, date="16 novembre 2026 09:00", extra="<description>x</description>"))
    )
    inline = packed(rss(item(2, link="/a/2", date="soon"), item(3)))
    first, second = tool_feed(
        {"id": 1, "path": str(path), "url": HOME, "more": True},
        {"id": "two", "base64": inline, "url": f"{HOME}/feed"},
    )
    assert first == {
        "id": 1,
        "title": "Tidings",
        "entries": [
            {
                "id": "tidings-1",
                "url": f"{HOME}/a/1",
                "title": "Note 1",
                "published": "2026-11-16T09:00:00+00:00",
                "updated": None,
                "authors": [],
                "summary_html": "x",
                "content_html": "",
            }
        ],
    }
    assert [entry["url"] for entry in second["entries"]] == [f"{HOME}/a/2", f"{HOME}/a/3"]
    assert second["entries"][0]["published"] is None


def test_a_line_that_cannot_be_served_is_a_problem_and_the_run_goes_on(tmp_path: Path) -> None:
    answers = tool_feed(
        "no json",
        {"id": 1},
        {"id": 2, "path": str(tmp_path / "none.xml")},
        {"id": 3, "path": "a\x00b"},
        {"id": 4, "base64": "***"},
        {"id": 5, "base64": packed("<!doctype html><p>x</p>")},
        {"id": 6, "base64": packed(rss(item(1))), "url": 7},
        {"id": 7, "base64": packed(rss(item(1)))},
    )
    assert [answer["id"] for answer in answers] == [None, 1, 2, 3, 4, 5, 6, 7]
    messages = [answer["problem"]["message"] for answer in answers[:-1]]
    assert "line 1" in messages[0]
    assert "'path' is missing" in messages[1]
    assert "No such file" in messages[2]
    assert "a web page stands there" in messages[5]
    assert len(answers[-1]["entries"]) == 1


def test_its_help_prints_both_schemas() -> None:
    done = subprocess.run([WATCHDESK, "tool", "feed", "--help"], capture_output=True, check=True)
    assert b'in:  {"id", "path" | "base64", "url"}' in done.stdout
    assert b'"summary_html", "content_html"}]}' in done.stdout


def test_it_starts_without_the_nouns_the_database_and_the_web() -> None:
    code = "import sys, watchdesk.cli.main, watchdesk.cli.tool.feed; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    loaded = set(done.stdout.decode().split())
    heavy = {"watchdesk.model", "sqlalchemy", "aiohttp", "feedparser", "pydantic", "selectolax"}
    assert loaded & heavy == set()
