"""The whole chain over a local web: what was listed, what came of it, and what it cost.

    python benchmarks/localweb.py FOLDER_OF_THE_WEB

Prints how much of what the web's lists name was gathered and read, that the newsletter's counter
was not asked, and the chain's CPU seconds against trafilatura alone on the same pages.
"""

import json
import resource
import subprocess
import sys
import tempfile
from pathlib import Path
from urllib.parse import urlsplit

from webserver import Web, a_desk, folder_from_arguments, serving, watchdesk

STEPS = ("gather", "extract", "gather", "extract", "group", "draft", "prove")
CLOCK = "2021-10-24T12:00:00+00:00"


def peer(desk: Path) -> float:
    """CPU seconds of trafilatura alone on the same pages, start and reading counted."""
    program = (
        "import sys\n"
        "sys.path.insert(0, 'benchmarks')\n"
        "from pages import html_bodies\n"
        "from trafilatura import bare_extraction\n"
        "for body in html_bodies(sys.argv[1]):\n"
        "    bare_extraction(body)\n"
    )
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-c", program, str(desk)], check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def listed_pages(web: Web) -> set[str]:
    """Paths by host of every page that the truth knows."""
    rows = map(json.loads, (web.state / "truth.jsonl").read_text().splitlines())
    return {"/" + urlsplit(row["url"]).path.lstrip("/") for row in rows}


def fetched_pages(web: Web) -> set[str]:
    """The same form, of what was asked for and answered."""
    return {
        f"/{row['host']}{urlsplit(str(row['path'])).path}"
        for row in web.requests
        if row["status"] == 200
    }


def main() -> None:
    """Run the chain and print."""
    web_folder = folder_from_arguments()
    with (
        tempfile.TemporaryDirectory() as room,
        serving(web_folder, Path(room) / "web", "--latency", "20-80") as web,
    ):
        desk = a_desk(Path(room) / "desk", web)
        watchdesk("sources", "add", str(web.sources), cwd=desk)
        total = 0.0
        for step in STEPS:
            ran = watchdesk(step, "--now", CLOCK, cwd=desk)
            total += ran.cpu
            print(f"{step:<8} status {ran.status}  cpu {ran.cpu:6.1f} s  wall {ran.wall:6.1f} s")
            print("   ", ran.out.strip().replace("\n", "\n    ")[:600])
            if ran.status not in {0, 1} or "Traceback" in ran.err:
                print(ran.err[-2000:])
        wanted, got = listed_pages(web), fetched_pages(web)
        trackers = sum(1 for row in web.requests if row["host"] == "trk-mailer")
        alone = peer(desk)
        print(f"pages in the truth {len(wanted)}, fetched {len(wanted & got)}")
        print(f"requests to the counter trk-mailer: {trackers}")
        print(
            f"chain / trafilatura alone, CPU: {total / alone:.2f} ({total:.1f} s / {alone:.1f} s)"
        )


if __name__ == "__main__":
    main()
