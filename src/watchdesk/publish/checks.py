"""The gate's report as a page: which rules each piece of an issue was asked, and how it stood.

Comes in: a laid-out issue whose publication holds what the gate checked. Goes out: the values of
the template `report.html`, and for one receipt the rules of its own words. What the rules ask is
said in the edition's language; nothing is checked anew.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from watchdesk.model import Checked
from watchdesk.publish.publication import path_name
from watchdesk.publish.receipts import Receipt
from watchdesk.publish.tongue import Tongue
from watchdesk.publish.views import IssueView


@dataclass(frozen=True, slots=True)
class RuleView:
    """A rule with what it asks; `passed` is unset where a person was asked for a look.

    `count` is how many pieces of the issue keep it.
    """

    name: str
    asks: str
    passed: bool = True
    count: int = 0


@dataclass(frozen=True, slots=True)
class PieceView:
    """One piece of an item: its words and its rules."""

    words: str
    rules: tuple[RuleView, ...]


@dataclass(frozen=True, slots=True)
class ItemChecks:
    """One item: its headline, where it stands, and its pieces."""

    headline: str
    path: str
    pieces: tuple[PieceView, ...]


def rules_of_receipt(receipt: Receipt, *, view: IssueView) -> tuple[RuleView, ...]:
    """The rules that a receipt's words were asked; none where the gate kept no list."""
    found = (
        one
        for one in view.publication.checked
        if (one.item_id, one.kind, one.words) == (receipt.item_id, receipt.kind, receipt.words)
    )
    return next((_rules(one, view.tongue) for one in found), ())


def report_values(view: IssueView) -> dict[str, object]:
    """The values of the issue's report page."""
    checked = view.publication.checked
    return {
        "pieces": view.tongue.count("pieces", len(checked)),
        "looks": view.tongue.count("looks", sum(len(one.looked) for one in checked)),
        "rules": tuple(_asked(checked, view.tongue)),
        "checks": tuple(_items(view)),
    }


def _rules(checked: Checked, tongue: Tongue) -> tuple[RuleView, ...]:
    asks = tongue.names("rules")
    return tuple(
        RuleView(rule, asks[rule], rule not in checked.looked)
        for rule in checked.rules
        if rule in asks and rule not in checked.stopped
    )


def _words(checked: Checked, tongue: Tongue) -> str:
    """A piece's words; a count of sources is said as the item says it."""
    if checked.kind == "count" and checked.words.isdecimal():
        return tongue.count("independent", int(checked.words))
    return checked.words


def _asked(checked: tuple[Checked, ...], tongue: Tongue) -> Iterator[RuleView]:
    """Each rule that any piece was asked, with how many keep it."""
    kept = Counter(rule for one in checked for rule in one.passed)
    asked = {rule for one in checked for rule in one.rules}
    for rule, asks in tongue.names("rules").items():
        if rule in asked:
            yield RuleView(rule, asks, count=kept[rule])


def _items(view: IssueView) -> Iterator[ItemChecks]:
    found: dict[str, list[Checked]] = {}
    for one in view.publication.checked:
        found.setdefault(path_name(one.item_id), []).append(one)
    for item in view.items:
        pieces = tuple(
            PieceView(_words(one, view.tongue), _rules(one, view.tongue))
            for one in found.get(item.id, ())
            if one.words
        )
        if pieces:
            yield ItemChecks(item.headline.words.text, item.path, pieces)
