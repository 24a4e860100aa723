"""One measure's page on any official site, by the selectors that an editor gave.

In: a page, and a table of selectors. Out: lines as `text/records` writes them, or a problem that
names what does not fit. A step's day is the first that its words name; what lies ahead of the
capture has not happened and is left out. The page's own address is the measure's lasting id.
"""

from collections.abc import Iterator
from datetime import date

from selectolax.lexbor import LexborHTMLParser

from watchdesk.extract.charset import decode
from watchdesk.extract.guard import Manner, manner_of
from watchdesk.extract.reader import Task, refuse
from watchdesk.extract.records.system import Said
from watchdesk.model import Code, Precision, Problem
from watchdesk.text.dates import find_dates
from watchdesk.text.identifiers import find_identifiers
from watchdesk.text.records import UNTOLD, field_line, step_line

NAMES = ("number", "title", "body", "sponsor", "stage", "text")
MOST_ROWS = 1000


def read_page(task: Task) -> Said | Problem:
    """What the page says at the selectors."""
    decoded = decode(task.body, task.capture.charset)
    if manner_of(decoded.text) is Manner.NOT:
        return refuse(
            task.capture, Code.TOO_LARGE, "The page is too large or too deeply nested to be read."
        )
    page = _Page(task, LexborHTMLParser(decoded.text))
    try:
        lines = tuple(filter(None, page.lines()))
    except ValueError as error:
        return refuse(task.capture, Code.BAD_INPUT, str(error))
    title = page.words.get("title") or page.words.get("number")
    if not title:
        where = " or ".join(f"'{name}'" for name in ("title", "number"))
        return refuse(task.capture, Code.NO_TEXT, f"Nothing stands where {where} is looked for.")
    return Said(title, lines)


class _Page:
    def __init__(self, task: Task, tree: LexborHTMLParser) -> None:
        self._task = task
        self._tree = tree
        self.words: dict[str, str] = {}

    def lines(self) -> Iterator[str]:
        table = dict(self._task.hints.fields)
        self.words = {name: next(self._at(css), "") for name, css in table.items()}
        for name in NAMES:
            yield field_line(name.capitalize(), self.words.get(name, ""))
        for mention in find_identifiers(self.words.get("number", ""))[:1]:
            yield field_line("Key", mention.key or "")
        yield field_line("Record", self._task.capture.asked)
        for kind in table.keys() - set(NAMES):
            yield step_line(kind, self._day(self.words[kind]), self.words[kind])
        for words in self._at(self._task.hints.steps):
            yield step_line(UNTOLD, self._day(words), words)

    def _at(self, css: str) -> Iterator[str]:
        if not css:
            return
        try:
            nodes = self._tree.css(css)
        except Exception as error:  # the library has an own class for each version
            raise ValueError(f"The selector '{css}' cannot be read.") from error
        for node in nodes[:MOST_ROWS]:
            yield " ".join(node.text(separator=" ").replace("\0", " ").split())

    def _day(self, words: str) -> date | None:
        hints, fetched = self._task.hints, self._task.capture.fetched_at
        told = find_dates(words, language=hints.language, reference=fetched)
        days = (one.start for one in told if one.precision is Precision.DAY)
        first = next(days, None)
        return first if first is not None and first <= fetched.date() else None
