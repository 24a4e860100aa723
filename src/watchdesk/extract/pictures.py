"""The lead picture: its address, and the caption, credit and alternative text that stand with it.

In: a page. Out: an `Image`, or None. The picture is only named here; nothing is fetched.
"""

import re
from urllib.parse import urlsplit

from selectolax.lexbor import LexborNode

from watchdesk.extract.linked import listed, text_of
from watchdesk.extract.links import ascii_form
from watchdesk.extract.page import Page, one_line, words_of
from watchdesk.model import Image

_CREDIT = re.compile(
    r"[(\[]?(?:\b(?:photo(?:graph)?|image|picture|foto|bild|crédits?(?:\s+photo)?|credits?|courtesy"
    r"|fotoğraf|şəkil|фото|снимок|լուսանկարը?|ֆոտո|ფოტო|صورة|عکس)\s*(?:by|von|de|di|par|of|credit)?"
    r"\s*[:：՝/–-]\s*|\b(?:photo|image|foto|фото)\s+(?:by|von|par)\s+|(?=©)|(?=\(c\)))"
    r"(?P<who>[^)\]\n]{2,120})[)\]]?",
    re.IGNORECASE,
)
_NO_PICTURE = re.compile(
    r"logo|placeholder|default[-_.]|sprite|avatar|favicon|blank\.|1x1|pixel", re.IGNORECASE
)
_FIGURES = (
    "article figure, main figure, [role=main] figure, .article figure, .content figure, figure"
)
_CREDITS = '[class*="credit"], [class*="copyright"], [itemprop="copyrightHolder"], small, cite'
_SOURCES = ("src", "data-src", "data-original", "data-lazy-src")
_LONGEST = 600


def image_of(page: Page) -> Image | None:
    """The picture that the page leads with."""
    url, said = _named(page)
    figures = page.css(_FIGURES)[:12]
    figure = _figure_of(page, figures, url) if url else None
    if not url:
        figure = next((one for one in figures if _address(page, one)), None)
        url = _address(page, figure) if figure is not None else ""
    if not url:
        return None
    caption, credit, alt = _words(figure) if figure is not None else ("", "", "")
    return Image(
        url=url,
        caption=caption or one_line(text_of(said.get("caption")), _LONGEST),
        credit=credit or one_line(text_of(said.get("creditText") or said.get("author")), 200),
        alt=alt or page.first("og:image:alt", "twitter:image:alt")[0][:_LONGEST],
    )


def _named(page: Page) -> tuple[str, dict[str, object]]:
    """The address that the page names, and what linked data says of it."""
    for one in listed((page.article or {}).get("image")):
        node = one if isinstance(one, dict) else {"url": one}
        url = _usable(page, node.get("url") or node.get("contentUrl"))
        if url:
            return url, node
    for value in page.all("og:image:secure_url", "og:image", "twitter:image", "twitter:image:src"):
        if url := _usable(page, value):
            return url, {}
    return "", {}


def _usable(page: Page, value: object) -> str:
    address = next((one for one in listed(value) if isinstance(one, str)), "")
    if not address or _NO_PICTURE.search(
        urlsplit(address[:2000]).path if "[" not in address else address
    ):
        return ""
    return ascii_form(page.absolute(address))


def _figure_of(page: Page, figures: list[LexborNode], url: str) -> LexborNode | None:
    """The figure that shows this picture, in whatever size; the first with a caption otherwise."""
    stem = _stem(url)
    for figure in figures:
        if stem and _stem(_address(page, figure)) == stem:
            return figure
    captioned = (one for one in figures if one.css_first("figcaption") is not None)
    return next(captioned, None)


def _stem(url: str) -> str:
    name = urlsplit(url).path.rpartition("/")[2].rpartition(".")[0]
    return re.sub(r"[-_]?\d{2,4}x\d{2,4}|[-_]scaled$", "", name).casefold()


def _address(page: Page, figure: LexborNode) -> str:
    picture = figure.css_first("img")
    values = picture.attributes if picture is not None else {}
    found = next((values[key] for key in _SOURCES if values.get(key)), "") or ""
    return "" if found.startswith("data:") else _usable(page, found)


def _words(figure: LexborNode) -> tuple[str, str, str]:
    picture = figure.css_first("img")
    alt = one_line(picture.attributes.get("alt"), _LONGEST) if picture is not None else ""
    node = figure.css_first("figcaption") or figure.css_first('[class*="caption"]')
    line = words_of(node)[:_LONGEST] if node is not None else ""
    marked = figure.css_first(_CREDITS)
    credit = words_of(marked)[:200] if marked is not None else ""
    caption, printed = parted(line.replace(credit, " ") if credit else line)
    return caption, parted(credit)[1] or credit or printed, alt


def parted(line: str) -> tuple[str, str]:
    """A caption and the credit printed within it ("A ferry. Photo: Mara Ilves")."""
    match = None
    for match in _CREDIT.finditer(line):  # noqa: B007 - the last one is wanted
        pass
    if match is None:
        return one_line(line), ""
    rest = f"{line[: match.start()]} {line[match.end() :]}"
    return one_line(rest).strip(" (|/–-"), match.group("who").strip(" .,;")
