"""The demo's witness: an interview that is sealed, redacted, and quoted by leave and a second yes.

In: an open desk and its folder of papers. Out: a page there that holds the redacted text alone, to
be gathered like any other paper. The whole text stays sealed; nobody in it exists.
"""

from html import escape
from importlib import resources
from pathlib import Path

from watchdesk.model import Scope, Span
from watchdesk.pipeline import testimonies
from watchdesk.pipeline.desk import Desk

PAGE = "2026-11-18-words-of-a-witness.html"
TITLE = "A former detainee tells of nineteen days in the remand house"
KEPT = ("I was held", "There was one stove", "When I asked for a lawyer")
"""How the sentences begin that may be read outside: none names or places anybody."""

_FORM = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>{title}</title>
<meta name="author" content="Karvenian Houses Abroad">
<meta name="date" content="2026-11-18">
</head>
<body>
<p><small>Example: Karvenia is an invented country. Nobody on this page exists.</small></p>
<article>
<h1>{title}</h1>
<p>18 November 2026</p>
{paragraphs}
</article>
</body>
</html>
"""


def give_out(desk: Desk, papers: Path, *, by: str, second: str) -> None:
    """Seal the interview, redact it, and write what two people let pass as a page."""
    file = resources.files("watchdesk.demo") / "material" / "testimony.txt"
    whole = file.read_text(encoding="utf-8").strip()
    told = testimonies.Interview(
        text=whole.encode(),
        held_from=desk.clock().date(),
        by=by,
        language="en",
        scopes=(Scope.KEEP, Scope.QUOTE),
    )
    entry = testimonies.add(desk, told)
    testimonies.redact(desk, entry, [_sentence(whole, words) for words in KEPT], by=by)
    text = testimonies.publish(desk, entry, where=(papers / PAGE).resolve().as_uri(), by=second)
    (papers / PAGE).write_text(_page(text), encoding="utf-8")


def _sentence(whole: str, words: str) -> Span:
    start = whole.index(words)
    return Span(start, whole.index(".", start) + 1)


def _page(text: str) -> str:
    lines = [line for line in text.splitlines() if line.strip()]
    paragraphs = "\n".join(f"<p>{escape(line)}</p>" for line in lines)
    return _FORM.format(title=TITLE, paragraphs=paragraphs)
