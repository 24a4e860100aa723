"""Bills, motions and laws of other parliaments: Britain, Canada, France, Germany and neighbours.

Numbers of early day motions start again each session, the French ones each legislature; the
session is part of the key only where it is printed.
"""

import re

from watchdesk.text.identifiers.form import Form, behind, form

_SESSION = re.compile(r"^\s?(?:\(|of\ (?:the\ )?)?(?:session\s)?(20\d\d)[-–‑/](?:20)?(\d\d)\b")
_YEARS = re.compile(r"^\s?\((20\d\d)[-–‑](20\d\d)\)")


def _sessional(match: re.Match[str], stem: str, number: str) -> str:
    session = _SESSION.search(behind(match, 30))
    return f"{stem}/{session[1]}-{session[2]}/{number}" if session else f"{stem}/{number}"


def _french(match: re.Match[str]) -> str:
    number = int(match["number"])
    years = _YEARS.search(behind(match, 20))
    return f"fr/senat/{years[1]}-{years[2]}/{number}" if years else f"fr/pion/{number}"


def _french_law(match: re.Match[str]) -> str:
    return f"fr/{match[1].lower().replace('é', 'e')}/{match[2]}"


def _canadian(match: re.Match[str]) -> str:
    return f"ca/motion/M-{match[1] or match[2] or match[3]}"


def forms() -> tuple[Form, ...]:
    """All forms of these parliaments."""
    return (*_british(), *_north_american(), *_continental(), *_eastern())


def _british() -> tuple[Form, ...]:
    return (
        form(
            "motion",
            "EDM otion",
            r"(?:EDMs?|[Ee]arly[\ -][Dd]ay\ [Mm]otion)\s?(?:\(EDM\)\s?)?"
            r"(?:[Nn]o\.?\s?|[Nn]umber\s|\#)?(\d{1,5})(?:A\d)?",
            lambda m: _sessional(m, "uk/edm", m[1]),
        ),
        form(
            "bill",
            "Bill",
            r"(HC|HL)\ Bill\ (\d{1,4})",
            lambda m: _sessional(m, f"uk/{m[1].lower()}-bill", m[2]),
        ),
        form(
            "law",
            "SI S.I Instrument",
            r"(?:UK)?(?:SI|S\.I\.|[Ss]tatutory\ [Ii]nstruments?)\ ?"
            r"((?:19|20)\d\d)(?:/|\ ?\(?[Nn]o\.?\ )(\d{1,5})",
            r"uk/si/\1/\2",
        ),
        form("law", "SSI", r"SSI\ ((?:19|20)\d\d)/(\d{1,5})", r"uk/ssi/\1/\2"),
    )


def _north_american() -> tuple[Form, ...]:
    return (
        form(
            "bill",
            "Bill rojet",
            r"(?:Bill\ |[Pp]rojet\ de\ loi\ )([CS])[-‑](\d{1,4})",
            r"ca/bill/\1-\2",
        ),
        form(
            "motion",
            "otion M-",
            r"(?:[Mm]otion\ M[-‑](\d{1,4})|M[-‑](\d{1,4})(?=,?\s(?:[a-z]+\s)?[Mm]otion)"
            r"|[Mm]otion\ \(M[-‑](\d{1,4})\))",
            _canadian,
        ),
    )


def _continental() -> tuple[Form, ...]:
    number = r"[nN](?:[°ºo]|\.o)\s?(?P<number>\d{1,5})"
    return (
        form(
            "motion",
            "roposition PPR",
            rf"(?:[Pp]roposition\ de\ r[ée]solution(?:\s\w+){{0,2}}|PPRE?)\s{number}",
            _french,
        ),
        form(
            "bill",
            "roposition rojet PPL PJL",
            rf"(?:[Pp](?:roposition|rojet)\ de\ loi(?:\s\w+){{0,2}}|PPL|PJL)\s{number}",
            _french,
        ),
        form(
            "law",
            "loi Loi écret",
            r"(?:la\s)?([Ll]oi|[Dd]écret)(?:\sorganique)?\s[nN][°ºo]\s?(\d{2,4}[-‑]\d{1,5})",
            _french_law,
        ),
        form(
            "document",
            "rucksache Drs",
            r"(?:(?:BT|Bundestags)-)?(?:Drucksache|Drs\.?)\s?(\d{1,2})/(\d{1,5})",
            r"de/bt/\1/\2",
        ),
        form("document", "BR-Dr", r"BR-(?:Drucksache|Drs\.?)\s?(\d{1,4})/(\d{2})", r"de/br/\1/\2"),
        form("document", "DOC", r"DOC\ (\d{2})[ \ ]?(\d{4})/(\d{3})", r"be/chamber/\1/\2"),
        form(
            "motion",
            "otion ostulat nterpellation",
            r"(?:Motion|Postulat|[Ii]nterpellation|motion|postulat)\s(\d{2}\.\d{4})",
            r"ch/\1",
        ),
    )


def _eastern() -> tuple[Form, ...]:
    return (
        form("law", "ՀՕ HO-", r"(?:ՀՕ|HO)[-‑](\d{1,4})[-‑](?:Ն|N)", r"am/law/HO-\1-N"),
        form(
            "law",
            "ФЗ",
            r"(?:№\s?)?(\d{1,4})-(ФЗ|ФКЗ)",
            lambda m: f"ru/{'fz' if m[2] == 'ФЗ' else 'fkz'}/{m[1]}",
        ),
        form("bill", "аконопроект", r"[Зз]аконопроект[а-я]{0,2}\s№\s?(\d{5,7}-\d)", r"ru/bill/\1"),
        form(
            "law",
            "sayılı",
            r"(\d{4})\ sayılı\ (?:[A-ZÇĞİÖŞÜa-zçğıöşü]+\s){0,3}?[Kk]anun\w{0,6}",
            r"tr/law/\1",
        ),
    )
