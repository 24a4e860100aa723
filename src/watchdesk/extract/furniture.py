"""What stands around an article and is not of it: at its beginning and at its end.

In: paragraphs, the title, the page. Out: the paragraphs without what precedes a repeated title,
without the line of author and date, and without notices, offers and lists of links at the end.
Phrases are written by hand; within the text nothing is cut but what advertises or asks to click.
"""

import re
from collections.abc import Sequence

from watchdesk.extract.page import Page
from watchdesk.extract.titles import folded

_NOTICE = re.compile(
    r"all rights reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos"
    r"|tutti i diritti"
    r"|все права защищены|всі права|բոլոր իրավունքները|bütün hüquqlar|tüm hakları|جميع الحقوق"
    r"|^(?:copyright|©|\(c\)\s)|store and(?:/or)? access information on|(?:we"
    r"|wir) and our (?:\d+ )?partners"
    r"|(?:terms of (?:use|service)|privacy policy)\W.{0,80}$|by signing up|in your inbox"
    r"|sign up (?:for|to) (?:our|the)"
    r"|subscribe to our|newsletter abonnieren|подпи(?:шитесь|сывайтесь) на (?:наш|нас)"
    r"|abonnez-vous à"
    r"|may not be (?:published|reproduced)|this (?:article"
    r"|story) (?:was )?originally (?:appeared|published)",
    re.IGNORECASE,
)
_CLICK = re.compile(
    r"^\W*(?:advertisement|sponsored|anzeige|publicité|publicidad|реклама|реклама|գովազդ"
    r"|reklam)\b.{0,40}$"
    r"|^(?:send|email|e-mail) this (?:story|article|page)\b|^(?:share|tweet|print|email"
    r"|follow us)\b.{0,50}$"
    r"|^(?:scroll to continue|continue reading below|story continues below)\b.{0,60}$"
    r"|^(?:leave a (?:reply|comment)|post a comment|view comments|\d+ comments?"
    r"|add a comment)\b.{0,40}$"
    r"|^(?:teilen|drucken|partager|compartir|поделиться|կիսվել|paylaş)\b.{0,40}$",
    re.IGNORECASE,
)
_ADVERT = re.compile(
    r"^\W*(?:advertisement|anzeige|werbung|publicité|publicidad|pubblicità|реклама|գովազդ|reklam)\b\W*"
    r"(?:scroll to continue|continue reading|(?:story|article) continues.{0,20})?\W*$",
    re.IGNORECASE,
)
_COMMENTS = re.compile(
    r"^\W*(?:\d+\s+)?(?:comments?|conversation|discussion|responses|kommentare?"
    r"|commentaires?|comentarios|commenti"
    r"|комментари[ийев]+|коментарі|մեկնաբանություններ|yorumlar|şərhlər|التعليقات"
    r"|نظرات)\W*(?:\d+)?\W*$",
    re.IGNORECASE,
)
_MORE = re.compile(
    r"^(?:(?:read|see|more|related|also|latest|recommended|trending|most (?:read|popular)"
    r"|up next|you may (?:also )?like"
    r"|don.t miss|watch|mehr|lesen sie|weitere|lire aussi|à lire|lee también|leggi anche"
    r"|читайте|также по теме|по теме"
    r"|կարդացեք|oxuyun|ilgili)\b.{0,60}[:：]?)",
    re.IGNORECASE,
)
_DATE = re.compile(
    r"\d{1,2}[.:/ ]\s?\d{2}|\b(?:19|20)\d\d\b|\b\d{1,2}\s+\w{3,10}\b|\b\w{3,10}\s+\d{1,2}\b"
)
_SENTENCE = re.compile(r"[.!?։。:]\W{0,2}$")
_SMALL = 160
_LINK = 12


def without_furniture(
    paragraphs: Sequence[str], *, title: str, authors: Sequence[str], page: Page
) -> tuple[str, ...]:
    """The paragraphs of the article alone; never empty where some were given."""
    kept = _without_comments(_from_title(list(paragraphs), title))
    while len(kept) > 1 and _is_byline(kept[0], authors):
        del kept[0]
    kept = [one for one in kept if not _asks(one)] or kept
    links = _link_words(page)
    while len(kept) > 1 and _is_tail(kept[-1], links):
        del kept[-1]
    return tuple(kept)


def _asks(line: str) -> bool:
    if len(line) < _SMALL / 2 and _ADVERT.match(line):
        return True
    return len(line) < _SMALL and not _SENTENCE.search(line) and bool(_CLICK.search(line))


def _from_title(paragraphs: list[str], title: str) -> list[str]:
    """What follows a repeated title, if no prose stands before it."""
    wanted = folded(title)
    if not wanted:
        return paragraphs
    for place, paragraph in enumerate(paragraphs[:-1]):
        if folded(paragraph) == wanted:
            return paragraphs[place + 1 :]
        if (
            len(paragraph) > _SMALL
            and _SENTENCE.search(paragraph)
            and not _NOTICE.search(paragraph)
        ):
            break
    return paragraphs


def _without_comments(paragraphs: list[str]) -> list[str]:
    """What stands before the heading of the readers' comments, in the second half."""
    half, seen = sum(map(len, paragraphs)) / 2, 0
    for place, paragraph in enumerate(paragraphs):
        if place and seen >= half and _COMMENTS.match(paragraph):
            return paragraphs[:place]
        seen += len(paragraph)
    return paragraphs


def _is_byline(line: str, authors: Sequence[str]) -> bool:
    """A short line of name and date, or of one of them, that makes no sentence."""
    if len(line) > 120 or _SENTENCE.search(line):
        return False
    rest = line
    named = False
    for author in authors:
        named = named or author in rest
        rest = rest.replace(author, " ")
    return (named or _DATE.search(rest) is not None) and len(
        folded(_DATE.sub(" ", rest)).split()
    ) <= 5


def _is_tail(paragraph: str, links: frozenset[str]) -> bool:
    if _NOTICE.search(paragraph) and len(paragraph) < 3 * _SMALL:
        return True
    low = folded(paragraph)
    if low in links and len(low) > 20:
        return True
    if not _MORE.match(paragraph):
        return False
    rest = f" {low} "
    for words in sorted(links, key=len, reverse=True):
        if len(words) > 12 and f" {words} " in rest:
            rest = rest.replace(f" {words} ", " ", 1)
    return len(rest) < len(low) / 2 or len(low) < 40


def _link_words(page: Page) -> frozenset[str]:
    return frozenset(folded(words) for _, words in page.anchors() if len(words) > _LINK)
