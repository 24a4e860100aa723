"""What a look over a mail found."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Found:
    """One finding: by which rule, whether it stops the sending, and a sentence."""

    rule: str
    stops: bool
    says: str
