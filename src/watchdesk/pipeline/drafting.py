"""Writes the draft of the next issue, and brings an open one up to date.

In: an open desk. Out: the issue, committed. What is slow is read first; the issue itself is made in
the transaction that keeps it, of what people did until that moment: no edit made meanwhile is lost.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from watchdesk.issue import (
    Candidate,
    ChangedEntry,
    House,
    Interests,
    WatchList,
    Week,
    draft,
    in_order,
    keys_of,
    select,
    story_key,
    with_memory,
)
from watchdesk.model import Coverage, Issue, UsageError, identity
from watchdesk.pipeline.both_sides import with_records
from watchdesk.pipeline.clearing import given_out
from watchdesk.pipeline.desk import Desk
from watchdesk.pipeline.material import PLAYED_AGAIN, candidates, candidates_of, enriched
from watchdesk.pipeline.placing import by_examples
from watchdesk.pipeline.registered import changed_entries
from watchdesk.pipeline.source_health import health
from watchdesk.store import (
    Transaction,
    articles,
    issues,
    printed,
    registers,
    standing,
    story_changes,
)


def write_draft(desk: Desk, *, dated: datetime | None = None) -> Issue:
    """Bring the open draft up to date, or begin the next issue."""
    week = _week(desk, dated)
    found = _offered(desk, week)
    placed = select(found, desk.config.sections, by_examples(desk, found))
    interests = _interests(desk, found, week.number)
    chosen = {
        rule.key: [
            enriched(desk, place.candidate)
            for place in in_order(placed[rule.key], week, interests)[: rule.most]
        ]
        for rule in desk.config.sections
    }
    with desk.store.writing() as tx:
        return _put(tx, desk, week, chosen)


def _put(
    tx: Transaction, desk: Desk, week: Week, chosen: Mapping[str, Sequence[Candidate]]
) -> Issue:
    """Make the issue of what was chosen and of what people did until this moment."""
    kept = _with_merged(tx, issues.open_draft(tx))
    if (kept.number if kept else _next_number(tx)) != week.number:
        raise UsageError(f"Issue {week.number} was published while its draft was being written.")
    id_ = issue_id(week)
    aside = standing.unwanted(tx, (c.story.id for some in chosen.values() for c in some), id_)
    wanted = {
        key: [one for one in some if one.story.id not in aside] for key, some in chosen.items()
    }
    refused = frozenset(one.item_id for one in standing.aside_in(tx, id_))
    issue = draft(replace(week, refused=refused), wanted, desk.config.sections, kept=kept)
    issue = with_records(tx, desk, issue)
    issue = with_memory(issue, printed.before(tx, keys_of(issue), issue.number))
    issues.put(tx, issue)
    return issue


def _offered(desk: Desk, week: Week) -> tuple[Candidate, ...]:
    """The stories of the week and those parked in the last issue, without what was set aside."""
    found = candidates(desk, since=week.since, until=week.until + PLAYED_AGAIN)
    with desk.store.reading() as tx:
        last = issues.last_published(tx)
        new = {candidate.story.id for candidate in found}
        parked = [one for one in _parked(tx, last.id) if one not in new] if last else []
        again = candidates_of(tx, parked, desk.config.language)
        aside = standing.unwanted(tx, [*new, *parked], issue_id(week))
        offered = [one for one in (*found, *again) if one.story.id not in aside]
        given = given_out(tx, (a.id for one in offered for a in one.articles))
    if not _shows_registers(desk):
        return tuple(offered)
    # What a witness let us print is told as a testimony, not as a story beside it.
    return tuple(one for one in offered if not all(a.id in given for a in one.articles))


def _shows_registers(desk: Desk) -> bool:
    return any(rule.kind == "registers" for rule in desk.config.sections)


def _parked(tx: Transaction, issue: str) -> list[str]:
    rows = standing.aside_in(tx, issue)
    named = (one.subject.partition(":") for one in rows if one.how is standing.How.PARKED)
    stories = (story_changes.resolve(tx, id_) for kind, _, id_ in named if kind == "story")
    return list(dict.fromkeys(stories))


def _next_number(tx: Transaction) -> int:
    newest = issues.newest(tx)
    return newest.number + 1 if newest else 1


def issue_id(week: Week) -> str:
    """The id of the issue of a week."""
    return identity("issue", week.title, week.number)


def _interests(desk: Desk, found: Sequence[Candidate], number: int) -> Interests:
    """What makes a story matter to this desk: its watch list, its registers, what ran before."""
    watch = desk.config.watch
    with desk.store.reading() as tx:
        ran = printed.before(tx, (story_key(one.story.id) for one in found), number)
        named = registers.names(tx)
    return Interests(
        watched=WatchList.of((*watch.names, *watch.places)),
        registered=WatchList.of(named),
        ran=ran,
    )


def _with_merged(tx: Transaction, kept: Issue | None) -> Issue | None:
    """The open draft with the ids that its items' stories have now."""
    if kept is None:
        return None
    named = {item.story_id for item in kept.items if item.story_id}
    now = {story_id: story_changes.resolve(tx, story_id) for story_id in named}
    return replace(
        kept,
        sections=tuple(
            replace(
                section,
                items=tuple(
                    replace(item, story_id=now.get(item.story_id or "", item.story_id))
                    for item in section.items
                ),
            )
            for section in kept.sections
        ),
    )


