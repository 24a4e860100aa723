"""The title of a page: the headline as printed, without the site's name.

In: a page. Out: title and origin. A heading on the page that its head confirms is believed first:
what a reader sees and what the site says of itself agree. Then linked data, the head, the heading
alone.
"""

import re
from urllib.parse import urlsplit

from watchdesk.extract.linked import text_of
from watchdesk.extract.page import Page, one_line, words_of

_PARTS = re.compile(r"\s+[|\-–—·•»:›~/]+\s+|\s*[|｜»]\s*|\s+::\s+|\s*：\s*(?=\S{0,12}$)")
_WORD = re.compile(r"\w+")
_MOST_HEADINGS = 8
_ANCHORS = "¶# \uf0c1"
"""What documentation sets behind a heading as its own address."""

_LONGEST = 400
_SHORTEST = 12
_MOST_LINES = 400
_FEEDS = 'link[rel="alternate"][type*="rss"], link[rel="alternate"][type*="atom"]'
_META = (
    "og:title", "twitter:title", "citation_title", "dc.title", "dcterms.title", "parsely-title",
    "sailthru.title", "title",
)  # fmt: skip

Found = tuple[str, str]


def title_of(page: Page) -> Found:
    """The title and where it was found; ("", "") for a page without any."""
    site = site_words(page)
    claims = [(cut, origin) for text, origin in _claims(page) if (cut := without_site(text, site))]
    headings = _headings(page)
    for heading in headings:
        if any(confirms(claim, heading) for claim, _ in claims):
            return heading, "h1"
    if claims:
        return _as_printed(page, *claims[0])
    return (headings[0], "h1") if headings else (page.title, "title" if page.title else "")


def _as_printed(page: Page, claim: str, origin: str) -> Found:
    """The claim, or what stands behind its first colon where the page prints that line alone."""
    _, colon, rest = claim.partition(": ")
    if not colon or len(folded(rest)) < _SHORTEST:
        return claim, origin
    lines = set(map(folded, page.lines()[:_MOST_LINES]))
    return (
        (rest, origin) if folded(rest) in lines and folded(claim) not in lines else (claim, origin)
    )


def confirms(claim: str, heading: str) -> bool:
    """Whether a claim holds the heading, or the heading the claim and little more."""
    said, shown = folded(claim), folded(heading)
    if not said or not shown or len(shown) < 3:
        return False
    if said == shown or shown in map(folded, _PARTS.split(claim)):
        return True
    shorter, longer = sorted((said, shown), key=len)
    return f" {shorter} " in f" {longer} " and len(shorter) * 2 >= len(longer)


def folded(text: str) -> str:
    """Words in small letters, one blank between them."""
    return " ".join(_WORD.findall(text.casefold()))


def site_words(page: Page) -> frozenset[str]:
    """Names of the site, folded: what it calls itself, and its host."""
    names = set(page.all("og:site_name", "application-name", "twitter:site", "al:ios:app_name"))
    names |= {text_of(node.get("publisher")) for node in page.linked}
    names |= {text_of(node) for node in page.linked if node.get("@type") == "WebSite"}
    names |= {one.attributes.get("title") or "" for one in page.css(_FEEDS)}
    host = urlsplit(page.url).hostname or ""
    names |= {host, host.removeprefix("www."), host.removeprefix("www.").partition(".")[0]}
    names |= {name.replace(" ", "") for name in names}
    return frozenset(filter(None, map(folded, names)))


def without_site(text: str, site: frozenset[str]) -> str:
    """A title without a part at either end that names the site."""
    line = one_line(text, _LONGEST)
    opening, colon, rest = line.partition(": ")
    if colon and _names_site(opening, site) and rest:
        return without_site(rest, site)
    cuts = list(_PARTS.finditer(line))
    if not cuts:
        return line
    last = line[cuts[-1].end() :]
    if _names_site(last, site) or (len(cuts) == 1 and _is_suffix(line, cuts[-1])):
        return without_site(line[: cuts[-1].start()], site)
    if _names_site(line[: cuts[0].start()], site):
        return line[cuts[0].end() :].strip() or line
    return line


def _names_site(part: str, site: frozenset[str]) -> bool:
    low = folded(part)
    return low in site or low.replace(" ", "") in site


def _is_suffix(line: str, cut: re.Match[str]) -> bool:
    """Whether what follows a stroke looks like a name: short beside what stands before it."""
    head, tail = line[: cut.start()], line[cut.end() :]
    return (
        "|" in cut.group()
        and len(_WORD.findall(tail)) <= 5
        and len(_WORD.findall(head)) > len(_WORD.findall(tail))
    )


def _claims(page: Page) -> list[Found]:
    node = page.article or {}
    claims = [(text_of(node.get("headline")), "json-ld")]
    claims += [(page.first(name)[0], name) for name in _META]
    claims.append((text_of(node.get("name")), "json-ld"))
    claims.append((page.title, "title"))
    return [(one_line(text, _LONGEST), origin) for text, origin in claims if text.strip()]


def _headings(page: Page) -> list[str]:
    headings = [
        one_line(words_of(node).rstrip(_ANCHORS), _LONGEST)
        for node in (page.css("h1") or page.css('[itemprop="headline"]'))[:_MOST_HEADINGS]
    ]
    return [heading for heading in headings if heading]
