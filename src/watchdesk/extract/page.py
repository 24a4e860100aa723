"""One HTML page, parsed once: the tree, what its head says, and the linked data within it.

In: decoded text and the address it came from. Out: lookups that are made once and kept. It takes
no decision about what is true; the readers of single fields do.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape
from urllib.parse import urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from watchdesk.extract.linked import Node, article_of, nodes_of

_MOST_LINKS = 1500
_LONGEST = 2000
"""Characters of a head's value that are read; a field is never longer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A parsed page. `meta` has the values of each name in small letters, in their order."""

    url: str
    tree: LexborHTMLParser
    meta: dict[str, tuple[str, ...]]
    linked: tuple[Node, ...]
    article: Node | None
    language: str
    title: str
    base: str = ""
    scripts: int = 0
    noscript: str = ""
    kept: dict[str, list[LexborNode]] = field(default_factory=dict)
    linking: list[tuple[LexborNode, str]] = field(default_factory=list)
    lined: dict[str, list[str]] = field(default_factory=dict)

    def first(self, *names: str) -> tuple[str, str]:
        """The first value among these names of the head, and the name; ("", "") where none is."""
        for name in names:
            for value in self.meta.get(name, ()):
                if value:
                    return value, name
        return "", ""

    def all(self, *names: str) -> tuple[str, ...]:
        """All values of these names."""
        return tuple(value for name in names for value in self.meta.get(name, ()) if value)

    def css(self, selector: str) -> list[LexborNode]:
        """The nodes of a selector, in the page's order; asked once."""
        if selector not in self.kept:
            self.kept[selector] = self.tree.css(selector)
        return self.kept[selector]

    def lines(self) -> list[str]:
        """The words of the body, one line for each run of text, hidden ones included."""
        if "" not in self.lined:
            body = self.tree.body
            text = body.text(deep=True, separator="\n") if body is not None else ""
            self.lined[""] = [line for raw in text.splitlines() if (line := " ".join(raw.split()))]
        return self.lined[""]

    def anchors(self) -> list[tuple[LexborNode, str]]:
        """The links of the page with their words, the first of them; read once."""
        if not self.linking:
            self.linking.extend(
                (node, words_of(node)) for node in self.css("a[href]")[:_MOST_LINKS]
            )
        return self.linking

    def absolute(self, address: str) -> str:
        """An address of the page as a whole one; empty where it makes none of http."""
        try:
            whole = urljoin(self.base or self.url, address.strip())
            return whole if urlsplit(whole).scheme in ("http", "https") else ""
        except ValueError:
            return ""


def page_of(text: str, url: str) -> Page:
    """Parse a page; linear in its length."""
    tree = LexborHTMLParser(text)
    linked = nodes_of(script.text() or "" for script in tree.css('script[type*="ld+json"]'))
    scripts = tree.css("script")
    noscript = " ".join(one_line(node.text()) for node in tree.css("noscript")[:20])
    count = len(scripts)
    tree.strip_tags(["script", "style", "noscript", "template"])
    root = tree.css_first("html")
    title = tree.css_first("head title") or tree.css_first("title")
    return Page(
        url=url,
        tree=tree,
        meta=_meta(tree),
        linked=linked,
        article=article_of(linked, url),
        language=_language(root),
        title=one_line(title.text() if title else ""),
        base=_base(tree, url),
        scripts=count,
        noscript=noscript,
    )


def one_line(words: str | None, longest: int = _LONGEST) -> str:
    """Entities undone, white space folded, cut at `longest` characters."""
    cut = (words or "")[: longest * 2]
    if "&" in cut:
        cut = unescape(unescape(cut))
    return " ".join(cut.split())[:longest].replace("\x00", "")


def words_of(node: LexborNode) -> str:
    """The words of a node in one line, blanks between its parts as the page shows them."""
    return one_line(node.text(deep=True))


def _meta(tree: LexborHTMLParser) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for name, value in _pairs(tree):
        found.setdefault(name, []).append(value)
    return {name: tuple(values) for name, values in found.items()}


def _pairs(tree: LexborHTMLParser) -> Iterator[tuple[str, str]]:
    for node in tree.css("meta"):
        values = node.attributes
        content = values.get("content")
        if not content:
            continue
        for key in ("property", "name", "itemprop", "http-equiv"):
            name = values.get(key)
            if name:
                yield name.strip().lower()[:80], one_line(content)


def _language(root: LexborNode | None) -> str:
    if root is None:
        return ""
    values = root.attributes
    return (values.get("lang") or values.get("xml:lang") or "").strip()[:35]


def _base(tree: LexborHTMLParser, url: str) -> str:
    """The base of relative links; one on another host is not believed."""
    node = tree.css_first("base[href]")
    try:
        whole = urljoin(url, (node.attributes.get("href") or "") if node else "")
        return whole if urlsplit(whole).netloc == urlsplit(url).netloc else ""
    except ValueError:
        return ""
