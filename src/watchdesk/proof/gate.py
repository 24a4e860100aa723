"""The gate: every line, quotation, figure, link and picture of an issue.

In: an issue and what the archive holds of what it cites. Out: a report. It reads values only; what
it cannot prove, it says.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from watchdesk.model import Finding, Issue, Item, Level, Line, Quoted, Rival, RivalFigures
from watchdesk.proof.citations import articles_of, blocked, check_evidence, cited
from watchdesk.proof.held import Held
from watchdesk.proof.links import check_link, check_photo
from watchdesk.proof.quotations import marked
from watchdesk.proof.reading import Reading, figures_of, names_of, read
from watchdesk.proof.report import Report
from watchdesk.proof.sentence import check_sentence
from watchdesk.proof.speakers import check_quoted, names_stand
from watchdesk.text.dates import find_dates
from watchdesk.text.figures import find_figures
from watchdesk.text.fold import fold

_KINDS = ("lines", "quotations", "figures", "names", "dates", "links", "pictures")
# Which rules' findings say that something of a kind is not proven.
_RULES = {"quotations": "V2", "figures": "V4", "names": "V6", "dates": "V5"}


class _Tally:
    """Findings, and how many things of each kind were looked at and are proven."""

    def __init__(self) -> None:
        self.findings: list[Finding] = []
        self.every: Counter[str] = Counter()
        self.proven: Counter[str] = Counter()

    def add(self, item_id: str, found: Iterator[Finding], things: Counter[str]) -> None:
        """Take in the findings of one part of an item that holds `things`."""
        findings = [replace(one, item_id=item_id) for one in dict.fromkeys(found)]
        self.findings += findings
        stops = Counter(one.rule for one in findings if one.level is Level.BLOCK)
        for kind, count in things.items():
            self.every[kind] += count
            bad = count if stops["V0"] else _bad(kind, stops)
            self.proven[kind] += max(0, count - bad)

    def report(self) -> Report:
        """All of it as a report."""
        counts = {kind: (self.proven[kind], self.every[kind]) for kind in _KINDS}
        return Report(findings=tuple(self.findings), **counts)


def _bad(kind: str, stops: Counter[str]) -> int:
    rule = _RULES.get(kind)
    return stops[rule] if rule else sum(stops.values())


def check_issue(issue: Issue, held: Held) -> Report:
    """V0 to V9, V13 to V15 for each item of the issue."""
    tally = _Tally()
    for item in issue.items:
        _item(item, held, tally)
    return tally.report()


def _item(item: Item, held: Held, tally: _Tally) -> None:
    for line in (item.headline, *item.lines):
        tally.add(item.id, _line(line, held), _things(line.text, line.language))
    for quoted in item.quotes:
        things = Counter(quotations=1, names=1 if quoted.speaker else 0)
        tally.add(item.id, _stopping(quoted, held), things)
    if isinstance(item.detail, RivalFigures):
        for rival in item.detail.rivals:
            tally.add(item.id, _rival(rival, item.detail, held), Counter(figures=1))
    for link in item.links:
        tally.add(item.id, check_link(link, held), Counter(links=1))
    if item.photo:
        tally.add(item.id, check_photo(item.photo, held), Counter(pictures=1))


def _line(line: Line, held: Held) -> Iterator[Finding]:
    """V0, then the sentence's own rules."""
    yield from check_evidence(line.text, line.evidence, held)
    passages = cited(line.evidence, held, whole=bool(line.by))
    if passages:
        yield from check_sentence(line.text, passages, language=line.language, copied=not line.by)


def _stopping(quoted: Quoted, held: Held) -> Iterator[Finding]:
    return check_quoted(quoted, held)


def _things(text: str, language: str | None) -> Counter[str]:
    """How many quotations, figures, names and dates a line holds."""
    reading = read(text, language)
    return Counter(
        lines=1,
        quotations=len(marked(text)),
        figures=len(figures_of(reading)),
        names=len(_runs(reading)),
        dates=len(find_dates(text, language=language)),
    )


def _runs(reading: Reading) -> set[int]:
    return {word.run for word in names_of(reading)}


def _rival(rival: Rival, detail: RivalFigures, held: Held) -> Iterator[Finding]:
    """V4 and V6 for one of several numbers: the value as printed, and who says so."""
    yield from check_evidence(rival.printed, rival.evidence, held)
    passages = cited(rival.evidence, held, whole=False)
    if not passages:
        return
    printed = fold(rival.printed).text.strip()
    quotes = [fold(one.quote).text for one in rival.evidence]
    values = {
        figure.value
        for passage in passages
        for figure in find_figures(passage.text, passage.language)
        if passage.span is None or passage.span.holds(figure.span)
    }
    if not any(printed in quote for quote in quotes) or rival.value not in values:
        yield blocked(
            rival.printed,
            f"The figure {rival.printed} {detail.counts} does not stand in the cited place.",
            rule="V4",
            nearest=rival.evidence[0].quote,
        )
    yield from _owner(rival, held)


def _owner(rival: Rival, held: Held) -> Iterator[Finding]:
    """Whoever is said to give the number is named in the same article."""
    articles = articles_of(rival.evidence, held)
    parts = [part.strip() for part in rival.says.split(",") if part.strip()]
    if parts and not any(
        names_stand(part, article) or fold(article.text).find(part)
        for part in parts
        for article in articles
    ):
        yield blocked(
            rival.says, f"“{rival.says}” is not named in the article of this figure.", rule="V6"
        )
