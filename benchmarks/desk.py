"""The desk's first screen and its actions: what do they cost with a large archive behind them?

    python benchmarks/desk.py [SMALL LARGE]           articles stored: 1,000 and 100,000 by default
    python benchmarks/desk.py --editors 5 --seconds 600

The first form fills two desks: one with few articles and 50 stories since the last issue, one with
many and 500. Both show equally much. CPU milliseconds of the server's process, medians, and their
ratio. The second form lets editors, each with a connection of its own, make two actions a second on
a served desk, and counts errors, lost edits, and how long answers take.
"""

import argparse
import http.client
import random
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from itertools import cycle
from pathlib import Path
from urllib.parse import urlencode

from chart import drawn
from growth import START, capture_of, page, words
from starlette.testclient import TestClient

from watchdesk.config import create
from watchdesk.desk.app import make_app
from watchdesk.extract import Hints
from watchdesk.model import (
    Article,
    Capture,
    Coverage,
    Dated,
    Issue,
    Section,
    Stage,
    State,
    identity,
)
from watchdesk.pipeline import Desk, all_issues, open_desk, working_on, write_draft
from watchdesk.pipeline.extraction import keep_result
from watchdesk.pipeline.reading import Job, Read
from watchdesk.statements import Read as Found
from watchdesk.store import captures, changes, issues, stories, work
from watchdesk.store.stories import Placing

NOW = START + timedelta(days=400)
LAST = NOW - timedelta(days=6)
"""When the last issue was closed."""
MEMBERS = 2
"""Articles of a story that came since."""
TURNS = 12
LIMIT = 1.5
HERE = {"sec-fetch-site": "same-origin"}


