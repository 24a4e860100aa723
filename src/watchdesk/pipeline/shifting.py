"""Moves that say only which way: up, down, to the section before or after, or where a story fits.

In: an open desk, an item or a story, who does it. Out: what `editing` and `taking` make of it.
"""

from watchdesk.issue import select
from watchdesk.model import Issue, UsageError
from watchdesk.pipeline.desk import Desk
from watchdesk.pipeline.editing import Changed, move, open_draft
from watchdesk.pipeline.material import candidates_of
from watchdesk.pipeline.placing import by_examples
from watchdesk.pipeline.taking import take
from watchdesk.store import story_changes


def shift(desk: Desk, item_id: str, where: str, *, by: str) -> Changed:
    """Move an item one place; at the end of its section or of the issue it stays."""
    with desk.store.reading() as tx:
        issue = open_draft(tx)
    section, position = _place(issue, item_id)
    if where in {"up", "down"}:
        wanted = max(position + (1 if where == "down" else -1), 0)
        return move(desk, item_id, issue.sections[section].key, wanted, by=by)
    beside = section + (1 if where == "after" else -1)
    beside = min(max(beside, 0), len(issue.sections) - 1)
    if beside == section:
        return move(desk, item_id, issue.sections[section].key, position, by=by)
    return move(desk, item_id, issue.sections[beside].key, by=by)


def _place(issue: Issue, item_id: str) -> tuple[int, int]:
    for number, section in enumerate(issue.sections):
        for position, item in enumerate(section.items):
            if item.id == item_id:
                return number, position
    raise UsageError(f"Issue {issue.number} has no item {item_id}.")


def take_where_it_fits(desk: Desk, story_id: str, *, by: str) -> Changed:
    """Take a story into the section whose rule it fits best, else into the first."""
    with desk.store.reading() as tx:
        current = story_changes.resolve(tx, story_id)
        found = candidates_of(tx, (current,), desk.config.language)
    if not desk.config.sections:
        raise UsageError("This desk has no sections; desk.toml names them.")
    placed = select(found, desk.config.sections, by_examples(desk, found))
    fitting = (key for key, places in placed.items() if places)
    return take(desk, current, next(fitting, desk.config.sections[0].key), by=by)
