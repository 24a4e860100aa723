"""The readable text of an HTML page: trafilatura behind a door that hostile pages do not pass.

In: decoded text. Out: paragraphs, and the parsed tree for who needs it. What a reader cannot see
(hidden elements, comments) is cut before. A page too large or too deep for careful reading is read
plainly or not at all, in linear time.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml.etree import _Element, iterwalk
from lxml.html import HtmlElement
from resiliparse.extract.html2text import extract_plain_text
from trafilatura import bare_extraction
from trafilatura.utils import load_html

from watchdesk.extract.agreement import agreed
from watchdesk.extract.page import one_line
from watchdesk.extract.paragraphs import paragraphs_in, tidy

_LONGEST_HIDDEN = 200_000

_HIDDEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d]*[1-9])", re.IGNORECASE
)
_OPENS = re.compile(
    r"faq|accord|collaps|tab-?(?:panel|pane|content)|toggle|answer|expand|read-?more|less-|spoiler",
    re.IGNORECASE,
)
_MAYBE_HIDDEN = (
    ".//*[@hidden or @aria-hidden='true' or contains(@style,'none') or contains(@style,'hidden')"
    " or contains(@style,'font-size')]"
)
_BLOCKS = frozenset({"p", "head", "item", "quote", "row", "list", "table", "code", "div"})
_NEVER_HIDDEN = frozenset({"html", "body", "head", "main", "article"})
_HEART = ("article", "main", "h1")


@dataclass(frozen=True, slots=True)
class Body:
    """The paragraphs of a page, each in one line or a few."""

    paragraphs: tuple[str, ...]

    @property
    def text(self) -> str:
        """Paragraphs parted by one blank line."""
        return "\n\n".join(self.paragraphs)


@dataclass(frozen=True, slots=True)
class Tree:
    """The page as lxml sees it, without what is hidden, and the words that were."""

    root: HtmlElement
    hidden: str


def tree_of(text: str) -> Tree | None:
    """Parse a page and cut what is hidden; None where it is no HTML."""
    root = load_html(text)
    return Tree(root, _cut_hidden(root)) if root is not None else None


def body_of(text: str, tree: Tree | None, url: str) -> Body:
    """The paragraphs that two readers agree on, comments left out."""
    careful = _careful(tree, url) if tree is not None else ()
    return Body(agreed(careful, simply(text, tree.hidden if tree is not None else "")))


def simply(text: str, hidden: str = "") -> tuple[str, ...]:
    """The paragraphs of the simple reader, in linear time; those among `hidden` left out."""
    found = extract_plain_text(
        text,
        main_content=True,
        preserve_formatting=True,
        alt_texts=False,
        list_bullets=False,
        comments=False,
    )
    lines = paragraphs_in(found.replace("\n", "\n\n"))
    return tuple(line for line in lines if not hidden or one_line(line) not in hidden)


def _careful(tree: Tree, url: str) -> tuple[str, ...]:
    found = bare_extraction(tree.root, url=url, include_comments=False, with_metadata=False)
    if found is None or isinstance(found, dict) or found.body is None:
        return ()
    return tuple(paragraphs_of(found.body))


def paragraphs_of(body: _Element) -> Iterator[str]:
    """The paragraphs of an extracted tree, in order; cells of a row are parted by a stroke."""
    parts: list[str] = []
    for event, element in iterwalk(body, events=("start", "end")):
        if element.tag in _BLOCKS:
            yield from tidy(parts)
        parts.append(_opening(element) if event == "start" else _closing(element))
    yield from tidy(parts)


def _opening(element: _Element) -> str:
    text = element.text or ""
    return "\n" if element.tag == "lb" else "" if element.tag == "graphic" else text


def _closing(element: _Element) -> str:
    stroke = " | " if element.tag == "cell" and element.getnext() is not None else ""
    return stroke + (element.tail or "")


def _cut_hidden(root: HtmlElement) -> str:
    words = []
    for element in root.xpath(_MAYBE_HIDDEN):
        if element.tag in _NEVER_HIDDEN:
            continue
        if _opens(element):
            for key in ("style", "hidden", "aria-hidden"):
                element.attrib.pop(key, None)
        elif _is_hidden(element):
            words.append(one_line(element.text_content(), _LONGEST_HIDDEN))
            if element.getparent() is not None:
                element.drop_tree()
    return "\n".join(words)


def _is_hidden(element: HtmlElement) -> bool:
    """Whether it is hidden for good; a page that hides its heart shows it by its script."""
    hidden = (
        element.get("hidden", "until-found") != "until-found"
        or _HIDDEN.search(element.get("style") or "") is not None
        or element.get("aria-hidden") == "true"
    )
    return hidden and all(element.find(f".//{tag}") is None for tag in _HEART)


def _opens(element: HtmlElement) -> bool:
    """Whether it is what opens by a click: an answer, a tab."""
    names = " ".join(element.get(key) or "" for key in ("class", "id", "role", "itemprop"))
    return _OPENS.search(names) is not None
