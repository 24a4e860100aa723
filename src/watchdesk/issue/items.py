"""One item of each kind, made of copied spans.

In: a candidate and the frame of the week. Out: its item, or None where it has no words to stand on.
Where the story has articles in the language of the issue, headline and sentences come from those
alone, else from one other language, which each line names. What an outlet prints as somebody's
view never speaks for a story that others report.
"""

from collections.abc import Iterator
from dataclasses import replace

from watchdesk.issue.candidate import Candidate, Week
from watchdesk.issue.cite import copied, headline_of
from watchdesk.issue.facts import links, opening, told
from watchdesk.issue.quotes import quotations
from watchdesk.issue.rivals import disagreeing, rival_figures
from watchdesk.issue.select import is_opinion
from watchdesk.model import Article, Brief, Item, Line, Opinion, Quantity, Span, identity
from watchdesk.text.quantities import prints
from watchdesk.text.spans import words

SAYS_IT_AGAIN = 0.8
"""A sentence of which so many words stand in the headline or above it says nothing new."""


def story(candidate: Candidate, week: Week, issue_id: str) -> Item | None:
    """Headline, sentences, quotations, links and picture of a story."""
    speaking = _speaking(candidate, week)
    if speaking is None:
        return None
    headline = headline_of(speaking.leading)
    chosen = tuple(_new_words(speaking, headline))[: week.house.sentences]
    most = week.house.quotations
    return Item(
        id=identity("item", issue_id, candidate.story.id),
        headline=headline,
        detail=told(candidate, week),
        lines=tuple(copied(speaking.article(id_), span) for id_, span in chosen),
        quotes=quotations(speaking, most=most, language=week.language, taken=chosen),
        links=links(speaking, week),
        photo=candidate.photo,
        story_id=candidate.story.id,
    )


def figures(candidate: Candidate, week: Week, issue_id: str) -> tuple[Item, ...]:
    """Numbers that disagree, an item for each thing that is counted; they follow their story."""
    speaking = _speaking(candidate, week)
    if speaking is None:
        return ()
    found = disagreeing(candidate.quantities, week.language)
    return tuple(_figures(quantity, speaking, week, issue_id) for quantity in found)


def figures_of_brief(candidate: Candidate, week: Week, issue_id: str) -> tuple[Item, ...]:
    """The same for those numbers alone that the headline prints."""
    speaking = _speaking(candidate, week)
    if speaking is None:
        return ()
    headline = headline_of(candidate.leading)
    found = disagreeing(candidate.quantities, week.language)
    return tuple(
        _figures(quantity, speaking, week, issue_id)
        for quantity in found
        if prints(headline.text, headline.language, quantity)
    )


def _figures(quantity: Quantity, speaking: Candidate, week: Week, issue_id: str) -> Item:
    headline, detail = rival_figures(quantity)
    return Item(
        id=identity("figures", issue_id, speaking.story.id, quantity.key),
        headline=headline,
        detail=detail,
        links=links(speaking, week)[:1],
        story_id=speaking.story.id,
    )


def opinion(candidate: Candidate, week: Week, issue_id: str) -> Item | None:
    """Title, byline and one sentence of a view; one without a byline is a headline and a link."""
    article = candidate.leading
    if not article.byline.authors:
        return brief(candidate, week, issue_id)
    item = brief(candidate, week, issue_id)
    if item is None:
        return None
    excerpt = [(i, span) for i, span in _new_words(candidate, item.headline) if i == article.id]
    return replace(
        item,
        detail=Opinion(authors=article.byline.authors, outlet=week.outlet(article)),
        lines=tuple(copied(article, span) for _, span in excerpt[:1]),
    )


def brief(candidate: Candidate, week: Week, issue_id: str) -> Item | None:
    """Headline and link alone."""
    if not _has_words(candidate.leading):
        return None
    return Item(
        id=identity("item", issue_id, candidate.story.id),
        headline=headline_of(candidate.leading),
        detail=Brief(outlet=week.outlet(candidate.leading)),
        links=opening(links(candidate, week)),
        story_id=candidate.story.id,
    )


def _speaking(candidate: Candidate, week: Week) -> Candidate | None:
    """The candidate with the voices that may tell it; None where no article has words."""
    worded = [article for article in candidate.articles if _has_words(article)]
    reports = [article for article in worded if not is_opinion(article)] or worded
    if not reports:
        return None
    alike = [article for article in reports if article.language == week.language] or reports
    leading = candidate.leading if candidate.leading in alike else alike[0]
    spoken = {each.id for each in alike if each.language == leading.language}
    heard = {article.id for article in reports}
    return replace(
        candidate,
        headline=leading.id,
        sentences=tuple(pair for pair in candidate.sentences if pair[0] in spoken),
        statements={id_: said for id_, said in candidate.statements.items() if id_ in heard},
    )


def _has_words(article: Article) -> bool:
    return bool(article.title.strip() or article.text.strip())


def _new_words(candidate: Candidate, headline: Line) -> Iterator[tuple[str, Span]]:
    """The chosen sentences without those that say the headline, or one another, again."""
    above = _bag(headline.text)
    for article_id, span in candidate.sentences:
        bag = _bag(span.of(candidate.article(article_id).text))
        if len(bag & above) < SAYS_IT_AGAIN * len(bag):
            above |= bag
            yield article_id, span


def _bag(text: str) -> set[str]:
    return {word.low for word in words(text) if word.low[0].isalnum()}
