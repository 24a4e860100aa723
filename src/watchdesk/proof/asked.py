"""Which rules a piece of an item is asked, and what of it the report counts.

In: a line or quotation. Out: the rules' names in their order, and how many quotations, figures,
names and dates it holds. It decides nothing about them.
"""

from collections import Counter
from collections.abc import Iterator

from watchdesk.model import Line, Quoted
from watchdesk.proof.dates import SOME_DAY
from watchdesk.proof.held import Known
from watchdesk.proof.origins import source_counts
from watchdesk.proof.quotations import marked
from watchdesk.proof.reading import Reading, dates_of, figures_of, names_of, read
from watchdesk.proof.terms import find_terms

_OF_THINGS = {"V2": "quotations", "V4": "figures", "V5": "dates", "V6": "names"}


def things_of(text: str, language: str | None) -> Counter[str]:
    """How many quotations, figures, names and dates a line holds."""
    reading = read(text, language)
    return Counter(
        lines=1,
        quotations=len(marked(text)),
        figures=len(figures_of(reading)),
        names=len({word.run for word in names_of(reading)}),
        dates=len(dates_of(reading, SOME_DAY)),
    )


def rules_of_line(line: Line, things: Counter[str], known: Known) -> tuple[str, ...]:
    """V0 and what the line's words call for; a copied line is its source, word for word."""
    reading = read(line.text, line.language)
    found = {"V0", *(rule for rule, what in _OF_THINGS.items() if things[what])}
    found |= {"V8", "V9", "V13"} if line.by else {"V2"}
    found |= set(_of_words(reading, known))
    return in_order(found)


def _of_words(reading: Reading, known: Known) -> Iterator[str]:
    if any(find_terms(reading, known.terms)):
        yield "V10"
    if source_counts(reading):
        yield "V12"


def rules_of_quotation(quoted: Quoted) -> tuple[str, ...]:
    """V0, V2, V3, and V6, V7, V14 where it has a speaker, a role, or is a translation by hand."""
    found = {"V0", "V2", "V3"}
    if quoted.speaker:
        found |= {"V6"}
    if quoted.role:
        found |= {"V7"}
    if quoted.by:
        found |= {"V14"}
    return in_order(found)


def in_order(rules: set[str]) -> tuple[str, ...]:
    """Rules by their number."""
    return tuple(sorted(rules, key=lambda rule: int(rule[1:])))
