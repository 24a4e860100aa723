"""Small marks of an article: categories, press agency, page type, whether it is cut.

In: a page and its text. Out: one value each. Rules are generic; no site is named.
"""

import re

from watchdesk.extract.linked import ARTICLES, listed, types
from watchdesk.extract.page import Page, one_line

_DATELINE = re.compile(
    r"^.{0,60}?(?:\((?P<round>[A-ZА-ЯԱ-Ֆ][\w.]{1,14}(?:[ /][A-ZА-Я]\w{1,14})?)\)\s*[-–—:,.]"
    r"|/(?P<stroke>[A-ZА-ЯԱ-Ֆ]{3,14})/|[-–—]\s*(?P<dash>[A-ZА-Я]{2,6})\s*[-–—])"
)
_CLOSING = re.compile(r"[(/](?P<who>[A-ZА-Я]{2,8}|[a-z]{2,5}(?:/[a-zA-Z]{2,8}){0,3})[)/]\.?\s*$")
_SOURCE = re.compile(
    r"(?:^|\n)(?:source|quelle|fuente|fonte|источник|աղբյուր|kaynak|mənbə|المصدر)\s*[:：՝]\s*(?P<who>[^\n]{2,40}?)\.?\s*$",
    re.IGNORECASE,
)
_INITIALS = re.compile(r"^[A-ZА-Я]{2,6}$")
_WALL = (
    '[class*="paywall"], [id*="paywall"], [class*="regwall"], [class*="subscriber-wall"],'
    ' [class*="piano-offer"]'
)
_OFFER = re.compile(
    r"subscribe\s+(?:now\s+)?to\s+(?:read|continue|unlock|keep)|to\s+(?:continue|keep)\s+reading|already\s+a\s+subscriber"
    r"|(?:abonnez-vous|réservé\s+aux\s+abonnés|il\s+vous\s+reste)|jetzt\s+weiterlesen|weiterlesen\s+mit|nur\s+für\s+abonnenten"
    r"|suscríbete\s+para|solo\s+para\s+suscriptores|(?:оформите|доступн\w+\s+по)\s+подписк|abone\s+ol(?:un|arak)",
    re.IGNORECASE,
)
_LAST = 3
_LIST_TYPES = frozenset({"CollectionPage", "ItemList", "SearchResultsPage", "ProfilePage"})
_MOST_CATEGORIES = 20


def categories_of(page: Page) -> tuple[str, ...]:
    """Sections and tags as the page names them."""
    node = page.article or {}
    words = [one for one in listed(node.get("articleSection")) if isinstance(one, str)]
    words += page.all("article:section", "section", "parsely-section", "cxenseparse:section")
    words += page.all("article:tag")
    for value in (*page.all("news_keywords", "parsely-tags"), *_keywords(node)):
        words += value.split(",")
    kept: dict[str, str] = {}
    for word in (one_line(one, 80) for one in words):
        kept.setdefault(word.casefold(), word)
    return tuple(filter(None, kept.values()))[:_MOST_CATEGORIES]


def _keywords(node: dict[str, object]) -> list[str]:
    return [
        one for one in listed(node.get("keywords")) if isinstance(one, str) and "://" not in one
    ]


def agency_of(text: str, authors: tuple[str, ...]) -> str:
    """The press agency that a dateline, a closing mark or the byline credits."""
    opening = _DATELINE.match(text[:200])
    if opening:
        return next(filter(None, opening.groups()), "")
    end = text[-200:]
    closing = _SOURCE.search(end) or _CLOSING.search(end)
    if closing:
        return closing.group("who").strip()
    return next((name for name in authors if _INITIALS.match(name)), "")


def page_type_of(page: Page, paragraphs: tuple[str, ...]) -> str:
    """What the page is: "listing" for headlines and nothing of an article, else "article"."""
    if any(types(node) & ARTICLES for node in page.linked):
        return "article"
    kind, _ = page.first("og:type")
    if kind == "article" or page.first("article:published_time")[0]:
        return "article"
    if any(types(node) & _LIST_TYPES for node in page.linked) and kind != "article":
        return "listing"
    titles = page.css("h2 a, h3 a, h4 a")
    long = sum(len(one) for one in paragraphs if len(one) > 120)
    whole = sum(map(len, paragraphs)) or 1
    return "listing" if len(titles) >= 8 and long < whole / 2 else "article"


def without_offer(page: Page, paragraphs: tuple[str, ...]) -> tuple[tuple[str, ...], bool]:
    """The paragraphs without an offer at their end, and whether the text is cut there."""
    kept = list(paragraphs)
    tail = kept[-_LAST:]
    offered = [one for one in tail if len(one) < 300 and _OFFER.search(one)]
    kept[-_LAST:] = [one for one in tail if one not in offered]
    paid = any(str(node.get("isAccessibleForFree")).casefold() == "false" for node in page.linked)
    walled = any(one.text(deep=True).strip() for one in page.css(_WALL)[:5])
    return tuple(kept), bool(offered or paid or walled)
