"""A story whole, as an editor looks at it: voices, copies, statements, numbers, what was decided.

In: an open desk and a story's id. Out: one view; the cost is that of the story's own articles.
Nothing is changed. Where a person must choose another story to merge with, the newest are listed.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from watchdesk.model import Article, FigureRow, Membership, Span, Statement, UsageError
from watchdesk.pipeline.counting import counted
from watchdesk.pipeline.desk import Desk
from watchdesk.pipeline.extraction import time_of
from watchdesk.pipeline.material import candidates_of
from watchdesk.registers.views import side_by_side
from watchdesk.store import Transaction, articles, captures, issues, reads, stories, story_changes
from watchdesk.store.reads import Findings
from watchdesk.store.story_changes import StoryChange

MOST_SAID = 60
MOST_OTHERS = 40
DAYS_OF_OTHERS = 21


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """One article of a story, with those that copy it."""

    article_id: str
    title: str
    url: str
    outlet: str
    language: str | None
    at: datetime
    why: str
    copies: tuple["Voice", ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """Attributed words of a story, with their place in the article."""

    article_id: str
    outlet: str
    language: str | None
    words: str
    speaker: str
    role: str
    span: Span
    direct: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryPage:
    """A story as its screen shows it; `item_id` where it stands in the open issue."""

    id: str
    title: str
    language: str | None
    voices: tuple[Voice, ...]
    said: tuple[Said, ...]
    figures: tuple[FigureRow, ...]
    changes: tuple[StoryChange, ...]
    others: tuple[tuple[str, str], ...]
    item_id: str = ""
    section: str = ""

    @property
    def timeline(self) -> tuple[Voice, ...]:
        """All articles in order of time."""
        every = [*self.voices, *(copy for voice in self.voices for copy in voice.copies)]
        return tuple(sorted(every, key=lambda voice: voice.at))


def story_page(desk: Desk, story_id: str) -> StoryPage:
    """All that is known of a story; `UsageError` where there is none of this id."""
    with desk.store.reading() as tx:
        current = story_changes.resolve(tx, story_id)
        found = candidates_of(tx, (current,), desk.config.language)
        if not found:
            raise UsageError(f"This desk has no story '{story_id}'.")
        (candidate,) = found
        read = reads.many(tx, (article.id for article in candidate.articles))
        issue = issues.open_draft(tx)
        others = tuple(_others(tx, current, candidate.story.last_seen))
        decided = tuple(story_changes.of_story(tx, current))
    stands = next(
        (
            (item.id, section.key)
            for section in (issue.sections if issue else ())
            for item in section.items
            if item.story_id == current
        ),
        ("", ""),
    )
    held = {article.id: article for article in candidate.articles}
    times = {a.id: time_of(a, candidate.captures[a.capture_id].fetched_at) for a in held.values()}
    return StoryPage(
        id=current,
        title=candidate.leading.title or candidate.leading.text[:80],
        language=candidate.leading.language,
        voices=tuple(_voices(desk, candidate.story.members, held, times)),
        said=tuple(_said(desk, held, read))[:MOST_SAID],
        figures=side_by_side(counted(desk, candidate, read)),
        changes=decided,
        others=others,
        item_id=stands[0],
        section=stands[1],
    )


def _voices(
    desk: Desk,
    members: Sequence[Membership],
    held: Mapping[str, Article],
    times: Mapping[str, datetime],
) -> Iterator[Voice]:
    """The independent texts in order of time, each with its copies."""
    made: dict[str, Voice] = {}
    copies: dict[str, list[Voice]] = {}
    for member in members:
        article_id, origin = member.article_id, member.origin
        voice = _voice(desk, held[article_id], times[article_id], member.why)
        if origin == article_id or origin not in held:
            made[article_id] = voice
        else:
            copies.setdefault(origin, []).append(voice)
    for id_, voice in sorted(made.items(), key=lambda pair: pair[1].at):
        followed = sorted(copies.get(id_, ()), key=lambda copy: copy.at)
        yield replace(voice, copies=tuple(followed))


def _voice(desk: Desk, article: Article, at: datetime, why: str) -> Voice:
    return Voice(
        article_id=article.id,
        title=article.title or article.text[:80],
        url=article.url,
        outlet=_outlet(desk, article),
        language=article.language,
        at=at,
        why=why,
    )


def _outlet(desk: Desk, article: Article) -> str:
    return desk.outlets.get(article.source_id or "", article.source_id or "")


def _said(desk: Desk, held: Mapping[str, Article], read: Mapping[str, Findings]) -> Iterator[Said]:
    """What is said by somebody in the articles, direct words first in each."""
    for article in held.values():
        found = read[article.id].statements if article.id in read else ()
        for one in sorted(found, key=lambda one: one.wording.value != "direct"):
            if one.speaker is not None:
                yield _one_said(desk, article, one)


def _one_said(desk: Desk, article: Article, one: Statement) -> Said:
    span = one.content[0]
    return Said(
        article_id=article.id,
        outlet=_outlet(desk, article),
        language=article.language,
        words=span.of(article.text),
        speaker=one.speaker.name if one.speaker else "",
        role=one.speaker.role if one.speaker else "",
        span=span,
        direct=one.wording.value == "direct",
    )


def _others(tx: Transaction, story_id: str, last: datetime) -> Iterator[tuple[str, str]]:
    """Other stories of these weeks, biggest first, with the title of their first article."""
    since = last - timedelta(days=DAYS_OF_OTHERS)
    found = stories.newest(tx, since=since, limit=MOST_OTHERS + 1)
    held = articles.many(tx, (one.members[0].article_id for one in found))
    for one in found:
        article = held.get(one.members[0].article_id)
        if one.id != story_id and article is not None:
            yield one.id, article.title or article.text[:80]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """An article as it was read: its text, where it came from, and what holds its bytes."""

    article: Article
    outlet: str
    at: datetime
    captured_at: datetime
    digest: str
    story_id: str | None
    paragraphs: tuple[tuple[tuple[str, bool], ...], ...]
    """The text in paragraphs of (words, whether they are lit)."""


def reading(desk: Desk, article_id: str, lit: Span | None = None) -> Reading:
    """One article, a passage of it lit; `UsageError` where there is none."""
    with desk.store.reading() as tx:
        article = articles.get(tx, article_id)
        capture = captures.get(tx, article.capture_id) if article else None
        if article is None or capture is None:
            raise UsageError("This desk has no such article.")
        story_id = stories.of_articles(tx, (article_id,)).get(article_id)
    return Reading(
        article=article,
        outlet=_outlet(desk, article),
        at=time_of(article, capture.fetched_at),
        captured_at=capture.fetched_at,
        digest=capture.digest,
        story_id=story_id,
        paragraphs=tuple(_paragraphs(article.text, lit)),
    )


def _paragraphs(text: str, lit: Span | None) -> Iterator[tuple[tuple[str, bool], ...]]:
    start = 0
    for words in text.split("\n"):
        end = start + len(words)
        if words.strip():
            yield tuple(_lit(text, start, end, lit))
        start = end + 1


def _lit(text: str, start: int, end: int, lit: Span | None) -> Iterator[tuple[str, bool]]:
    low, high = (max(start, lit.start), min(end, lit.end)) if lit else (end, end)
    if low >= high:
        yield text[start:end], False
        return
    for words, on in ((text[start:low], False), (text[low:high], True), (text[high:end], False)):
        if words:
            yield words, on
