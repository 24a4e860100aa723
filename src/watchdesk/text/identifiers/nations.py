"""Documents of the United Nations, its councils and treaty bodies, and of the OSCE.

The symbol is the key. Revisions, addenda and corrigenda are versions of one document: they belong
to the place, not to the key. A bare "resolution 884 (1993)" is the Security Council's or the
Parliamentary Assembly's: the words around tell, else the year, since both count on without end.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator

from watchdesk.model import Mention, Span
from watchdesk.text.identifiers.form import Form, around, form

# The last number of a year, as the two bodies have counted.
_COUNCIL = {
    1990: 683, 1995: 1035, 2000: 1334, 2005: 1651, 2010: 1966, 2015: 2259, 2020: 2560, 2025: 2810,
}  # fmt: skip
_ASSEMBLY = {
    1990: 957, 1995: 1076, 2000: 1235, 2005: 1477, 2010: 1783, 2015: 2091, 2020: 2359, 2025: 2640,
}  # fmt: skip
_OF_COUNCIL = re.compile(
    r"Security\ Council|\bUN(?:SC|SCR)?\b|United\ Nations|Conseil\ de\ sécurité|\bONU\b"
    r"|Sicherheitsrat|Совет\w*\ Безопасности|\bООН\b|ՄԱԿ|Consejo\ de\ Seguridad|\bBM(?:T|GK)\b"
    r"|\bСБ\b"
)
_OF_ASSEMBLY = re.compile(
    r"\bPACE\b|\bAPCE\b|Council\ of\ Europe|Parliamentary\ Assembly|Conseil\ de\ l[’']Europe"
    r"|Assemblée\ parlementaire|Europarat|ПАСЕ|Совет\w*\ Европы|ԵԽԽՎ|AŞPA|AKPM"
)
_VERSION = r"(?:/(?:Rev|Add|Corr)\.\d{1,2}){0,3}"
_RESOLUTION = (
    r"(?:[Rr]esolutions?|RESOLUTIONS?|[Rr]ésolutions?|[Rr]esolución|[Rr]esoluciones|Resolutionen"
    r"|[Рр]езолюци[а-я]{1,3}|բանաձև[ա-ֆ]{0,5}|[Qq]ətnamə\w{0,6})"
)
_YEAR = r"(?:\s?\((?:19|20)\d\d\))?"
_NEXT = rf"(?:(?:,\s(?:and\s)?|\s(?:and|et|und|и|y|և|və|&)\s)\d{{3,4}}{_YEAR}(?![\d/-]|\s?%))"
_SEVERAL = re.compile(r"utions|uciones|utionen|езолюци[ийя]|UNSCRs|բանաձև|ətnamə")
_NUMBER = re.compile(r"(\d{3,4})(?:\s?\(((?:19|20)\d\d)\))?")
_HUNDRED = 60


def of_council(match: re.Match[str], number: int, year: int | None) -> bool:
    """Whether a resolution by number is the Security Council's, by the words around or its year."""
    near = around(match, 80) + match.group()
    council, assembly = _OF_COUNCIL.search(near), _OF_ASSEMBLY.search(near)
    if council or assembly or year is None:
        return bool(council) and not assembly
    mine, theirs = _off(_COUNCIL, number, year), _off(_ASSEMBLY, number, year)
    return mine < theirs and mine < _HUNDRED


def _off(last: dict[int, int], number: int, year: int) -> float:
    """How far a number lies from those that a body gave in a year."""
    years = list(last)
    at = min(max(bisect_right(years, year - 1), 1), len(years) - 1)
    low, high = years[at - 1], years[at]
    step = (last[high] - last[low]) / (high - low)
    end = last[low] + step * (year - low)
    return max(end - step - number, number - end, 0.0)


def _council(match: re.Match[str]) -> Iterator[Mention]:
    """One mention for each number of a list such as resolutions 822, 853, 874 and 884."""
    numbers = list(_NUMBER.finditer(match.string, match.start("numbers"), match.end("numbers")))
    numbers = numbers if _SEVERAL.search(match.group()) else numbers[:1]
    for found in numbers:
        number, year = int(found[1]), int(found[2]) if found[2] else None
        first = match.start() if found is numbers[0] else found.start()
        last = match.end() if found.end() == match.end("numbers") else found.end()
        if of_council(match, number, year):
            yield Mention(Span(first, last), "resolution", f"un/S/RES/{number}")
        elif year:
            key = f"coe/pace/resolution/{number}({year})"
            yield Mention(Span(first, last), "resolution", key)


def _symbol(match: re.Match[str]) -> str:
    return f"un/{match['symbol']}"


def _session(match: re.Match[str]) -> str:
    council = match["body"].lower().startswith(("human", "hrc", "unhrc"))
    return f"un/A/{'HRC/' if council else ''}RES/{match['number']}"


