"""Linked data of a page (JSON-LD): the nodes, and the one that speaks of the page's article.

In: the texts of the scripts. Out: plain dicts; damaged ones are mended where that is certain and
left out otherwise. Values are claims: nothing here is shown without the name of where it is from.
"""

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import urlsplit

Node = dict[str, Any]

ARTICLES = frozenset(
    """Article NewsArticle AnalysisNewsArticle AskPublicNewsArticle BackgroundNewsArticle
    OpinionNewsArticle ReportageNewsArticle ReviewNewsArticle BlogPosting LiveBlogPosting Report
    TechArticle ScholarlyArticle SatiricalArticle AdvertiserContentArticle MedicalScholarlyArticle
    SocialMediaPosting DiscussionForumPosting""".split()  # noqa: SIM905
)
_OTHERS = frozenset({"Review", "Recipe", "Product", "Event", "VideoObject", "Course", "Book"})
_PAGES = frozenset({"WebPage", "ItemPage", "AboutPage", "MedicalWebPage", "FAQPage"})

_MOST_NODES = 500
_MOST_CHARACTERS = 2_000_000
_COMMENT = re.compile(r"^\s*(?:<!--|//\s*<!\[CDATA\[|/\*.{0,80}?\*/|<!\[CDATA\[)|(?:-->|\]\]>)\s*$")
_TRAILING = re.compile(r",(\s*[}\]])")
_WITHIN = ("@graph", "mainEntity", "mainEntityOfPage", "itemReviewed", "hasPart")


def nodes_of(scripts: Iterable[str]) -> tuple[Node, ...]:
    """All nodes of all scripts, those of a graph and of main entities included."""
    found: list[Node] = []
    for script in scripts:
        if len(script) <= _MOST_CHARACTERS:
            found += _flat(_parsed(script))
    return tuple(found[:_MOST_NODES])


def article_of(nodes: tuple[Node, ...], url: str) -> Node | None:
    """The node of the page's article: an article type first, and among those the page's own."""
    for kinds in (ARTICLES, _OTHERS, _PAGES):
        fitting = [node for node in nodes if types(node) & kinds]
        if fitting:
            return max(fitting, key=lambda node: _fits(node, url))
    return None


def types(node: Node) -> frozenset[str]:
    """The types of a node, without the vocabulary's address."""
    return frozenset(
        kind.rpartition("/")[2] for kind in listed(node.get("@type")) if isinstance(kind, str)
    )


def listed(value: object) -> list[Any]:
    """A value as a list: JSON-LD writes one without brackets."""
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def text_of(value: object) -> str:
    """The words of a value that may be a text, a list, or a node with a name."""
    for one in listed(value):
        if isinstance(one, str) and one.strip():
            return one
        if isinstance(one, dict):
            name = one.get("name") or one.get("@value") or one.get("headline")
            if isinstance(name, str) and name.strip():
                return name
    return ""


def _fits(node: Node, url: str) -> tuple[bool, bool, bool]:
    """Whether it names the page's own path, is dated, and is an article in the narrow sense."""
    path = urlsplit(url).path.rstrip("/")
    own = [node.get("url"), node.get("@id"), node.get("mainEntityOfPage")]
    names = [one if isinstance(one, str) else text_id(one) for one in own]
    same = bool(path) and any(path in name for name in names)
    return same, "datePublished" in node, "headline" in node


def text_id(value: object) -> str:
    """The identifying address of a node."""
    if not isinstance(value, dict):
        return ""
    name = value.get("@id") or value.get("url")
    return name if isinstance(name, str) else ""


def _parsed(script: str) -> object:
    for text in (script, _TRAILING.sub(r"\1", _COMMENT.sub("", script).strip().rstrip(";"))):
        try:
            return json.loads(text, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _flat(value: object, depth: int = 0) -> Iterator[Node]:
    if depth > 6:
        return
    for one in listed(value):
        if isinstance(one, dict):
            yield one
            for key in _WITHIN:
                yield from _flat(one.get(key), depth + 1)
        elif isinstance(one, list):
            yield from _flat(one, depth + 1)
