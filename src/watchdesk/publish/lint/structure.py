"""What a mail's HTML must hold to, whatever program shows it.

Comes in: the HTML part as a tree, and the site's address where there is one. Goes out: findings on
size, links, pictures, headings, scripts and what would be loaded from elsewhere.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from watchdesk.publish.lint.css import rules
from watchdesk.publish.lint.finding import Found

# 102 kB, where Gmail cuts a mail and hides the rest behind a link.
CUT_AT = 102 * 1024

SHORTENERS = frozenset(
    {
        "bit.ly",
        "buff.ly",
        "clck.ru",
        "cutt.ly",
        "dlvr.it",
        "fb.me",
        "goo.gl",
        "is.gd",
        "j.mp",
        "lnkd.in",
        "ow.ly",
        "rb.gy",
        "rebrand.ly",
        "s.id",
        "shorturl.at",
        "t.co",
        "t.ly",
        "tiny.cc",
        "tinyurl.com",
        "trib.al",
        "v.gd",
        "vk.cc",
    }
)
"""Hosts that lead elsewhere: a reader cannot see where, and filters distrust them."""

_FORBIDDEN = ("script", "iframe", "object", "embed", "form", "input", "video", "audio", "base")


def size(html: str) -> Iterator[Found]:
    """The length at which Gmail cuts."""
    length = len(html.encode())
    if length > CUT_AT:
        yield Found("size", True, f"The HTML part has {length} bytes; Gmail cuts at {CUT_AT}.")


def links(tree: LexborHTMLParser, site: str) -> Iterator[Found]:
    """Links lead somewhere, safely, and say so in words."""
    named = [((node.attributes.get("href") or "").strip(), _named(node)) for node in tree.css("a")]
    for address, words in named:
        if not words:
            yield Found("links", True, f"The link to {address or 'nowhere'} has no words.")
        if address and not _is_relative(address) and (fault := _fault(address, site)):
            yield Found("links", True, f"The link “{words[:40]}” {fault}: {address}")
        if address in {"", "#"}:
            yield Found("links", True, f"The link “{words[:40]}” leads nowhere.")
    relative = [address for address, _ in named if address[:1] not in {"", "#"}]
    yield from _homeless([one for one in relative if _is_relative(one)], site)
    yield from _bare([address for address, _ in named if address.startswith("http:")])


def _homeless(relative: list[str], site: str) -> Iterator[Found]:
    if relative:
        cure = "a mail lies in no folder" if site else "give desk.toml a site_url"
        yield Found("links", bool(site), f"{len(relative)} links have no host: {cure}.")


def _bare(addresses: list[str]) -> Iterator[Found]:
    """Sources that are linked without encryption: some have no other address."""
    hosts = sorted({_host(address) for address in addresses})
    if hosts:
        told = ", ".join(hosts[:6])
        yield Found("links", False, f"{len(hosts)} hosts are linked without encryption: {told}.")


def _fault(address: str, site: str) -> str | None:
    """What is wrong with an address; a source may have none that is encrypted, our site has."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return "has an address that cannot be read"
    if parts.scheme == "http" and site.startswith("https:") and _host(address) == _host(site):
        return "leads to our own site without encryption"
    if _host(address) in SHORTENERS:
        return "is shortened, so that nobody sees where it leads"
    if parts.scheme not in {"http", "https", "mailto"}:
        return f"leads to {parts.scheme}:, which no mail program opens"
    return None


def _is_relative(address: str) -> bool:
    return not re.match(r"[a-zA-Z][a-zA-Z0-9+.-]*:", address)


def images(tree: LexborHTMLParser, site: str) -> Iterator[Found]:
    """Pictures are ours, have their width and words in their place, and count nobody."""
    for node in tree.css("img"):
        src, alt = node.attributes.get("src") or "", node.attributes.get("alt")
        width, height = (node.attributes.get(name) or "" for name in ("width", "height"))
        if alt is None:
            yield Found("images", True, f"The picture {src} has no words in its place (alt).")
        elif not alt.strip():
            yield Found("images", False, f"The picture {src} has empty words in its place (alt).")
        if not width.isdecimal():
            yield Found("images", True, f"The picture {src} has no width; Outlook needs it.")
        if {width, height} & {"0", "1", "2"}:
            yield Found("images", True, f"The picture {src} is a dot, as those that count readers.")
        if src.startswith(("http:", "https:")) and urlsplit(src).hostname != _host(site):
            yield Found("images", bool(site), f"The picture {src} is loaded from elsewhere.")


def headings(tree: LexborHTMLParser) -> Iterator[Found]:
    """One h1, then no step is left out."""
    levels = [int((node.tag or "h0")[1]) for node in tree.css("h1, h2, h3, h4, h5, h6")]
    if levels.count(1) != 1:
        yield Found("headings", True, f"There are {levels.count(1)} first headings (h1), not one.")
    for before, after in pairwise([0, *levels]):
        if after - before > 1:
            yield Found("headings", True, f"A heading h{after} follows on h{before}.")
            return


def foreign(tree: LexborHTMLParser) -> Iterator[Found]:
    """Nothing runs, asks or is fetched."""
    for name in _FORBIDDEN:
        if tree.css_first(name):
            yield Found("nothing runs", True, f"There is a <{name}>; mail programs cut it out.")
    for node in tree.css("*"):
        for name, value in node.attributes.items():
            if name.startswith("on") or (value or "").strip().lower().startswith("javascript:"):
                yield Found("nothing runs", True, f"<{node.tag} {name}> would run a script.")
    yield from _sheets(tree)


def _sheets(tree: LexborHTMLParser) -> Iterator[Found]:
    for node in tree.css("link[href]"):
        yield Found("nothing loads", True, f"{node.attributes['href']} would be loaded.")
    for node in tree.css("style"):
        for rule in rules(node.text()):
            for around in rule.within:
                if around.lower().startswith(("@import", "@font-face")):
                    yield Found("nothing loads", True, f"{around[:60]} would be loaded.")
            yield from _fetched(" ".join(one.value for one in rule.declarations))
    for node in tree.css("[style]"):
        yield from _fetched(node.attributes["style"] or "")


def _fetched(text: str) -> Iterator[Found]:
    for address in re.findall(r"url\(([^)]*)\)", text):
        yield Found("nothing loads", True, f"{address.strip()} would be loaded by a style.")


def _named(node: LexborNode) -> str:
    """The words that a link is read out with."""
    alts = " ".join(image.attributes.get("alt") or "" for image in node.css("img"))
    label = node.attributes.get("aria-label") or ""
    return " ".join(f"{node.text()} {alts} {label}".split())


def _host(site: str) -> str:
    return (urlsplit(site).hostname or "").removeprefix("www.")
