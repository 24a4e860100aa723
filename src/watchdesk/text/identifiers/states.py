"""Bills and resolutions of the states of the US.

The state never stands in the number. It is taken from the words around, where exactly one state is
named there; else the key begins with "us-state". The letters alone are blood groups, pencils and
doses as well, so they count only beside the words of a legislature or the name of a state.
"""

import re

from watchdesk.text.identifiers.form import Form, around, before, behind, form
from watchdesk.text.languages.lists import bag, listed

_CODES = dict(
    pair.replace("_", " ").split(":")
    for pair in listed(
        """Alabama:al Alaska:ak Arizona:az Arkansas:ar California:ca Colorado:co Connecticut:ct
        Delaware:de Florida:fl Georgia:ga Hawaii:hi Idaho:id Illinois:il Indiana:in Iowa:ia
        Kansas:ks Kentucky:ky Louisiana:la Maine:me Maryland:md Massachusetts:ma Michigan:mi
        Minnesota:mn Mississippi:ms Missouri:mo Montana:mt Nebraska:ne Nevada:nv
        New_Hampshire:nh New_Jersey:nj New_Mexico:nm New_York:ny North_Carolina:nc
        North_Dakota:nd Ohio:oh Oklahoma:ok Oregon:or Pennsylvania:pa Rhode_Island:ri
        South_Carolina:sc South_Dakota:sd Tennessee:tn Texas:tx Utah:ut Vermont:vt
        Virginia:va Washington:wa West_Virginia:wv Wisconsin:wi Wyoming:wy"""
    )
)
_NAMES = "|".join(sorted(_CODES, key=len, reverse=True))
_LAWMAKER = (
    r"(?:[’']s\b|,?\ (?:[Ss]tate\ )?(?:[Gg]ov|[Ll]eg|Senate|House|Assembly|lawmak|law\b|bill))"
)
_STATE = re.compile(rf"\b({_NAMES})(?={_LAWMAKER})|\b(?:[Ii]n|of|by)\ ({_NAMES})\b")
_BESIDE = re.compile(
    rf"\b({_NAMES})(?:[’']s)?(?:\ (?:[Ss]tate|[Hh]ouse|[Ss]enate|[Aa]ssembly|[Ll]egislature"
    r"|[Ll]awmakers|[Gg]eneral|passed|adopted))*[’']?,?\ (?:of\ )?(?:the\ |its\ |state\ )?$"
)
_LEGISLATURE = re.compile(
    r"\b[Ss]tate (?:[Hh]ouse|[Ss]enate|[Ll]egislat|[Aa]ssembly|lawmaker|representative|senator)"
    r"|\b[Ss]tatehouse\b|\b[Gg]eneral [Aa]ssembly\b"
)
_NATION = re.compile(r"Congress\b|\bU\.?S\.? (?:House|Senate|Rep)|\bGeneral Assembly of the U")
_MAKING_LAW = re.compile(
    r"\bbills?\b|legislat|assembly|\bsenat|\blaws?\b|lawmaker|govern(?:or|ment)|resolution|\bgov\."
    r"|\bmeasures?\b|sponsor|introduc|\bvot(?:e|ing)|statehouse|capitol|\bact\b",
    re.IGNORECASE,
)
_WORDS = {"assembly": "a", "house": "h", "senate": "s"}
_WORDS |= {"bill": "b", "file": "f", "joint": "j", "concurrent": "c", "resolution": "r"}
_STOP = re.compile(r"[.!?][”\"]?\s|\n")
_CLEAR = bag("ajr sjr hjr acr hcr")


def state_beside(match: re.Match[str]) -> str | None:
    """The code of the state that stands right before ("the Texas Senate Bill 4")."""
    found = _BESIDE.search(before(match, 60))
    return _CODES[found[1]] if found else None


def names_legislature(match: re.Match[str]) -> bool:
    """Whether a legislature of a state is spoken of, and the Congress is not."""
    near = around(match)
    return bool(_LEGISLATURE.search(near)) and not _NATION.search(near)


def speaks_of_congress(match: re.Match[str]) -> bool:
    """Whether the words around name the Congress of the nation."""
    return _NATION.search(around(match)) is not None


def _state(match: re.Match[str]) -> str | None:
    """The one state that the sentence names."""
    sentence = _STOP.split(before(match))[-1] + " | " + _STOP.split(behind(match))[0]
    named = {_CODES[one or other] for one, other in _STATE.findall(sentence)}
    beside = state_beside(match)
    return beside or (named.pop() if len(named) == 1 else None)


def _key(match: re.Match[str]) -> str | None:
    kind = match["type"].replace(".", "").lower()
    state = _state(match)
    if not (state or kind in _CLEAR or _MAKING_LAW.search(around(match))):
        return None
    return f"us-{state or 'state'}/{kind}/{int(match['number'])}"


def _spelt(match: re.Match[str]) -> str:
    kind = "".join(_WORDS[word] for word in match["type"].lower().split())
    return f"us-{_state(match) or 'state'}/{kind}/{int(match['number'])}"


def forms() -> tuple[Form, ...]:
    """All forms of the states."""
    number = r"(?:No\.?\s?)?(?P<number>\d{1,5})"
    return (
        form(
            "bill",
            "AB A.B SB S.B HB H.B HF SF LD",
            rf"(?P<type>AB|A\.B\.|SB|S\.B\.|HB|H\.B\.|HF|SF|LD)[ \s-]?{number}(?!\s?(?:%|mg|km))",
            _key,
        ),
        form(
            "resolution",
            "AJR SJR HJR ACR SCR HCR",
            rf"(?P<type>AJR|SJR|HJR|ACR|SCR|HCR)[ \s-]?{number}",
            _key,
        ),
        form(
            "bill", "Assembly File", rf"(?P<type>Assembly\ Bill|(?:House|Senate)\ File)\s{number}",
            _spelt,
        ),
        form(
            "resolution",
            "Assembly",
            rf"(?P<type>Assembly\ (?:Joint\ |Concurrent\ )?Resolution)\s{number}",
            _spelt,
        ),
    )  # fmt: skip
