"""Where a story belongs that no rule takes, learnt from where its like stood.

In: the stories in doubt. Out: a section's key for those whose place is sure, with the words that
decided. Examples are what stood in published issues, what a person handled in a draft, which weighs
most, and this week's articles that their outlets file under a section's own name. The model is made
when it is needed, and not kept.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from urllib.parse import unquote, urlsplit

from watchdesk.issue import Candidate, Learnt, SectionRule
from watchdesk.model import Article
from watchdesk.pipeline.desk import Desk
from watchdesk.store import Transaction, articles, issues, stories, story_changes

MOST = 2000
"""Examples, the newest."""
FEWEST = 3
"""A section with fewer examples is not learnt."""
BY_HAND = 4.0
"""What a person handled weighs as much as so many that a person let stand."""
READ = 700
"""Characters of a text that say what it is about."""
COUNTED = 500
"""Of the stories in doubt so many tell which words are rare."""


def by_examples(desk: Desk, found: Sequence[Candidate]) -> Learnt:
    """What `select` asks about stories that no rule takes; `found` is all of the week's."""

    def learnt(doubtful: Sequence[Candidate]) -> Mapping[str, tuple[str, tuple[str, ...]]]:
        told = _enough([*_stood(desk), *_filed(found, desk.config.sections)][:MOST])
        return dict(_placed(told, doubtful)) if len({one[1] for one in told}) > 1 else {}

    return learnt


_Told = tuple[Article, str, float]
"""An article, the section it belongs to, and how much that weighs."""


def _placed(
    told: Sequence[_Told], doubtful: Sequence[Candidate]
) -> Iterator[tuple[str, tuple[str, tuple[str, ...]]]]:
    from watchdesk.stories.sections import (  # noqa: PLC0415 - its libraries take time to load
        SURE,
        Example,
        SectionModel,
    )

    model = SectionModel.fit(
        (Example(*_words(article), section, weight) for article, section, weight in told),
        (_words(one.leading) for one in doubtful[:COUNTED]),
    )
    for candidate in doubtful:
        section, why = model.place(*_words(candidate.leading), margin=SURE)
        if section is not None:
            yield candidate.story.id, (section, why)


def _words(article: Article) -> tuple[str, str]:
    """Title and beginning, what the outlet files it under among the title's words."""
    filed = (*article.categories, *_path(article.url))
    return " ".join((article.title, *filed)), article.text[:READ]


def _path(url: str) -> list[str]:
    """The folders of an address: `world` and `europe` of /world/europe/a-title."""
    return [unquote(part) for part in urlsplit(url).path.split("/")[1:-1]]


def _enough(told: Sequence[_Told]) -> list[_Told]:
    count = Counter(section for _, section, _ in told)
    return [one for one in told if count[one[1]] >= FEWEST]


def _stood(desk: Desk) -> Iterator[_Told]:
    """The first article of each story that stood in a section which is still there."""
    keys = {rule.key for rule in desk.config.sections if rule.kind in {"stories", "briefs"}}
    with desk.store.reading() as tx:
        stood = [one for one in issues.stood(tx, most=MOST) if one.section in keys]
        first = _first_articles(tx, [one.story_id for one in stood])
    for one in stood:
        if one.story_id in first:
            yield first[one.story_id], one.section, BY_HAND if one.by else 1.0


def _first_articles(tx: Transaction, story_ids: Sequence[str]) -> dict[str, Article]:
    told = stories.many(tx, story_ids)
    for gone in set(story_ids) - set(told):
        now = stories.get(tx, story_changes.resolve(tx, gone))
        told |= {gone: now} if now else {}
    wanted = [story.members[0].article_id for story in told.values()]
    held = articles.many(tx, wanted)
    return {
        story_id: held[story.members[0].article_id]
        for story_id, story in told.items()
        if story.members[0].article_id in held
    }


def _filed(found: Sequence[Candidate], rules: Sequence[SectionRule]) -> Iterator[_Told]:
    """Articles that their outlet files under a section's name, key or subject."""
    names = {
        name.casefold(): rule.key
        for rule in reversed(rules)
        if rule.kind == "stories"
        for name in (rule.key, rule.title, *rule.subjects)
    }
    for candidate in found:
        article = candidate.leading
        filed = (*article.categories, *_path(article.url))
        keys = {names[name.casefold()] for name in filed if name.casefold() in names}
        if len(keys) == 1:
            yield article, keys.pop(), 1.0
