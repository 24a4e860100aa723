"""V11: a number that others contradict is not printed alone.

In: an item, and the quantities of its story on which the ledger's voices disagree or that it warns
of. Out: findings for a line or quotation that prints one of the numbers where the issue shows no
other, and for a number that is missing where they stand side by side; a warning where a count that
is printed fell or is larger than its whole. Who is right is not asked.
"""

from collections.abc import Iterator

from watchdesk.model import Claim, Finding, Item, Line, Quantity, Quoted, RivalFigures
from watchdesk.proof.citations import blocked, warned
from watchdesk.proof.held import Known
from watchdesk.text.quantities import prints


def check_conflicts(item: Item, known: Known) -> Iterator[Finding]:
    """V11 for one item; `known` holds the quantities and the issue's other items of the story."""
    for quantity in known.conflicts:
        yield from _doubted(item, quantity)
        if _shows(item, quantity):
            yield from _missing(item, quantity)
        elif not any(_shows(other, quantity) for other in known.beside):
            yield from _alone(item, quantity)


def _doubted(item: Item, quantity: Quantity) -> Iterator[Finding]:
    """What the ledger warns of, at the piece of the item that prints one of the numbers."""
    if not quantity.warnings:
        return
    pieces: list[Line | Quoted] = [item.headline, *item.lines, *item.quotes]
    texts = (one.text for one in pieces if prints(one.text, one.language, quantity, rivals=False))
    place = item.headline.text if _shows(item, quantity) else next(texts, None)
    if place:
        yield from (warned(place, warning, rule="V11") for warning in quantity.warnings)


def _shows(item: Item, quantity: Quantity) -> bool:
    """Whether an item is the one that sets the numbers of a quantity side by side."""
    if not isinstance(item.detail, RivalFigures):
        return False
    places = {(one.article_id, one.span) for claim in quantity.claims for one in claim.evidence}
    places |= {(one.article_id, one.span) for claim in quantity.replaced for one in claim.evidence}
    return any(
        (one.article_id, one.span) in places
        for rival in item.detail.rivals
        for one in rival.evidence
    )


def _missing(item: Item, quantity: Quantity) -> Iterator[Finding]:
    """The numbers of the ledger that the item does not show."""
    detail = item.detail
    shown = {rival.value for rival in detail.rivals} if isinstance(detail, RivalFigures) else set()
    for claim in quantity.rivals:
        if claim.value not in shown:
            message = f"Others give {_told(claim)}; numbers that disagree stand together."
            yield blocked(item.headline.text, message, rule="V11", nearest=claim.printed)


def _alone(item: Item, quantity: Quantity) -> Iterator[Finding]:
    """The lines that print a number of the quantity where the item has no other of them."""
    pieces: list[Line | Quoted] = [item.headline, *item.lines, *item.quotes]
    printed = [(piece, prints(piece.text, piece.language, quantity)) for piece in pieces]
    shown = frozenset[float]().union(*(values for _, values in printed))
    claims = [claim for claim in quantity.rivals if claim.value in shown]
    if any(one.disagrees(other) for one in claims for other in claims):
        return
    for piece, values in printed:
        others = [
            claim for claim in quantity.rivals
            if any(claim.disagrees(one) for one in claims if one.value in values)
        ]  # fmt: skip
        if others:
            message = f"This number stands alone; others give {'; '.join(map(_told, others))}."
            yield blocked(piece.text, message, rule="V11", nearest=others[0].printed)


def _told(claim: Claim) -> str:
    day = f", {claim.as_of:%Y-%m-%d}" if claim.as_of else ""
    return f"{claim.printed} ({claim.says}{day})"
