"""What an editor says of pairs of articles moves, for this desk, how alike one event must be.

In: an open desk and a person's answers. Out: the pairs most in doubt, and what joins by all
answers. The answers are decisions; the value is made from them whenever articles are grouped.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from watchdesk.model import Article, Decision, Verdict, identity
from watchdesk.pipeline.desk import Desk
from watchdesk.pipeline.mending import standing_of
from watchdesk.store import Transaction, articles, decisions, stories
from watchdesk.stories import OPEN_DAYS
from watchdesk.stories.calibrate import FEWEST, Fit, in_doubt, refitted

__all__ = ["FEWEST", "PAIRS", "Asked", "Fit", "fitted", "judge", "pairs_in_doubt"]

SUBJECT = "stories:calibrate"
PAIRS = 30


@dataclass(frozen=True, slots=True)
class Asked:
    """Two articles that may tell one event, with their likeness."""

    one: Article
    other: Article
    likeness: float


def pairs_in_doubt(desk: Desk, *, most: int = PAIRS) -> Iterator[Asked]:
    """The pairs of the open window that nobody judged, the most doubtful first."""
    with desk.store.reading() as tx:
        window = stories.open_since(tx, desk.clock() - timedelta(days=OPEN_DAYS))
        judged = {(one, other) for one, other, _, _ in _answers(tx)}
    standing = [standing_of(one) for one in window if one.origin == one.article_id]
    named = ((standing[d.one].id, standing[d.other].id, d.likeness) for d in in_doubt(standing))
    chosen = [one for one in named if one[:2] not in judged][:most]
    with desk.store.reading() as tx:
        held = articles.many(tx, (id_ for one, other, _ in chosen for id_ in (one, other)))
    for one, other, likeness in chosen:
        if one in held and other in held:
            yield Asked(held[one], held[other], likeness)


def judge(desk: Desk, asked: Asked, same: bool | None, *, by: str) -> None:
    """Keep a person's word on a pair; None where that person is not sure."""
    verdict = {True: Verdict.ACCEPT, False: Verdict.REFUSE, None: Verdict.UNSURE}[same]
    value = f"{asked.one.id} {asked.other.id} {asked.likeness:.4f}"
    now = desk.clock()
    key = identity(SUBJECT, by, now.isoformat(), value)
    decision = Decision(id=key, subject=SUBJECT, verdict=verdict, by=by, at=now, value=value)
    with desk.store.writing() as tx:
        decisions.add(tx, decision)


def fitted(desk: Desk) -> tuple[Fit, int]:
    """What joins by all answers, and how many pairs were judged one way or the other."""
    with desk.store.reading() as tx:
        last = {(one, other): (near, verdict) for one, other, near, verdict in _answers(tx)}
    judged = [(n, v is Verdict.ACCEPT) for n, v in last.values() if v is not Verdict.UNSURE]
    return refitted(judged), len(judged)


def _answers(tx: Transaction) -> Iterator[tuple[str, str, float, Verdict]]:
    for decision in decisions.of(tx, SUBJECT):
        one, other, likeness = decision.value.split()
        yield one, other, float(likeness), decision.verdict
