"""A captured page as it may be shown: cleaned of everything that acts, the passage lit.

In: the bytes of a page as HTML text, and words to find in it. Out: HTML of text alone, without
scripts, styles, pictures, links or addresses, in which the words are marked. What it cannot find it
does not mark.
"""

import re
from collections.abc import Iterator
from html import escape, unescape
from unicodedata import category

import nh3

KEPT = {
    "h1", "h2", "h3", "h4", "h5", "h6", "p", "br", "hr", "blockquote", "q", "cite", "em", "i",
    "strong", "b", "small", "sup", "sub", "ul", "ol", "li", "dl", "dt", "dd", "table", "thead",
    "tbody", "tr", "td", "th", "caption", "figure", "figcaption", "pre", "code", "time",
}  # fmt: skip
DROPPED = {"script", "style", "noscript", "template", "svg", "iframe", "object", "form", "select"}
MOST = 2_000_000
"""So many characters of a page are shown."""

_TAG = re.compile(r"(<[^>]*>)")


def cleaned(html: str, *, marked: bool = False) -> str:
    """The page's words in their headings, paragraphs and lists; nothing that acts or loads.

    `marked` keeps marks: ours, set after the page's own were taken out.
    """
    return nh3.clean(
        html[:MOST],
        tags=KEPT | {"mark"} if marked else KEPT,
        clean_content_tags=DROPPED,
        attributes={},
        strip_comments=True,
    )


def lit(html: str, words: str) -> str:
    """The cleaned page with the first place of `words` marked; spaces and tags may lie between."""
    pieces = _TAG.split(cleaned(html))
    found = _place(pieces, words)
    return "".join(_marked(pieces, found)) if found else "".join(pieces)


Letter = tuple[int, int]
"""Which piece, and which character of its text."""


def _place(pieces: list[str], words: str) -> tuple[Letter, Letter] | None:
    """The first and last letter of the words; spaces and what cannot be seen are ignored."""
    wanted = "".join(letter for letter in words if _seen(letter))
    letters: list[str] = []
    places: list[Letter] = []
    for number in range(0, len(pieces), 2):
        for at, letter in enumerate(unescape(pieces[number])):
            if _seen(letter):
                letters.append(letter)
                places.append((number, at))
    start = "".join(letters).find(wanted) if wanted else -1
    if start < 0:
        return None
    return places[start], places[start + len(wanted) - 1]


def _seen(letter: str) -> bool:
    """Whether it leaves ink; a space, a soft hyphen and a turn of direction do not."""
    return not letter.isspace() and category(letter) != "Cf"


def _marked(pieces: list[str], found: tuple[Letter, Letter]) -> Iterator[str]:
    (first, start), (last, end) = found
    for number, piece in enumerate(pieces):
        if number % 2 or not first <= number <= last or not piece.strip():
            yield piece
            continue
        text = unescape(piece)
        low = start if number == first else 0
        high = end + 1 if number == last else len(text)
        inside = f"<mark>{escape(text[low:high])}</mark>"
        yield f"{escape(text[:low])}{inside}{escape(text[high:])}"
