"""Whether the text part says what the HTML part says.

Comes in: both parts. Goes out: findings on headlines and links that only one of them has. Links
within our own site stand in the HTML alone: the text names receipts in its own list.
"""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser

from watchdesk.publish.lint.finding import Found
from watchdesk.publish.setting import for_capitals

_ADDRESS = re.compile(r"https?://[^\s<>\"]+")
_NUMBERS = re.compile(r"\[L?\d+\]")
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060-\u2069]")


def in_step(tree: LexborHTMLParser, text: str | None, site: str) -> Iterator[Found]:
    """Headlines and links that one part lacks."""
    if text is None or not text.strip():
        yield Found("text part", True, "There is no text part; some readers see nothing else.")
        return
    plain = _folded(text)
    for heading in _headings(tree):
        if _folded(heading) not in plain:
            yield Found("text part", True, f"The text part lacks the heading “{heading[:60]}”.")
    here = {address.rstrip("/") for address in _ADDRESS.findall(text)}
    there = {address.rstrip("/") for address in _links(tree)}
    for address in sorted(there - here):
        if urlsplit(address).netloc != urlsplit(site).netloc:
            yield Found("text part", True, f"The text part lacks the link {address}")
    more = [one for one in here - there if urlsplit(one).netloc != urlsplit(site).netloc]
    if more:
        yield Found(
            "text part", False, f"The text part has {len(more)} links more: a cut mail has."
        )


def _headings(tree: LexborHTMLParser) -> Iterator[str]:
    """Headings without the numbers of their receipts."""
    for node in tree.css("h1, h2, h3"):
        pieces: list[str] = []
        waiting = [node.first_child]
        while waiting:
            child = waiting.pop()
            if child is None:
                continue
            waiting.append(child.next)
            if child.is_text_node:
                pieces.append(child.text_content or "")
            elif child.tag != "sup":
                waiting.append(child.first_child)
        yield " ".join("".join(pieces).split())


def _links(tree: LexborHTMLParser) -> Iterator[str]:
    for node in tree.css("a[href]"):
        if (address := node.attributes["href"] or "").startswith(("http:", "https:")):
            yield address


def _folded(text: str) -> str:
    """Words as they compare: without breaks of lines, numbers of receipts, marks nobody sees."""
    bare = _NUMBERS.sub("", _UNSEEN.sub("", text))
    return " ".join(for_capitals(bare).casefold().split())
