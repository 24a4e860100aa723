"""The visible words of a small HTML text (a newsletter), whole and in order.

In: HTML. Out: its paragraphs and its links. Unlike the reader of pages it judges nothing: a
newsletter is all article. Hidden preheaders and pictures are left out; nothing is fetched.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from watchdesk.extract.links import ascii_form
from watchdesk.extract.page import one_line
from watchdesk.extract.paragraphs import tidy

_BLOCKS = frozenset(
    """address article aside blockquote body center dd div dl dt fieldset figcaption figure footer
    form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tbody td th tr ul""".split()  # noqa: SIM905
)
_SKIPPED = frozenset(
    {"script", "style", "head", "title", "template", "noscript", "svg", "-comment"}
)
_HIDDEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d]*[1-9])|mso-hide\s*:\s*all",
    re.IGNORECASE,
)
_RULE = re.compile(r"\.([\w-]{1,60})\s*\{([^{}]{0,500})\}")
_FAREWELL = re.compile(
    r"unsubscribe|opt\s*out|view\s+(?:this\s+)?(?:email\s+)?in\s+(?:your\s+)?browser|abmelden|abbestellen|désabonn"
    r"|désinscri|darse\s+de\s+baja|отписаться|abonelikten|odhlásit|wypisz|إلغاء\s+الاشتراك|ապաբաժանորդագր",
    re.IGNORECASE,
)
_MOST_LINKS = 500
_SHORT = 60


@dataclass(frozen=True, slots=True)
class Words:
    """The paragraphs of a newsletter, and its links as (address, words) in their order."""

    paragraphs: tuple[str, ...]
    links: tuple[tuple[str, str], ...]
    language: str = ""


def words_of(html: str) -> Words:
    """Read the visible words of a newsletter; linear in its length."""
    tree = LexborHTMLParser(html)
    styles = " ".join(node.text() or "" for node in tree.css("style")[:20])[:200_000]
    hidden = frozenset(name for name, rule in _RULE.findall(styles) if _HIDDEN.search(rule))
    root = tree.css_first("html")
    links: list[tuple[str, str]] = []
    body = tree.body
    paragraphs = tuple(_paragraphs(body, hidden, links)) if body is not None else ()
    language = (root.attributes.get("lang") or "") if root is not None else ""
    return Words(paragraphs, tuple(links[:_MOST_LINKS]), language)


def _paragraphs(
    body: LexborNode, hidden: frozenset[str], links: list[tuple[str, str]]
) -> Iterator[str]:
    """Depth first, without recursion: a hostile nest must not end the process."""
    parts: list[str] = []
    stack: list[tuple[LexborNode, bool]] = [(body, False)]
    while stack:
        node, leaving = stack.pop()
        tag = node.tag or ""
        if leaving:
            yield from tidy(parts)
        elif tag == "-text":
            parts.append((node.text_content or "").replace("\n", " "))
        elif tag == "br":
            parts.append("\n")
        elif tag not in _SKIPPED and not _is_hidden(node, hidden):
            if tag in _BLOCKS:
                yield from tidy(parts)
                stack.append((node, True))
            if tag == "a" and not _note(node, links):
                continue
            stack += [(child, False) for child in reversed(list(node.iter(include_text=True)))]
    yield from tidy(parts)


def _is_hidden(node: LexborNode, hidden: frozenset[str]) -> bool:
    values = node.attributes
    if "hidden" in values or _HIDDEN.search(values.get("style") or ""):
        return True
    return bool(hidden.intersection((values.get("class") or "").split()))


def _note(node: LexborNode, links: list[tuple[str, str]]) -> bool:
    """Note a link; False for one that only serves the mailing itself, whose words are no text."""
    words = one_line(node.text(deep=True), 300)
    if len(words) < _SHORT and _FAREWELL.search(words):
        return False
    url = target_of(node.attributes.get("href") or "")
    if url and words:
        links.append((url, words))
    return True


def target_of(href: str) -> str:
    """The address that a counting link leads to, where it carries it; otherwise the link's own."""
    try:
        parts = urlsplit(href.strip())
        if parts.scheme not in ("http", "https"):
            return ""
        carried = [
            value
            for _, value in parse_qsl(parts.query, max_num_fields=50)
            if value.startswith(("http://", "https://"))
        ]
        return ascii_form(carried[0] if carried else href.strip())
    except ValueError:
        return ""
