"""Who wrote it: names as printed, in their order.

In: a page. Out: names and origin. Linked data is asked first, then the head, then marked bylines
and lines that begin with "By". People come before organisations; an address or a role is no name.
"""

import re

from watchdesk.extract.linked import Node, listed, text_id, types
from watchdesk.extract.page import Page, one_line, words_of
from watchdesk.extract.titles import folded, site_words, without_site

_META = (
    "author", "article:author", "parsely-author", "citation_author", "dc.creator",
    "dcterms.creator", "sailthru.author", "byl", "cxenseparse:author", "article:author_name",
    "og:article:author", "authors",
)  # fmt: skip
_MARKED = (
    '[itemprop="author"] [itemprop="name"], [itemprop="author"]',
    '[rel~="author"]',
    ".author-name, .byline__name, .byline-name, .author__name, .article-author, .article__author",
    '.byline, [class*="byline"], .post-author, .entry-author, .author',
    'a[href*="/author/"], a[href*="/authors/"]',
    '[class*="author-name"], [class*="authorName"], [class*="author_name"], [class*="__author"]',
)
_OPENS = re.compile(
    r"(?:(?:(?:written|reported)\s+)?by|von|par|por|автор|autor|հեղինակ|yazan|müəllif|ავტორი)"
    r"(?:\s*[:：՝]\s*|\s+|$)",
    re.IGNORECASE,
)
_NAME = re.compile(
    r"(?:[^\W\d_a-zа-я][\w.'’-]*\.?\s*(?:d[aei]|del|van|von|der|de la|bin|al)?\s*){2,4}"
)
_CARD_LABELS = ("written by", "by", "author", "von", "par", "автор", "verfasst von", "escrito por")
_BY = re.compile(
    r"^(?:(?:written|posted|published|reported|reviewed)\s+by|by|von|par|por|di|door|av|af|przez"
    r"|autor(?:in|zy|a)?|auteurs?|автор(?:ы)?|тексты?|text|yazan|müəllif|հեղինակ|ავტორი|بقلم|كتب"
    r"|نویسنده|מאת)\b\s*[:：՝.-]?\s*",
    re.IGNORECASE,
)
_JOINED = re.compile(
    r"\s*(?:;|\||/|\n|\s&\s|,?\s+(?:and|und|et|y|e|и|і|та|և|ve|və|და|og|och|en|i)\s+|\s+و\s*(?=\S))\s*"
)
_ROLE = re.compile(
    r"\s+(?:\||–|—|-|•|·|/)\s+.*$|\s+(?:on|am|le|il)\s+\w{3,9}\.?\s+\d.*$|\s*[\(\[].*[\)\]]$"
    r"|\s*\b(?:updated|published|posted|opublikowano|aktualisiert|last updated)\b.*$",
    re.IGNORECASE,
)
_NOT_A_NAME = re.compile(
    r"https?:|www\.|@|\d{4}|\b\d+\s*min|^\W*$|[{}<>=]|^(?:admin|administrator|editor|redaktion"
    r"|author|autor|автор|anonymous|unknown|none|null|undefined|home|share|follow)$",
    re.IGNORECASE,
)
_DATED = re.compile(
    r"(?:\w{3,10},?\s+)?\b(?:\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}-\d\d-\d\d|\w{3,10}\.?\s+\d{1,2},?\s+\d{4}"
    r"|\d{1,2}\.?\s+\w{3,10}\.?,?\s+\d{4})(?:\W+\d{1,2}:\d{2}(?:\s*[ap]\.?m\.?)?)?(?:\s+[A-Z]{3,4})?",
    re.IGNORECASE,
)
_NEAR = 6
_ADDRESS = re.compile(r"\s*(?:https?:)?//|\s*/|\S+\.(?:com|org|net)/", re.IGNORECASE)
_LONGEST_NAME = 80
_MOST = 30

Found = tuple[tuple[str, ...], str]


def authors_of(page: Page) -> Found:
    """The authors and where they were found."""
    persons, bodies = _linked(page)
    if persons:
        return persons, "json-ld"
    for names, origin in (
        _head(page),
        _card(page),
        _marked(page),
        _opened(page),
        _beside_date(page),
    ):
        if names:
            return names, origin
    return bodies, "json-ld" if bodies else ""


