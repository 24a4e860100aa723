"""The whole chain over a local web: what was listed, what came of it, and what it cost.

    python benchmarks/localweb.py FOLDER_OF_THE_WEB

Prints how much of what the web's lists name was gathered and read, that the newsletter's counter
was not asked, and the chain's CPU seconds against trafilatura alone on the same pages.
"""

import html
import json
import re
import resource
import subprocess
import sys
import tempfile
import urllib.request
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from webserver import Web, a_desk, folder_from_arguments, serving, watchdesk

CLOCK = "2021-10-24T12:00:00+00:00"


PEER = """
import sys
sys.path.insert(0, 'benchmarks')
from pages import html_bodies
from trafilatura import bare_extraction
for body in html_bodies(sys.argv[1], int(sys.argv[2])):
    bare_extraction(body, with_metadata=True)
"""


def peer(desk: Path) -> float:
    """CPU seconds of trafilatura alone (text and metadata) on the same pages, reading counted.

    Two processes share the pages, as our workers do: on two threads of one core, each second of
    both does less than a second of one alone.
    """
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    commands = [[sys.executable, "-c", PEER, str(desk), str(half)] for half in (0, 1)]
    running = [subprocess.Popen(command) for command in commands]
    if any(process.wait() for process in running):
        sys.exit("the peer failed")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def listed_pages(web: Web) -> set[str]:
    """The pages that the lists name, as "host/path": every address of the truth that stands in one.

    The lists are read here by plain search, not by the reader that is measured.
    """
    rows = map(json.loads, (web.state / "truth.jsonl").read_text().splitlines())
    truth = {row["url"] for row in rows}
    addresses = (web.state / "lists" / "path" / "sources.txt").read_text().split()
    found: set[str] = set()
    for address in addresses:
        with urllib.request.urlopen(address, timeout=20) as answer:
            text = html.unescape(answer.read().decode("utf-8", "replace"))
        links = re.findall(r"""https?://[^\s"'<>\]]+""", text)
        relative = re.findall(r"""href=["']([^"']+)["']""", text)
        found |= {plain(urljoin(address, link)) for link in (*links, *relative)}
    return {in_one_form(url) for url in truth if plain(url) in found}


def plain(url: str) -> str:
    """An address without its query, which sites fill with counters."""
    return url.partition("#")[0].partition("?utm_")[0].partition("&utm_")[0]


def in_one_form(url: str) -> str:
    """`host/path` of an address in path form."""
    return urlsplit(url).path.strip("/")


def fetched_pages(web: Web) -> set[str]:
    """The same form, of what was asked for under a host's own name and answered."""
    return {
        f"{row['host']}/{urlsplit(str(row['path'])).path.strip('/')}"
        for row in web.requests
        if row["status"] == 200 and row["form"] == "host"
    }


def a_watching_desk(folder: Path, web: Web) -> Path:
    """A desk that watches everything the web has."""
    desk = a_desk(folder, web)
    added = watchdesk("sources", "add", str(web.sources), cwd=desk)
    print(added.out.strip().splitlines()[-1])
    return desk


def main() -> None:
    """Run the chain and print."""
    web_folder = folder_from_arguments()
    with (
        tempfile.TemporaryDirectory() as room,
        serving(web_folder, Path(room) / "web", "--latency", "20-80") as web,
    ):
        desk, twin = (a_watching_desk(Path(room) / name, web) for name in ("desk", "twin"))
        start = watchdesk("sources", "list", cwd=twin)
        gathered = watchdesk("gather", "--now", CLOCK, cwd=twin)
        ran = watchdesk("run", "--now", CLOCK, cwd=desk)
        print(f"run: status {ran.status}, {ran.cpu:.1f} s CPU, {ran.wall:.1f} s")
        print(ran.out, ("Traceback" in ran.err and ran.err[-2000:]) or "")
        trackers = sum(1 for row in web.requests if row["host"] == "trk-mailer")
        wanted, got = listed_pages(web), fetched_pages(web)
        alone = peer(desk)
        print(f"pages that the lists name {len(wanted)}, fetched {len(wanted & got)}")
        print(f"not fetched: {sorted(wanted - got)[:10]}")
        print(f"requests to the counter trk-mailer: {trackers}")
        network = gathered.cpu - start.cpu
        print(
            f"CPU: whole run {ran.cpu:.1f} s, of it gathering {network:.1f} s; peer {alone:.1f} s"
        )
        print(f"chain, gathering aside / trafilatura alone: {(ran.cpu - network) / alone:.2f}")
        print(f"whole chain / trafilatura alone: {ran.cpu / alone:.2f}")


if __name__ == "__main__":
    main()
