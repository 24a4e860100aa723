"""Registers of 1,000 and of 100,000 entries, ten developments each: what do questions cost?

    python benchmarks/registers.py [SMALL LARGE]

Made-up cases are written straight through the store's functions, folded as the pipeline folds them.
Then the same questions are asked at both sizes, with equally long answers: the page of an entry,
who is still held, what was entered since the last issue. A question may cost at most twice as much;
walking the chain may cost as much a row. CPU seconds of one process.
"""

import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from statistics import median

from chart import drawn

from watchdesk.model import (
    OPENED,
    Audience,
    Development,
    Evidence,
    Span,
    To,
    identity,
)
from watchdesk.pipeline import clearing, dossiers
from watchdesk.registers import START, broken, chained, standing
from watchdesk.registers.cases import KINDS
from watchdesk.store import Store, registers

TOLD = ("detained", "charged", "visit", "hearing", "transferred", "visit", "hearing", "sentenced")
"""Between the opening and the release: with both, ten developments an entry."""

HELD = 100
"""So many entries are still held at either size."""

SINCE = 200
"""So many developments came since the last issue at either size."""

FIRST = datetime(2010, 1, 1, tzinfo=UTC)
EVIDENCE = (
    Evidence(article_id="a" * 20, span=Span(10, 50), quote="was detained on Tuesday, he said"),
)
ASKED = 60
TIMES = 9


def history(number: int, moment: Callable[[], datetime], *, held: bool) -> Iterator[Development]:
    """Ten developments of an invented person; who is still held was visited instead of released."""
    start = date(2010, 1, 1) + timedelta(days=number % 5000)
    name = f"Person {number}"
    kinds = (OPENED, *TOLD, "visit" if held else "released")
    for step, kind in enumerate(kinds):
        opening = {"title": name, "keys": [["name", name]]}
        yield Development(
            id=identity(number, step),
            register="cases",
            entry=identity("entry", number),
            kind=kind,
            held_from=start + timedelta(days=step * 9),
            recorded=moment(),
            by="benchmark",
            value=opening if kind == OPENED else {"place": f"Place {number % 40}"},
            evidence=EVIDENCE,
        )


@dataclass
class Clock:
    """A moment later at each call: the last `SINCE` developments come after the last issue."""

    left: int
    number: int = 0

    def __call__(self) -> datetime:
        """The next moment."""
        self.number += 1
        late = timedelta(days=8000) if self.number > self.left - SINCE else timedelta()
        return FIRST + timedelta(seconds=self.number) + late


