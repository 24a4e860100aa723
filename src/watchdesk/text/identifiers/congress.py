"""Numbers of the Congress of the United States, and of its laws and orders.

Numbers of bills and resolutions start again with each Congress; a mention carries the Congress
where the text prints it ("118th Congress"), else its day tells it.
"""

import re
from collections.abc import Iterator
from datetime import date

from watchdesk.model import Mention, Span
from watchdesk.text.identifiers.form import Form, around, behind, form
from watchdesk.text.identifiers.states import names_legislature, speaks_of_congress, state_beside
from watchdesk.text.languages.lists import bag, listed

_TYPES = dict(
    pair.split(":")
    for pair in listed(
        """h:hr hr:hr s:s hres:hres sres:sres hconres:hconres sconres:sconres hjres:hjres
        sjres:sjres hamdt:hamdt samdt:samdt houseresolution:hres senateresolution:sres
        houseconcurrentresolution:hconres senateconcurrentresolution:sconres
        housejointresolution:hjres senatejointresolution:sjres housebill:hr senatebill:s
        houseamendment:hamdt senateamendment:samdt"""
    )
)
_STATE_TYPES = dict(
    pair.split(":")
    for pair in listed(
        """hr:hr houseresolution:hr senateresolution:sr houseconcurrentresolution:hcr
        senateconcurrentresolution:scr housejointresolution:hjr senatejointresolution:sjr
        housebill:hb senatebill:sb"""
    )
)
_RESTARTING = bag("hr s hres sres hconres sconres hjres sjres hamdt samdt")
_PRINTED = re.compile(r"^[^.;]{0,40}?\b(?:of\sthe\s|\()?(\d{2,3})(?:st|nd|rd|th)\sCongress")
_MAKING_LAW = re.compile(
    r"congress|senat|\bhouse\b|\bbills?\b|\bacts?\b|legislat|\blaws?\b|lawmak|sponsor|introduc"
    r"|\bpass|\bvot(?:e|ing)|\bsign(?:ed|s)|committee|amend|\bmeasures?\b|resolution|\bread\b"
    r"|H\.\ ?R\.|representative",
    re.IGNORECASE,
)
_PAGE_BEFORE = re.compile(r"(?:[,(:]|\bauf|\bvgl\.|\bsiehe)\s*$")
_GERMAN = re.compile(r"\b(?:der|das|und|vgl|hrsg|siehe)\b", re.IGNORECASE)


def congress_on(day: date) -> int:
    """The number of the Congress that sits on a day; each begins on 3 January of an odd year."""
    year = day.year - 1 if (day.month, day.day) < (1, 3) else day.year
    return (year - 1787) // 2


def restarts(key: str | None) -> bool:
    """Whether a key is complete only together with a Congress."""
    parts = (key or "").split("/")
    return parts[0] == "us" and parts[1] in _RESTARTING


def _reads(kind: str, pattern: str, hints: str, *, weak: bool = False) -> Form:
    def reads(match: re.Match[str]) -> Iterator[Mention]:
        letters = re.sub(r"[^a-z]", "", match["type"].lower())
        state = state_beside(match) if letters in _STATE_TYPES else None
        if weak and not _is_law_making(match):
            return
        number = int(match["number"])
        key = f"us/{_TYPES[letters]}/{number}"
        of_state = state or names_legislature(match) or _is_state_wording(letters, match)
        if letters in _STATE_TYPES and of_state:
            key = f"us-{state or 'state'}/{_STATE_TYPES[letters]}/{number}"
        printed = _PRINTED.search(behind(match, 60)) if restarts(key) else None
        yield Mention(Span(*match.span()), kind, key, printed[1] if printed else None)

    return Form(tuple(hints.split()), pattern, reads)


def _is_state_wording(letters: str, match: re.Match[str]) -> bool:
    """News writes "House Bill 5" of a state's house, and "H.R. 5" of the nation's."""
    return letters.endswith("bill") and not speaks_of_congress(match)


def _is_law_making(match: re.Match[str]) -> bool:
    """Whether the words around speak of a parliament; "S. 40" is a page elsewhere."""
    near = around(match)
    if match["type"].startswith("S") and (
        _GERMAN.search(near) or (_PAGE_BEFORE.search(near.split("\n")[0]) and "H" not in near)
    ):
        return False
    return _MAKING_LAW.search(near) is not None


def forms() -> tuple[Form, ...]:
    """All forms of the Congress."""
    number = r"(?:No\.?\s?)?(?P<number>\d{1,5})"
    return (
        _reads(
            "resolution",
            rf"""(?P<type>[HS]\.?\ ?(?:Con\.?|J\.?)?\ ?(?:Res\.?|RES\.?)
            |[Hh]ouse\ (?:Concurrent\ |Joint\ |concurrent\ |joint\ )?[Rr]esolution
            |[Ss]enate\ (?:Concurrent\ |Joint\ |concurrent\ |joint\ )?[Rr]esolution)
            \s?{number}""",
            "Res RES esolution",
        ),
        _reads("bill", rf"(?P<type>H\.\ ?R\.|H\.R|House\ [Bb]ill)\s?{number}", "H. House"),
        _reads("bill", rf"(?P<type>Senate\ [Bb]ill)\s?{number}", "Senate"),
        _reads("bill", rf"(?P<type>HR)[\s-]?{number}(?!\s?bpm)", "HR", weak=True),
        _reads(
            "bill",
            rf"(?P<type>S\.)\s?{number}(?!\s?(?:%|percent|per\ cent|[NSEW]\b|[A-Z][a-z]|ff?\b))",
            "S.",
            weak=True,
        ),
        _reads(
            "document",
            rf"(?P<type>[HS]\.?\ ?Amdt\.?|(?:House|Senate)\ [Aa]mendment)\s?{number}",
            "mdt mendment",
        ),
        form(
            "document",
            "Rept Report",
            r"([HS])(?:\.|ouse|enate)\ ?(?:Rept\.?|Report)\s?(?:No\.\s?)?(\d{2,3})[-–‑](\d{1,4})",
            lambda m: f"us/{m[1].lower()}rept/{m[2]}-{m[3]}",
        ),
        form(
            "law",
            "Law L. PL",
            r"(?:[Pp]ublic\ [Ll]aw|Pub\.\ ?L\.|P\.\ ?L\.|PL)\s?(?:No\.?\s?)?"
            r"(\d{2,3})[-–‑](\d{1,4})",
            r"us/pl/\1-\2",
        ),
        form(
            "law",
            "Order O. EO",
            r"(?:[Ee]xecutive\ [Oo]rder|E\.\ ?O\.|EO)\s?(?:No\.?\s?)?(\d{4,5})",
            r"us/eo/\1",
        ),
        form(
            "law",
            "U.S.C USC",
            r"(\d{1,2})\ (?:U\.S\.C\.?|USC)\ ?(?:§{1,2}\ ?|[Ss]ec(?:tion|\.)\ )?"
            r"(\d{1,5}[a-z]{0,2})",
            r"us/usc/\1/\2",
        ),
    )
