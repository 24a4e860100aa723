"""The doctor, against a name server and mail servers on this machine."""

import re
import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import dns.flags
import dns.message
import dns.rcode
import dns.rrset
import pytest
from aiosmtpd.controller import Controller
from click.testing import CliRunner
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, ed25519
from cryptography.x509.oid import NameOID
from tests.pipeline.mailing import NOW, a_mail_desk
from tests.pipeline.sink import a_sink

from watchdesk.cli.main import commands
from watchdesk.pipeline import open_desk
from watchdesk.pipeline.doctor import examine, public_key
from watchdesk.pipeline.names import Names
from watchdesk.pipeline.post import Post, post_of
from watchdesk.publish.delivery.smtp import Server
from watchdesk.publish.dkim import Signer

Zone = dict[tuple[str, str], list[str]]

GOOD: Zone = {
    ("velmor.example", "TXT"): ['"v=spf1 include:mail.example -all"', '"another word"'],
    ("mail.example", "TXT"): ['"v=spf1 ip4:192.0.2.1 -all"'],
    ("_dmarc.velmor.example", "TXT"): ['"v=DMARC1; p=none"'],
    ("velmor.example", "MX"): ["10 mail.example."],
    ("mail.example", "A"): ["192.0.2.1"],
    ("1.2.0.192.in-addr.arpa", "PTR"): ["mail.example."],
}


@contextmanager
def a_name_server(zone: Zone) -> Iterator[Names]:
    """A name server that knows this zone and nothing else."""
    server = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    server.bind(("127.0.0.1", 0))

    def serve() -> None:
        while True:
            wire, asker = server.recvfrom(4096)
            if wire == b"end":
                return
            server.sendto(_answer(wire, zone), asker)

    thread = threading.Thread(target=serve)
    thread.start()
    port = server.getsockname()[1]
    try:
        yield Names(f"127.0.0.1:{port}")
    finally:
        server.sendto(b"end", ("127.0.0.1", port))
        thread.join()
        server.close()


def _answer(wire: bytes, zone: Zone) -> bytes:
    asked = dns.message.from_wire(wire)
    question = asked.question[0]
    answer = dns.message.make_response(asked, recursion_available=True)
    name, kind = str(question.name).rstrip("."), dns.rdatatype.to_text(question.rdtype)
    if rows := zone.get((name, kind)):
        answer.answer.append(dns.rrset.from_text_list(question.name, 60, "IN", kind, rows))
    elif not any(each == name for each, _ in zone):
        answer.set_rcode(dns.rcode.NXDOMAIN)
    return answer.to_wire()


@pytest.fixture
def post(tmp_path: Path) -> Post:
    with open_desk(a_mail_desk(tmp_path / "desk", port=1)) as desk:
        return post_of(desk)


def told(post: Post, zone: Zone, **more: tuple[str, ...]) -> dict[str, list[str]]:
    """What each check says, by what it looked at."""
    found: dict[str, list[str]] = {}
    with a_name_server(zone) as names:
        for one in examine(post, names, NOW, **more):
            found.setdefault(one.what, []).append(f"{one.health}: {one.said} {one.cure}")
    return found


def test_a_domain_in_good_order_is_well(post: Post) -> None:
    elsewhere = replace(post, server=replace(post.server, host="mail.example"))
    found = told(elsewhere, GOOD)
    for what in ("page to leave", "SPF", "DMARC", "mailbox for bounces", "PTR"):
        assert [one.startswith("well") for one in found[what]] == [True], found[what]
    assert found["TLS"][0].startswith("bad: Mail is handed over without encryption")


@pytest.mark.parametrize(
    ("place", "rows", "what", "says"),
    [
        (("velmor.example", "TXT"), [], "SPF", "bad: velmor.example says nobody"),
        (("velmor.example", "TXT"), ['"v=spf1 -all"', '"v=spf1 ~all"'], "SPF", "bad: .* 2 SPF"),
        (("velmor.example", "TXT"), ['"v=spf1 +all"'], "SPF", "bad: .* everybody"),
        (("velmor.example", "TXT"), ['"v=spf1 a mx"'], "SPF", "look: .* all others"),
        (
            ("mail.example", "TXT"),
            ['"v=spf1 include:mail.example -all"'],
            "SPF",
            "bad: .* leads to",
        ),
        (("_dmarc.velmor.example", "TXT"), [], "DMARC", "bad: velmor.example says nothing"),
        (("velmor.example", "MX"), [], "mailbox for bounces", "bad: Nobody takes mail"),
    ],
)
def test_what_is_missing_is_said_in_words(
    post: Post, place: tuple[str, str], rows: list[str], what: str, says: str
) -> None:
    (one,) = told(post, GOOD | {place: rows})[what]
    assert re.match(says, one)


