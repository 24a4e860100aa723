"""Pages and files for the tests of readers. Everything told in them is invented."""

from collections.abc import Sequence
from dataclasses import replace

from tests.builders import a_capture, at

from watchdesk.extract import Hints, read
from watchdesk.model import Article, Problem

PROSE = (
    "The ferry to Mill Town runs again from Monday, the harbour office said after three weeks.",
    "Repairs of the landing stage took longer than planned, since parts came from abroad.",
    "Passengers pay the old fare until the end of the year, and children travel free.",
)


def a_page(
    *paragraphs: str,
    title: str = "Ferry runs again",
    head: str = "",
    above: str = "",
    below: str = "",
    language: str = "en",
) -> str:
    """A plain news page around these paragraphs, or around three of prose."""
    body = "".join(f"<p>{one}</p>" for one in paragraphs or PROSE)
    return (
        f'<!DOCTYPE html><html lang="{language}"><head><meta charset="utf-8">'
        f"<title>{title} | Harbour Courier</title>{head}</head><body>"
        f"<nav><a href='/'>Front page</a></nav>{above}<article><h1>{title}</h1>{body}</article>"
        f"{below}<footer>© 2026 Harbour Courier. All rights reserved.</footer></body></html>"
    )


def reading(
    body: str | bytes,
    *,
    url: str = "https://courier.example/ferry",
    media_type: str = "text/html",
    charset: str | None = None,
    hints: Hints | None = None,
) -> Article | Problem:
    """What `extract.read` makes of a body that was fetched on 20 November 2026."""
    raw = body.encode() if isinstance(body, str) else body
    capture = a_capture(url, body=raw, media_type=media_type, fetched_at=at(20))
    return read(replace(capture, charset=charset), raw, hints=hints or Hints())


def article(body: str | bytes, **how: str | None) -> Article:
    """The same, where an article is expected."""
    made = reading(body, **how)  # type: ignore[arg-type]
    assert isinstance(made, Article), made
    return made


def problem(body: str | bytes, **how: str | None) -> Problem:
    """The same, where a problem is expected."""
    made = reading(body, **how)  # type: ignore[arg-type]
    assert isinstance(made, Problem), made
    return made


Printed = tuple[float, float, float, str]
"""A line of a PDF page: left and base line in points, size of letters, words."""


def a_pdf(pages: Sequence[Sequence[Printed]], *, information: str = "") -> bytes:
    """A PDF file of these pages, in Helvetica."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b""]
    kids = []
    font = 3 + 2 * len(pages)
    for lines in pages:
        words = "".join(
            f"BT /F1 {size} Tf 1 0 0 1 {x} {y} Tm ({text}) Tj ET\n" for x, y, size, text in lines
        ).encode("latin-1")
        kids.append(f"{len(objects) + 1} 0 R")
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R"
            b" /Resources << /Font << /F1 %d 0 R >> >> >>" % (len(objects) + 2, font)
        )
        objects.append(b"<< /Length %d >>\nstream\n" % len(words) + words + b"\nendstream")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(pages)} >>".encode()
    objects.append(b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
    objects.append(f"<< {information} >>".encode())
    return _file(objects)


def _file(objects: list[bytes]) -> bytes:
    out, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n" % number + content + b"\nendobj\n"
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    count = len(objects) + 1
    return (
        out
        + b"xref\n0 %d\n0000000000 65535 f \n" % count
        + table
        + b"trailer << /Size %d /Root 1 0 R /Info %d 0 R >>\n" % (count, len(objects))
        + b"startxref\n%d\n%%%%EOF\n" % len(out)
    )
