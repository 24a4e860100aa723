"""The figure ledger: what a story counts, and who gives which number for it.

In: the reports of one story with their statements and figures. Out: `Quantity` values. Precision
comes first: numbers belong together where they count the same noun with the same fate and unit in
one language, and lie within a plausible distance. A number that nobody is named for stands in its
outlet's own voice, which is kept and never a rival. Of one owner the latest number stands; one text
in several outlets is one voice. Nothing is averaged or called right.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time
from math import inf

from watchdesk.model import Article, Bound, Claim, Evidence, Figure, Quantity, Span, Statement
from watchdesk.registers.owners import owner_of, same_owner
from watchdesk.text.cited import cite
from watchdesk.text.dates import find_dates
from watchdesk.text.quantities import Counted, clause, counted, same_thing

LEAST_VALUE = 10
"""Below ten, people count the same few things in different ways ("two shells", "three shells");
of the killed and the held every one counts."""

LEAST_PEOPLE = 2

WIDEST_FACTOR = 4.0
"""Numbers further apart than this rarely count the same thing."""

ABOUT = 0.05
"""How far "about" reaches on either side, as a share of the number."""

MOST_OF_AN_ARTICLE = 200
"""An article with more numbers is a table."""

NEVER_FALL = frozenset({"killed", "injured"})
"""What is counted up over time; the missing, the held and the displaced may become fewer."""

_LONGEST_HEADING = 70
_AS_OF = re.compile(
    r"\b(?:as (?:of|at)|à la date du|en date du)\b|(?<!\w)(?:по состоянию на|[Сс]тан[ом]м? на)\b"
    r"|\bStand\b|դրությամբ"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One article of a story with what was read in it.

    `at` is when it appeared, `outlet` how its source is called, `body` who speaks on the page where
    the source is a body's own. Articles of one `origin` carry one text.
    """

    article: Article
    at: datetime
    outlet: str
    origin: str
    body: str = ""
    statements: tuple[Statement, ...] = ()
    figures: tuple[Figure, ...] = ()


@dataclass(frozen=True, slots=True)
class _Entry:
    claim: Claim
    report: Report
    figure: Figure
    counted: Counted

    @property
    def day(self) -> datetime:
        """What the order of a voice's numbers goes by."""
        return self.claim.as_of or self.claim.at


def ledger(reports: Sequence[Report]) -> tuple[Quantity, ...]:
    """What the reports of one story count, the most told first."""
    entries = sorted((one for each in reports for one in _entries(each)), key=lambda one: one.day)
    found = [_quantity(run) for group in _groups(entries) for run in _runs(_one_voice(group))]
    numbered = _numbered(sorted(found, key=lambda one: -len(one.claims)))
    return tuple(_with_part_warnings(numbered))


def interval(figure: Figure) -> tuple[float, float]:
    """The ends between which a printed number lies; both are included."""
    if figure.low is not None and figure.high is not None:
        return figure.low, figure.high
    match figure.bound:
        case Bound.OVER:
            return figure.value, inf
        case Bound.UNDER:
            return -inf, figure.value
        case Bound.ABOUT:
            around = ABOUT * abs(figure.value)
            return figure.value - around, figure.value + around
        case None:
            return figure.value, figure.value


def _entries(report: Report) -> Iterator[_Entry]:
    article = report.article
    for figure in report.figures[:MOST_OF_AN_ARTICLE]:
        what = counted(figure, article.text)
        if what is None or _is_size(figure):
            continue
        if figure.value < (LEAST_PEOPLE if what.fate else LEAST_VALUE):
            continue
        owner = owner_of(figure, article, report.statements, body=report.body)
        low, high = interval(figure)
        claim = Claim(
            value=figure.value,
            low=low,
            high=high,
            bound=figure.bound,
            says=owner or report.outlet,
            own=not owner,
            as_of=_as_of(figure, report),
            at=report.at,
            evidence=(cite(article, what.shown),),
        )
        yield _Entry(claim, report, figure, what)


def _is_size(figure: Figure) -> bool:
    """Whether a word of size was printed ("hundreds"), which contradicts no number near it."""
    return figure.high is not None and figure.high >= 10 * figure.value > 0


def _as_of(figure: Figure, report: Report) -> datetime | None:
    """The day that the clause names as the number's, else the article's own sure date."""
    published = report.article.published
    own = published.at if published and not published.doubtful else None
    first, last = clause(figure.span, report.article.text)
    named = _AS_OF.search(report.article.text, first, last)
    if named is None:
        return own
    text = report.article.text[named.start() : last]
    days = find_dates(text, language=report.article.language, reference=own or report.at)
    if not days or days[0].end > report.at.date():
        return own
    return datetime.combine(days[0].end, time(), report.at.tzinfo or UTC)


def _groups(entries: Sequence[_Entry]) -> list[list[_Entry]]:
    """Numbers that count one thing, in the order of their days; the newest of each says what."""
    groups: list[list[_Entry]] = []
    for entry in reversed(entries):
        for group in groups:
            if _comparable(group[0], entry):
                group.append(entry)
                break
        else:
            groups.append([entry])
    return [group[::-1] for group in groups]


def _comparable(one: _Entry, other: _Entry) -> bool:
    mine, theirs = one.report.article.language, other.report.article.language
    return mine == theirs and same_thing(one.counted, other.counted)


def _one_voice(group: Sequence[_Entry]) -> list[_Entry]:
    """The same number by the same voice in copies of one text, or in one article, is said once."""
    voices: list[_Entry] = []
    for entry in sorted(group, key=lambda one: one.day):
        for place, voice in enumerate(voices):
            if _is_repeated(voice, entry):
                evidence = (*voice.claim.evidence, *entry.claim.evidence)
                claim = replace(voice.claim, evidence=evidence)
                voices[place] = replace(voice, claim=claim)
                break
        else:
            voices.append(entry)
    return voices


