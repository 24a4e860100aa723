"""Starts a local web (a folder with `serve.py`) for a benchmark, and a desk that watches it."""

import contextlib
import json
import resource
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

WATCHDESK = [sys.executable, "-m", "watchdesk"]


@dataclass(frozen=True)
class Web:
    """A running local web: its port and the folder in which it keeps lists and its log."""

    port: int
    state: Path

    @property
    def requests(self) -> list[dict[str, object]]:
        """What was asked of it so far."""
        lines = (self.state / "requests.log").read_text().splitlines()
        return [json.loads(line) for line in lines]

    @property
    def sources(self) -> Path:
        """The list of its sources, each host under its own name."""
        return self.state / "lists" / "host" / "sources.txt"


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port


def folder_from_arguments() -> Path:
    """The local web's folder, or one sentence and the end."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path("missing")
    if not (folder / "serve.py").exists():
        sys.exit("This benchmark needs the folder of a local web (with serve.py) as its argument.")
    return folder


@contextlib.contextmanager
def serving(folder: Path, state: Path, *options: str) -> Iterator[Web]:
    """The web while it runs."""
    port = free_port()
    command = [sys.executable, str(folder / "serve.py"), "--state", str(state), "--port", str(port)]
    with subprocess.Popen([*command, *options], stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        server.stdout.readline()
        try:
            yield Web(port, state)
        finally:
            server.terminate()


@dataclass(frozen=True)
class Ran:
    """One command: how it ended, what it printed, and what it cost."""

    status: int
    out: str
    err: str
    wall: float
    cpu: float
    peak_mb: float


def watchdesk(*arguments: str, cwd: Path | None = None) -> Ran:
    """Run a command of Watchdesk and measure it, children included."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    done = subprocess.run(
        [*WATCHDESK, *arguments], cwd=cwd, capture_output=True, text=True, check=False
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    wall = time.perf_counter() - start
    return Ran(done.returncode, done.stdout, done.stderr, wall, cpu, after.ru_maxrss / 1024)


def a_desk(folder: Path, web: Web, *, delay: float = 0.05) -> Path:
    """A new desk that may talk to the local web alone, politely but not slowly."""
    done = watchdesk("init", str(folder), "--allow-address", f"127.0.0.1:{web.port}")
    if done.status:
        sys.exit(done.err)
    file = folder / "desk.toml"
    limits = f'per_host_delay = {delay}\nonly_hosts = ["localhost"]'
    file.write_text(file.read_text().replace("per_host_delay = 1.0", limits))
    return folder
