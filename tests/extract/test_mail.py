import base64

from tests.extract.making import article, problem

from watchdesk.model import Code

HEAD = (
    "From: Sevra Weekly <weekly@sevra.example>\r\nTo: desk@watchdesk.example\r\n"
    "Subject: A letter, a vigil\r\nDate: Fri, 13 Nov 2026 09:00:00 +0100\r\n"
    "List-Id: <weekly.sevra.example>\r\nMIME-Version: 1.0\r\n"
)
PLAIN = (
    "Sevra Weekly\r\n============\r\n\r\nTwelve members ask about the detainees\r\nOnly nine were "
    "seen, the families say.\r\nhttp://monitor.example/letter/\r\n\r\n-- \r\n"
    "Sent to 1,204 readers.\r\n"
)
HTML = (
    "<html lang='en'><head><style>.pre{display:none}</style></head><body><div class='pre'>Preview"
    "</div><table><tr><td><h2><a href='http://count.example/c?u=7&to=http%3A%2F%2Fmonitor.example"
    "%2Fletter%2F'>Twelve members ask about the detainees</a></h2><p>Only nine were seen, the "
    "families say.</p></td></tr></table><img src='http://count.example/open' width='1'>"
    "<p><a href='http://count.example/leave'>unsubscribe</a></p></body></html>"
)


def mail(head: str, body: bytes | str) -> bytes:
    return (HEAD + head).encode() + b"\r\n" + (body if isinstance(body, bytes) else body.encode())


def both(plain: str, html: str) -> bytes:
    return mail(
        'Content-Type: multipart/alternative; boundary="b"\r\n',
        f"--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n{plain}\r\n"
        f"--b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{html}\r\n--b--\r\n",
    )


def read(body: bytes):  # type: ignore[no-untyped-def]  # noqa: ANN201
    return article(body, media_type="message/rfc822", url="mid:1@sevra.example")


def test_a_newsletter_becomes_an_article() -> None:
    made = read(both(PLAIN, HTML))
    assert made.title == "A letter, a vigil"
    assert made.byline.authors == ("Sevra Weekly",)
    assert made.published.at.isoformat() == "2026-11-13T09:00:00+01:00"
    assert made.page_type == "mail"
    assert made.language == "en"
    assert "=====" not in made.text
    assert "1,204 readers" not in made.text


def test_a_counting_link_gives_the_address_that_it_carries() -> None:
    (link,) = read(both(PLAIN, HTML)).links
    assert link.url == "http://monitor.example/letter/"
    assert link.span is not None


def test_a_stub_gives_way_to_the_html_part() -> None:
    made = read(both("Please read this message in a program that shows HTML.", HTML))
    assert made.text == (
        "Twelve members ask about the detainees\n\nOnly nine were seen, the families say."
    )


def test_a_plain_message_gives_its_printed_addresses() -> None:
    made = read(mail("Content-Type: text/plain; charset=utf-8\r\n", PLAIN))
    assert [link.url for link in made.links] == ["http://monitor.example/letter/"]


def test_a_wrong_charset_is_mended_by_that_of_the_headers() -> None:
    body = "Tydzień w dolinie: posłowie pytają o zatrzymanych. Więcej w następnym numerze."
    raw = (
        b"From: =?iso-8859-2?Q?Przegl=B1d?= <p@dolina.example>\r\nSubject: x\r\nContent-Type: "
        b"text/plain; charset=us-ascii\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
    ) + body.encode("iso8859-2")
    made = read(raw)
    assert made.text == body
    assert made.byline.authors == ("Przegląd",)
    assert made.published is None


def test_coded_parts_are_read_in_their_charset() -> None:
    body = base64.encodebytes(
        "Новости долины: паром снова ходит, сообщила контора.".encode("koi8-r")
    )
    head = "Content-Type: text/plain; charset=koi8-r\r\nContent-Transfer-Encoding: base64\r\n"
    made = read(mail(head, body))
    assert made.text.startswith("Новости долины")
    assert made.language == "ru"


def test_a_forwarded_message_is_read_instead_of_the_note_around_it() -> None:
    inner = (
        "From: Home from Kessar <families@kessar.example>\r\nSubject: Call to the vigil\r\n"
        "Date: Thu, 12 Nov 2026 20:00:00 +0100\r\nContent-Type: text/plain\r\n\r\n"
        "Saturday at six, in front of the Assembly. Bring a photograph and a candle.\r\n"
    )
    made = read(
        mail(
            'Content-Type: multipart/mixed; boundary="m"\r\n',
            "--m\r\nContent-Type: text/plain\r\n\r\nPlease use this.\r\n"
            f"--m\r\nContent-Type: message/rfc822\r\n\r\n{inner}\r\n--m--\r\n",
        )
    )
    assert made.title == "Call to the vigil"
    assert made.byline.authors == ("Home from Kessar",)


def test_an_open_boundary_does_not_lose_the_text() -> None:
    cut = both("x", HTML)[: -len(b"\r\n--b--\r\n")]
    assert "Only nine were seen" in read(cut).text


def test_a_message_without_words_is_a_problem() -> None:
    made = problem(mail("Content-Type: text/plain\r\n", ""), media_type="message/rfc822")
    assert made.code == Code.NO_TEXT
