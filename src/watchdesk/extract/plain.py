"""Plain text files to articles.

In: a capture of plain text. Out: an article whose title is its first short line. Nothing is
guessed of author or date.
"""

import re

from watchdesk.extract.charset import decode
from watchdesk.extract.paragraphs import paragraphs_in
from watchdesk.extract.reader import Reader, Task, article_id, refuse
from watchdesk.extract.tongue import language_of
from watchdesk.model import Article, Code, Dated, Problem

NAME = "text"
VERSION = 1
_MOST_BYTES = 10_000_000
_LONGEST_TITLE = 160
_MARKING = re.compile(r"^[#=*\s]+|[#=*\s]+$")


def read(task: Task) -> Article | Problem:
    """Read a text file."""
    capture, hints = task.capture, task.hints
    if len(task.body) > _MOST_BYTES:
        return refuse(capture, Code.TOO_LARGE, "The text is larger than 10 MB.")
    decoded = decode(task.body, capture.charset)
    paragraphs = tuple(paragraphs_in(decoded.text))
    if not paragraphs:
        return refuse(capture, Code.NO_TEXT, "The file holds no text.")
    first = _MARKING.sub("", paragraphs[0].split("\n", 1)[0])
    own = first if len(first) <= _LONGEST_TITLE else ""
    text = "\n\n".join(paragraphs)
    return Article(
        id=article_id(capture, reader=NAME, version=VERSION, text=text),
        capture_id=capture.id,
        source_id=capture.source_id,
        url=capture.url,
        title=hints.title or own,
        published=Dated(hints.published) if hints.published else None,
        language=language_of(text, hints.language),
        text=text,
        reader=NAME,
        version=VERSION,
        page_type="document",
        categories=hints.categories,
        origins=(("charset", decoded.origin), ("title", "list" if hints.title else "first line")),
    )


READER = Reader(
    name=NAME, version=VERSION, media_types=frozenset({"text/plain", "text/markdown"}), read=read
)