def test_a_subdomain_is_held_by_the_record_above_it(post: Post) -> None:
    below = replace(post, sender="weekly@news.velmor.example")
    assert told(below, GOOD)["DMARC"][0].startswith("well: _dmarc.velmor.example")


def test_the_desks_own_key_must_be_the_one_in_the_records(post: Post) -> None:
    signer = Signer("velmor.example", "s1", ed25519.Ed25519PrivateKey.generate())
    signing = replace(post, signers=(signer,))
    place = ("s1._domainkey.velmor.example", "TXT")
    (none,) = told(signing, GOOD)["DKIM"]
    assert none.startswith("bad")
    assert f"p={public_key(signer)}" in none
    (other,) = told(signing, GOOD | {place: ['"v=DKIM1; k=ed25519; p=AAAA"']})["DKIM"]
    assert "another key" in other
    record = f'"v=DKIM1; k=ed25519; p={public_key(signer)}"'
    assert told(signing, GOOD | {place: [record]})["DKIM"][0].startswith("well")


def test_a_providers_key_is_looked_for_by_its_name(post: Post) -> None:
    assert told(post, GOOD)["DKIM"][0].startswith("look")
    assert told(post, GOOD, selectors=("p1",))["DKIM"][0].startswith("bad")


def test_where_no_name_server_answers_each_check_says_so(post: Post) -> None:
    names = Names("127.0.0.1:1")
    names._resolver.lifetime = 0.2
    bad = [one.what for one in examine(post, names, NOW) if "No name server" in one.said]
    assert set(bad) == {"SPF", "DMARC", "mailbox for bounces"}


@contextmanager
def a_safe_server(tmp_path: Path, days: int, monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    """A mail server whose certificate this machine believes, for so many days from now."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(NOW - timedelta(days=3))
        .not_valid_after(NOW + timedelta(days=days))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    pem, encoding = tmp_path / "server.pem", serialization.Encoding.PEM
    private = key.private_bytes(
        encoding, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    pem.write_bytes(private + made.public_bytes(encoding))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(pem)
    monkeypatch.setenv("SSL_CERT_FILE", str(pem))
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    controller = Controller(object(), hostname="localhost", port=port, tls_context=context)
    controller.start()
    try:
        yield Server(host="localhost", port=port, security="starttls")
    finally:
        controller.stop()


@pytest.mark.parametrize(("days", "says"), [(90, "well"), (9, "look")])
def test_a_certificate_is_believed_and_its_end_is_told(
    post: Post, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, days: int, says: str
) -> None:
    with a_safe_server(tmp_path, days, monkeypatch) as server:
        (one,) = told(replace(post, server=server), GOOD)["TLS"]
    assert one.startswith(f"{says}: localhost is who it says")


def test_a_server_that_is_not_there_has_no_safe_line(post: Post) -> None:
    away = Server(host="localhost", port=1, security="tls", seconds=1)
    assert told(replace(post, server=away), GOOD)["TLS"][0].startswith("bad: localhost:1 gives no")


def test_the_command_says_it_and_sends_a_test_mail(tmp_path: Path) -> None:
    with a_sink() as sink, a_name_server(GOOD) as names:
        folder = a_mail_desk(tmp_path / "desk", port=sink.port)
        dns_at = f"127.0.0.1:{names._resolver.port}"
        words = ["doctor", "--desk", str(folder), "--dns", dns_at, "--to", "ada@velmor.example"]
        done = CliRunner().invoke(commands, words)
    assert done.exit_code == 0, done.output
    assert "well  SPF" in done.output
    assert sink.message("ada@velmor.example")["Subject"] == "A test of The Velmor Letter"