def fill(desk: Desk, count: int, open_stories: int) -> None:
    """Store articles of a year, each its own story, and then the stories since the last issue."""
    old = count - open_stories * MEMBERS
    add(
        desk,
        ((number, START + timedelta(days=390 * number / old), number) for number in range(old)),
    )
    publish_one(desk)
    since = timedelta(days=5) / (open_stories * MEMBERS)
    new = range(open_stories * MEMBERS)
    add(desk, ((old + n, LAST + n * since, -1 - n // MEMBERS) for n in new))
    with working_on(desk, "draft"):
        write_draft(desk)


def add(desk: Desk, rows: Iterator[tuple[int, datetime, int]]) -> None:
    """Store articles with their stories, as the steps of the pipeline would leave them."""
    for number, at, story in rows:
        text = words(random.Random(number), 90)
        body = page(text, number)
        capture = capture_of(f"http://outlet{number % 40}.example/a/{number}", body, at)
        article = Article(
            id=identity(capture.id, "made-up"),
            capture_id=capture.id,
            source_id=capture.source_id,
            url=capture.url,
            title=text[:60].capitalize(),
            published=Dated(at),
            language="en",
            text=f"{text.capitalize()}.",
            reader="made-up",
            version=1,
        )
        keep(desk, capture, article, identity("story", story))


def keep(desk: Desk, capture: Capture, article: Article, story: str) -> None:
    """One article into the store, read and placed."""
    with desk.store.writing() as tx:
        captures.add(tx, (capture,))
    keep_result(
        desk, Job(capture=capture, body=b"", hints=Hints()), Read(article=article, found=Found())
    )
    placing = Placing(
        article_id=article.id,
        story_id=story,
        origin=article.id,
        why="",
        at=capture.fetched_at,
        source_id=article.source_id or "",
        remembered="",
    )
    with desk.store.writing() as tx:
        stories.place(tx, placing, ())
        work.done(tx, Stage.GROUP, article.id)


def publish_one(desk: Desk) -> None:
    """An empty issue that went out: what came before it is not new."""
    issue = Issue(
        id=identity("issue", 1),
        number=1,
        title=desk.config.title,
        language="en",
        dated=LAST,
        since=None,
        until=LAST,
        sections=tuple(Section(key=r.key, title=r.title) for r in desk.config.sections),
        coverage=Coverage(sources=0, languages=(), articles=0),
        state=State.PUBLISHED,
    )
    with desk.store.writing() as tx:
        issues.put(tx, issue)


def cost(ask: Callable[[], object]) -> float:
    """The median CPU milliseconds of this process for one answer."""
    found = []
    for _ in range(TURNS):
        began = time.process_time()
        ask()
        found.append((time.process_time() - began) * 1000)
    return statistics.median(found[2:])


def measured(folder: Path) -> dict[str, float]:
    """What the first screen and each action cost on a desk."""
    with TestClient(make_app(folder, now=NOW)) as client:
        shown = client.get("/")
        assert shown.status_code == 200, shown.text
        print(f"    a page of {len(shown.content) / 1000:.0f} kB")
        with open_desk(folder, now=NOW) as desk:
            draft = all_issues(desk)[0]
        item = draft.items[0].id
        waiting = waiting_stories(client.get("/?most=all").text)

        ways = cycle(("after", "before"))

        def post(path: str, **fields: object) -> None:
            answer = client.post(path, data=fields, headers=HERE | {"hx-request": "true"})
            assert answer.status_code == 200, answer.text

        return {
            "first screen": cost(lambda: client.get("/")),
            "take a story": cost(lambda: post(f"/stories/{next(waiting)}/take")),
            "park a story": cost(lambda: post(f"/stories/{next(waiting)}/park")),
            "move an item": cost(lambda: post(f"/items/{item}/{next(ways)}")),
            "undo": cost(lambda: post(f"/items/{item}/undo")),
        }


def waiting_stories(page_text: str) -> Iterator[str]:
    """The stories of the first screen that nobody took, in their order."""
    parts = page_text.split('action="/stories/')[1:]
    yield from dict.fromkeys(
        p.split("/", 1)[0] for p in parts if p.split('"', 1)[0].endswith("/take")
    )


def grows(small: int, large: int) -> bool:
    """Print what both desks cost; whether every ratio keeps to the limit."""
    found = []
    for count, open_stories in ((small, 50), (large, 500)):
        with tempfile.TemporaryDirectory() as folder:
            create(Path(folder), title="The Letter", language="en")
            print(f"{count} articles, {open_stories} stories since the last issue")
            with open_desk(Path(folder), now=NOW) as desk:
                fill(desk, count, open_stories)
            found.append(measured(Path(folder)))
    kept = True
    ratios = {name: found[1][name] / few for name, few in found[0].items()}
    for name, few in found[0].items():
        ratio = ratios[name]
        kept &= ratio <= LIMIT
        both = f"{few:7.1f} ms {found[1][name]:7.1f} ms"
        print(f"{name:<14} {both}   ratio {ratio:.2f} (at most {LIMIT})")
    drawn("desk", f"Each action with {large:,} articles, against {small:,}", ratios, bound=LIMIT)
    return kept


# ── several editors at once ───────────────────────────────────────────────────────────────────────


class Editor(threading.Thread):
    """One editor: moves an item of its own to and fro, twice a second."""

    def __init__(self, address: tuple[str, int], item: str, until: float) -> None:
        super().__init__(daemon=True)
        self.line = http.client.HTTPConnection(*address, timeout=60)
        self.item, self.until = item, until
        self.took: list[float] = []
        self.errors: list[str] = []

    def run(self) -> None:
        """Act until the time is over."""
        turn = 0
        while time.monotonic() < self.until:
            began = time.monotonic()
            self.act("after" if turn % 2 == 0 else "before")
            turn += 1
            self.took.append(time.monotonic() - began)
            time.sleep(max(0.0, 0.5 - self.took[-1]))

    def act(self, where: str) -> None:
        """One action, and the board that answers it."""
        headers = HERE | {"hx-request": "true", "content-type": "application/x-www-form-urlencoded"}
        self.line.request("POST", f"/items/{self.item}/{where}", urlencode({}), headers)
        answer = self.line.getresponse()
        answer.read()
        if answer.status != 200:
            self.errors.append(f"{where}: {answer.status}")


def edited_at_once(editors: int, seconds: float) -> bool:
    """Print how editors fared who worked at once; whether nothing failed and no edit was lost."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        create(folder, title="The Letter", language="en")
        with open_desk(folder, now=NOW) as desk:
            fill(desk, 2000, 100)
            items = [item.id for item in all_issues(desk)[0].items]
        server, address = served(folder)
        until = time.monotonic() + seconds
        team = [Editor(address, item, until) for item in items[:editors]]
        for one in team:
            one.start()
        for one in team:
            one.join()
        server.terminate()
        server.wait()
        took = sorted(each for one in team for each in one.took)
        errors = [error for one in team for error in one.errors]
        kept = kept_changes(folder)
    middle, slow = took[len(took) // 2] * 1000, took[int(len(took) * 0.99)] * 1000
    print(f"{editors} editors, {len(took)} actions: {len(errors)} errors, {len(took) - kept} lost")
    print(f"median {middle:.0f} ms, p99 {slow:.0f} ms: {slow / middle:.1f} times (at most 5)")
    return not errors and kept == len(took) and slow <= 5 * middle


def served(folder: Path) -> tuple[subprocess.Popen[str], tuple[str, int]]:
    """The desk as a process of its own."""
    words_ = (sys.executable, "-m", "watchdesk", "desk", "--desk", str(folder), "--port", "0")
    server = subprocess.Popen(
        (*words_, "--now", NOW.isoformat()), stdout=subprocess.PIPE, text=True, bufsize=1
    )
    assert server.stdout is not None
    for line in server.stdout:
        if "http://" in line:
            host, _, port = line.split("http://")[1].split("/")[0].strip().partition(":")
            return server, answering((host, int(port)))
    raise RuntimeError("the desk did not start")


def answering(address: tuple[str, int]) -> tuple[str, int]:
    """The address, once somebody listens there."""
    for _ in range(100):
        try:
            socket.create_connection(address).close()
        except OSError:
            time.sleep(0.1)
        else:
            return address
    raise RuntimeError("the desk did not answer")


def kept_changes(folder: Path) -> int:
    """How many moves the desk's history holds."""
    with open_desk(folder, now=NOW) as desk, desk.store.reading() as tx:
        draft = all_issues(desk)[0]
        return sum(one.what == "moved" for one in changes.of_issue(tx, draft.id, most=10**6))


def main() -> int:
    """Measure, and say whether the limits were kept."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("small", nargs="?", type=int, default=1_000)
    parser.add_argument("large", nargs="?", type=int, default=100_000)
    parser.add_argument("--editors", type=int)
    parser.add_argument("--seconds", type=float, default=600)
    given = parser.parse_args()
    if given.editors:
        return 0 if edited_at_once(given.editors, given.seconds) else 1
    return 0 if grows(given.small, given.large) else 1


if __name__ == "__main__":
    sys.exit(main())
