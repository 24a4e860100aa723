"""Which story goes into which section, in which order, and why.

In: the week's candidates and the desk's rules. Out: placed candidates, by section. The words of a
rule are looked for in titles, categories and the beginning of texts, in any language. What no rule
takes may be placed by what the caller learnt from the editor; nothing is learnt here, and nothing
is placed without a reason that can be shown.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from watchdesk.issue.candidate import Candidate
from watchdesk.issue.rules import SectionRule
from watchdesk.model import Article
from watchdesk.text.fold import fold

LEAD_CHARACTERS = 700
"""What a story is about stands in its first two paragraphs; further down come background words."""

FRESH_DAYS = 14

TITLE_COUNTS = 2.0
SOURCE_COUNTS = 2.0
SUBJECT_COUNTS = 2.0

_OPINION_PATH = re.compile(
    r"/(opinions?|columns?|comment|commentary|op-?eds?|editorials?|tribunes?|blogs?|mnenie|mneniya"
    r"|kartsik|meinung)(?=[/?#]|$)",
    re.IGNORECASE,
)
_OPINION_WORDS = frozenset(
    {"opinion", "opinions", "column", "columns", "comment", "commentary", "op-ed", "editorial"}
    | {"editorials", "tribune", "tribunes", "point de vue", "мнение", "мнения", "колонка"}
    | {"колонки", "կարծիք", "կարծիքներ", "meinung", "kommentar"}
    | {"opinión", "columna", "görüş", "yorum"}
)

_NOTHING = re.compile(r"(?!)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A candidate in a section, with its score there and the words that decided.

    `learnt` where no rule took it and its like stood here before.
    """

    candidate: Candidate
    score: float
    why: tuple[str, ...]
    learnt: bool = False


Learnt = Callable[[Sequence[Candidate]], Mapping[str, tuple[str, tuple[str, ...]]]]
"""For stories that no rule takes: by story id the section's key and the words that decided."""


def is_opinion(article: Article) -> bool:
    """Whether an outlet marks an article as somebody's view (by category or address)."""
    categories = {category.casefold().strip() for category in article.categories}
    return bool(categories & _OPINION_WORDS) or bool(_OPINION_PATH.search(article.url))


def select(
    candidates: Iterable[Candidate], rules: Sequence[SectionRule], learnt: Learnt | None = None
) -> dict[str, tuple[Placed, ...]]:
    """Each section's stories, best first, by the section's key; each story stands in one section.

    A story goes where its score is highest; equal scores go to the section that comes first in the
    house order. What reaches no section's `least` goes where `learnt` puts it, else to the first
    section of kind "briefs", and so does an opinion that no section takes or that has no byline. A
    story is an opinion only where
    all its articles are: a column about an event doesn't turn the event into a view.
    """
    found: dict[str, list[Placed]] = {rule.key: [] for rule in rules}
    waiting: list[Candidate] = []
    for candidate in candidates:
        if (place := _place(candidate, rules)) is not None:
            found[place[0]].append(place[1])
        else:
            waiting.append(candidate)
    for key, placed in _without_rule(waiting, rules, learnt):
        found[key].append(placed)
    return {rule.key: tuple(sorted(found[rule.key], key=_rank)) for rule in rules}


def _rank(placed: Placed) -> tuple[float, float, str]:
    story = placed.candidate.story
    return (-len(story.origins), -placed.score, story.id)


def _place(candidate: Candidate, rules: Sequence[SectionRule]) -> tuple[str, Placed] | None:
    opinion = _is_view(candidate)
    if opinion and not candidate.leading.byline.authors:
        return None  # a view without its owner is no news either
    best: tuple[str, Placed] | None = None
    for rule in rules:
        if rule.kind != ("opinion" if opinion else "stories"):
            continue
        placed = score(candidate, rule)
        fits = placed.score >= rule.least or (opinion and not rule.words)
        if fits and (best is None or placed.score > best[1].score):
            best = (rule.key, placed)
    return best


def _without_rule(
    waiting: Sequence[Candidate], rules: Sequence[SectionRule], learnt: Learnt | None
) -> Iterator[tuple[str, Placed]]:
    """What no rule takes, where it was learnt to belong, else among the briefs."""
    reports = [each for each in waiting if not _is_view(each)]
    known = learnt(reports) if learnt and reports else {}
    open_to = {rule.key for rule in rules if rule.kind == "stories"}
    briefs = next((rule.key for rule in rules if rule.kind == "briefs"), None)
    for candidate in waiting:
        key, why = known.get(candidate.story.id, (None, ()))
        if key in open_to:
            yield key, Placed(candidate=candidate, score=0.0, why=why, learnt=True)
        elif briefs is not None:
            yield briefs, Placed(candidate=candidate, score=0.0, why=())


def _is_view(candidate: Candidate) -> bool:
    return all(is_opinion(article) for article in candidate.articles)


def score(candidate: Candidate, rule: SectionRule) -> Placed:
    """How well a story fits a rule.

    The score is the mean over the articles of one language, so that ten copies don't shout, in the
    language that fits best: a rule written in one language keeps its weight in a story that others
    tell as well.
    """
    by_language: dict[str | None, list[float]] = {}
    why: dict[str, None] = {}
    for article in candidate.articles:
        points, words = _score_article(article, rule)
        by_language.setdefault(article.language, []).append(points)
        why.update(dict.fromkeys(words))
    best = max(sum(points) / len(points) for points in by_language.values())
    about = _about(candidate, rule)
    why.update(dict.fromkeys(about))
    best += SUBJECT_COUNTS * len(about)
    return Placed(candidate=candidate, score=best, why=tuple(why))


def _about(candidate: Candidate, rule: SectionRule) -> list[str]:
    """The subjects of a story that a rule names by code or title."""
    named = {one.casefold() for one in rule.subjects}
    return [one.title for one in candidate.subjects if named & {one.code, one.title.casefold()}]


def _score_article(article: Article, rule: SectionRule) -> tuple[float, list[str]]:
    counted: list[tuple[str, float]] = []
    title, lead = _levelled(article.title), _levelled(article.text[:LEAD_CHARACTERS])
    filed = _levelled("\n".join(article.categories))
    for word, weight in rule.words:
        pattern = _pattern(word)
        if pattern.search(title):
            counted.append((word, TITLE_COUNTS * weight))
        elif pattern.search(lead) or pattern.search(filed):
            counted.append((word, weight))
    if article.source_id in rule.sources:
        counted.append((article.source_id or "", SOURCE_COUNTS))
    subjects = {category.casefold() for category in article.categories}
    counted += [(each, SUBJECT_COUNTS) for each in rule.subjects if each.casefold() in subjects]
    return sum(points for _, points in counted), [word for word, points in counted if points > 0]


@lru_cache(maxsize=4096)
def _levelled(text: str) -> str:
    """Typography levelled, so that a rule need not know a page's apostrophes and hyphens."""
    return fold(text).text


@lru_cache(maxsize=4096)
def _pattern(word: str) -> re.Pattern[str]:
    """A word or phrase as a whole, case ignored; a * at the end of a word takes any ending."""
    words = [part for part in _levelled(word).split() if part.strip("*")]
    if not words:
        return _NOTHING
    phrase = r"\s+".join(
        re.escape(part.rstrip("*")) + (r"\w*" if part.endswith("*") else "") for part in words
    )
    return re.compile(rf"(?<!\w){phrase}(?!\w)", re.IGNORECASE)
