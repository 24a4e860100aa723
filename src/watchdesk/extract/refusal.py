"""Pages that answer well and hold no article: errors, walls, empty shells, parked domains.

In: a page and the text that was found in it. Out: a problem's code and sentence, or None. Only
short texts are suspected: an article that tells of a missing page is one all the same.
"""

import re

from watchdesk.extract.page import Page
from watchdesk.model import Code

_SUSPECT = 700
"""Characters below which a text may be a wall's; the longest consent notes seen are shorter."""

_LEAST = 40
_PLEA = 250
_MISSING = re.compile(
    r"\b(?:error\s*)?(?:404|410)\b|page\s+(?:was\s+|could\s+)?(?:not|cannot)\s+(?:be\s+)?found"
    r"|(?:page|article|content)\s+(?:you\s+(?:are|were)\s+looking\s+for|requested)?\s*(?:does\s*n.?t|does\s+not"
    r"|no\s+longer)\s+(?:exist|available)|not\s+found$|^not\s+found|seite\s+(?:wurde\s+)?nicht\s+gefunden"
    r"|page\s+introuvable|page\s+non\s+trouv|página\s+no\s+(?:encontrada|existe)|página\s+não\s+encontrada"
    r"|pagina\s+non\s+trovata|pagina\s+niet\s+gevonden|nie\s+znaleziono\s+strony|strona\s+nie\s+(?:istnieje|została)"
    r"|страниц[аы]\s+не\s+(?:найден|существует)|сторінк[ау]\s+не\s+знайден|էջը\s+(?:չի\s+գտնվել|գոյություն\s+չունի)"
    r"|sayfa\s+bulunamad|səhifə\s+tapılmad|გვერდი\s+(?:ვერ\s+მოიძებნა|არ\s+არსებობს)|الصفحة\s+غير\s+موجودة"
    r"|صفحه\s+(?:مورد\s+نظر\s+)?یافت\s+نشد|الصفحة\s+المطلوبة\s+غير|sidan\s+(?:kunde\s+inte\s+)?hittas|siden\s+(?:blev\s+)?ikke\s+fund",
    re.IGNORECASE,
)
_BROKEN = re.compile(
    r"error\s+establishing\s+a\s+database|mysqli?_connect|internal\s+server\s+error|bad\s+gateway"
    r"|service\s+(?:temporarily\s+)?unavailable|gateway\s+time-?out|fatal\s+error:|uncaught\s+exception"
    r"|(?:http\s+)?error\s+50[0-4]\b|\bSQLSTATE\[|stack\s+trace:|an\s+unexpected\s+error\s+(?:has\s+)?occurred",
    re.IGNORECASE,
)
_CONSENT = re.compile(
    r"(?:privacy|cookie|consent)\s+(?:choices|settings|preferences|notice)|need\s+your\s+consent"
    r"|(?:we|wir)\s+(?:and|und)\s+(?:our|unsere)\s+(?:\d+\s+)?part|before\s+you\s+continue|accept\s+all"
    r"|alle\s+akzeptieren|tout\s+accepter|aceptar\s+todo|принять\s+(?:все|файлы)|zustimm(?:en|ung)",
    re.IGNORECASE,
)
_LOGIN = re.compile(
    r"^(?:please\s+)?(?:sign|log)\s*-?\s*in\b|\blogin\s*$|^(?:anmelden|einloggen|connexion|identifiez-vous"
    r"|iniciar\s+sesión|accedi|вход|войти|войдите|авторизация|мушк|մուտք|giriş|تسجيل\s+الدخول|daxil\s+ol)\b",
    re.IGNORECASE,
)
_CHALLENGE = re.compile(
    r"just\s+a\s+moment|checking\s+your\s+browser|verify\s+(?:that\s+)?you\s+are\s+(?:a\s+)?human|attention\s+required"
    r"|access\s+(?:to\s+this\s+page\s+has\s+been\s+)?denied|are\s+you\s+a\s+robot|unusual\s+traffic|captcha|ddos\s+protection",
    re.IGNORECASE,
)
_PARKED = re.compile(
    r"domain\s+(?:name\s+)?(?:is|may\s+be)\s+for\s+sale|buy\s+this\s+domain|domain\s+(?:is\s+)?parked|parked\s+(?:free|domain)"
    r"|this\s+domain\s+has\s+expired|domain\s+steht\s+zum\s+verkauf|related\s+searches.*domain|домен\s+(?:продаётся|продается)",
    re.IGNORECASE,
)
_SCRIPT = re.compile(
    r"enable\s+java\s*script|javascript\s+(?:is\s+)?(?:disabled|required|aktivieren|not\s+enabled)|activer\s+javascript"
    r"|включите\s+javascript|needs?\s+javascript|without\s+javascript",
    re.IGNORECASE,
)

Refusal = tuple[Code, str]


def refusal_of(page: Page, title: str, text: str) -> Refusal | None:
    """Why this page gives no article; None when it does."""
    if len(text) > _SUSPECT:
        return None
    head = f"{page.title} {title}"
    lines = " ".join(page.lines()[:60])[:3000]
    return (
        _wall(page, head, title, f"{text[:_SUSPECT]} {lines if len(lines) < _SUSPECT else ''}")
        or _error(head, text or lines[:300])
        or _nothing(page, text)
    )


def _wall(page: Page, head: str, title: str, text: str) -> Refusal | None:
    if _CHALLENGE.search(head):
        return Code.BLOCKED, "The site asks for proof that a person is reading; no article came."
    if _PARKED.search(text) or _PARKED.search(head):
        return Code.ERROR_PAGE, "The domain is for sale or parked; no article stands there."
    asks = page.tree.css_first('input[type="password"]') is not None
    if any(_LOGIN.search(words.strip()) for words in (title, page.title)) and (
        asks or len(text) < _SUSPECT
    ):
        return Code.LOGIN, "The page asks for a login; no article came."
    if _CONSENT.search(head) or len(_CONSENT.findall(text)) > 1:
        return Code.CONSENT, "The page asks for consent to tracking; no article came."
    return None


def _error(head: str, text: str) -> Refusal | None:
    if _MISSING.search(head) or _MISSING.search(text[:200]):
        return Code.ERROR_PAGE, "The page says that the article was not found."
    if _BROKEN.search(head) or _BROKEN.search(text):
        return Code.ERROR_PAGE, "The page shows an error of the site's own programs, no article."
    return None


def _nothing(page: Page, text: str) -> Refusal | None:
    if _SCRIPT.search(text) and len(text) < _PLEA:
        return Code.SCRIPT_ONLY, "The page builds its text by script; without it none came."
    if len(text) >= _LEAST:
        return None
    shell = page.scripts > 0 and len(" ".join(page.lines())) < _SUSPECT
    if _SCRIPT.search(page.noscript) or (shell and not text):
        return Code.SCRIPT_ONLY, "The page builds its text by script; without it none came."
    return Code.NO_TEXT, "No readable text was found in the page."
