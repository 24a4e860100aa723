"""Grouping a made-up stream: CPU and memory an article as it grows, and how right the stories are.

    python benchmarks/stories.py [SIZE …]

Each size runs `watchdesk tool stories` whole, start-up included. An article has 84 invented words
by Zipf's law; those of one event share a few, come within days of one another, and are from one to
sixty. B3 is the mean over articles of how pure and how whole their story is (Bagga 1998).
"""

import json
import os
import random
import subprocess
import sys
import tempfile
from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path

from chart import drawn

SIZES = (1_000, 10_000, 100_000)
START = datetime(2026, 1, 1, tzinfo=UTC)
DAYS = 58
BOUND = 1.0 / 0.85
"""An article may cost so many times as much in a stream that is ten times as long."""


def word(chance: random.Random, rarest: int = 40_000) -> str:
    """An invented word by Zipf's law."""
    rank = int(rarest ** chance.random())
    return f"{'bcdfglmnprst'[rank % 12]}{'aeiou'[rank % 5]}{rank:x}"


def stream(count: int) -> list[tuple[datetime, int, dict[str, str]]]:
    """Articles in order of time, each with the event that it tells."""
    chance = random.Random(7)
    found: list[tuple[datetime, int, dict[str, str]]] = []
    event = 0
    while len(found) < count:
        own = [word(chance) for _ in range(20)]
        names = [word(chance).capitalize() for _ in range(4)]
        first = START + timedelta(days=DAYS * chance.random())
        for _ in range(min(60, int(chance.paretovariate(1.3)), count - len(found))):
            at = first + timedelta(days=chance.expovariate(1.4))
            told = chance.choices(own, k=14) + chance.choices(names, k=2)
            body = told + [word(chance) for _ in range(68)]
            chance.shuffle(body)
            article = {"title": " ".join(told[-6:]).capitalize(), "text": f"{' '.join(body)}."}
            found.append((at, event, article))
        event += 1
    return sorted(found, key=lambda one: one[0])


def lines(articles: list[tuple[datetime, int, dict[str, str]]]) -> str:
    """What the command is given."""
    return "".join(
        json.dumps({"id": str(n), "published": at.isoformat(), "language": "en", **article}) + "\n"
        for n, (at, _, article) in enumerate(articles)
    )


def b3(gold: list[int], found: list[str]) -> float:
    """The harmonic mean of how pure and how whole stories are, by article."""
    events, stories = Counter(gold), Counter(found)
    both = Counter(zip(gold, found, strict=True))
    pure = sum(n * n / stories[story] for (_, story), n in both.items())
    whole = sum(n * n / events[event] for (event, _), n in both.items())
    return 2 * pure * whole / (pure + whole) / len(gold)


def measured(count: int) -> tuple[float, float, float]:
    """Milliseconds of CPU an article, megabytes at most, and B3."""
    articles = stream(count)
    command = [sys.executable, "-m", "watchdesk", "tool", "stories"]
    with tempfile.TemporaryDirectory() as room:
        asked, answered = Path(room) / "in", Path(room) / "out"
        asked.write_text(lines(articles))
        with asked.open("rb") as given, answered.open("wb") as out:
            process = subprocess.Popen(command, stdin=given, stdout=out)
            _, status, used = os.wait4(process.pid, 0)
        assert status == 0
        found = [json.loads(line)["story"] for line in answered.read_text().splitlines()]
    cpu = (used.ru_utime + used.ru_stime) / count * 1000
    return cpu, used.ru_maxrss / 1024, b3([event for _, event, _ in articles], found)


def main() -> None:
    """Measure every size, print a table, and draw growth against the one before."""
    sizes = [int(size) for size in sys.argv[1:]] or SIZES
    print("| articles | ms an article | against the one before | MB | B3 |")
    print("|---:|---:|---:|---:|---:|")
    ratios: dict[str, float] = {}
    before = 0.0
    for size in sizes:
        cpu, memory, right = measured(size)
        if before:
            ratios[f"{size:,} articles"] = cpu / before
        told = f"{cpu / before:.2f}" if before else ""
        print(f"| {size:,} | {cpu:.3f} | {told} | {memory:.0f} | {right:.3f} |", flush=True)
        before = cpu
    drawn("stories", "Cost of an article, against a tenth of the stream", ratios, bound=BOUND)


if __name__ == "__main__":
    main()