def fill(store: Store, count: int) -> None:
    """Write so many entries, a thousand in a transaction."""
    clock, before = Clock(count * 10), START
    for first in range(0, count, 1000):
        with store.writing() as tx:
            for number in range(first, min(first + 1000, count)):
                held = number % (count // HELD) == 0
                told = []
                for one in history(number, clock, held=held):
                    told.append(chained(one, before))
                    before = told[-1].digest
                registers.add(tx, told)
                entry = standing(told, KINDS)
                assert entry is not None
                lasted = dossiers.known_spells(told, KINDS)
                registers.put_entry(tx, entry, last=told[-1], lasted=lasted)


def seconds(ask: Callable[[int], int]) -> tuple[float, int]:
    """The median CPU seconds of a question over several rounds, and how long its answer is."""
    found, length = [], 0
    for turn in range(TIMES + 1):
        began = time.process_time()
        length = ask(turn)
        found.append(time.process_time() - began)
    return median(found[1:]), length


def questions(store: Store, count: int) -> dict[str, Callable[[int], int]]:
    """What is asked, by name."""
    issue = FIRST + timedelta(days=7000)
    far = FIRST + timedelta(days=9000)
    audience = Audience(to=To.PUBLIC, on=date(2030, 1, 1))

    def pages(turn: int) -> int:
        told = 0
        with store.reading() as tx:
            for step in range(ASKED):
                entry = identity("entry", (turn * ASKED + step) * (count // 1000) % count)
                told += sum(1 for _ in clearing.cleared(tx, (entry,), audience))
        return told

    def still_held(_turn: int) -> int:
        with store.reading() as tx:
            return len(dossiers.held(tx, "cases", day=date(2029, 1, 1), known=far))

    def since(_turn: int) -> int:
        with store.reading() as tx:
            return len(dossiers.changes(tx, since=issue, until=far))

    return {f"{ASKED} entry pages": pages, "still held": still_held, "since the last issue": since}


def walked(store: Store) -> float:
    """CPU seconds to walk the whole chain."""
    began = time.process_time()
    with store.reading() as tx:
        assert broken(registers.chain(tx)) is None
    return time.process_time() - began


def measure(count: int) -> tuple[dict[str, tuple[float, int]], float]:
    """All questions at one size, and microseconds a row of the chain."""
    with tempfile.TemporaryDirectory() as folder:
        store = Store.open(Path(folder))
        began = time.process_time()
        fill(store, count)
        wrote = time.process_time() - began
        found = {name: seconds(ask) for name, ask in questions(store, count).items()}
        row = walked(store) / (count * 10) * 1e6
        size = store.path.stat().st_size / 2**20
        store.close()
    print(f"{count:,} entries: written in {wrote:.0f} s, {size:,.0f} MB")
    return found, row


def known_late() -> None:
    """A release that was learnt late, asked for one day as known on two."""
    with tempfile.TemporaryDirectory() as folder:
        store = Store.open(Path(folder))
        rows = (
            ("Anna Oke", "detained", date(2026, 7, 29), 1),
            ("Pavel Vel", "detained", date(2026, 9, 27), 1),
            ("Anna Oke", "released", date(2026, 10, 5), 9),
        )
        with store.writing() as tx:
            for name, kind, day, learnt in rows:
                dossiers.record(tx, list(_late(name, kind, day, learnt)))
        for known in (8, 10):
            with store.reading() as tx:
                asked = datetime(2026, 10, known, tzinfo=UTC)
                found = dossiers.held(tx, "cases", day=date(2026, 10, 7), known=asked)
            days = ", ".join(f"{(date(2026, 10, 7) - one.since).days} days" for one in found)
            print(f"held on 7 October, as known on {known} October: {len(found)} ({days})")
        store.close()


def _late(name: str, kind: str, day: date, learnt: int) -> Iterator[Development]:
    steps = ((OPENED, {"title": name, "keys": [["name", name]]}),) if kind == "detained" else ()
    for step, value in (*steps, (kind, {})):
        yield Development(
            id=identity(name, step),
            register="cases",
            entry=identity("entry", name),
            kind=step,
            held_from=day,
            recorded=datetime(2026, 10, learnt, tzinfo=UTC),
            by="benchmark",
            value=value,
            evidence=EVIDENCE,
        )


def main() -> None:
    small, large = (int(one) for one in sys.argv[1:3] or ("1000", "100000"))
    known_late()
    (few, row), (many, row_of_many) = measure(small), measure(large)
    print(f"{'question':24}{'answer':>8}{small:>12,}{large:>12,}{'ratio':>8}")
    ratios = {name: many[name][0] / cost for name, (cost, _) in few.items()}
    for name, (cost, length) in few.items():
        other, other_length = many[name]
        assert length == other_length, name
        print(
            f"{name:24}{length:>8}{cost * 1e3:>9.2f} ms{other * 1e3:>9.2f} ms{other / cost:>8.2f}"
        )
    print(f"{'a row of the chain':32}{row:>9.1f} µs{row_of_many:>9.1f} µs{row_of_many / row:>8.2f}")
    ratios["a row of the chain"] = row_of_many / row
    drawn("registers", f"Questions at {large:,} entries, against {small:,}", ratios)


if __name__ == "__main__":
    main()