def _week(desk: Desk, dated: datetime | None) -> Week:
    """The frame of the issue with what was read for it and what the registers learnt."""
    with desk.store.reading() as tx:
        week = frame(tx, desk, dated=dated)
    return replace(
        week,
        coverage=coverage(desk, since=week.since, until=week.until + PLAYED_AGAIN),
        changed=_changed(desk, week),
    )


def frame(tx: Transaction, desk: Desk, *, dated: datetime | None = None) -> Week:
    """The frame of the open draft, or of the next issue; nothing is counted for it."""
    until = desk.clock()
    kept, last = issues.open_draft(tx), issues.last_published(tx)
    house = desk.config.house
    return Week(
        number=kept.number if kept else _next_number(tx),
        title=desk.config.title,
        language=desk.config.language,
        dated=(dated or until).astimezone(ZoneInfo(desk.config.timezone)),
        since=last.until if last else None,
        until=until,
        coverage=Coverage(sources=0, languages=(), articles=0),
        outlets=desk.outlets,
        house=House(sentences=house.sentences, quotations=house.quotations, links=house.links),
    )


def _changed(desk: Desk, week: Week) -> tuple[ChangedEntry, ...]:
    """What the registers learnt for this issue, where the desk has a section for it."""
    if not _shows_registers(desk):
        return ()
    until, day = week.until + PLAYED_AGAIN, week.dated.date()
    with desk.store.reading() as tx:
        return changed_entries(tx, since=week.since, until=until, day=day, number=week.number)


UNREAD = frozenset({"new", "refused", "failed"})
"""States of a source that was not read, whatever is kept of it from earlier."""


def coverage(desk: Desk, *, since: datetime | None, until: datetime) -> Coverage:
    """What was read for the issue, and who was silent, refused or broken."""
    with desk.store.reading() as tx:
        spoken = articles.languages(tx, since=since, until=until)
        count = len(articles.ids_first_captured(tx, since=since, until=until))
    states = [row for row in health(desk, now=until) if row.state != "muted"]
    return Coverage(
        sources=sum(row.state not in UNREAD for row in states),
        languages=tuple(sorted(spoken, key=lambda code: -spoken[code])),
        articles=count,
        silent=tuple(row.title for row in states if row.state == "quiet"),
        refused=tuple(row.title for row in states if row.state == "refused"),
        broken=tuple(row.title for row in states if row.state == "failed"),
    )
