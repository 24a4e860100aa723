"""`watchdesk tool stories`: which articles tell one event, and which are copies of one text."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

import click

from watchdesk.cli.tool.lines import BadLine, Row, bad_json, field, problem, put, rows
from watchdesk.stories import FADING, Backlog, Grouper, Piece

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
        self._backlog = Backlog(FADING)

    def _known(self, terms: Sequence[str]) -> Mapping[str, int]:
        del terms
        return self._terms

    def answer(self, row: Row) -> Row:
        """Place one article; BadLine where a field is missing or of the wrong type."""
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
        self._move(self._backlog.add(placed))
        return {"number": len(self._ids) - 1, "origin": str(self._ids[int(placed.origin)])}

    def finished(self, answer: Row) -> Row:
        """An answer with the story that its article ended up in."""
        number = answer.pop("number", None)
        return answer if number is None else {**answer, "story": self._stories[number]}

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
    desk = _Desk()
    answers: list[Row] = []
    for number, row in rows():
        if row is None:
            answers.append(bad_json(number))
            continue
        try:
            answers.append({"id": row.get("id"), **desk.answer(row)})
        except BadLine as error:
            answers.append(problem(row.get("id"), "bad-input", str(error)))
    desk.finish()
    for answer in answers:
        put(desk.finished(answer))
