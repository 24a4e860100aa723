"""Runs the chain over the hostile hosts of a local web, and measures each command."""

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

from faults_checks import START
from faults_seen import STEPS
from webserver import Web

TIMES = {"first": START, "again": START + timedelta(hours=1), "later": START + timedelta(hours=50)}
PAGES_OF_THE_LONGEST_LIST = 50
"""Each page of `feed-50000` is the whole feed again: more of them would time the disk alone."""


PROGRAM = """
import atexit, resource, sys
from pathlib import Path

def tell():
    status = Path("/proc/self/status").read_text().split()
    own = status[status.index("VmHWM:") + 1]
    print(own, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss, file=sys.stderr)

atexit.register(tell)
from watchdesk.cli.main import main
main()
"""
"""A command that tells at its end how much memory it and its largest child took, in kB."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One row of the web's own table."""

    group: str
    host: str
    expected: str


@dataclass(frozen=True, slots=True)
class Measured:
    """One command: how it ended, what it printed, and what it cost."""

    status: int
    out: str
    err: str
    wall: float
    own_mb: float
    children_mb: float


@dataclass(slots=True)
class Run:
    """What the commands brought, step by step."""

    log: list[tuple[str, dict[str, object]]] = field(default_factory=list)
    events: list[tuple[str, dict[str, object]]] = field(default_factory=list)
    ran: list[tuple[str, str, Measured]] = field(default_factory=list)
    checked: Measured | None = None


def sources_of(web: Web, hosts: list[str]) -> Iterator[str]:
    """The tables of sources.toml: each host under its own name, with the kind that it needs."""
    for address in web.sources.read_text().split():
        parts = urlsplit(address)
        host = (parts.hostname or "").split(".")[0]
        if host not in hosts:
            continue
        lines = ["[[sources]]", f'id = "{host}"', f'kind = "{kind_of(parts.path)}"']
        lines += [f'url = "{address}"']
        if host == "feed-50000":
            lines += [f"most = {PAGES_OF_THE_LONGEST_LIST}"]
        yield "\n".join(lines) + "\n"


def kind_of(path: str) -> str:
    """What stands at an entry, by its path; discovery would change the hosts' counters."""
    if path == "/":
        return "page"
    kinds = {"/feed.xml": "feed", "/feed.json": "feed", "/sitemap.xml": "sitemap"}
    return kinds.get(path, "watch")


def run_all(desk: Path, web: Web) -> Run:
    """Gather and extract three times; pages change by the web's clock and by our hand."""
    run = Run()
    for step in STEPS:
        if step == "later":
            control(web, "clock?advance=50h")
            control(web, "edit?host=edited-by-hand&path=/a&find=240,000&replace=310,000")
        now = TIMES[step].isoformat()
        for command in ("gather", "extract", "status"):
            ran = measured(command, "--json", "--now", now, cwd=desk)
            run.events += [(step, row) for row in json_rows(ran.out)]
            run.ran.append((step, command, ran))
        known = len(run.log)
        run.log += [(step, row) for row in web.requests[known:]]
    run.checked = measured("archive", "verify", cwd=desk)
    return run


def measured(*arguments: str, cwd: Path) -> Measured:
    """Run a command of Watchdesk; its memory and its children's are measured apart."""
    start = time.perf_counter()
    command = [sys.executable, "-c", PROGRAM, *arguments]
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)
    wall = time.perf_counter() - start
    *err, numbers = done.stderr.strip().splitlines() or ["0 0"]
    own, children = map(int, numbers.split()) if numbers[:1].isdigit() else (0, 0)
    return Measured(done.returncode, done.stdout, "\n".join(err), wall, own / 1024, children / 1024)


def json_rows(out: str) -> list[dict[str, object]]:
    """The JSON lines of a command."""
    return [json.loads(line) for line in out.splitlines() if line.startswith("{")]


def control(web: Web, what: str) -> Any:
    """Pull one of the web's levers (`stats` alone is read)."""
    method = "GET" if what == "stats" else "POST"
    url = f"http://127.0.0.1:{web.port}/_control/{what}"
    with urlopen(Request(url, method=method), timeout=30) as answer:
        return json.load(answer)


def printed_faults(folder: Path) -> list[Fault]:
    """What the web itself says of each host: its name, and the last column of its tables."""
    command = [sys.executable, str(folder / "serve.py"), "--print-faults"]
    printed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    found, group = [], ""
    for line in printed.splitlines():
        if line.startswith("## "):
            group = line.removeprefix("## ")
        elif line.startswith("| `"):
            cells = line.strip("| ").split(" | ")
            found.append(Fault(group, cells[0].strip("` "), cells[-1]))
    return found