def _is_repeated(voice: _Entry, entry: _Entry) -> bool:
    one, other = voice.claim, entry.claim
    if voice.report.origin != entry.report.origin or not _is_one_number(one, other):
        return False
    return one.own == other.own and (one.own or same_owner(one.says, other.says))


def _is_one_number(one: Claim, other: Claim) -> bool:
    return (one.low, one.high) == (other.low, other.high)


def _runs(group: Sequence[_Entry]) -> list[list[_Entry]]:
    """The group, parted where its numbers lie too far apart to count one thing."""
    rest = sorted(group, key=lambda one: one.claim.value)
    runs: list[list[_Entry]] = []
    while rest:
        starts = [_within(rest[start:]) for start in range(len(rest))]
        best = max(starts, key=lambda run: len({one.claim.says for one in run}))
        runs.append(best)
        taken = {id(one) for one in best}
        rest = [one for one in rest if id(one) not in taken]
    return runs


def _within(sizes: Sequence[_Entry]) -> list[_Entry]:
    most = WIDEST_FACTOR * sizes[0].claim.value
    return [each for each in sizes if each.claim.value <= most]


def _quantity(run: Sequence[_Entry]) -> Quantity:
    newest = max(run, key=lambda one: one.day)
    standing, replaced, warnings = _standing(run)
    nouns = [one.figure.counts for one in sorted(run, key=_recent) if one.figure.counts]
    what = newest.counted
    return Quantity(
        key=f"{what.noun}:{what.fate}:{what.unit or ''}:{newest.report.article.language or ''}",
        noun=what.noun,
        fate=what.fate,
        unit=what.unit,
        language=newest.report.article.language,
        counts=nouns[0] if nouns else what.noun,
        heading=_heading(run, newest),
        claims=tuple(one.claim for one in standing),
        replaced=tuple(one.claim for one in replaced),
        warnings=tuple(warnings),
    )


def _recent(entry: _Entry) -> float:
    return -entry.day.timestamp()


def _standing(run: Sequence[_Entry]) -> tuple[list[_Entry], list[_Entry], list[str]]:
    """The latest number of each voice, those it replaces, and totals that fell."""
    standing: list[_Entry] = []
    replaced: list[_Entry] = []
    warnings: list[str] = []
    for entry in sorted(run, key=lambda one: one.day):
        if _said_again(entry, standing) or _said_again(entry, replaced):
            continue
        before = next((one for one in standing if _replaces(entry, one)), None)
        if before is not None:
            standing.remove(before)
            replaced.append(before)
            if entry.counted.fate in NEVER_FALL and entry.claim.high < before.claim.low:
                warnings.append(_fell(before.claim, entry.claim))
        standing.append(entry)
    return standing, replaced, warnings


def _said_again(entry: _Entry, known: list[_Entry]) -> bool:
    """Whether its owner gave the number before; that claim then has this place too."""
    for at, one in enumerate(known):
        if _is_one_number(one.claim, entry.claim) and _is_one_voice(one, entry):
            evidence = (*one.claim.evidence, *entry.claim.evidence)
            known[at] = replace(one, claim=replace(one.claim, evidence=evidence))
            return True
    return False


def _replaces(entry: _Entry, before: _Entry) -> bool:
    """An owner's next number replaces the last; an outlet's own only that of an earlier day."""
    later = not entry.claim.own or entry.day.date() > before.day.date()
    return later and _is_one_voice(before, entry)


def _is_one_voice(one: _Entry, other: _Entry) -> bool:
    mine, theirs = one.claim, other.claim
    return mine.own == theirs.own and same_owner(mine.says, theirs.says)


def _fell(before: Claim, now: Claim) -> str:
    return f"A count that only grows fell: {before.says} gave {before.printed}, now {now.printed}."


def _heading(run: Sequence[_Entry], newest: _Entry) -> Evidence:
    """The shortest of the sources' own words for what is counted, those with its fate first."""
    headings = [(one, span) for one in run if (span := one.counted.heading)]
    fitting = [pair for pair in headings if pair[1].end - pair[1].start <= _LONGEST_HEADING]
    if not fitting:
        return cite(newest.report.article, newest.figure.counts_span or newest.counted.shown)
    one, span = min(fitting, key=lambda pair: (not _tells(*pair), pair[1].end - pair[1].start))
    return cite(one.report.article, span)


def _tells(entry: _Entry, span: Span) -> bool:
    """Whether a heading says more than the noun, and says the fate where there is one."""
    fate = entry.counted.fate_span
    return span.holds(fate) if fate else " " in span.of(entry.report.article.text)


def _numbered(found: Sequence[Quantity]) -> list[Quantity]:
    """Each quantity with a key of its own: the second of one key is its number 2."""
    seen: dict[str, int] = {}
    named: list[Quantity] = []
    for one in found:
        seen[one.key] = number = seen.get(one.key, 0) + 1
        named.append(one if number == 1 else replace(one, key=f"{one.key}:{number}"))
    return named


def _with_part_warnings(found: Sequence[Quantity]) -> Iterator[Quantity]:
    """Quantities with a warning where one owner's part is larger than the whole of people."""
    for one in found:
        wholes = [
            whole for whole in found
            if one.fate and one.noun != "people"
            and (whole.noun, whole.fate, whole.language) == ("people", one.fate, one.language)
        ]  # fmt: skip
        larger = [
            f"A part is larger than its whole: {part.printed} of {all_.printed} ({part.says})."
            for whole in wholes
            for part in one.claims
            for all_ in whole.claims
            if part.low > all_.high and same_owner(part.says, all_.says)
        ]
        yield replace(one, warnings=(*one.warnings, *larger)) if larger else one
