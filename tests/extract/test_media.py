import pytest
from tests.extract.making import PROSE, article, problem

from watchdesk.extract.media import kind_of
from watchdesk.model import Code


@pytest.mark.parametrize(
    ("start", "claimed", "kind"),
    [
        (b"%PDF-1.7\n", "text/html", "pdf"),
        (b"<!DOCTYPE html><p>x", "application/pdf", "html"),
        (b"<html>", "", "html"),
        (b"MZ\x90\x00", "text/html", None),
        (b"PK\x03\x04", "text/html", None),
        (b"\x89PNG\r\n", "image/png", None),
        (b"From: a@b\r\nSubject: x\r\n", "message/rfc822", "mail"),
        (b"Received: by x\r\nFrom: a@b\r\n", "", "mail"),
        (b"Just words.", "text/plain", "text"),
        (b"<p>words", "text/plain; charset=utf-8", "text"),
        (b"{}", "application/json", "record"),
        (b'<?xml version="1.0"?>\n<rss version="2.0">', "application/rss+xml", None),
        (b'\xef\xbb\xbf<!-- made by a robot --><feed xmlns="x">', "text/html", None),
        (b'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "a">]><rss>', "text/html", None),
        (b'<?xml version="1.0"?><!DOCTYPE html><html>', "application/xhtml+xml", "html"),
        ("<html><p>слово".encode("utf-16"), "text/html", "html"),
        (bytes(range(1, 9)) * 64, "text/html", None),
    ],
)
def test_first_bytes_are_believed_before_the_transport(
    start: bytes, claimed: str, kind: str | None
) -> None:
    assert kind_of(start, claimed) == kind


def test_what_is_never_read_is_a_problem() -> None:
    assert problem(b"MZ\x90\x00" + bytes(range(256))).code == Code.MEDIA_TYPE
    assert problem(b"").code == Code.NO_TEXT


def test_a_plain_text_takes_its_first_line_as_title() -> None:
    made = article("# A note\n\n" + "\n\n".join(PROSE), media_type="text/plain")
    assert made.title == "A note"
    assert made.text.endswith(PROSE[2])
    assert made.page_type == "document"


def test_a_plain_text_without_words_is_a_problem() -> None:
    assert problem("\n\n---\n", media_type="text/plain").code == Code.NO_TEXT
