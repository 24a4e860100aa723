"""PDF files to articles: paragraphs in reading order, each page's place known.

In: a capture whose bytes are a PDF; for scripts written from right to left, the text that another
program made of it. Out: an article of type "document", or a problem for a damaged, locked, empty
or oversized file. Pictures of text are not read. Time and memory are bounded by the process.
"""

import re
from collections.abc import Iterator

import pypdfium2

from watchdesk.extract.columns import Line, lines_of
from watchdesk.extract.dates import parsed
from watchdesk.extract.joining import Sheet, paragraphs_of, without_furniture
from watchdesk.extract.page import one_line
from watchdesk.extract.paragraphs import clean
from watchdesk.extract.reader import Reader, Task, article_id, refuse
from watchdesk.extract.tongue import language_of
from watchdesk.model import Article, Byline, Code, Dated, Precision, Problem

NAME = "pdf"
VERSION = 1
_MOST_BYTES = 60_000_000
_MOST_PAGES = 500
_MOST_CHARACTERS = 5_000_000
_LEAST = 20
_NO_TITLE = re.compile(
    r"^(?:untitled|document\d*|microsoft word|powerpoint|slide \d|print|scan"
    r"|.*\.(?:docx?|pdf|indd|odt|rtf|qxd))",
    re.IGNORECASE,
)
_DATE = re.compile(r"^(?:D:)?(\d{4})(\d{2})?(\d{2})?(\d{2})?(\d{2})?")
_RIGHT_TO_LEFT = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")


def read(task: Task) -> Article | Problem:
    """Read a PDF file."""
    capture = task.capture
    if len(task.body) > _MOST_BYTES:
        return refuse(capture, Code.TOO_LARGE, "The PDF file is larger than 60 MB.")
    try:
        document = pypdfium2.PdfDocument(task.body)
    except pypdfium2.PdfiumError:
        return refuse(capture, Code.UNREADABLE, "The PDF file is damaged or locked.")
    try:
        return _read(task, document)
    except pypdfium2.PdfiumError:
        return refuse(capture, Code.UNREADABLE, "A page of the PDF file is damaged.")
    finally:
        document.close()


def _read(task: Task, document: pypdfium2.PdfDocument) -> Article | Problem:
    if len(document) > _MOST_PAGES:
        return refuse(task.capture, Code.TOO_LARGE, f"The PDF file has {len(document)} pages.")
    sheets = list(_sheets(document))
    meant = _second(task, sheets)
    paragraphs = meant or list(paragraphs_of(without_furniture(sheets)))
    text, pages = _laid_out(paragraphs)
    if len(text) < _LEAST:
        return refuse(
            task.capture, Code.NO_TEXT, "The PDF file holds pictures of text, or none at all."
        )
    said = {key: one_line(clean(value)) for key, value in document.get_metadata_dict().items()}
    return _article(task, said, _Layout(text, pages, sheets, from_second=bool(meant)))


class _Layout:
    """The text of the file as laid out, and the sheets it came from."""

    __slots__ = ("from_second", "pages", "sheets", "text")

    def __init__(
        self,
        text: str,
        pages: tuple[tuple[int, int], ...],
        sheets: list[Sheet],
        *,
        from_second: bool,
    ) -> None:
        self.text = text
        self.pages = pages
        self.sheets = sheets
        self.from_second = from_second


def _sheets(document: pypdfium2.PdfDocument) -> Iterator[Sheet]:
    taken = 0
    for number, page in enumerate(document, 1):
        words = page.get_textpage()
        lines = lines_of(words)
        words.close()
        page.close()
        taken += sum(len(line.text) for line in lines)
        yield Sheet(number, tuple(lines))
        if taken > _MOST_CHARACTERS:
            return


def _second(task: Task, sheets: list[Sheet]) -> list[tuple[int, str]]:
    """The other program's paragraphs, where the script runs from right to left."""
    if not task.second_opinion:
        return []
    sample = "".join(line.text for sheet in sheets[:3] for line in sheet.lines)
    if len(_RIGHT_TO_LEFT.findall(sample)) * 3 < len(sample.replace(" ", "")):
        return []
    return [
        (number, one_line(paragraph, 20_000))
        for number, page in enumerate(task.second_opinion.split("\f"), 1)
        for paragraph in re.split(r"\n\s*\n", clean(page))
        if paragraph.strip()
    ]


def _laid_out(paragraphs: list[tuple[int, str]]) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The text, and at which character each page begins."""
    starts: dict[int, int] = {}
    at = 0
    for page, paragraph in paragraphs:
        starts.setdefault(page, at)
        at += len(paragraph) + 2
    text = "\n\n".join(paragraph for _, paragraph in paragraphs)
    return text, tuple((start, page) for page, start in starts.items())


def _article(task: Task, said: dict[str, str], made: _Layout) -> Article:
    capture = task.capture
    title, title_origin = _title(task, said, made.sheets)
    published = _date(said.get("CreationDate", ""))
    author = said.get("Author", "")
    origins = (
        ("text", "second opinion" if made.from_second else "pdfium"),
        ("title", title_origin),
        ("authors", "metadata" if author else ""),
        ("published", "metadata" if published else ""),
    )
    return Article(
        id=article_id(capture, reader=NAME, version=VERSION, text=made.text),
        capture_id=capture.id,
        source_id=capture.source_id,
        url=capture.url,
        title=title,
        byline=Byline((author,) if author else ()),
        published=published or (Dated(task.hints.published) if task.hints.published else None),
        language=language_of(made.text, said.get("Lang", ""), task.hints.language),
        text=made.text,
        reader=NAME,
        version=VERSION,
        page_type="document",
        categories=task.hints.categories,
        pages=made.pages,
        origins=tuple((field, origin) for field, origin in origins if origin),
    )


def _title(task: Task, said: dict[str, str], sheets: list[Sheet]) -> tuple[str, str]:
    named = said.get("Title", "")
    if len(named) > 4 and not _NO_TITLE.match(named):
        return named, "metadata"
    if task.hints.title:
        return task.hints.title, "list"
    return _largest(list(sheets[0].lines[:20]) if sheets else []), "largest line"


def _largest(lines: list[Line]) -> str:
    """The first lines of the greatest height, joined."""
    tall = max((line.height for line in lines), default=0.0)
    kept: list[str] = []
    for line in lines:
        if line.height >= tall * 0.95:
            kept.append(line.text)
        elif kept:
            break
    return one_line(" ".join(kept), 300)


def _date(printed: str) -> Dated | None:
    match = _DATE.match(printed)
    if match is None:
        return None
    year, month, day, hour, minute = (part or "" for part in match.groups())
    found = parsed("-".join(filter(None, (year, month or "01", day))))
    if found and day and hour and minute and (hour, minute) != ("00", "00"):
        zone = printed[16:].replace("'", "") if len(printed) > 16 else ""
        moment = parsed(f"{year}-{month}-{day}T{hour}:{minute}:00{zone}")
        return moment or found
    return found if month else Dated(found.at, Precision.YEAR) if found else None


READER = Reader(name=NAME, version=VERSION, media_types=frozenset({"application/pdf"}), read=read)
