"""Puts everything in line for a step again: what is derived can be made anew from the evidence."""

from watchdesk.model import Stage
from watchdesk.pipeline.desk import Desk
from watchdesk.store import articles, captures, stories, work


def rebuild_from(desk: Desk, stage: str) -> int:
    """Line all captures (or articles) up for `stage`; gives how many."""
    now = desk.clock()
    with desk.store.writing() as tx:
        if stage == Stage.EXTRACT.value:
            subjects = captures.readable_ids(tx)
            work.add(tx, Stage.EXTRACT, subjects, now)
            return len(subjects)
        if stage == Stage.PROPOSE.value:
            readable = articles.groupable(tx, documents=True)
            for article_id, at in readable:
                work.add(tx, Stage.PROPOSE, (article_id,), at)
            return len(readable)
        stories.forget_all(tx)
        waiting = articles.groupable(tx)
        for article_id, at in waiting:
            work.add(tx, Stage.GROUP, (article_id,), at)
        return len(waiting)
