"""What a text means, as a model sees it that the desk's owner handed in.

In: the numbers that an `Embed` gave for a text. Out: a `Meaning`, a kilobyte or less, with the name
of the model, for numbers of two models say nothing of each other. No model is shipped or fetched.
"""

from array import array
from base64 import b64decode, b64encode
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import isfinite
from typing import Protocol

_MOST = 127


class Embed(Protocol):
    """A model: a row of numbers for each text, all of one width; near texts have near rows."""

    def __call__(self, texts: Sequence[str], /) -> Iterable[Sequence[float]]:
        """The rows, in the order of the texts; a numpy array of two dimensions is one."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """A row of numbers, each a signed byte, and the model that it is of; its length says nothing.

    A byte a number loses a thousandth of the cosine.
    """

    model: str
    row: bytes

    @property
    def numbers(self) -> str:
        """The row as base64."""
        return b64encode(self.row).decode("ascii")


def meaning(model: str, row: Sequence[float]) -> Meaning:
    """What a model gave for a text; ValueError where that is no direction at all."""
    numbers = [float(number) for number in row]
    largest = max((abs(number) for number in numbers), default=0.0)
    if not largest or not all(map(isfinite, numbers)):
        raise ValueError("a row of numbers is empty, all zeros, or not finite")
    scaled = array("b", [round(_MOST * number / largest) for number in numbers])
    return Meaning(model, scaled.tobytes())


def read_meaning(model: str, numbers: str) -> Meaning:
    """The meaning of `Meaning.numbers`; ValueError for anything else."""
    return Meaning(model, b64decode(numbers, validate=True))
