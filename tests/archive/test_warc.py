import gzip
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.archive.keeping import NOW, PAGE, Rows, a_fetch, a_request, an_exchange

from watchdesk.archive import Archive
from watchdesk.archive.addresses import fetchable
from watchdesk.archive.members import Member, scan
from watchdesk.model import ArchiveError, How, Place, digest_of

REVISIT = "http://netpreserve.org/warc/1.1/revisit/"


def heads(archive: Archive) -> list[dict[str, str]]:
    found = [member for path in archive.files() for member in scan(path)]
    return [member.headers for member in found if isinstance(member, Member)]


def check(archive: Archive) -> None:
    command = [sys.executable, "-m", "warcio.cli", "check", *map(str, archive.files())]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "")


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    return Archive(tmp_path / "archive", clock=lambda: NOW)


def test_a_kept_answer_is_read_back_byte_for_byte(archive: Archive) -> None:
    raw = gzip.compress(PAGE)
    headers = (("Content-Encoding", "gzip"), ("X-Odd", "caf\xe9"), ("Transfer-Encoding", "chunked"))
    exchange = an_exchange(raw=raw, response_headers=headers)
    (capture,) = Rows().keep(archive, exchange)
    stored = archive.read(capture)
    assert (stored.raw, stored.body, stored.status) == (raw, PAGE, 200)
    assert stored.headers[:2] == headers[:2]
    assert stored.headers[2] == ("X-Archive-Orig-Transfer-Encoding", "chunked")
    assert capture.digest == digest_of(PAGE)
    assert (capture.size, capture.asked, capture.source_id) == (len(PAGE), exchange.url, "harbour")


def test_each_answer_has_its_question_beside_it(archive: Archive) -> None:
    Rows().keep(archive, an_exchange())
    info, answer, question = heads(archive)
    assert info["WARC-Type"] == "warcinfo"
    assert (answer["WARC-Type"], question["WARC-Type"]) == ("response", "request")
    assert question["WARC-Concurrent-To"] == answer["WARC-Record-ID"]
    assert answer["WARC-IP-Address"] == "93.184.216.34"
    assert answer["WARC-Date"] == "2026-11-20T09:00:00.000000Z"
    check(archive)


def test_an_equal_body_becomes_a_revisit_with_its_own_200(archive: Archive) -> None:
    rows = Rows()
    (first,) = rows.keep(archive, an_exchange())
    (second,) = rows.keep(archive, an_exchange(minutes=5))
    assert second.revisit_of == first.id
    assert (second.digest, second.size, second.status) == (first.digest, first.size, 200)
    head = heads(archive)[3]
    assert head["WARC-Profile"] == REVISIT + "identical-payload-digest"
    assert head["WARC-Refers-To-Date"] == "2026-11-20T09:00:00.000000Z"
    assert head["WARC-Payload-Digest"] == heads(archive)[1]["WARC-Payload-Digest"]
    assert archive.read(second.place).status == 200
    assert archive.read(second).body == b""
    check(archive)


def test_a_server_s_304_becomes_a_revisit_that_says_so(archive: Archive) -> None:
    rows = Rows()
    (first,) = rows.keep(archive, an_exchange())
    (second,) = rows.keep(archive, an_exchange(minutes=5, status=304, body=b"", media_type=""))
    assert (second.revisit_of, second.digest, second.status) == (first.id, first.digest, 304)
    assert (second.media_type, second.charset) == ("text/html", "utf-8")
    assert heads(archive)[3]["WARC-Profile"] == REVISIT + "server-not-modified"
    check(archive)


def test_a_304_to_nothing_known_is_kept_as_what_it_is(archive: Archive) -> None:
    (capture,) = Rows().keep(archive, an_exchange(status=304, body=b""))
    assert (capture.revisit_of, capture.digest) == (None, digest_of(b""))


def test_an_equal_body_in_another_coding_is_kept_in_full(archive: Archive) -> None:
    rows = Rows()
    rows.keep(archive, an_exchange())
    coded = (("Content-Encoding", "gzip"),)
    exchange = an_exchange(raw=gzip.compress(PAGE), response_headers=coded, minutes=5)
    (second,) = rows.keep(archive, exchange)
    assert second.revisit_of is None
    assert archive.read(second).body == PAGE


def test_the_same_fetch_played_again_gets_an_id_of_its_own(archive: Archive) -> None:
    rows = Rows()
    (first,) = rows.keep(archive, an_exchange())
    (second,) = rows.keep(archive, an_exchange())
    assert second.id != first.id
    assert second.revisit_of == first.id


def test_every_hop_is_a_capture_and_the_last_one_is_the_answer(archive: Archive) -> None:
    hop = an_exchange("http://harbour.example/old", status=301, body=b"")
    captures = Rows().keep(archive, hop, an_exchange())
    assert [capture.status for capture in captures] == [301, 200]
    assert {capture.asked for capture in captures} == {"http://harbour.example/old"}


