import base64
import gzip
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.extract.making import PROSE, a_page


def answers(*rows: object) -> list[dict[str, Any]]:
    lines = "\n".join(row if isinstance(row, str) else json.dumps(row) for row in rows)
    done = subprocess.run(
        [sys.executable, "-m", "watchdesk", "tool", "extract"],
        input=lines.encode(),
        capture_output=True,
        check=True,
        timeout=120,
    )
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_each_line_is_answered_in_its_order_whatever_it_holds(tmp_path: Path) -> None:
    page = a_page(head='<meta property="article:published_time" content="2026-11-05">')
    packed = tmp_path / "page.html.gz"
    packed.write_bytes(gzip.compress(page.encode()))
    text, coded, path, broken, missing, unread, deep = answers(
        {"id": 1, "url": "https://courier.example/ferry", "html": page},
        {"id": 2, "html_base64": base64.b64encode(page.encode()).decode()},
        {"id": 3, "html_path": str(packed)},
        "{",
        {"id": 5, "url": "https://courier.example/"},
        {"id": 6, "html_path": str(tmp_path / "nowhere.html")},
        {"id": 7, "html": "<div>" * 100_000},
    )
    assert text["id"] == 1
    assert text["title"] == "Ferry runs again"
    assert text["published"] == "2026-11-05"
    assert text["text"].split("\n\n") == list(PROSE)
    assert text["page_type"] == "article"
    assert text["origins"]["published"] == "article:published_time"
    assert coded["text"] == path["text"] == text["text"]
    assert broken == {
        "id": None,
        "problem": {"code": "bad-json", "message": "line 4 is not a JSON object"},
    }
    assert missing["problem"]["code"] == unread["problem"]["code"] == "bad-input"
    assert deep["problem"]["code"] == "too-large"


def test_help_prints_both_schemas() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "watchdesk", "tool", "extract", "--help"],
        capture_output=True,
        check=True,
        text=True,
    )
    assert "html_base64" in done.stdout
    assert "page_type" in done.stdout
