"""Official records to articles: one line a field, one for each dated step.

In: a capture of what an official interface says of one measure. Out: an article whose lines
`text/records` reads back, or a problem. Which system speaks, its answer's own shape tells; each has
a file here and an entry in `SYSTEMS`. Nothing is concluded: a step without a day is left out.
"""

from datetime import UTC, date, datetime, time

from watchdesk.extract.reader import Reader, Task, article_id, refuse
from watchdesk.extract.records import congress, edm, europarl, openstates, site, ukbills
from watchdesk.extract.records.system import Said, System
from watchdesk.model import Article, Code, Dated, Precision, Problem
from watchdesk.text.objects import read_object
from watchdesk.text.records import RECORD, as_text, field_line, steps_in

NAME = "record"
VERSION = 1

SYSTEMS: tuple[System, ...] = (
    congress.SYSTEM,
    edm.SYSTEM,
    ukbills.SYSTEM,
    europarl.SYSTEM,
    openstates.SYSTEM,
)

_MOST_BYTES = 10_000_000


def read(task: Task) -> Article | Problem:
    """Read what an interface says of a measure."""
    capture = task.capture
    if task.hints.fields:
        page = site.read_page(task)
        return (
            page
            if isinstance(page, Problem)
            else _article(task, task.hints.title_of_site or "site", page)
        )
    if len(task.body) > _MOST_BYTES:
        return refuse(capture, Code.TOO_LARGE, "The record is larger than 10 MB.")
    answer = read_object(task.body)
    system = next((one for one in SYSTEMS if one.speaks(answer, capture.url)), None)
    if system is None:
        return refuse(
            capture, Code.MEDIA_TYPE, "The file is of a kind that is not read; its bytes are kept."
        )
    said = system.read(answer, capture.url)
    if said is None:
        return refuse(capture, Code.NO_TEXT, f"{system.title} tells of no measure there.")
    return _article(task, system.title, said)


def _article(task: Task, system: str, said: Said) -> Article:
    capture = task.capture
    today = capture.fetched_at.date()
    lines = (_so_far(line, today) for line in said.lines)
    text = as_text((f"System: {system}", *lines))
    days = [step.day for step in steps_in(text)]
    last = datetime.combine(max(days), time(), UTC) if days else None
    return Article(
        id=article_id(capture, reader=NAME, version=VERSION, text=text),
        capture_id=capture.id,
        source_id=capture.source_id,
        url=capture.url,
        title=said.title,
        published=Dated(last, Precision.DAY) if last else None,
        language=task.hints.language or "en",
        text=text,
        reader=NAME,
        version=VERSION,
        page_type=RECORD,
        origins=(("text", system), ("title", system)),
    )


def _so_far(line: str, today: date) -> str:
    """The line; a step that lies ahead is only planned, and told as such."""
    ahead = next((step for step in steps_in(line) if step.day > today), None)
    return field_line("Planned", f"{ahead.words}, {ahead.day}") if ahead else line


READER = Reader(
    name=NAME,
    version=VERSION,
    media_types=frozenset({"application/json", "application/ld+json"}),
    read=read,
)
