"""How much a story asks for a place in the issue, and why.

In: placed stories of one section, the frame of the week, what ran before. Out: the same in order,
each with its reasons as words that an editor reads. Voices weigh most, and ten copies are one; then
languages, primary documents, watched names; what ran before gives way unless it went on. No source
alone fills a section.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta
from math import log2

from watchdesk.issue.candidate import Candidate, Week
from watchdesk.issue.memory import story_key
from watchdesk.issue.select import FRESH_DAYS, Placed
from watchdesk.issue.watch import WatchList
from watchdesk.text.addresses import is_document

VOICE = 2.0
"""For each doubling of independent texts."""
LANGUAGE = 0.6
MOST_LANGUAGES = 3
DOCUMENT = 1.0
WATCHED = 1.5
MOST_WATCHED = 2
REGISTERED = 1.5
OWN_LANGUAGE = 0.5
RAN_BEFORE = -1.0
STALE = -4.0
FIT = 0.1
"""For each point that the section's rule gives; what decides is the event, not the wording."""
MOST_FIT = 1.0
ALONE = 2
"""So many stories that one source alone tells may stand in a section before another's."""

_NOBODY = WatchList.of(())


@dataclass(frozen=True, slots=True, kw_only=True)
class Interests:
    """What makes a story matter to this desk, beyond how many tell it.

    `watched` are names and places, `registered` the names of register entries, `ran` the issue in
    which a key of `issue.memory` last ran.
    """

    watched: WatchList = _NOBODY
    registered: WatchList = _NOBODY
    ran: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Reason:
    """What was counted, in words, and how much it weighed."""

    words: str
    points: float


def in_order(placed: Iterable[Placed], week: Week, interests: Interests) -> tuple[Placed, ...]:
    """The stories of a section, the most telling first, each candidate with its reasons.

    A desk's first issue meets whatever its sources still list, months old: there, a section that
    has anything fresh leaves the rest out.
    """
    edge = week.until - timedelta(days=FRESH_DAYS)
    everything = tuple(placed)
    fresh = tuple(one for one in everything if one.candidate.story.last_seen >= edge)
    kept = fresh if week.since is None and fresh else everything
    weighed = [(reasons(one, week, interests), one) for one in kept]
    weighed.sort(key=lambda pair: (-_points(pair[0]), pair[1].candidate.story.id))
    told = [
        replace(one, candidate=replace(one.candidate, why=tuple(r.words for r in found if r.words)))
        for found, one in weighed
    ]
    return tuple(_no_flood(told))


def _points(found: Sequence[Reason]) -> float:
    return sum(reason.points for reason in found)


def reasons(placed: Placed, week: Week, interests: Interests) -> tuple[Reason, ...]:
    """Everything that was counted for a story."""
    return tuple(_reasons(placed, week, interests))


def _reasons(placed: Placed, week: Week, interests: Interests) -> Iterator[Reason]:
    candidate = placed.candidate
    origins = len(candidate.story.origins)
    yield Reason(_counted(origins, "independent text"), VOICE * log2(1 + origins))
    yield from _languages(candidate, week)
    if any(is_document(link.url) for one in candidate.articles for link in one.links):
        yield Reason("links to the document itself", DOCUMENT)
    yield from _interests(candidate, interests)
    if placed.learnt:
        words = ", ".join(placed.why) or "all of its words"
        yield Reason(f"no rule takes it; its like stood here before, by {words}", 0.0)
    elif placed.why:
        fit = min(MOST_FIT, FIT * placed.score)
        yield Reason(f"fits by {', '.join(placed.why[:3])}", fit)
    if candidate.story.last_seen < week.until - timedelta(days=FRESH_DAYS):
        yield Reason(f"nothing new for {FRESH_DAYS} days", STALE)


def _languages(candidate: Candidate, week: Week) -> Iterator[Reason]:
    spoken = {one.language for one in candidate.articles if one.language}
    if len(spoken) > 1:
        points = LANGUAGE * min(len(spoken) - 1, MOST_LANGUAGES)
        yield Reason(_counted(len(spoken), "language"), points)
    if week.language in spoken:
        yield Reason("", OWN_LANGUAGE)


def _interests(candidate: Candidate, interests: Interests) -> Iterator[Reason]:
    told = "\n".join(f"{one.title}\n{one.text}" for one in candidate.articles)
    named = interests.watched.named_in(told)
    if named:
        points = WATCHED * min(len(named), MOST_WATCHED)
        yield Reason(f"names {', '.join(named[:3])}, whom you watch", points)
    entries = interests.registered.named_in(told)
    if entries:
        yield Reason(f"in the registers: {', '.join(entries[:3])}", REGISTERED)
    issue = interests.ran.get(story_key(candidate.story.id))
    if issue is not None:
        yield Reason(f"went on since issue {issue}", RAN_BEFORE)


def _no_flood(placed: Sequence[Placed]) -> Iterator[Placed]:
    """The same, what one source alone tells standing back once it has its share."""
    spoken: dict[str, int] = {}
    waiting: list[Placed] = []
    for one in placed:
        sources = {article.source_id or "" for article in one.candidate.articles}
        if len(sources) > 1:
            yield one
            continue
        source = sources.pop()
        spoken[source] = spoken.get(source, 0) + 1
        if spoken[source] > ALONE:
            waiting.append(one)
        else:
            yield one
    yield from waiting


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" + ("" if number == 1 else "s")
