"""Documents and laws of the European Union and of the Council of Europe.

One resolution of the European Parliament has a procedure, motions that were tabled, a joint motion
and a text that was adopted: four keys, which a register joins. Since 2015 the Union's laws are
counted in one row, whatever their type; before, each type had its own.
"""

import re

from watchdesk.text.identifiers.form import Form, around, form

_ONE_ROW = 2015
_CELEX = {"R": "reg", "L": "dir", "D": "dec", "F": "dec", "E": "dec"}
_LAWS = {"regulation": "reg", "directive": "dir", "decision": "dec", "action": "dec"}
_LAWS |= {"règlement": "reg", "décision": "dec", "verordnung": "reg", "richtlinie": "dir"}
_LAWS |= {"beschluss": "dec", "position": "dec"}
_OF_COUNCIL_OF_EUROPE = re.compile(
    r"\bECHR\b|\bECtHR\b|\bCEDH\b|Strasbourg|European\ Court|Cour\ européenne|\bv\.|Application"
    r"|application|ЕСПЧ|ՄԻԵԴ|Gerichtshof"
)


def law(kind: str, year: int, number: int) -> str:
    """The key of a law of the Union."""
    return f"eu/{'law' if year >= _ONE_ROW else kind}/{year}/{number}"


def _numbered(match: re.Match[str]) -> str | None:
    """A law by its two numbers: number first with "No" until 2014, year first since."""
    kind = next((_LAWS[word] for word in _LAWS if word in match["law"].lower()), "dec")
    first, second = int(match["first"]), int(match["second"])
    if (match["no"] and not match["first"].startswith(("19", "20"))) or not 1950 < first < 2100:
        first, second = second, first
    return law(kind, first, second) if 1950 < first < 2100 else None


def _bare(match: re.Match[str]) -> str | None:
    """A law by its domain alone, (CFSP) 2023/2488, without the word for its type."""
    year = int(match[1])
    return law("dec", year, int(match[2])) if year >= _ONE_ROW else None


def _plenary(match: re.Match[str]) -> str:
    return f"eu/ta/{int(match['term'])}/{match['year']}/{int(match['number']):04d}"


def _tabled(match: re.Match[str]) -> str:
    kind = match["type"].lower()
    kind = "rc-b" if kind.startswith("rc") else kind
    return f"eu/{kind}/{int(match['term'])}/{match['year']}/{int(match['number']):04d}"


def _application(match: re.Match[str]) -> str | None:
    named = match["word"] or _OF_COUNCIL_OF_EUROPE.search(around(match))
    return f"coe/echr/{int(match['first'])}/{match['year']}" if named else None


def forms() -> tuple[Form, ...]:
    """All forms of the two."""
    return (*_union(), *_council())