def names_in(line: str) -> tuple[str, ...]:
    """The names of a byline: "By Ani Petrosyan and John Smith" holds two."""
    if _ADDRESS.match(line):
        return ()
    low = _BY.sub("", _BY.sub("", one_line(line, 400)))
    names: list[str] = []
    for part in _JOINED.split(low):
        names += _at_commas(_ROLE.sub("", part))
    return _unique(names)


def _at_commas(part: str) -> list[str]:
    """Names parted by commas; a title behind a name ("MD") belongs to it."""
    pieces = [piece.strip() for piece in part.split(",")]
    if all(" " in piece and len(piece) < 40 for piece in pieces):
        return pieces
    return [part]


def _unique(names: list[str]) -> tuple[str, ...]:
    kept: dict[str, str] = {}
    for name in names:
        clean = name.strip(" ,;:·•|-–—")
        if clean and len(clean) <= _LONGEST_NAME and not _NOT_A_NAME.search(clean):
            kept.setdefault(clean.casefold(), clean)
    return tuple(kept.values())[:_MOST]


def _linked(page: Page) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Persons and organisations that linked data names."""
    node = page.article or {}
    persons: list[str] = []
    bodies: list[str] = []
    for one in listed(node.get("author")) or listed(node.get("creator")):
        names, is_body = _named(page, one)
        (bodies if is_body else persons).extend(names)
    return _unique(persons), _unique(bodies)


def _named(page: Page, one: object) -> tuple[tuple[str, ...], bool]:
    if isinstance(one, str):
        return names_in(one), False
    if not isinstance(one, dict):
        return (), False
    node = one if one.get("name") else _referred(page, one)
    names = [one_line(name, 400) for name in listed(node.get("name")) if isinstance(name, str)]
    is_body = bool(types(node) & {"Organization", "NewsMediaOrganization", "Corporation"})
    return (
        tuple(names) if is_body else tuple(n for name in names for n in names_in(name))
    ), is_body


def _referred(page: Page, node: Node) -> Node:
    wanted = text_id(node)
    fitting = (other for other in page.linked if other.get("name") and text_id(other) == wanted)
    return next(fitting, {}) if wanted else {}


def _head(page: Page) -> Found:
    for name in _META:
        found = [one for value in page.all(name) for one in names_in(value)]
        if names := _unique(found):
            return names, name
    return (), ""


def _card(page: Page) -> Found:
    """The label and value that a social card shows ("Written by")."""
    for number in ("1", "2"):
        label, _ = page.first(f"twitter:label{number}")
        if label.lower().strip(": ") in _CARD_LABELS:
            return names_in(page.first(f"twitter:data{number}")[0]), "twitter:data"
    return (), ""


def _marked(page: Page) -> Found:
    """Names in elements that the page marks as a byline, nearest to its heading first."""
    for selector in _MARKED:
        for node in page.css(selector)[:3]:
            words = (node.attributes.get("content") or "") or words_of(node)
            names = names_in(words) if 2 < len(words) <= 160 else ()
            if names and all(len(name.split()) <= 6 for name in names):
                return names, "byline"
    return (), ""


def _opened(page: Page) -> Found:
    """The name behind the first "By" that begins a line of the page."""
    lines = page.lines()
    for number, line in enumerate(lines):
        opening = _OPENS.match(line) if len(line) <= 100 else None
        if opening is None:
            continue
        rest = line[opening.end() :] or (lines[number + 1] if number + 1 < len(lines) else "")
        names = names_in(rest)
        if names and all(_NAME.fullmatch(name) for name in names):
            return names, "byline"
    return (), ""


def _beside_date(page: Page) -> Found:
    """A name beside the first date below the title, where a byline stands on plain pages."""
    lines = page.lines()
    site = site_words(page)
    wanted = folded(without_site(page.title, site))
    places = [place for place, line in enumerate(lines[:400]) if folded(line) == wanted and wanted]
    for place in places[-1:]:
        near = lines[place + 1 : place + 1 + _NEAR]
        dated = next((at for at, line in enumerate(near) if _DATED.search(line)), None)
        if dated is None:
            continue
        for line in (near[dated], *near[dated + 1 : dated + 2], *near[max(0, dated - 1) : dated]):
            names = [
                name
                for name in names_in(_DATED.sub(" ", line))
                if len(line) < 120
                if folded(name) not in site
            ]
            if names and all(_NAME.fullmatch(name) and not name.isupper() for name in names):
                return tuple(names), "beside the date"
    return (), ""
