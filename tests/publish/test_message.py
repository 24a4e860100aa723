import hashlib
from email import message_from_bytes, policy

from hypothesis import given
from hypothesis import strategies as some

from watchdesk.publish import File
from watchdesk.publish.dkim import relaxed_body
from watchdesk.publish.message import mailbox, one_line, prepared, quoted_printable, words

STAND_IN = "stand-in".ljust(43, "x")
OWN = "abcde-fghij".ljust(43, "7")


@given(some.text(), some.text(), some.integers(0, 90))
def test_a_filled_mail_is_the_mail_that_was_filled_before_it_was_encoded(
    before: str, after: str, pad: int
) -> None:
    page = f"{before}{'p' * pad}/leave/{STAND_IN} {after}".encode()
    own = page.replace(STAND_IN.encode(), OWN.encode())
    filled = prepared(page, page, {"leave": STAND_IN}).body({"leave": OWN.encode()})
    head, _, tail = filled.partition(b"\r\n\r\n")
    assert b"text/plain" in head
    assert tail.startswith(quoted_printable(own))


@given(some.text(), some.integers(0, 90))
def test_the_digest_is_that_of_the_whole_canonical_body(text: str, pad: int) -> None:
    page = f"{text}{'p' * pad}{STAND_IN}  \n\n".encode()
    mail, own = prepared(page, page, {"leave": STAND_IN}), {"leave": OWN.encode()}
    assert mail.body_hash(own) == hashlib.sha256(relaxed_body(mail.body(own))).digest()


@given(some.text())
def test_encoded_text_can_be_read_again_and_needs_no_stuffing(text: str) -> None:
    encoded = quoted_printable(text.encode())
    head = b"Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable"
    mail = message_from_bytes(head + b"\r\n\r\n" + encoded, policy=policy.default)
    read = mail.get_payload(decode=True)
    assert isinstance(read, bytes)
    plain = text.replace("\r\n", "\n").replace("\r", "\n").encode()
    assert read.replace(b"\r\n", b"\n") == plain
    assert b"\n." not in encoded
    assert not encoded.startswith(b".")


def test_names_and_titles_cannot_begin_a_header_of_their_own() -> None:
    hostile = "Weekly\r\nBcc: everyone@lake.example"
    assert "\n" not in one_line(hostile)
    assert "\nBcc" not in mailbox(hostile, "ada@lake.example")
    assert "\nBcc" not in words(hostile, "Subject")
    assert "\nBcc" not in words(hostile + "ü", "Subject")


def test_a_long_title_in_any_script_is_folded_and_read_again() -> None:
    title = "Շաբաթաթերթ Վելմորի մասին, համար տասներկու, և ուրիշ լուրեր"
    mail = message_from_bytes(
        f"Subject: {words(title, 'Subject')}\r\n\r\n".encode(), policy=policy.default
    )
    assert mail["Subject"] == title
    assert max(map(len, words(title, "Subject").split("\r\n"))) <= 78


def test_pictures_stand_beside_the_html_that_shows_them() -> None:
    picture = File("pictures/a.jpg", "image/jpeg", bytes(range(256)))
    page = f'<img src="cid:a@p.invalid"> {STAND_IN}'.encode()
    body = prepared(page, b"text", {"leave": STAND_IN}, {"a@p.invalid": picture})
    head = f'Content-Type: multipart/alternative; boundary="{body.boundary}"\r\n\r\n'.encode()
    mail = message_from_bytes(head + body.body({"leave": OWN.encode()}), policy=policy.default)
    kinds = [part.get_content_type() for part in mail.walk()]
    inner = ["multipart/related", "text/html", "image/jpeg"]
    assert kinds == ["multipart/alternative", "text/plain", *inner]
    (shown,) = (part for part in mail.walk() if part["Content-ID"] == "<a@p.invalid>")
    assert shown.get_payload(decode=True) == picture.body
    html = mail.get_body(("html",))
    assert html is not None
    assert OWN in html.get_content()
