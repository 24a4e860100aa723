"""Bills, resolutions, motions, laws and documents that a text names by number.

In: a text. Out: mentions with their places and one canonical key each ("us/hres/735"), whatever the
way it is printed. Numbers that start again each session are a key only together with where they
come from; the session is added by whoever knows it. Rifles, roads and percentages are no bills.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from watchdesk.model import Mention, Span
from watchdesk.text.languages.language import listed

_Key = Callable[[re.Match[str]], str]


@dataclass(frozen=True, slots=True)
class _Form:
    """One way to print an identifier; `key` makes the canonical form of a match."""

    kind: str
    pattern: re.Pattern[str]
    key: _Key


def _form(kind: str, pattern: str, key: str | _Key) -> _Form:
    compiled = re.compile(rf"(?<![\w.-]){pattern}(?![\w-]|\.\d)", re.VERBOSE)
    return _Form(kind, compiled, _expanding(key) if isinstance(key, str) else key)


def _expanding(template: str) -> _Key:
    def expand(match: re.Match[str]) -> str:
        return re.sub(r"\s+", "", match.expand(template))

    return expand


_CONGRESS = dict(
    pair.split(":")
    for pair in listed(
        """h:hr hr:hr s:s hres:hres sres:sres hconres:hconres sconres:sconres hjres:hjres
        sjres:sjres hamdt:hamdt samdt:samdt houseresolution:hres senateresolution:sres
        houseconcurrentresolution:hconres senateconcurrentresolution:sconres
        housejointresolution:hjres senatejointresolution:sjres housebill:hr senatebill:s"""
    )
)


def _congress(match: re.Match[str]) -> str:
    chamber = re.sub(r"[^a-z]", "", match["type"].lower())
    return f"us/{_CONGRESS[chamber]}/{int(match['number'])}"


def _plenary(match: re.Match[str]) -> str:
    return f"eu/ta/{match['term']}/{match['year']}/{int(match['number']):04d}"


def _tabled(match: re.Match[str]) -> str:
    return f"eu/{match['type'].lower()}/{match['term']}/{match['year']}/{int(match['number']):04d}"


def _states(match: re.Match[str]) -> str:
    return f"us-state/{match['type'].lower()}/{int(match['number'])}"


_FORMS = (
    _form(
        "resolution",
        r"""(?P<type>H\.?\ ?(?:Con\.?|J\.?)?\ ?Res\.?|S\.?\ ?(?:Con\.?|J\.?)?\ ?Res\.?
        |(?:House|Senate)\ (?:Concurrent\ |Joint\ )?Resolution)
        \s?(?:No\.\s?)?(?P<number>\d{1,5})""",
        _congress,
    ),
    _form(
        "bill",
        r"(?P<type>H\.\ ?R\.|HR|H\.R|House\ Bill)\s?(?P<number>\d{1,5})(?!\s?bpm)",
        _congress,
    ),
    _form(
        "bill",
        r"(?P<type>S\.|Senate\ Bill)\s?(?P<number>\d{1,5})(?!\s?(?:%|percent|per\ cent|[NSEW]\b))",
        _congress,
    ),
    _form("amendment", r"(?P<type>[HS]\.?\ ?Amdt\.?)\s?(?P<number>\d{1,5})", _congress),
    _form(
        "law",
        r"(?:Public\ Law|Pub\.\ ?L\.|P\.\ ?L\.)\s?(?:No\.\s?)?(\d{2,3})[-–](\d{1,4})",
        r"us/pl/\1-\2",
    ),
    _form("order", r"(?:Executive\ Order|E\.\ ?O\.)\s?(?:No\.\s?)?(\d{4,5})", r"us/eo/\1"),
    _form(
        "bill",
        r"(?P<type>AB|SB|HB|AJR|SJR|ACR|SCR|HCR|HJR|HF|LD)[ -]?(?P<number>\d{1,5})",
        _states,
    ),
    _form(
        "motion", r"(?:EDM|Early\ Day\ Motion)\s?(?:\(EDM\)\s?)?(?:No\.\s?)?(\d{1,5})", r"uk/edm/\1"
    ),
    _form("bill", r"(HC|HL)\ Bill\ (\d{1,4})", lambda m: f"uk/{m[1].lower()}-bill/{m[2]}"),
    _form("law", r"(?:SI|S\.I\.)\ ?((?:19|20)\d\d)/(\d{1,5})", r"uk/si/\1/\2"),
    _form("procedure", r"((?:19|20)\d\d)/(\d{4}[A-Z]?)\(([A-Z]{3})\)", r"eu/proc/\1/\2(\3)"),
    _form("resolution", r"(?:P(?P<term>\d{1,2})_TA\((?P<year>\d{4})\)(?P<number>\d{4}))", _plenary),
    _form("resolution", r"T(?P<term>\d{1,2})-(?P<number>\d{4})/(?P<year>\d{4})", _plenary),
    _form(
        "motion",
        r"(?P<type>RC-B|[ABC])(?P<term>\d{1,2})-(?P<number>\d{4})/(?P<year>\d{4})",
        _tabled,
    ),
    _form(
        "document",
        r"(COM|JOIN|SWD)\((\d{4})\)\s?(\d{1,4})",
        lambda m: f"eu/{m[1].lower()}/{m[2]}/{m[3]}",
    ),
    _form(
        "law",
        r"\((CFSP|EU|EC)\)\s?(?:No\s)?(\d{4})/(\d{1,5})",
        lambda m: f"eu/{m[1].lower()}/{m[2]}/{m[3]}",
    ),
    _form("law", r"(3(?:19|20)\d\d[RLDF]\d{4})", r"eu/celex/\1"),
    _form("document", r"(?:PACE\s)?[Dd]oc\.\s?(\d{5})", r"coe/pace/doc/\1"),
    _form(
        "resolution",
        r"[Rr](?:esolution|ésolution)\s(\d{3,4})\s?\(((?:19|20)\d\d)\)",
        r"coe/pace/resolution/\1(\2)",
    ),
    _form(
        "recommendation",
        r"[Rr]e(?:commendation|commandation)\s(\d{3,4})\s?\(((?:19|20)\d\d)\)",
        r"coe/pace/recommendation/\1(\2)",
    ),
    _form("recommendation", r"CM/Rec\((\d{4})\)(\d{1,3})", r"coe/cm/rec/\1/\2"),
    _form("case", r"(?:[Aa]pplications?|[Aa]ppl\.)\s[Nn]os?\.\s?(\d{1,6}/\d{2})", r"coe/echr/\1"),
    _form("resolution", r"(S/RES/\d{1,5})(?:\s?\(\d{4}\))?", r"un/\1"),
    _form("resolution", r"(A/(?:HRC/)?(?:RES|DEC)/(?:ES-|S-)?\d{1,3}/\d{1,4})", r"un/\1"),
    _form("document", r"(A/HRC/(?:S-)?\d{1,3}/(?:L\.|NGO/|CRP\.)?\d{1,4})", r"un/\1"),
    _form(
        "document", r"((?:CCPR|CERD|CEDAW|CAT|CRC|CED|CMW|E)/C/[A-Z0-9./-]*[A-Z0-9]/?\d*)", r"un/\1"
    ),
    _form("resolution", r"(?:UN\ )?Security\ Council\ [Rr]esolution\s(\d{1,4})", r"un/S/RES/\1"),
    _form("bill", r"(?:Bill\ )(C|S)-(\d{1,4})", r"ca/bill/\1-\2"),
    _form(
        "motion",
        r"[Mm]otion\ M-(\d{1,4})|M-(\d{1,4})(?=\s[Mm]otion)",
        lambda m: f"ca/motion/M-{m[1] or m[2]}",
    ),
    _form(
        "motion",
        r"[Pp]roposition\ de\ (?:r[ée]solution|loi)(?:\s\w+){0,2}\s[nN][°º]\s?(\d{1,5})",
        r"fr/pion/\1",
    ),
)


def find_identifiers(text: str) -> tuple[Mention, ...]:
    """The measures and documents that the text names by number, in order of place."""
    found: list[Mention] = []
    for mention in sorted(_matches(text), key=lambda one: (one.span.start, -one.span.end)):
        if not found or mention.span.start >= found[-1].span.end:
            found.append(mention)
    return tuple(found)


def _matches(text: str) -> Iterator[Mention]:
    for form in _FORMS:
        for match in form.pattern.finditer(text):
            yield Mention(Span(*match.span()), form.kind, form.key(match))
