"""Each hostile host of a local web: what a good gatherer does, and what was seen.

    python benchmarks/faults.py FOLDER_OF_THE_WEB

One chain over the hostile hosts alone, then a second gather. Printed for each host: what is expected,
the requests that it saw, the problems that were kept, the articles that were read. At the end: wall
time, peak memory, and the rules that hold for all (own user agent, one request at a time, nothing that
was forbidden).
"""

import json
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path
from urllib.parse import urlsplit

from webserver import Web, a_desk, folder_from_arguments, serving, watchdesk

FORBIDDEN = ("/canary", "/latest/meta-data")


def expectations(folder: Path) -> dict[str, str]:
    """What the web itself says of each host: the last column of its tables."""
    printed = subprocess.run(
        [sys.executable, str(folder / "serve.py"), "--print-faults"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    rows = [line.split(" | ") for line in printed.splitlines() if line.startswith("| `")]
    return {row[0].strip("|` "): row[-1].strip(" |") for row in rows}


def hostile_sources(web: Web, hosts: dict[str, str]) -> list[str]:
    """The addresses of the web's list that belong to hostile hosts."""
    addresses = web.sources.read_text().split()
    return [a for a in addresses if (urlsplit(a).hostname or "").split(".")[0] in hosts]


def seen_by_host(rows: list[dict[str, object]], key: str) -> dict[str, list[str]]:
    """What was printed for each host."""
    found: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        host = (urlsplit(str(row.get("subject") or row.get("url"))).hostname or "").split(".")[0]
        found[host].append(str(row[key]))
    return found


def json_rows(out: str) -> list[dict[str, object]]:
    """The JSON lines of a command."""
    return [json.loads(line) for line in out.splitlines() if line.startswith("{")]


def main() -> None:
    """Run, compare, print."""
    folder = folder_from_arguments()
    hosts = expectations(folder)
    with (
        tempfile.TemporaryDirectory() as room,
        serving(folder, Path(room) / "web", "--faults", "--control") as web,
    ):
        desk = a_desk(Path(room) / "desk", web)
        listed = Path(room) / "hostile.txt"
        listed.write_text("\n".join(hostile_sources(web, hosts)))
        added = watchdesk("sources", "add", str(listed), cwd=desk)
        print(f"sources add: status {added.status}, {added.wall:.0f} s, {added.peak_mb:.0f} MB")
        events = []
        for step in ("gather", "extract", "gather", "extract"):
            start = time.perf_counter()
            ran = watchdesk(step, "--json", cwd=desk)
            events += json_rows(ran.out)
            wall = time.perf_counter() - start
            print(f"{step}: status {ran.status}, {wall:.0f} s, peak {ran.peak_mb:.0f} MB")
            if "Traceback" in ran.err:
                print(ran.err[-3000:])
        status = json_rows(watchdesk("status", "--json", cwd=desk).out)
        report(hosts, events, status, web)


def report(
    hosts: dict[str, str],
    events: list[dict[str, object]],
    status: list[dict[str, object]],
    web: Web,
) -> None:
    """Print a line for each host, then the rules for all."""
    codes = seen_by_host([e for e in events if e["event"] == "failed"], "code")
    done = seen_by_host([e for e in events if e["event"] == "done"], "outcome")
    requests = defaultdict(list)
    for row in web.requests:
        requests[row["host"]].append(f"{row['path']} {row['status']}")
    states = {str(row["source"]): str(row["state"]) for row in status if "state" in row}
    for host, expected in hosts.items():
        print(f"\n{host}: {expected}")
        print(f"    requests {len(requests[host])}: {', '.join(requests[host][:6])}")
        print(f"    outcomes {sorted(set(done[host]))} problems {sorted(set(codes[host]))}")
    agents = {str(dict(row.get("headers") or {}).get("User-Agent", "")) for row in web.requests}
    bad = [r["path"] for r in web.requests if str(r["path"]).startswith(FORBIDDEN)]
    print(
        f"\nuser agents: {agents}\nforbidden requests: {bad}\nstates: {sorted(set(states.values()))}"
    )


if __name__ == "__main__":
    main()
