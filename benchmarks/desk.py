"""What the desk's first screen costs the server, on a small archive and on a large one.

In: nothing; two desks are made in a temporary folder, with 1,000 articles in 50 open stories and
with 100,000 in 500 open ones. Out: milliseconds for each and their ratio, which must stay at 1.5 or
less.

    python benchmarks/desk.py
"""

import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median

from starlette.testclient import TestClient

from watchdesk.config import create
from watchdesk.desk.app import make_app
from watchdesk.model import Coverage, Issue
from watchdesk.store import Store, issues
from watchdesk.store.database import Transaction
from watchdesk.store.tables import articles, members, stories

NOW = datetime(2026, 11, 20, 9, tzinfo=UTC)
TEXT = "The harbour office of Karvenia said on Monday that the ferry runs again. " * 20
ALLOWED = 1.5


def fill(tx: Transaction, count: int, open_stories: int) -> None:
    """So many articles, two a story; only the last stories were seen within the week."""
    told = count // 2
    for first in range(0, told, 5000):
        some = range(first, min(first + 5000, told))
        at = {n: NOW - timedelta(days=2 if n >= told - open_stories else 40) for n in some}
        pairs = [(n, half) for n in some for half in (0, 1)]
        tx.connection.execute(
            stories.insert(),
            [{"id": f"s{n}", "first_seen": at[n], "last_seen": at[n]} for n in some],
        )
        tx.connection.execute(members.insert(), [member(n, half, at[n]) for n, half in pairs])
        tx.connection.execute(articles.insert(), [article(n, half, at[n]) for n, half in pairs])


def issue() -> Issue:
    """The open draft, of what came in within the week."""
    return Issue(
        id="i1", number=1, title="The Letter", language="en", dated=NOW, until=NOW,
        since=NOW - timedelta(days=7), sections=(),
        coverage=Coverage(sources=2, languages=("en",), articles=100),
    )  # fmt: skip


def member(n: int, half: int, at: datetime) -> dict[str, object]:
    """One article's place in its story."""
    own = {"article_id": f"a{n}-{half}", "origin": f"a{n}-{half}", "story_id": f"s{n}"}
    return own | {"why": "", "at": at, "source_id": f"source{half}", "remembered": "{}"}


def article(n: int, half: int, at: datetime) -> dict[str, object]:
    """One article."""
    return {
        "id": f"a{n}-{half}", "capture_id": f"c{n}-{half}", "source_id": f"source{half}",
        "url": f"http://press.example/{n}/{half}", "title": f"Ferry {n} runs again",
        "published_at": at, "language": "en", "text": TEXT, "reader": "html", "version": 1,
        "page_type": "article", "captured_at": at, "first_captured_at": at, "replaces": None,
        "current": True, "details": {},
    }  # fmt: skip


def cost(folder: Path, count: int, open_stories: int) -> float:
    """The median of 40 first screens, in milliseconds."""
    create(folder, title="The Letter", language="en")
    store = Store.open(folder)
    with store.writing() as tx:
        fill(tx, count, open_stories)
        issues.put(tx, issue())
    store.close()
    taken = []
    with TestClient(make_app(folder, now=NOW)) as client:
        for _ in range(40):
            began = time.perf_counter()
            assert client.get("/").status_code == 200
            taken.append(time.perf_counter() - began)
    return median(taken) * 1000


def main() -> None:
    """Print both and their ratio."""
    with tempfile.TemporaryDirectory() as room:
        small = cost(Path(room) / "small", 1_000, 50)
        large = cost(Path(room) / "large", 100_000, 500)
    print(f"first screen, 1,000 articles and 50 open stories: {small:.1f} ms")
    print(f"first screen, 100,000 articles and 500 open stories: {large:.1f} ms")
    print(f"ratio {large / small:.2f} (at most {ALLOWED})")


if __name__ == "__main__":
    main()
