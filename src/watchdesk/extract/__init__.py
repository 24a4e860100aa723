"""Captures to articles: what a page, a file or a mail says, as frozen text with its origins.

In: a capture, its bytes and what the list that led there said. Out: an `Article`, or a `Problem`
with a sentence for the editor. Pure: no request, no file, no clock. To add a reader see
`docs/add-a-reader.md`.
"""

from watchdesk.extract import html, mail, media, pdf, plain, records
from watchdesk.extract.reader import Hints, Reader, Task, refuse
from watchdesk.model import Article, Capture, Code, Problem

READERS: tuple[Reader, ...] = (html.READER, pdf.READER, mail.READER, plain.READER, records.READER)

_BY_NAME = {reader.name: reader for reader in READERS}
_NO_HINTS = Hints()


def read(
    capture: Capture, body: bytes, *, hints: Hints = _NO_HINTS, second_opinion: str | None = None
) -> Article | Problem:
    """The article of a capture. What kind of file it is, its first bytes say.

    `second_opinion` is the text that another program made of the same bytes (pdftotext).
    """
    if not body:
        return refuse(capture, Code.NO_TEXT, "The answer was empty.")
    kind = "record" if hints.fields else media.kind_of(body, capture.media_type)
    if kind is None:
        return refuse(
            capture, Code.MEDIA_TYPE, "The file is of a kind that is not read; its bytes are kept."
        )
    task = Task(capture=capture, body=body, hints=hints, second_opinion=second_opinion)
    return _BY_NAME[kind].read(task)


__all__ = ["READERS", "Hints", "Reader", "Task", "read"]