def _union() -> tuple[Form, ...]:
    return (
        form(
            "document",
            "/",
            r"((?:19|20)\d\d)/(\d{4}[A-Z]?)\((COD|CNS|NLE|APP|BUD|DEC|DEA|INI|INL|INS|IMM|REG|ACI|RSP|RSO|RPS|SYN|AVC|GBD|BUI)\)",
            r"eu/proc/\1/\2(\3)",
        ),
        form(
            "resolution",
            "_TA",
            r"P(?P<term>\d{1,2})_TA(?:-PROV)?\((?P<year>\d{4})\)(?P<number>\d{4})",
            _plenary,
        ),
        form(
            "resolution", "TA-", r"TA-(?P<term>\d{1,2})-(?P<year>\d{4})-(?P<number>\d{4})", _plenary
        ),
        form(
            "resolution", "/", r"T(?P<term>\d{1,2})[-‑](?P<number>\d{4})/(?P<year>\d{4})", _plenary
        ),
        form(
            "motion",
            "/",
            r"(?P<type>RC-?B?|B)(?P<term>\d{1,2})[-‑](?P<number>\d{4})/(?P<year>\d{4})",
            _tabled,
        ),
        form(
            "document",
            "/",
            r"(?P<type>[AC])(?P<term>\d{1,2})[-‑](?P<number>\d{4})/(?P<year>\d{4})",
            _tabled,
        ),
        form(
            "motion",
            "B- RC-",
            r"(?P<type>RC|B)-(?P<term>\d{1,2})-(?P<year>20\d\d)-(?P<number>\d{4})",
            _tabled,
        ),
        form(
            "document",
            "A-",
            r"(?P<type>A)-(?P<term>\d{1,2})-(?P<year>20\d\d)-(?P<number>\d{4})",
            _tabled,
        ),
        form(
            "document",
            "E-0 P-0 O-0",
            r"([EPO])-(\d{6})/(\d{4}|\d{2})",
            lambda m: f"eu/question/{m[1]}/{m[3] if len(m[3]) == 4 else '20' + m[3]}/{m[2]}",
        ),
        form(
            "document",
            "COM JOIN SWD SEC",
            r"(COM|JOIN|SWD|SEC)(?:\s?\((\d{4})\)\s?|/(\d{4})/)(\d{1,4})(?:\ final)?(?:/\d)?",
            lambda m: f"eu/{m[1].lower()}/{m[2] or m[3]}/{int(m[4])}",
        ),
        form(
            "document",
            "ST",
            r"ST[\s-](\d{4,5})[/ -](?:20)?(\d{2})(?:[ -](?:INIT|REV|ADD)(?:[ -]\d)?)?",
            r"eu/st/20\2/\1",
        ),
        form(
            "law",
            "(CFSP (EU (EC (EEC (Euratom (PESC (UE (CE (GASP (EG (EWG",
            r"""(?P<law>[Rr]egulation|[Dd]irective|[Dd]ecision|[Jj]oint\ [Aa]ction
            |[Cc]ommon\ [Pp]osition|[Rr]èglement|[Dd]écision|Verordnung|Richtlinie|Beschluss)\s
            (?:\((?:CFSP|EU|EC|EEC|EU,\ Euratom|Euratom|PESC|UE|CE|GASP|EG|EWG)\)\s)
            (?P<no>(?:No|no|Nr\.|n°)\s)?(?P<first>\d{1,5})/(?P<second>\d{1,5})""",
            _numbered,
        ),
        form(
            "law",
            "/CFSP /EU /EC /EEC /PESC /UE /CE /GASP /EG /EWG /JHA /JI",
            r"""(?P<law>[Rr]egulation|[Dd]irective|[Dd]ecision|[Jj]oint\ [Aa]ction
            |[Cc]ommon\ [Pp]osition|[Rr]èglement|[Dd]écision|Richtlinie|Beschluss)\s(?P<no>)
            (?P<first>(?:19|20)?\d\d)/(?P<second>\d{1,5})/(?:CFSP|EU|EC|EEC|PESC|UE|CE|GASP|EG|EWG|JHA|JI)""",
            lambda m: law(_LAWS[m["law"].lower().split()[-1]], _full(m["first"]), int(m["second"])),
        ),
        form(
            "law",
            "(CFSP) (EU) (PESC) (UE) (GASP)",
            r"\((?:CFSP|EU|PESC|UE|GASP)\)\s(20\d\d)/(\d{1,5})",
            _bare,
        ),
        form(
            "law",
            "319 320",
            r"3((?:19|20)\d\d)([RLDFE])(\d{4})",
            lambda m: law(_CELEX[m[2]], int(m[1]), int(m[3])),
        ),
        form(
            "document",
            "519 520",
            r"5((?:19|20)\d\d)(?:DC|PC)(\d{4})",
            lambda m: f"eu/com/{m[1]}/{int(m[2])}",
        ),
        form(
            "document",
            "/",
            r"(?:[Cc]ases?|[Aa]ffaires?|Rechtssache)\s([CTF])[-‑–](\d{1,4}/\d\d)(?:\ P)?",
            r"eu/cjeu/\1-\2",
        ),
    )


def _full(year: str) -> int:
    return int(year) if len(year) == 4 else 1900 + int(year)


def _council() -> tuple[Form, ...]:
    return (
        form("document", "Doc", r"(?:PACE\s)?Doc\.\s?(?:No\.?\s)?(\d{5})", r"coe/pace/doc/\1"),
        form(
            "resolution",
            "ecomm",
            r"(?:PACE\s)?[Rr]e(?:commendation|commandation)\s(?:[Nn]o\.\s|n°\s)?(\d{3,4})\s?\(((?:19|20)\d\d)\)",
            r"coe/pace/recommendation/\1(\2)",
        ),
        form(
            "resolution",
            "pinion",
            r"(?:PACE|Assembly)\ [Oo]pinion\s(?:No\.\s)?(\d{3})\s?\(((?:19|20)\d\d)\)",
            r"coe/pace/opinion/\1(\2)",
        ),
        form(
            "resolution",
            "CM/",
            r"CM/(Rec|Res|ResDH|ResCMN)\s?\((\d{4})\)\s?(\d{1,3})",
            lambda m: f"coe/cm/{m[1].lower()}/{m[2]}/{m[3]}",
        ),
        form(
            "document",
            "CM/Del",
            r"CM/Del/Dec\((\d{4})\)(\d{3,4}/[A-Z]?\d{1,2}(?:-\d{1,2})?)",
            r"coe/cm/dec/\1/\2",
        ),
        form("document", "CommDH", r"CommDH\s?\((\d{4})\)\s?(\d{1,3})", r"coe/commdh/\1/\2"),
        form("document", "CPT/Inf", r"CPT/Inf\s?\((\d{4})\)\s?(\d{1,3})", r"coe/cpt/\1/\2"),
        form(
            "document",
            "CDL",
            r"CDL-(AD|PI|REF)\s?\((\d{4})\)\s?(\d{3})",
            lambda m: f"coe/cdl-{m[1].lower()}/{m[2]}/{m[3]}",
        ),
        form(
            "law", "ETS", r"C?ETS\s(?:[Nn]o\.?\s|n°\s)?(\d{1,3})", lambda m: f"coe/cets/{int(m[1])}"
        ),
        form(
            "document",
            "/",
            r"(?P<word>(?:[Aa]pplications?|[Aa]ppl\.|[Rr]equêtes?|[Жж]алоб[аы]|Beschwerde)\s\(?)?"
            r"(?:[Nn]os?\.?\s?|[Nn]°\s?|№\s?|Nr\.\s?)(?P<first>\d{2,6})/(?P<year>\d{2})",
            _application,
        ),
    )
