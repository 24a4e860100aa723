"""The stories that persons parked or dropped in the issue being made, and the way back for them.

In: an open desk. Out: a list, newest first; a story that is brought back is offered again, with
nothing put into the issue.
"""

from dataclasses import dataclass
from datetime import datetime

from watchdesk.model import Issue
from watchdesk.pipeline.desk import Desk
from watchdesk.pipeline.editing import Changed, Touched, act
from watchdesk.store import Transaction, issues, standing, stories, story_changes
from watchdesk.store.standing import How

MOST = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class AsideLine:
    """One story that was set aside: how, by whom, when and why, where that was said."""

    id: str
    headline: str
    language: str | None
    how: How
    by: str
    at: datetime
    note: str


def set_aside(desk: Desk) -> tuple[AsideLine, ...]:
    """The stories that were set aside in the open draft; none where no issue is open."""
    with desk.store.reading() as tx:
        issue = issues.open_draft(tx)
        rows = standing.stories_aside(tx, issue.id, most=MOST) if issue else ()
        ids = [standing.story_of(one.subject) for one in rows]
        told = stories.tellers(tx, ids, most=1)
    return tuple(
        AsideLine(
            id=id_,
            headline=told[id_][0].title,
            language=told[id_][0].language,
            how=row.how,
            by=row.by,
            at=row.at,
            note=row.note,
        )
        for id_, row in zip(ids, rows, strict=True)
        if id_ in told
    )


def bring_back(desk: Desk, story_id: str, *, by: str) -> Changed:
    """Offer a story again that was parked or dropped."""

    def change(tx: Transaction, issue: Issue) -> Touched:
        current = story_changes.resolve(tx, story_id)
        standing.take_back(tx, {standing.story_subject(one) for one in (story_id, current)})
        return issue, ()

    return act(desk, "brought back", change, by=by)
