"""`watchdesk tool sections`: articles placed into sections after some examples of each."""

import click

from watchdesk.cli.tool.lines import BadLine, Row, bad_json, field, problem, put, rows
from watchdesk.stories.sections import MARGIN, Example, SectionModel

HELP = """\
Place articles into sections, learning from those that carry theirs.

\b
in:  {"id", "title", "text", "section": "Courts" | null}
out: {"id", "section": "Courts" | null, "why": ["word", ..]}, after the input ends

Lines with a section are the examples, and keep it. `section` is null where two are too close:
the best must lead the next by `--margin`, on a scale from about -1 to 1; 0.2 is what a desk asks.
"""


@click.command("sections", help=HELP)
@click.option("--margin", default=MARGIN, show_default=True, help="How sure a place must be.")
def command(margin: float) -> None:
    """Read every line, learn, then answer."""
    asked = [_read(number, row) for number, row in rows()]
    told = [one for one in asked if "problem" not in one]
    model = SectionModel.fit(
        (Example(one["title"], one["text"], one["section"]) for one in told if one["section"]),
        ((one["title"], one["text"]) for one in told if not one["section"]),
    )
    for one in asked:
        put(one if "problem" in one else _answer(model, one, margin))


def _read(number: int, row: Row | None) -> Row:
    """The line's fields, or the problem that answers it."""
    if row is None:
        return bad_json(number)
    try:
        section = field(row, "section") if row.get("section") is not None else None
        text, title = field(row, "text"), str(row.get("title") or "")
    except BadLine as error:
        return problem(row.get("id"), "bad-input", str(error))
    return {"id": row.get("id"), "title": title, "text": text, "section": section}


def _answer(model: SectionModel, one: Row, margin: float) -> Row:
    if one["section"]:
        return {"id": one["id"], "section": one["section"], "why": []}
    section, why = model.place(one["title"], one["text"], margin=margin)
    return {"id": one["id"], "section": section, "why": list(why)}
