"""Numbers for the same thing that do not agree, side by side.

In: a quantity of the figure ledger. Out: the headline and the detail of an item that shows all who
disagree, in the order of their dates. Nothing is averaged, ranked or called right.
"""

from collections.abc import Sequence

from watchdesk.model import Claim, Line, Quantity, Rival, RivalFigures


def disagreeing(quantities: Sequence[Quantity], language: str) -> list[Quantity]:
    """The quantities with rivals, the most told first, those in the issue's language before."""
    found = [quantity for quantity in quantities if len(quantity.rivals) > 1]
    return sorted(found, key=lambda one: (-len(one.rivals), one.language != language))


def rival_figures(quantity: Quantity) -> tuple[Line, RivalFigures]:
    """The sources' words for what is counted, and the numbers with who gives them."""
    heading = quantity.heading
    line = Line(text=heading.quote, evidence=(heading,), language=quantity.language)
    rivals = tuple(_rival(claim) for claim in quantity.rivals)
    return line, RivalFigures(counts=quantity.counts, unit=quantity.unit, rivals=rivals)


def _rival(claim: Claim) -> Rival:
    return Rival(
        value=claim.value,
        printed=claim.printed,
        says=claim.says,
        as_of=claim.as_of,
        evidence=claim.evidence[:1],
        bound=claim.bound,
    )
