"""Kills `gather` at random moments and looks whether anything that was reported is lost or doubled.

    python benchmarks/kills.py [TIMES]

The demo's own small site is gathered again and again; each run is killed (SIGKILL) at a moment
drawn from a fixed seed. At the end one run is let through, and every capture that any run
reported must be there, verify, and be there once.
"""

import json
import random
import subprocess
import sys
import tempfile
import time
from datetime import datetime, timedelta
from pathlib import Path

from webserver import WATCHDESK, Web, a_desk, watchdesk

from watchdesk.demo.site import SECOND_READ, DemoSite

SEED = 20261120

LONGEST = 2.5
"""Seconds: about as long as a whole run of the demo's sources takes."""


def run_and_kill(desk: Path, after: float, now: datetime) -> list[dict[str, object]]:
    """Start a gather, kill it so many seconds after its first event, and give what it printed."""
    command = [*WATCHDESK, "gather", "--json", "--now", now.isoformat()]
    process = subprocess.Popen(
        command, cwd=desk, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    assert process.stdout is not None
    first = process.stdout.readline()
    time.sleep(after)
    process.kill()
    rest, _ = process.communicate()
    lines = [line for line in (first + rest).splitlines() if line.endswith("}")]
    return [json.loads(line) for line in lines]


def main() -> None:
    """Kill, gather once more, and compare."""
    times = int(sys.argv[1]) if len(sys.argv) > 1 else 50
    moments = random.Random(SEED)
    with tempfile.TemporaryDirectory() as room, DemoSite() as site:
        site.move_to(SECOND_READ)
        desk = a_desk(Path(room) / "desk", Web(site.port, Path(room)), delay=0.05)
        addresses = [s.url for s in site.sources() if s.kind != "folder"]
        (Path(room) / "list.txt").write_text("\n".join(addresses))
        watchdesk("sources", "add", str(Path(room) / "list.txt"), cwd=desk)
        reported: set[str] = set()
        killed = 0
        for number in range(times):
            now = SECOND_READ + timedelta(minutes=number)  # time goes on, as it does between runs
            events = run_and_kill(desk, moments.uniform(0.0, LONGEST), now)
            killed += not any(event["event"] == "finished" for event in events)
            reported |= {str(e["subject"]) for e in events if e["event"] == "done"}
        last = watchdesk("gather", cwd=desk)
        listed = watchdesk("archive", "list", "--json", cwd=desk)
        verified = watchdesk("archive", "verify", cwd=desk)
    rows = [json.loads(line) for line in listed.out.splitlines()]
    kept = {row["url"] for row in rows}
    places = [(row["url"], row["at"]) for row in rows]
    print(f"{times} runs, {killed} of them killed before their end; last run status {last.status}")
    print(f"reported {len(reported)}, missing {len(reported - kept)}")
    print(f"captures {len(rows)}, doubled {len(places) - len(set(places))}")
    print(verified.out.strip())
    sys.exit(1 if reported - kept or verified.status else 0)


if __name__ == "__main__":
    main()
