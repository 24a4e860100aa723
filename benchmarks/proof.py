"""How much the gate catches of errors planted in our own fiction, what it costs for one item.

    python benchmarks/proof.py            # a table by kind and language, then the cost of one item
    python benchmarks/proof.py --missed   # the sentences behind it

The cases are tests/cases/proof/*.toml; tests/proof/test_planted.py holds the floor.
"""

import sys
import time
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from tests.builders import a_capture, a_headline, a_line, an_article  # noqa: E402

from watchdesk.model import Article, Brief, Finding, Item, Level, Line, Span  # noqa: E402
from watchdesk.proof import (  # noqa: E402
    Cited,
    Held,
    Known,
    Resolved,
    check_document,
    check_item,
    check_sentence,
    read_markdown,
)
from watchdesk.text.cited import cite  # noqa: E402
from watchdesk.text.spans import paragraphs  # noqa: E402


@dataclass(frozen=True)
class Draft:
    """One sentence of the suite with the article that it cites; `planted` says that it errs."""

    language: str
    planted: bool
    kind: str
    text: str
    article: Article
    span: Span
    published: datetime
    origins: int | None

    def findings(self) -> list[Finding]:
        """What the gate says of it; one with a link is read as a Markdown file."""
        if "](" in self.text:
            return self._as_file()
        cited = Cited(
            text=self.article.text,
            span=self.span,
            published=self.published,
            language=self.language,
        )
        return list(check_sentence(self.text, (cited,), known=Known(origins=self.origins)))

    def _as_file(self) -> list[Finding]:
        url = self.article.url
        passage = self.span.of(self.article.text).split(". ", maxsplit=1)[0]
        document = read_markdown(f"{self.text}[^1]\n\n[^1]: {url} “{passage}”\n")
        page = a_capture(url, body=self.article.text.encode())
        held = Resolved(articles={url: self.article}, captures={url: page})
        return [one.finding for one in check_document(document, held)]


def drafts() -> Iterator[Draft]:
    """All sentences of the suite."""
    for file in sorted((ROOT / "tests/cases/proof").glob("*.toml")):
        suite = tomllib.loads(file.read_text("utf-8"))
        for table in suite["article"]:
            yield from _drafts(suite["language"], table)


def _drafts(language: str, table: dict[str, object]) -> Iterator[Draft]:
    text, published = str(table["text"]).strip(), table["published"]
    assert isinstance(published, datetime)
    article = an_article(
        text,
        title=str(table["title"]),
        url=str(table["url"]),
        language=language,
        published=published,
    )
    places = [Span(start, end) for start, end in paragraphs(text)]
    for name in ("planted", "true"):
        rows = table[name]
        assert isinstance(rows, list)
        for kind, paragraph, draft, *origins in rows:
            yield Draft(
                language=language,
                planted=name == "planted",
                kind=kind,
                text=draft,
                article=article,
                span=places[paragraph],
                published=published,
                origins=origins[0] if origins else None,
            )


def verdict(found: list[Finding]) -> str:
    """block, warn or pass."""
    levels = {one.level for one in found}
    return "block" if Level.BLOCK in levels else "warn" if levels else "pass"


def table(*, missed: bool) -> None:
    """Print the shares of each kind and language, and with `missed` what was missed."""
    count: Counter[tuple[bool, str, str, str]] = Counter()
    for draft in drafts():
        said = verdict(draft.findings())
        for kind in (draft.kind, "**all**"):
            for language in (draft.language, "all"):
                count[draft.planted, kind, language, said] += 1
        if missed and (said != "block") is draft.planted:
            told = "; ".join(f"{one.rule} {one.message}" for one in draft.findings())
            print(f"[{draft.kind}, {draft.language}, {said}] {draft.text}\n    {told}")
    for planted in (True, False):
        name = "planted" if planted else "true"
        print(f"\n| {name} | language | n | blocked % | warned % |\n|---|---|---:|---:|---:|")
        keys = sorted({key[1:3] for key in count if key[0] is planted})
        for kind, language in keys:
            parts = {said: count[planted, kind, language, said] for said in VERDICTS}
            n = sum(parts.values())
            blocked, warned = (100 * parts[said] / n for said in ("block", "warn"))
            print(f"| {kind} | {language} | {n} | {blocked:.1f} | {warned:.1f} |")


VERDICTS = ("block", "warn", "pass")


def cost(archive: int) -> float:
    """Seconds for one changed item of an issue, with so many articles held."""
    texts = [f"Report {number}. The council of Velmor met. " * 30 for number in range(archive)]
    articles = [an_article(text, url=f"https://x.example/{n}") for n, text in enumerate(texts)]
    here = an_article("The council of Velmor voted on Tuesday. Mara Ilves said nothing.")
    held = Held(
        articles={one.id: one for one in (*articles, here)},
        captures={one.capture_id: a_capture() for one in (*articles, here)},
    )
    evidence = cite(here, Span(0, len(here.text)))
    best = 9.0
    for number in range(200):
        line = Line(text=f"Mara Ilves said nothing {number}.", evidence=(evidence,), by="Ada")
        item = Item(
            id="item",
            headline=a_headline(here),
            detail=Brief(outlet="Tidings"),
            lines=(line, a_line(here, "Mara Ilves said nothing.")),
        )
        begun = time.perf_counter()
        check_item(item, held)
        best = min(best, time.perf_counter() - begun)
    return best


def main() -> None:
    """Print all tables."""
    table(missed="--missed" in sys.argv[1:])
    print("\n| articles held | one item, against that of 10 |\n|---:|---:|")
    cost(10)
    few = cost(10)
    for archive in (10, 100, 1000, 5000):
        print(f"| {archive} | {cost(archive) / few:.2f} |")


if __name__ == "__main__":
    main()
