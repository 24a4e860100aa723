"""Where the paper of a measure may be, and the request for the best of what is there.

In: an article as the registers read it. Out: requests that wait for the next gather: at most one a
measure and a few an article, each with what was found in the archive already left out.
"""

from collections.abc import Iterator

from watchdesk.model import Purpose, Request
from watchdesk.pipeline.desk import Desk
from watchdesk.registers import Material
from watchdesk.registers.papers import Candidate, papers
from watchdesk.store import Transaction, articles, captures, leads, stories
from watchdesk.text.fold import fold

MOST_ARTICLES = 20
MOST_LEADS = 500
PAPERS_AN_ARTICLE = 3


def papers_wanted(tx: Transaction, desk: Desk, material: Material) -> tuple[Request, ...]:
    """What an article's measures lead to that is not archived yet."""
    article = material.article
    if article.page_type != "article" or not article.source_id:
        return ()
    found = papers(material, _candidates(tx, desk, material))[:PAPERS_AN_ARTICLE]
    urls = dict.fromkeys(one.candidate.url for one in found)
    held = captures.held_at(tx, urls)
    return tuple(
        Request(
            url=url,
            source_id=article.source_id,
            purpose=Purpose.DOCUMENT,
            found_in=article.capture_id,
        )
        for url in urls
        if url not in held and url.startswith(("http://", "https://"))
    )


def _candidates(tx: Transaction, desk: Desk, material: Material) -> Iterator[Candidate]:
    """The links of the articles on the event, then what sites of bodies that it names list."""
    article = material.article
    story = stories.of_articles(tx, (article.id,)).get(article.id)
    told = stories.get(tx, story) if story else None
    members = [one.article_id for one in told.members] if told else []
    beside = articles.many(tx, members[:MOST_ARTICLES])
    for one in {**beside, article.id: article}.values():
        yield from (Candidate(link.url, link.words) for link in one.links)
    text = fold(f"{article.title}\n{article.text}").text.lower()
    named = [id_ for id_, body in desk.bodies.items() if fold(body).text.lower() in text]
    for url, title in leads.newest(tx, named, limit=MOST_LEADS):
        yield Candidate(url, title, own=True)
