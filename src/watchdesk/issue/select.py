"""Which story goes into which section, in which order, and why.

In: the week's candidates and the desk's rules. Out: placed candidates, by section. The words of a
rule are looked for in titles, categories and the beginning of texts, in any language; nothing is
learnt here, and nothing is placed without a reason that can be shown.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache

from watchdesk.issue.candidate import Candidate
from watchdesk.issue.rules import SectionRule
from watchdesk.model import Article

LEAD_CHARACTERS = 700
"""What a story is about stands in its first two paragraphs; further down come background words."""

FRESH_DAYS = 14

TITLE_COUNTS = 2.0
SOURCE_COUNTS = 2.0
SUBJECT_COUNTS = 2.0

_OPINION_PATH = re.compile(
    r"/(opinions?|columns?|comment|commentary|op-?ed|editorials?|tribunes?|blogs?|mnenie|mneniya"
    r"|kartsik|meinung|opinion-[^/]*)(/|$)",
    re.IGNORECASE,
)
_OPINION_WORDS = frozenset(
    {"opinion", "opinions", "column", "comment", "commentary", "op-ed", "editorial"}
    | {"tribune", "мнение", "мнения", "колонка", "կարծիք", "meinung", "kommentar"}
    | {"opinión", "columna", "görüş", "yorum"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A candidate in a section, with its score there and the words that decided."""

    candidate: Candidate
    score: float
    why: tuple[str, ...]


def is_opinion(article: Article) -> bool:
    """Whether an outlet marks an article as somebody's view (by category or address)."""
    categories = {category.casefold().strip() for category in article.categories}
    return bool(categories & _OPINION_WORDS) or bool(_OPINION_PATH.search(article.url))


def select(
    candidates: Iterable[Candidate], rules: Sequence[SectionRule]
) -> dict[str, tuple[Placed, ...]]:
    """Each section's stories, best first, by the section's key; each story stands in one section.

    A story goes where its score is highest; equal scores go to the section that comes first in the
    house order. What reaches no section's `least` goes to the first section of kind "briefs".
    """
    found: dict[str, list[Placed]] = {rule.key: [] for rule in rules}
    for candidate in candidates:
        if (place := _place(candidate, rules)) is not None:
            found[place[0]].append(place[1])
    return {rule.key: tuple(sorted(found[rule.key], key=_rank)) for rule in rules}


def _rank(placed: Placed) -> tuple[float, float, str]:
    story = placed.candidate.story
    return (-len(story.origins), -placed.score, story.id)


def newest_first(
    placed: Iterable[Placed], *, until: datetime, fresh_days: int = FRESH_DAYS
) -> tuple[Placed, ...]:
    """The same order, with stories that went on in the last days before the others.

    A desk's first issue meets whatever its sources still list, months old; later issues meet what
    is new, and the order stays as it was.
    """
    edge = until - timedelta(days=fresh_days)
    return tuple(sorted(placed, key=lambda place: place.candidate.story.last_seen < edge))


def _place(candidate: Candidate, rules: Sequence[SectionRule]) -> tuple[str, Placed] | None:
    kind = "opinion" if is_opinion(candidate.leading) else "stories"
    best: tuple[str, Placed] | None = None
    for rule in rules:
        if rule.kind != kind:
            continue
        placed = score(candidate, rule)
        fits = placed.score >= rule.least or (kind == "opinion" and not rule.words)
        if fits and (best is None or placed.score > best[1].score):
            best = (rule.key, placed)
    return best or _brief(candidate, rules)


def _brief(candidate: Candidate, rules: Sequence[SectionRule]) -> tuple[str, Placed] | None:
    for rule in rules:
        if rule.kind == "briefs":
            return rule.key, Placed(candidate=candidate, score=0.0, why=())
    return None


def score(candidate: Candidate, rule: SectionRule) -> Placed:
    """How well a story fits a rule: the mean over its articles, so that ten copies don't shout."""
    total = 0.0
    why: dict[str, None] = {}
    for article in candidate.articles:
        points, words = _score_article(article, rule)
        total += points
        why.update(dict.fromkeys(words))
    return Placed(candidate=candidate, score=total / len(candidate.articles), why=tuple(why))


def _score_article(article: Article, rule: SectionRule) -> tuple[float, list[str]]:
    points = 0.0
    why: list[str] = []
    title, lead = article.title, article.text[:LEAD_CHARACTERS]
    for word, weight in rule.words:
        pattern = _pattern(word)
        if pattern.search(title):
            points += TITLE_COUNTS * weight
            why.append(word)
        elif pattern.search(lead):
            points += weight
            why.append(word)
    if article.source_id in rule.sources:
        points += SOURCE_COUNTS
        why.append(article.source_id or "")
    subjects = {category.casefold() for category in article.categories}
    for subject in rule.subjects:
        if subject.casefold() in subjects:
            points += SUBJECT_COUNTS
            why.append(subject)
    return points, why


@cache
def _pattern(word: str) -> re.Pattern[str]:
    """A word or phrase as a whole, case ignored; a trailing * takes any ending."""
    bare = re.escape(word.rstrip("*")).replace(r"\ ", r"\s+")
    ending = "" if word.endswith("*") else r"(?!\w)"
    return re.compile(rf"(?<!\w){bare}{ending}", re.IGNORECASE)
