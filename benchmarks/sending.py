"""Mails a second of `send`, with ledger and signature, against a bare smtplib loop.

    python benchmarks/sending.py [READERS]

Both hand mails of the same size to the same sink on one connection: a process of its own that
speaks just enough SMTP and throws everything away. The bare loop has its mail ready and only calls
`sendmail`. Also printed: the memory that sending took beyond the first thousand mails.
"""

import resource
import socket
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path
from smtplib import SMTP

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from chart import drawn  # noqa: E402
from cryptography.hazmat.primitives.asymmetric import ed25519, rsa  # noqa: E402
from tests.builders import an_issue  # noqa: E402
from tests.pipeline.mailing import NOW, a_mail_desk, ledger, put_readers, reader_of  # noqa: E402
from tests.publish.standard import a_publication, letter_item  # noqa: E402

from watchdesk.model import Section, identity  # noqa: E402
from watchdesk.pipeline import open_desk  # noqa: E402
from watchdesk.pipeline.copies import Copies  # noqa: E402
from watchdesk.pipeline.post import Post, post_of  # noqa: E402
from watchdesk.pipeline.sending import send_copies  # noqa: E402
from watchdesk.publish import Publication  # noqa: E402
from watchdesk.publish.dkim import Signer  # noqa: E402

SINK = """
import socket, sys
server = socket.create_server(("127.0.0.1", 0))
print(server.getsockname()[1], flush=True)
while True:
    line, _ = server.accept()
    line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    file = line.makefile("rb", 1 << 20)
    line.sendall(b"220 sink\\r\\n")
    for word in file:
        verb = word[:4].upper()
        if verb == b"DATA":
            line.sendall(b"354 go\\r\\n")
            while file.readline() != b".\\r\\n":
                pass
        answers = {b"EHLO": b"250-sink\\r\\n250 PIPELINING\\r\\n", b"QUIT": b"221 bye\\r\\n"}
        line.sendall(answers.get(verb, b"250 ok\\r\\n"))
        if verb == b"QUIT":
            break
    line.close()
"""


def publication(items: int) -> Publication:
    """An issue of so many items, all of them invented."""
    made = tuple(replace(letter_item(), id=identity("item", at)) for at in range(items))
    return replace(a_publication(), issue=an_issue(Section(key="all", title="All", items=made)))


def bare(port: int, mail: bytes, times: int) -> float:
    """Mails a second of a loop that only hands a ready mail over."""
    with SMTP("127.0.0.1", port) as smtp:
        began = time.perf_counter()
        for number in range(times):
            smtp.sendmail("weekly@velmor.example", f"reader{number}@readers.example", mail)
        return times / (time.perf_counter() - began)


def ours(folder: Path, post: Post, copies: Copies, expected: int) -> tuple[float, float]:
    """Mails a second of sending to all readers, and megabytes taken after the first thousand."""
    early = 0
    with open_desk(folder, now=NOW) as desk:
        began = time.perf_counter()
        for number, _ in enumerate(send_copies(desk, copies.issue, post, copies)):
            if number == min(1000, expected // 2):
                early = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        seconds = time.perf_counter() - began
    assert ledger(folder) == {"sent": expected}
    return expected / seconds, (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - early) / 1024


def compare(
    name: str, port: int, readers: int, signers: tuple[Signer, ...], items: int = 60
) -> float:
    """Print both ratios for one way of signing, and give that of the rates."""
    with tempfile.TemporaryDirectory() as room:
        folder = a_mail_desk(Path(room) / "desk", port=port)
        people = [reader_of(folder, f"reader{number}") for number in range(readers)]
        put_readers(folder, *people)
        with open_desk(folder, now=NOW) as desk:
            post = replace(post_of(desk), signers=signers)
        copies = Copies(post, publication(items))
        mail = copies.mail(people[0], NOW)
        before = bare(port, mail, readers // 2)
        rate, grown = ours(folder, post, copies, readers)
        after = bare(port, mail, readers // 2)
    against = (before + after) / 2
    print(
        f"{name}: {len(mail) / 1000:.0f} kB a mail, {rate:.0f} a second; bare loop {against:.0f}; "
        f"ratio {rate / against:.2f}; memory grew by {grown:.1f} MB"
    )
    return rate / against


def main() -> None:
    """Compare without a signature, with RSA and with Ed25519."""
    readers = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    key = rsa.generate_private_key(65537, 2048)
    other = ed25519.Ed25519PrivateKey.generate()
    named = (("s1", key), ("s2", other))
    socket.setdefaulttimeout(60)
    with subprocess.Popen([sys.executable, "-c", SINK], stdout=subprocess.PIPE, text=True) as sink:
        assert sink.stdout is not None
        port = int(sink.stdout.readline())
        rsa_key, ed_key = (Signer("velmor.example", name, one) for name, one in named)
        ways = (
            ("rsa-sha256, 2048 bits", (rsa_key,), 60),
            ("ed25519-sha256", (ed_key,), 60),
            ("unsigned", (), 60),
            ("rsa-sha256, a short issue", (rsa_key,), 5),
        )
        ratios = {name: compare(name, port, readers, by, items) for name, by, items in ways}
        drawn("sending", "Mails a second, against a bare smtplib loop", ratios)
        sink.kill()


if __name__ == "__main__":
    main()
