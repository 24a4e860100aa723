"""Which mail program shows what, weighed by how many readers use it.

Comes in: the shipped tests of caniemail.com, and a table of weights. Goes out: for a feature, the
share of readers who see it, and who does not. The tests have their day with them: many are old.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

WORKS, PARTLY, LACKS = "y", "a", "n"


@dataclass(frozen=True, slots=True)
class Feature:
    """What was tested, when, and the letter of each mail program: y, a (in part), n, u, -."""

    slug: str
    title: str
    tested: str
    letters: str


@dataclass(frozen=True, slots=True)
class Tests:
    """All tests; `clients` are the programs' names by their keys, in the order of the letters."""

    source: str
    snapshot: str
    clients: Mapping[str, str]
    features: Mapping[str, Feature]


@dataclass(frozen=True, slots=True, kw_only=True)
class Clients:
    """What a desk knows of its readers' mail programs.

    `weights` are shares by client ("gmail ios"), of any sum; `least` is the share of readers, in
    percent, below which a feature that is needed fails; `progressive` are features that only add
    to what is said; `tested` are letters that a desk found itself, by feature and client.
    """

    weights: Mapping[str, float]
    least: float
    progressive: frozenset[str] = frozenset()
    tested: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """How far a feature reaches: percent of readers, and the programs' names, most used first."""

    feature: Feature
    percent: float
    lacking: tuple[str, ...]
    partly: tuple[str, ...]


@cache
def shipped() -> Tests:
    """The tests that ship with the product."""
    data = json.loads(files(__package__).joinpath("support.json").read_text("utf-8"))
    features = {
        slug: Feature(slug, one["title"], one["tested"], one["support"])
        for slug, one in data["features"].items()
    }
    return Tests(data["source"], data["snapshot"], data["clients"], features)


def reach(feature: Feature, *, tests: Tests, clients: Clients) -> Reach:
    """How many of the readers see a feature; programs that nobody tested do not count.

    What works in part counts as working, and is named.
    """
    own = clients.tested.get(feature.slug, {})
    letters = {
        client: own.get(client, letter)
        for client, letter in zip(tests.clients, feature.letters, strict=True)
        if clients.weights.get(client, 0) > 0
    }
    shares = {
        letter: sum(clients.weights[client] for client in letters if letters[client] == letter)
        for letter in (WORKS, PARTLY, LACKS)
    }
    known = sum(shares.values())
    return Reach(
        feature=feature,
        percent=100 * (1 - shares[LACKS] / known) if known else 100.0,
        lacking=_named(letters, LACKS, tests, clients),
        partly=_named(letters, PARTLY, tests, clients),
    )


def _named(
    letters: Mapping[str, str], wanted: str, tests: Tests, clients: Clients
) -> tuple[str, ...]:
    found = [client for client, letter in letters.items() if letter == wanted]
    found.sort(key=lambda client: -clients.weights[client])
    return tuple(tests.clients[client] for client in found)
