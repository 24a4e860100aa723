"""What a whole site costs, and what one changed item costs after it.

    python benchmarks/site.py [ISSUES] [ITEMS]

A desk with 500 published issues of 12 items, each resting on an archived text of its own, is built
from nothing; then one item is changed and the site built again, with its search indexes. Printed
are both in CPU and wall seconds, and their ratio, which has to be a twentieth at most.
"""

import resource
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from chart import drawn
from tests.pipeline.published import a_published_desk, built, change_one_item


def cost(work: Callable[[], object]) -> tuple[float, float]:
    """CPU seconds, those of its own programs included, and seconds by the clock."""
    began, spent = time.monotonic(), _cpu()
    work()
    return _cpu() - spent, time.monotonic() - began


def _cpu() -> float:
    kinds = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    used = [resource.getrusage(kind) for kind in kinds]
    return sum(each.ru_utime + each.ru_stime for each in used)


def main() -> None:
    issues, items = (int(each) for each in (*sys.argv[1:], "500", "12")[:2])
    with tempfile.TemporaryDirectory() as name:
        folder = a_published_desk(Path(name) / "desk", issues_=issues, items=items)
        whole = cost(lambda: built(folder))
        files = sum(path.is_file() for path in (folder / "site").rglob("*"))
        change_one_item(folder, issues // 2)
        again = cost(lambda: built(folder))
        nothing = cost(lambda: built(folder))
    print(f"{issues} issues of {items} items, {files} files")
    for what, (cpu, wall) in (("whole", whole), ("one item", again), ("nothing", nothing)):
        print(f"{what}: {cpu:.2f} s CPU, {wall:.2f} s")
    print(f"one item / whole: 1/{whole[0] / again[0]:.0f} CPU, 1/{whole[1] / again[1]:.0f} wall")
    shares = {"one item changed": again[0] / whole[0], "nothing changed": nothing[0] / whole[0]}
    drawn("site", f"CPU of building {issues} issues again, against the first time", shares)


if __name__ == "__main__":
    main()