def test_a_part_is_kept_and_marked(archive: Archive) -> None:
    (capture,) = Rows().keep(archive, an_exchange(truncated="disconnect"))
    assert archive.read(capture).truncated == "disconnect"


def test_a_file_is_kept_as_a_resource_and_unchanged_as_a_revisit(archive: Archive) -> None:
    rows = Rows()
    url = "file:///watched/a.eml"
    values: dict[str, Any] = {
        "how": How.FILE,
        "media_type": "message/rfc822",
        "response_headers": (),
        "ip": "",
    }
    (first,) = rows.keep(archive, an_exchange(url, **values))
    assert (archive.read(first).body, archive.read(first).media_type) == (PAGE, "message/rfc822")
    (second,) = rows.keep(archive, an_exchange(url, minutes=5, **values))
    (third,) = rows.keep(archive, an_exchange(url, minutes=6, status=304, body=b"", **values))
    assert [second.revisit_of, third.revisit_of] == [first.id, first.id]
    assert [head["WARC-Type"] for head in heads(archive)[1:]] == ["resource", "revisit", "revisit"]
    check(archive)


def test_keys_of_interfaces_are_cut_from_the_archived_question(archive: Archive) -> None:
    headers = (("Host", "harbour.example"), ("Authorization", "Bearer secret"))
    Rows().keep(archive, an_exchange(request_headers=headers))
    assert b"secret" not in gzip.decompress(archive.files()[0].read_bytes())


def test_a_full_file_is_followed_by_the_next(tmp_path: Path) -> None:
    archive = Archive(tmp_path, max_file_bytes=2500, clock=lambda: NOW)
    rows = Rows()
    for number in range(5):
        rows.keep(archive, an_exchange(body=PAGE + b"%d" % number, minutes=number))
    names = [path.name for path in archive.files()]
    assert names[:2] == ["watchdesk-00001.warc.gz", "watchdesk-00002.warc.gz"]
    assert all(path.stat().st_size <= 2500 for path in archive.files())
    assert all(archive.read(capture).body.startswith(PAGE) for capture in rows.captures)
    check(archive)


def test_the_writer_goes_on_after_recovery_and_never_behind_what_it_has_not_seen(
    tmp_path: Path,
) -> None:
    first = Archive(tmp_path, clock=lambda: NOW)
    Rows().keep(first, an_exchange())
    first.close()
    second = Archive(tmp_path, clock=lambda: NOW)
    second.recover({})
    Rows().keep(second, an_exchange(minutes=1))
    assert len(second.files()) == 1
    third = Archive(tmp_path, clock=lambda: NOW)
    Rows().keep(third, an_exchange(minutes=2))
    assert len(third.files()) == 2


def test_a_record_that_is_not_there_or_not_the_same_is_an_error(archive: Archive) -> None:
    (capture,) = Rows().keep(archive, an_exchange())
    name = archive.files()[0].name
    for place in (Place(name, 7, 100), Place("../desk.sqlite", 0, 10), Place(name, 10**6, 9)):
        with pytest.raises(ArchiveError):
            archive.read(place)
    path = archive.files()[0]
    data = path.read_bytes()
    path.write_bytes(data[: capture.place.offset] + gzip.compress(b"WARC/1.1\r\n\r\n") + data)
    with pytest.raises(ArchiveError):
        archive.read(capture)


def test_a_full_disk_is_told_in_one_sentence(tmp_path: Path) -> None:
    blocked = tmp_path / "blocked"
    blocked.write_bytes(b"")
    with pytest.raises(ArchiveError, match="does not take what was fetched"):
        Rows().keep(Archive(blocked), an_exchange())


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    body=st.binary(max_size=4000),
    coded=st.booleans(),
    status=st.sampled_from([200, 206, 404, 500]),
    asked=st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), max_size=20),
)
def test_what_is_written_is_read_with_the_same_digest_and_found_again(
    tmp_path: Path, *, body: bytes, coded: bool, status: int, asked: str
) -> None:
    folder = tmp_path / str(len(list(tmp_path.iterdir())))
    archive = Archive(folder, clock=lambda: NOW)
    raw = gzip.compress(body) if coded else body
    headers = (("Content-Encoding", "gzip" if coded else "identity"),)
    asked_for = f"http://harbour.example/{asked}"
    exchange = an_exchange(
        fetchable(asked_for), body=body, raw=raw, response_headers=headers, status=status
    )
    fetched = replace(a_fetch(exchange), request=a_request(asked_for))
    rows = Rows()
    (capture,) = archive.keep(fetched, known=rows.known, previous=rows.previous, taken=rows.taken)
    if not raw.startswith(b"\x1f\x8b") or coded:
        assert digest_of(archive.read(capture).body) == capture.digest
    again = Archive(folder).recover({})
    assert again == (capture,)
