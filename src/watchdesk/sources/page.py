"""The kind "page": a page without a feed, whose new links are articles.

In: a source and the capture of its page. Out: a lead for each link that looks like an article; the
store knows which of them are new. The page's own text is not read.
"""

from dataclasses import dataclass

from watchdesk.model import Capture, Code, Lead, Problem, Purpose, Request, Source, Stage
from watchdesk.sources.entry import cut
from watchdesk.sources.kind import Reading, SourceKind
from watchdesk.sources.links import PageLink, article_links
from watchdesk.sources.tree import parsed


@dataclass(frozen=True, slots=True, kw_only=True)
class PageOptions:
    """A page that lists articles and has no feed.

    Attributes:
        url: the page's address.
        match: a part that an article's address must have, such as "/news/"; empty for our own rule.
        skip: a part that an article's address must not have.
        every_minutes: how often a timer's run asks, in minutes.
        most: how many links of one reading are looked at.
    """

    url: str
    match: str = ""
    skip: str = ""
    every_minutes: int = 60
    most: int = 300


def requests(source: Source) -> tuple[Request, ...]:
    """The page itself."""
    options = source.options
    assert isinstance(options, PageOptions)
    return (Request(url=options.url, source_id=source.id, purpose=Purpose.INDEX),)


def leads(source: Source, capture: Capture, body: bytes) -> Reading:
    """The page's article links as leads."""
    options = source.options
    assert isinstance(options, PageOptions)
    links = article_links(
        parsed(body, capture.charset), capture.url, match=options.match, skip=options.skip
    )
    if not links:
        return Reading(problems=(_no_links(capture),))
    return Reading(leads=tuple(_lead(link, source, capture) for link in links[: options.most]))


def _lead(link: PageLink, source: Source, capture: Capture) -> Lead:
    return Lead(url=link.url, source_id=source.id, found_in=capture.id, title=cut(link.words))


def _no_links(capture: Capture) -> Problem:
    return Problem(
        stage=Stage.GATHER,
        subject=capture.asked,
        code=Code.NO_TEXT,
        message=f"No link on {capture.asked} looks like an article; 'match' can name what does.",
        source_id=capture.source_id,
    )


KIND = SourceKind(
    name="page",
    about="a page without a feed; its new links are articles",
    options=PageOptions,
    requests=requests,
    leads=leads,
)
