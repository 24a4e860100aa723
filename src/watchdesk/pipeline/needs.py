"""What needs a person: each a sentence and one thing to do.

In: an open desk. Out: `Need` values, the gravest first, at most so many of each kind. Nothing here
counts what was not read.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from watchdesk.pipeline.desk import Desk
from watchdesk.pipeline.dossiers import register_named
from watchdesk.pipeline.marks import CHANGED, GONE, MOVED
from watchdesk.pipeline.registered import gone_quiet
from watchdesk.pipeline.source_health import health
from watchdesk.pipeline.today import Board
from watchdesk.store import issues, problems, proposals, silence
from watchdesk.store.issues import Proof

MOST_OF_A_KIND = 4
AHEAD = timedelta(days=14)


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """One thing that needs a person.

    `kind` names the sentence over it, `subject` is who or what it is about, `words` is the reason
    in a sentence where there is one, `count` says how many, `path` leads to where it is mended.
    """

    kind: str
    subject: str = ""
    words: str = ""
    count: int = 0
    path: str = ""


def needs(desk: Desk, shown: Board) -> tuple[Need, ...]:
    """What needs a person now; `shown` is the first screen that it stands beside."""
    return (
        *_unproven(desk),
        *_pages(shown),
        *_sources(desk),
        *_moved(shown),
        *_dates(desk),
        *_quiet(desk),
        *_waiting(desk),
    )


def _unproven(desk: Desk) -> Iterator[Need]:
    with desk.store.reading() as tx:
        issue = issues.open_draft(tx)
        proof = issues.proof_of(tx, issue.id) if issue else None
    if proof:
        yield from _findings(proof)


def _findings(proof: Proof) -> Iterator[Need]:
    for level, kind in (("block", "stops"), ("look", "looks")):
        found = [one for one in proof.report.get("findings", ()) if one["level"] == level]
        if found:
            first = found[0]["message"]
            yield Need(kind=kind, words=first, count=len(found), path="/proof")


def _pages(shown: Board) -> Iterator[Need]:
    """The items that cite a page which is not what it was."""
    found = [
        Need(kind=mark.kind, subject=item.headline.text, path=f"/items/{item.id}")
        for item in (shown.issue.items if shown.issue else ())
        for mark in shown.marks.items.get(item.id, ())
        if mark.kind in {CHANGED, GONE}
    ]
    yield from sorted(dict.fromkeys(found), key=lambda one: one.kind != GONE)[:MOST_OF_A_KIND]


def _moved(shown: Board) -> Iterator[Need]:
    for mark in shown.marks.moved[:MOST_OF_A_KIND]:
        yield Need(kind=MOVED, subject=mark.subject, words=mark.words[0], path=mark.path)


def _sources(desk: Desk) -> Iterator[Need]:
    rows = health(desk, now=desk.clock())
    for state in ("failed", "refused", "quiet"):
        found = [row for row in rows if row.state == state]
        for row in found[:MOST_OF_A_KIND]:
            path = f"/sources#s-{row.source_id}"
            yield Need(kind=state, subject=row.title, words=row.reason, path=path)
        if len(found) > MOST_OF_A_KIND:
            more = len(found) - MOST_OF_A_KIND
            yield Need(kind=f"more_{state}", count=more, path="/sources")


def _dates(desk: Desk) -> Iterator[Need]:
    today = desk.clock().date()
    with desk.store.reading() as tx:
        ahead = silence.awaited_between(tx, today, today + AHEAD, most=MOST_OF_A_KIND)
    for one in ahead:
        day = one.next_date.isoformat() if one.next_date else ""
        path = f"/entry/{one.id}"
        yield Need(kind="date", subject=one.title, words=day, path=path)


def _quiet(desk: Desk) -> Iterator[Need]:
    for one in gone_quiet(desk)[:MOST_OF_A_KIND]:
        path = f"/entry/{one.id}"
        yield Need(kind="entry_quiet", subject=one.title, words=one.why, path=path)


def _waiting(desk: Desk) -> Iterator[Need]:
    with desk.store.reading() as tx:
        waiting = proposals.counts(tx)
        troubles = problems.opened(tx)
    for name, count in waiting.items():
        path = f"/registers/{name}"
        yield Need(kind="proposals", subject=register_named(name).name, count=count, path=path)
    if troubles:
        yield Need(kind="trouble", count=len(troubles), words=troubles[0].message, path="/trouble")
