"""The gate: every line, quotation, figure, link and picture of an issue, or of one item.

In: an issue or an item, what the archive holds of what it cites, and what the desk knows of it.
Out: a report. It reads values only; what it cannot prove, it says. The work for one item depends
on nothing but that item and its sources.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from watchdesk.model import (
    Checked,
    Finding,
    Issue,
    Item,
    Level,
    Line,
    Rival,
    RivalFigures,
    Told,
)
from watchdesk.proof.asked import in_order, rules_of_line, rules_of_quotation, things_of
from watchdesk.proof.citations import articles_of, blocked, check_evidence, cited
from watchdesk.proof.conflicts import check_conflicts
from watchdesk.proof.held import NOTHING_MORE, Held, Known
from watchdesk.proof.links import check_link, check_photo
from watchdesk.proof.origins import told
from watchdesk.proof.outcomes import check_outcomes
from watchdesk.proof.report import Report
from watchdesk.proof.sentence import check_sentence
from watchdesk.proof.speakers import check_quoted, names_stand
from watchdesk.text.figures import find_figures
from watchdesk.text.fold import fold

_KINDS = ("lines", "quotations", "figures", "names", "dates", "links", "pictures")
# Which rules' findings say that something of a kind is not proven.
_RULES = {"quotations": "V2", "figures": "V4", "names": "V6", "dates": "V5"}


class _Tally:
    """Findings, what was checked by which rules, and how many things of each kind are proven."""

    def __init__(self) -> None:
        self.findings: list[Finding] = []
        self.checked: list[Checked] = []
        self.every: Counter[str] = Counter()
        self.proven: Counter[str] = Counter()

    def add(self, piece: Checked, found: Iterable[Finding], things: Counter[str]) -> None:
        """Take in the findings of one piece of an item that holds `things`."""
        findings = [replace(one, item_id=piece.item_id) for one in dict.fromkeys(found)]
        self.findings += findings
        stops = Counter(one.rule for one in findings if one.level is Level.BLOCK)
        looks = {one.rule for one in findings} - stops.keys()
        asked = in_order({*piece.rules, *stops, *looks})
        self.checked.append(
            replace(piece, rules=asked, stopped=in_order({*stops}), looked=in_order(looks))
        )
        for kind, count in things.items():
            self.every[kind] += count
            bad = count if stops["V0"] else _bad(kind, stops)
            self.proven[kind] += max(0, count - bad)

    def report(self) -> Report:
        """All of it as a report."""
        counts = {kind: (self.proven[kind], self.every[kind]) for kind in _KINDS}
        return Report(findings=tuple(self.findings), checked=tuple(self.checked), **counts)


def _bad(kind: str, stops: Counter[str]) -> int:
    rule = _RULES.get(kind)
    return stops[rule] if rule else sum(stops.values())


def check_issue(issue: Issue, held: Held, known: Mapping[str, Known] | None = None) -> Report:
    """V0 to V16 for each item; `known` is by the item's id."""
    tally = _Tally()
    for item in issue.items:
        _item(item, held, (known or {}).get(item.id, NOTHING_MORE), tally)
    return tally.report()


def check_item(item: Item, held: Held, known: Known = NOTHING_MORE) -> Report:
    """The same for one item, as an editor types; `held` need not hold more than it cites."""
    tally = _Tally()
    _item(item, held, known, tally)
    return tally.report()


def _item(item: Item, held: Held, known: Known, tally: _Tally) -> None:
    for kind, line in (("headline", item.headline), *(("line", one) for one in item.lines)):
        things = things_of(line.text, line.language)
        rules = rules_of_line(line, things, known)
        piece = Checked(item_id=item.id, kind=kind, words=line.text, rules=rules)
        tally.add(piece, _line(line, held, known), things)
    for quoted in item.quotes:
        rules = rules_of_quotation(quoted)
        piece = Checked(item_id=item.id, kind="quotation", words=quoted.text, rules=rules)
        things = Counter(quotations=1, names=1 if quoted.speaker else 0)
        tally.add(piece, check_quoted(quoted, held), things)
    _detail(item, held, known, tally)
    if known.conflicts:
        words = item.headline.text
        piece = Checked(item_id=item.id, kind="count", words=words, rules=("V11",))
        tally.add(piece, check_conflicts(item, known), Counter())
    if known.standings:
        words = item.headline.text
        piece = Checked(item_id=item.id, kind="record", words=words, rules=("V16",))
        tally.add(piece, check_outcomes(item, known), Counter())
    for link in item.links:
        piece = Checked(item_id=item.id, kind="link", words=link.words or link.url, rules=("V15",))
        tally.add(piece, check_link(link, held), Counter(links=1))
    if item.photo:
        words = item.photo.caption
        piece = Checked(item_id=item.id, kind="picture", words=words, rules=("V0", "V2"))
        tally.add(piece, check_photo(item.photo, held), Counter(pictures=1))


def _detail(item: Item, held: Held, known: Known, tally: _Tally) -> None:
    """What stands in the item's own figures: rival numbers, the number of sources."""
    detail = item.detail
    if isinstance(detail, RivalFigures):
        for rival in detail.rivals:
            piece = Checked(
                item_id=item.id, kind="figure", words=rival.printed, rules=("V0", "V4", "V6")
            )
            tally.add(piece, _rival(rival, detail, held), Counter(figures=1))
    if isinstance(detail, Told) and known.origins is not None:
        piece = Checked(item_id=item.id, kind="count", words=str(detail.origins), rules=("V12",))
        tally.add(piece, _counted(item, detail, known.origins), Counter())


def _line(line: Line, held: Held, known: Known) -> Iterator[Finding]:
    """V0, then the sentence's own rules."""
    yield from check_evidence(line.text, line.evidence, held)
    passages = cited(line.evidence, held, whole=bool(line.by))
    if passages:
        yield from check_sentence(
            line.text, passages, language=line.language, copied=not line.by, known=known
        )


def _counted(item: Item, detail: Told, there: int) -> Iterator[Finding]:
    """V12 for the item's own line on how many independent sources tell it."""
    if detail.origins > there:
        message = f"The item counts {detail.origins} independent sources; {told(there)}."
        yield blocked(item.headline.text, message, rule="V12")


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
