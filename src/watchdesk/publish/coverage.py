"""What was read and proven for an issue, as sentences of its language.

Comes in: the issue's coverage and the gate's counts. Goes out: sentences in which stars mark what
is set strong. A kind that was not counted is not mentioned.
"""

from collections.abc import Iterator

from watchdesk.model import Coverage
from watchdesk.publish.publication import ProofCount, Publication
from watchdesk.publish.tongue import Tongue


def sentences(publication: Publication, *, tongue: Tongue) -> tuple[str, ...]:
    """The coverage statement and the state of the proof."""
    coverage = publication.issue.coverage
    read = tongue.say(
        "coverage",
        sources=tongue.count("sources", coverage.sources),
        languages=tongue.count("languages", len(coverage.languages)),
    )
    return (read, *_troubles(coverage, tongue=tongue), *_proof(publication.proof, tongue=tongue))


def _troubles(coverage: Coverage, *, tongue: Tongue) -> Iterator[str]:
    named = {"silent": coverage.silent, "refused": coverage.refused, "broken": coverage.broken}
    counted = [tongue.count(key, len(names)) for key, names in named.items() if names]
    if counted:
        yield tongue.say("sentence", what=tongue.listing(counted))


def _proof(proof: ProofCount, *, tongue: Tongue) -> Iterator[str]:
    counts = {"quotations": proof.quotations, "figures": proof.figures, "links": proof.links}
    parts = [_counted(key, pair, tongue=tongue) for key, pair in counts.items() if pair[1]]
    if parts:
        key = "proven" if proof.complete else "checked"
        yield tongue.say(key, what=tongue.listing(parts))


def _counted(key: str, pair: tuple[int, int], *, tongue: Tongue) -> str:
    proven, total = pair
    what = tongue.count(key, total)
    return what if proven == total else tongue.say("partly", what=what, n=tongue.number(proven))
