"""The table of mail programs, as a desk may change it.

Comes in: a parsed TOML table. Goes out: `Clients`, and a sentence for each mistake. A table of the
desk's own `weights` takes the place of the shipped one; its `[progressive]` and `[tested]` add.
"""

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from watchdesk.publish.lint.support import Clients, shipped

LETTERS = ("y", "a", "n")
_KEYS = {"least", "weights", "progressive", "tested"}


@cache
def default() -> Clients:
    """The shipped table."""
    data = tomllib.loads(files(__package__).joinpath("clients.toml").read_text("utf-8"))
    return Clients(
        weights=data["weights"],
        least=data["least"],
        progressive=frozenset(data["progressive"]["features"]),
    )


def clients(data: Mapping[str, Any]) -> Clients:
    """The shipped table, changed by a desk's own; call `mistakes` before."""
    house = default()
    return Clients(
        weights=data.get("weights", house.weights),
        least=data.get("least", house.least),
        progressive=house.progressive | set(data.get("progressive", {}).get("features", ())),
        tested=data.get("tested", {}),
    )


def mistakes(data: Mapping[str, Any]) -> Iterator[str]:
    """What is wrong with a desk's table."""
    tests = shipped()
    for key in data.keys() - _KEYS:
        yield f"unknown key '{key}'; known: {', '.join(sorted(_KEYS))}"
    least = data.get("least", 0.0)
    if not isinstance(least, int | float) or not 0 <= least <= 100:
        yield "least: must be a number from 0 to 100"
    weights = data.get("weights", {})
    yield from _unknown("weights", weights, tests.clients)
    for client, weight in weights.items():
        if not isinstance(weight, int | float) or weight < 0:
            yield f"weights: {client}: must be a number of 0 or more"
    progressive = data.get("progressive", {}).get("features", ())
    yield from _unknown("progressive", progressive, tests.features)
    yield from _unknown("tested", data.get("tested", {}), tests.features)
    for slug, found in data.get("tested", {}).items():
        yield from _unknown(f"tested: {slug}", found, tests.clients)
        for client, letter in found.items():
            if letter not in LETTERS:
                yield f"tested: {slug}: {client}: must be 'y', 'a' (in part) or 'n'"


def _unknown(place: str, names: Any, known: Mapping[str, object]) -> Iterator[str]:
    for name in names:
        if name not in known:
            yield f"{place}: no test names '{name}'"
