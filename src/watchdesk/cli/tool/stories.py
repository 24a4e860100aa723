"""`watchdesk tool stories`: which articles tell one event, and which are copies of one text."""

import gc
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

import click

from watchdesk.cli.tool.lines import BadLine, Row, bad_json, field, problem, put, rows
from watchdesk.stories import FADING, Backlog, Grouper, Piece

# Grouping makes no cycles: looking for some among all that is open is time lost.
_ALLOCATIONS = 200_000
_NO_DATE = datetime(1970, 1, 1, tzinfo=UTC)


HELP = """\
Group articles that tell the same event, and find copies of one text.

\b
in:  {"id", "title", "text", "published" | null, "language" | null, "source"}
out: {"id", "story", "origin"}, after the input ends, in the same order

Give them in order of arrival. Articles with the same `story` tell the same event; articles
with the same `origin` are copies of one text. One without a date counts as published with the
one before."""


class _Desk:
    """A grouper with its counts of terms, kept in memory for one run."""

    def __init__(self) -> None:
        self._terms: Counter[str] = Counter()
        self._grouper = Grouper(counts=self._known, documents=0)
        self._last = _NO_DATE
        self._ids: list[object] = []
        self._stories: list[str] = []
        self._origins: list[int] = []
        self._backlog = Backlog(FADING)

    def _known(self, terms: Sequence[str]) -> Mapping[str, int]:
        del terms
        return self._terms

    def place(self, row: Row) -> int:
        """Place one article and give its number; BadLine where a field is of the wrong type."""
        published = _moment(row.get("published"))
        self._last = published or self._last
        placed = self._grouper.place(
            Piece(
                id=str(len(self._ids)),
                title=str(row.get("title") or ""),
                text=field(row, "text"),
                at=self._last,
                dated=published is not None,
                source=str(row.get("source") or ""),
                language=str(row["language"]) if row.get("language") else None,
            )
        )
        self._terms.update(placed.terms)
        self._ids.append(row.get("id"))
        self._stories.append(placed.story)
        self._origins.append(int(placed.origin))
        self._move(self._backlog.add(placed))
        return len(self._ids) - 1

    def answer(self, number: int) -> Row:
        """Where an article ended up."""
        origin = str(self._ids[self._origins[number]])
        return {"id": self._ids[number], "origin": origin, "story": self._stories[number]}

    def finish(self) -> None:
        """Give what still waits its second look."""
        self._move(self._backlog.rest())

    def _move(self, moved: Mapping[str, str]) -> None:
        for id_, story in moved.items():
            self._stories[int(id_)] = story


def _moment(printed: object) -> datetime | None:
    """The printed moment or day; one without a zone is read as UTC."""
    if printed is None:
        return None
    try:
        moment = datetime.fromisoformat(str(printed))
    except ValueError as error:
        raise BadLine(f"'published' is no ISO 8601 date: {printed!r}") from error
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


@click.command("stories", help=HELP)
def command() -> None:
    """Place every line, then print all answers."""
    gc.set_threshold(_ALLOCATIONS)
    desk = _Desk()
    answers: list[int | Row] = []
    for number, row in rows():
        if row is None:
            answers.append(bad_json(number))
            continue
        try:
            answers.append(desk.place(row))
        except BadLine as error:
            answers.append(problem(row.get("id"), "bad-input", str(error)))
    desk.finish()
    for answer in answers:
        put(desk.answer(answer) if isinstance(answer, int) else answer)
