"""A second gather with nothing new: what is asked, what is kept, and what a source costs.

    python benchmarks/again.py FOLDER_OF_THE_WEB

The slope comes from a made-up server of our own with 200 and with 2,000 feeds, so that the fixed
cost of a run falls out: (CPU of 2,000 - CPU of 200) / 1,800.
"""

import http.server
import json
import sys
import tempfile
import threading
from pathlib import Path

from webserver import Web, a_desk, folder_from_arguments, serving, watchdesk

FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>{name}</title>
<link>http://{name}.localhost/</link><description>Example</description>{items}</channel></rss>"""


class Feeds(http.server.BaseHTTPRequestHandler):
    """Any host, one feed without articles of its own, with an ETag that holds."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Answer a feed, 304 where the tag is known, or no robots."""
        if self.path == "/robots.txt":
            self._send(404, b"")
        elif self.headers.get("If-None-Match") == '"one"':
            self._send(304, b"")
        else:
            name = str(self.headers["Host"]).split(".")[0]
            self._send(200, FEED.format(name=name, items="").encode())

    def _send(self, status: int, body: bytes) -> None:
        self.send_response(status)
        self.send_header("ETag", '"one"')
        if status != 304:
            self.send_header("Content-Length", str(len(body)))
            self.send_header("Content-Type", "application/rss+xml")
        self.end_headers()
        if body:
            self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Quiet."""


class Server(http.server.ThreadingHTTPServer):
    """All hosts may connect at once: a queue of five would refuse some, and retries cost CPU."""

    daemon_threads = True
    request_queue_size = 256


def cpu_of_second_gather(room: Path, count: int) -> float:
    """CPU seconds of a gather that finds nothing new, with so many sources: the least of three."""
    server = Server(("127.0.0.1", 0), Feeds)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    desk = a_desk(room / f"desk{count}", Web(server.server_address[1], room), delay=0)
    lines = (
        f'[[sources]]\nid = "s{n}"\nkind = "feed"\ntitle = "S{n}"\n'
        f'url = "http://s{n}.localhost:{server.server_address[1]}/feed.xml"\n'
        for n in range(count)
    )
    (desk / "sources.toml").write_text("\n".join(lines))
    first = watchdesk("gather", cwd=desk)
    later = [watchdesk("gather", cwd=desk) for _ in range(3)]
    server.shutdown()
    if first.status or any(ran.status for ran in later):
        sys.exit(first.err + "".join(ran.err for ran in later))
    least = min(ran.cpu for ran in later)
    print(f"{count} sources: first {first.cpu:.2f} s, later {least:.2f} s CPU")
    return least


def records(desk: Path) -> dict[str, int]:
    """How many captures there are, and how many hold a body of their own."""
    ran = watchdesk("archive", "list", "--json", cwd=desk)
    rows = [json.loads(line) for line in ran.out.splitlines()]
    return {"all": len(rows), "whole": sum(1 for row in rows if not row.get("revisit_of"))}


def second_gather(web_folder: Path, room: Path) -> None:
    """The local web twice: conditional requests only where there are validators."""
    with serving(web_folder, room / "web") as web:
        desk = a_desk(room / "desk", web)
        watchdesk("sources", "add", str(web.sources), cwd=desk)
        watchdesk("gather", cwd=desk)
        watchdesk("gather", cwd=desk)
        before, asked = records(desk), len(web.requests)
        ran = watchdesk("gather", cwd=desk)
        after = records(desk)
        new = web.requests[asked:]
        conditional = sum(1 for row in new if row["status"] == 304)
        print(f"third gather: status {ran.status}, {len(new)} requests, {conditional} answered 304")
        print(f"new whole records: {after['whole'] - before['whole']}")


def main() -> None:
    """Run both and print."""
    web_folder = folder_from_arguments()
    with tempfile.TemporaryDirectory() as room:
        second_gather(web_folder, Path(room))
        few, many = (cpu_of_second_gather(Path(room), count) for count in (200, 2000))
        print(f"CPU for each source more: {(many - few) / 1800 * 1000:.2f} ms")


if __name__ == "__main__":
    main()
