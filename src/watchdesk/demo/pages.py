"""The pages and feeds of the invented outlets, as bytes.

In: an outlet, the moment on the site's clock, and where each host answers.
Out: a page with its media type, in the outlet's own charset, design and habits of metadata.
It decides nothing about what is published; the fiction does.
"""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from email.utils import format_datetime

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from watchdesk.demo.fiction import MATERIAL, Fiction, Outlet, Piece, Version

_LINK = re.compile(r"\[([^\]]+)\]\(([^)\s]+)\)")
_FEEDS = {
    "rss2": "application/rss+xml",
    "rss091": "text/xml",
    "rss1": "application/rdf+xml",
    "atom": "application/atom+xml",
    "json": "application/feed+json",
    "news-sitemap": "application/xml",
    "sitemap": "application/xml",
}
NOT_FEEDS = ("news-sitemap", "sitemap", "list", "watch", "pdf", "folder")


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What an address answers: bytes, their media type and when they last changed."""

    body: bytes
    media_type: str
    changed: datetime | None = None


class Press:
    """Renders any page of the fiction for one set of addresses."""

    def __init__(self, fiction: Fiction, origin: Callable[[str], str]) -> None:
        self.fiction = fiction
        self.origin = origin
        self._templates = _environment()

    def home(self, outlet: Outlet, moment: datetime) -> Page:
        """The front page: what is new, and where the feed is."""
        pieces = outlet.listed(moment)
        page = self._html(outlet, None, pieces)
        return self._page(outlet, page, "text/html", pieces)

    def article(self, outlet: Outlet, piece: Piece, moment: datetime) -> Page:
        """One article in the outlet's design, with its neighbours beside it."""
        others = tuple(other for other in outlet.listed(moment) if other.slug != piece.slug)
        return self._page(outlet, self._html(outlet, piece, others), "text/html", (piece,))

    def watched(self, outlet: Outlet, version: Version) -> Page:
        """A page that is changed in place, such as the status of a bill."""
        piece = _as_piece(outlet, version)
        return self._page(outlet, self._html(outlet, piece, ()), "text/html", (piece,))

    def feed(self, outlet: Outlet, moment: datetime) -> Page:
        """The outlet's feed or sitemap in the format it keeps."""
        pieces = outlet.listed(moment)
        if outlet.format == "json":
            text = json.dumps(self._json_feed(outlet, pieces), ensure_ascii=False, indent=1)
        else:
            template = self._templates.get_template(f"feeds/{outlet.format}.xml")
            text = template.render(self._words(outlet), pieces=pieces, moment=moment)
        return self._page(outlet, text, _FEEDS[outlet.format], pieces)

    def robots(self, outlet: Outlet) -> Page:
        """What robots are asked to leave alone."""
        lines = ["User-agent: *", *(f"Disallow: {path}" for path in outlet.disallow)]
        if outlet.kind == "sitemap":
            lines.append(f"Sitemap: {self.origin(outlet.id)}{outlet.path}")
        return Page(body=("\n".join(lines) + "\n").encode(), media_type="text/plain")

    def address(self, outlet: Outlet, piece: Piece) -> str:
        """Where a piece is read."""
        return self.origin(outlet.id) + piece.path

    def body(self, text: str) -> Markup:
        """The small markup as HTML: paragraphs, subheads, quoted blocks, lists, links."""
        return Markup("\n").join(self._block(block) for block in text.split("\n\n"))

    def _block(self, block: str) -> Markup:
        if block.startswith("## "):
            return Markup("<h2>{}</h2>").format(self._inline(block[3:]))
        if block.startswith("> "):
            return Markup("<blockquote><p>{}</p></blockquote>").format(self._inline(block[2:]))
        if block.startswith("- "):
            items = (self._inline(line[2:]) for line in block.splitlines())
            rows = (Markup("<li>{}</li>").format(item) for item in items)
            return Markup("<ul>{}</ul>").format(Markup().join(rows))
        return Markup("<p>{}</p>").format(self._inline(block))

    def _inline(self, text: str) -> Markup:
        out, end = Markup(), 0
        for match in _LINK.finditer(text):
            out += escape(_joined(text[end : match.start()]))
            target = self._target(match[2])
            out += Markup('<a href="{}">{}</a>').format(target, _joined(match[1]))
            end = match.end()
        return out + escape(_joined(text[end:]))

    def _target(self, name: str) -> str:
        kind, _, rest = name.partition(":")
        if kind == "document":
            document = self.fiction.documents[rest]
            return self.origin(document.host) + document.path
        if kind == "outlet":
            host, _, path = rest.partition("/")
            return f"{self.origin(host)}/{path}"
        return name

    def _html(self, outlet: Outlet, piece: Piece | None, others: tuple[Piece, ...]) -> str:
        template = self._templates.get_template(f"{outlet.design}.html")
        return template.render(
            self._words(outlet),
            article=piece,
            pieces=others,
            pictures=self.fiction.pictures,
        )

    def _words(self, outlet: Outlet) -> dict[str, object]:
        return {
            "outlet": outlet,
            "here": self.origin(outlet.id),
            "words": self.fiction.furniture[outlet.language],
            "markup": self.body,
            "has_feed": outlet.format not in NOT_FEEDS,
            "feed_type": _FEEDS.get(outlet.format, ""),
        }

    def _json_feed(self, outlet: Outlet, pieces: tuple[Piece, ...]) -> dict[str, object]:
        here = self.origin(outlet.id)
        return {
            "version": "https://jsonfeed.org/version/1.1",
            "title": outlet.title,
            "description": f"{outlet.tagline} {self.fiction.furniture[outlet.language]['note']}",
            "home_page_url": f"{here}/",
            "feed_url": here + outlet.path,
            "language": outlet.language,
            "items": [self._json_item(outlet, piece) for piece in pieces],
        }

    def _json_item(self, outlet: Outlet, piece: Piece) -> dict[str, object]:
        address = self.address(outlet, piece)
        return {
            "id": address,
            "url": address,
            "title": piece.title,
            "date_published": piece.published.isoformat(),
            "date_modified": piece.updated.isoformat(),
            "authors": [{"name": piece.author or outlet.title}],
            "content_html": str(self.body(piece.body)),
            "tags": [piece.section],
        }

    @staticmethod
    def _page(outlet: Outlet, text: str, kind: str, pieces: tuple[Piece, ...]) -> Page:
        changed = max((piece.updated for piece in pieces), default=None)
        body = text.encode(outlet.charset, "xmlcharrefreplace")
        return Page(body=body, media_type=f"{kind}; charset={outlet.charset}", changed=changed)


def _environment() -> Environment:
    templates = Environment(
        loader=FileSystemLoader(MATERIAL / "templates"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    templates.filters["mail_date"] = format_datetime
    templates.filters["day"] = lambda moment: f"{moment:%d.%m.%Y, %H:%M}"
    return templates


def _joined(text: str) -> str:
    return text.replace("\n", " ")


def _as_piece(outlet: Outlet, version: Version) -> Piece:
    return Piece(
        slug="",
        path=outlet.path,
        title=version.title,
        published=version.since,
        updated=version.since,
        author="",
        section="",
        body=version.body,
        thread="",
        picture="",
        documents=(),
        quotes=(),
        edit=None,
    )