def forms() -> tuple[Form, ...]:
    """All forms of the United Nations and of the OSCE."""
    numbers = rf"(?P<numbers>\d{{3,4}}{_YEAR}{_NEXT}{{0,12}})"
    return (
        Form(
            ("esolu", "RESOLUTION", "ésolu", "езолюци", "բանաձև", "ətnamə"),
            rf"(?:(?:UN|UNSC|U\.N\.|PACE)\s|Security\ Council\s)?{_RESOLUTION}\s"
            rf"(?:[Nn]os?\.?\s?|[Nn]°\s?|№\s?)?{numbers}",
            _council,
        ),
        Form(
            ("բանաձև",),
            rf"(?:ՄԱԿ\S{{0,6}}\s(?:ԱԽ\s)?)(?:թիվ\s)?{numbers}\s(?:թիվ\s)?բանաձև\w{{0,6}}",
            _council,
        ),
        Form(
            ("UNSCR",),
            rf"UNSCRs?\s?{numbers}",
            _council,
        ),
        form(
            "resolution",
            "S/RES",
            rf"(?P<symbol>S/RES/\d{{1,5}}){_VERSION}(?:\s?\(\d{{4}}\))?",
            _symbol,
        ),
        form(
            "resolution",
            "/RES/ /DEC/",
            rf"(?P<symbol>A/(?:HRC/)?(?:RES|DEC)/(?:ES-|S-)?\d{{1,3}}/\d{{1,4}}[A-Z]?){_VERSION}",
            _symbol,
        ),
        form("resolution", "E/RES", rf"(?P<symbol>E/RES/\d{{4}}/\d{{1,3}}){_VERSION}", _symbol),
        form(
            "resolution",
            "esolution UNGA",
            r"(?P<body>(?:UN\ )?(?:[Gg]eneral\ [Aa]ssembly|Human\ Rights\ Council)|UNGA|UNHRC|HRC)"
            r"(?:[’']s)?\s[Rr]esolutions?\s(?:[Nn]o\.\s?)?(?P<number>(?:ES-|S-)?\d{1,3}/\d{1,4})",
            _session,
        ),
        form(
            "resolution",
            "esolution",
            r"[Rr]esolution\s(\d{2,4})\s?([A-F]?)\s?\(([IVX]{1,6})\)",
            r"un/A/RES/\1\2(\3)",
        ),
        form(
            "document",
            "A/ E/",
            rf"(?P<symbol>A/HRC/(?:S-|WG\.\d{{1,2}}/|SUBCOM\.\d/)?\d{{1,3}}/(?:[A-Z]{{3}}/\d|(?:L\.|NGO/|CRP\.|G/|NI/)?\d{{1,4}})"
            rf"|A/(?:C\.[1-6]/)?(?:ES-)?\d{{2,3}}/(?:L\.|PV\.|INF/)?\d{{1,4}}|A/ES-\d{{1,2}}/(?:L\.|PV\.)?\d{{1,4}}"
            rf"|E/CN\.\d{{1,2}}/(?:\d{{4}}/)?(?:L\.|NGO/)?\d{{1,4}}|E/(?:19|20)\d\d/(?:L\.)?\d{{1,4}}){_VERSION}",
            _symbol,
        ),
        form(
            "document",
            "S/",
            rf"(?P<symbol>S/(?:PRST/)?(?:19|20)\d\d/\d{{1,4}}|S/PV\.\d{{1,5}}|S/\d{{4,5}}){_VERSION}",
            _symbol,
        ),
        form(
            "document",
            "/C/ C.12 /OP/",
            rf"(?P<symbol>(?:(?:CCPR|CERD|CEDAW|CAT|CRC|CED|CMW|CRPD)/(?:C|OP)|E/C\.12)"
            rf"(?:/(?!(?:Rev|Add|Corr)\.)[A-Z0-9][A-Z0-9.-]{{0,11}}){{1,6}}){_VERSION}",
            lambda m: (
                f"un/{m['symbol']}" if re.search(r"\d", m["symbol"].partition("/C")[2]) else None
            ),
        ),
        form(
            "letter",
            "AL UA OL",
            r"(J?AL|J?UA|OL)\s([A-Z]{3})\s?\(?(\d{1,3})[/.]((?:19|20)\d\d)\)?",
            lambda m: f"un/{m[1].removeprefix('J').lower()}/{m[2]}/{int(m[3])}/{m[4]}",
        ),
        form(
            "document",
            "COM",
            r"(?:WHC[-/]\d\d/)(\d\d)\.COM[./](\d{1,2}[A-Z]?(?:\.\d{1,3})?)",
            r"un/whc/\1COM/\2",
        ),
        form(
            "document",
            "COM",
            r"(?:[Dd]ecision\s)(\d\d)\s?COM\s(\d{1,2}[A-Z]?(?:\.\d{1,3})?)",
            r"un/whc/\1COM/\2",
        ),
        form(
            "document",
            ".DEC .JOUR",
            r"((?:PC|MC|FSC)\.(?:DEC|JOUR|DOC))/(\d{1,4}(?:/\d{2})?)",
            r"osce/\1/\2",
        ),
    )
