"""What comes into the open draft and leaves it: take, park, drop, merge, add by hand.

In: an open desk, a story, item or article, and who decides. Out: the issue as it then stands,
committed with its history. A parked story is offered again for the next issue, a dropped one never;
a story that is taken again stands as it was when a person took it out.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from watchdesk.issue import Candidate, SectionRule, items_of
from watchdesk.issue import editing as made
from watchdesk.model import (
    Brief,
    Issue,
    Item,
    Membership,
    Opinion,
    RivalFigures,
    Story,
    Told,
    UsageError,
    identity,
)
from watchdesk.pipeline.desk import Desk
from watchdesk.pipeline.drafting import frame
from watchdesk.pipeline.editing import Changed, Touched, act, item_in
from watchdesk.pipeline.material import candidates_of, enriched
from watchdesk.pipeline.storylines import merge_in
from watchdesk.store import (
    Transaction,
    articles,
    captures,
    changes,
    standing,
    stories,
    story_changes,
)
from watchdesk.store.standing import How, SetAside


def take(
    desk: Desk, story_id: str, section: str, position: int | None = None, *, by: str
) -> Changed:
    """Put a story into a section; its items are drafted, or stand as they were taken out."""
    rule = _rule(desk, section)
    with desk.store.reading() as tx:
        story_id = story_changes.resolve(tx, story_id)
        found = candidates_of(tx, (story_id,), desk.config.language)
    if not found:
        raise UsageError(f"This desk has no story '{story_id}'.")
    candidate = enriched(desk, found[0])

    def change(tx: Transaction, issue: Issue) -> Touched:
        drafted = _drafted(tx, desk, issue, candidate, rule)
        return _taken(tx, issue, drafted, (section, position), by)

    return act(desk, "taken", change, by=by)


def add_article(desk: Desk, article_id: str, section: str, *, by: str, outlet: str = "") -> Changed:
    """Put an article into a section by hand, as a story of its own.

    `outlet` names who it is from, where it is from no watched source.
    """
    rule = _rule(desk, section)
    candidate = enriched(desk, _alone(desk, article_id))
    with desk.store.reading() as tx:
        story_id = stories.of_articles(tx, (article_id,)).get(article_id)

    def change(tx: Transaction, issue: Issue) -> Touched:
        drafted = _drafted(tx, desk, issue, candidate, rule, outlet=outlet)
        mine = [replace(item, story_id=story_id) for item in drafted]
        return _taken(tx, issue, mine, (section, None), by)

    return act(desk, "added by hand", change, by=by)


def add_item(desk: Desk, item: Item, section: str, *, by: str) -> Changed:
    """Put an item into a section that a person made of evidence."""
    _rule(desk, section)

    def change(tx: Transaction, issue: Issue) -> Touched:
        return _taken(tx, issue, [item], (section, None), by)

    return act(desk, "added by hand", change, by=by)


def _rule(desk: Desk, section: str) -> SectionRule:
    rule = next((one for one in desk.config.sections if one.key == section), None)
    if rule is None:
        known = ", ".join(one.key for one in desk.config.sections)
        raise UsageError(f"There is no section '{section}'; there are: {known}.")
    # Pictures and registers have no maker for a story: there, a story is a headline and a link.
    return rule if rule.kind in {"stories", "opinion", "briefs"} else replace(rule, kind="briefs")


def _drafted(  # noqa: PLR0913 - what is drafted of what, for which issue
    tx: Transaction,
    desk: Desk,
    issue: Issue,
    candidate: Candidate,
    rule: SectionRule,
    *,
    outlet: str = "",
) -> tuple[Item, ...]:
    week = frame(tx, desk)
    if outlet and (candidate.leading.source_id or "") not in week.outlets:
        week = replace(week, outlets={**week.outlets, candidate.leading.source_id or "": outlet})
    drafted = items_of(candidate, week, rule, issue.id)
    if not drafted:
        raise UsageError("This story has no words that an item could stand on.")
    return drafted


def _taken(
    tx: Transaction, issue: Issue, items: Iterable[Item], where: tuple[str, int | None], by: str
) -> Touched:
    section, position = where
    here = {item.id: item for item in issue.items}
    touched: list[str] = []
    for number, item in enumerate(items):
        stands = here.get(item.id) or _as_it_was(tx, item.id) or item
        place = None if position is None else position + number
        issue = made.with_placed(issue, replace(stands, edited_by=by), section, place)
        touched.append(item.id)
        standing.take_back(tx, _subjects(item))
    return issue, touched


def _as_it_was(tx: Transaction, item_id: str) -> Item | None:
    """The item as a person took it out, if that was the last that was done to it."""
    last = next(iter(changes.of_item(tx, item_id)), None)
    return last.before.item if last and last.after is None and last.before else None


def _subjects(item: Item) -> tuple[str, ...]:
    own = standing.item_subject(item.id)
    return (own, standing.story_subject(item.story_id)) if item.story_id else (own,)


def _alone(desk: Desk, article_id: str) -> Candidate:
    """An article as a story of its own."""
    with desk.store.reading() as tx:
        article = articles.get(tx, article_id)
        if article is None:
            raise UsageError("This desk has no such article.")
        capture = captures.get(tx, article.capture_id)
    if capture is None:
        raise UsageError("The article's capture is missing.")
    story = Story(
        id=identity("by hand", article.id),
        members=(Membership(article_id=article.id, origin=article.id),),
        first_seen=capture.fetched_at,
        last_seen=capture.fetched_at,
    )
    return Candidate(
        story=story, articles=(article,), captures={capture.id: capture}, headline=article.id
    )


# ── out of the issue ──────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Aside:
    """For how long something is set aside, by whom and why."""

    how: How
    by: str
    at: datetime
    note: str


def park(desk: Desk, item_id: str, *, by: str) -> Changed:
    """Take an item out of this issue; its story is offered again for the next one."""
    return _set_aside(desk, item_id, Aside(How.PARKED, by, desk.clock(), ""))


def drop(desk: Desk, item_id: str, *, by: str, reason: str) -> Changed:
    """Take an item out; its story is not offered again."""
    return _set_aside(desk, item_id, Aside(How.DROPPED, by, desk.clock(), reason))


def set_story_aside(desk: Desk, story_id: str, how: How, *, by: str, note: str = "") -> Changed:
    """Park or drop a story that may or may not stand in the issue."""

    def change(tx: Transaction, issue: Issue) -> Touched:
        current = story_changes.resolve(tx, story_id)
        if stories.get(tx, current) is None:
            raise UsageError(f"This desk has no story '{story_id}'.")
        gone = [item.id for item in issue.items if item.story_id == current and _leads(item)]
        return _out(tx, issue, standing.story_subject(current), gone, aside)

    aside = Aside(how=how, by=by, at=desk.clock(), note=note)
    return act(desk, how.value, change, by=by, note=note)


def _set_aside(desk: Desk, item_id: str, aside: Aside) -> Changed:
    def change(tx: Transaction, issue: Issue) -> Touched:
        item = item_in(issue, item_id)
        if not (_leads(item) and item.story_id):
            return _out(tx, issue, standing.item_subject(item_id), [item_id], aside)
        follow = [
            one.id
            for one in issue.items
            if one.story_id == item.story_id and isinstance(one.detail, RivalFigures)
        ]
        return _out(tx, issue, standing.story_subject(item.story_id), [item_id, *follow], aside)

    return act(desk, aside.how.value, change, by=aside.by, note=aside.note)


def _leads(item: Item) -> bool:
    """Whether the item tells its story; figures, pictures and register entries only belong."""
    return isinstance(item.detail, Told | Opinion | Brief)


def _out(
    tx: Transaction, issue: Issue, subject: str, items: Sequence[str], aside: Aside
) -> Touched:
    row = SetAside(
        subject=subject,
        issue_id=issue.id,
        item_id=items[0] if items else "",
        how=aside.how,
        by=aside.by,
        at=aside.at,
        note=aside.note,
    )
    standing.put_aside(tx, row)
    return made.without_items(issue, items), items


def merge(desk: Desk, item_id: str, into: str, *, by: str) -> Changed:
    """Make one item of two: quotations and links of the first go to the second, stories join."""

    def change(tx: Transaction, issue: Issue) -> Touched:
        item, kept = item_in(issue, item_id), item_in(issue, into)
        if item.id == kept.id:
            raise UsageError("An item cannot be merged with itself.")
        both = item.story_id and kept.story_id and item.story_id != kept.story_id
        if both:
            merge_in(tx, item.story_id or "", kept.story_id or "", by=by, at=desk.clock())
        issue = made.with_item(issue, replace(made.joined(kept, item), edited_by=by))
        aside = Aside(How.TAKEN_OUT, by, desk.clock(), "merged")
        _out(tx, issue, standing.item_subject(item.id), [item.id], aside)
        return made.without_items(issue, {item.id}), (kept.id, item.id)

    return act(desk, "merged", change, by=by, note=into)
