"""HTML pages to articles.

In: a capture whose bytes are HTML. Out: an article with every field's origin, or a problem for a
page that is none. The text comes from two readers that agree (`agreement`), all other fields from
one tree of the page. It follows no link, runs no script and believes no canonical address.
"""

from watchdesk.extract.body import Body, Tree, body_of, simply, tree_of
from watchdesk.extract.bylines import authors_of
from watchdesk.extract.charset import Decoded, decode
from watchdesk.extract.dates import published_of
from watchdesk.extract.furniture import without_furniture
from watchdesk.extract.guard import Manner, manner_of
from watchdesk.extract.links import links_of
from watchdesk.extract.marks import agency_of, categories_of, page_type_of, without_offer
from watchdesk.extract.page import Page, page_of
from watchdesk.extract.paragraphs import clean
from watchdesk.extract.pictures import image_of
from watchdesk.extract.reader import Reader, Task, article_id, refuse
from watchdesk.extract.refusal import refusal_of
from watchdesk.extract.titles import title_of
from watchdesk.extract.tongue import language_of
from watchdesk.model import Article, Byline, Code, Problem

NAME = "html"
VERSION = 1


def read(task: Task) -> Article | Problem:
    """Read a page."""
    decoded = decode(task.body, task.capture.charset)
    manner = manner_of(decoded.text)
    if manner is Manner.NOT:
        return refuse(
            task.capture, Code.TOO_LARGE, "The page is too large or too deeply nested to be read."
        )
    page = page_of(decoded.text, task.capture.url)
    tree = tree_of(decoded.text) if manner is Manner.CAREFUL else None
    body = _body(decoded, tree, page, manner)
    title, title_origin = title_of(page)
    refusal = refusal_of(page, title, body.text)
    if refusal is not None:
        return refuse(task.capture, *refusal)
    return _article(task, page, tree, _Made(decoded, body, clean(title), title_origin))


class _Made:
    """What reading the text and the title has brought so far."""

    __slots__ = ("body", "decoded", "title", "title_origin")

    def __init__(self, decoded: Decoded, body: Body, title: str, title_origin: str) -> None:
        self.decoded = decoded
        self.body = body
        self.title = title
        self.title_origin = title_origin


def _body(decoded: Decoded, tree: Tree | None, page: Page, manner: Manner) -> Body:
    if manner is Manner.PLAIN:
        return Body(simply(decoded.text))
    return body_of(decoded.text, tree, page.url)


def _article(task: Task, page: Page, tree: Tree | None, made: _Made) -> Article:
    capture, hints = task.capture, task.hints
    authors, authors_origin = authors_of(page)
    alone = without_furniture(made.body.paragraphs, title=made.title, authors=authors, page=page)
    paragraphs, cut = without_offer(page, alone)
    text = "\n\n".join(paragraphs)
    published, published_origin = published_of(
        page,
        made.title,
        tree=lambda: tree.root if tree is not None else None,
        until=capture.fetched_at,
        hint=hints.published,
    )
    origins = {
        "charset": made.decoded.origin,
        "text": "trafilatura and resiliparse" if tree is not None else "resiliparse",
        "title": made.title_origin if made.title else "list",
        "authors": authors_origin if authors else "list" if hints.authors else "",
        "published": published_origin,
    }
    return Article(
        id=article_id(capture, reader=NAME, version=VERSION, text=text),
        capture_id=capture.id,
        source_id=capture.source_id,
        url=capture.url,
        title=made.title or hints.title,
        byline=Byline(tuple(map(clean, authors or hints.authors))),
        published=published,
        language=language_of(text, page.language, page.first("og:locale")[0], hints.language),
        text=text,
        reader=NAME,
        version=VERSION,
        page_type=page_type_of(page, paragraphs),
        image=image_of(page),
        links=links_of(page, text),
        categories=categories_of(page) or hints.categories,
        agency=agency_of(text, authors),
        cut=cut,
        origins=tuple((field, origin) for field, origin in origins.items() if origin),
    )


READER = Reader(
    name=NAME,
    version=VERSION,
    media_types=frozenset({"text/html", "application/xhtml+xml"}),
    read=read,
)
