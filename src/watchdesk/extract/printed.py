"""The date that a page prints: beside its title, or in any line that is asked about.

In: the page's lines and its title, or one line. Out: a day, or None. Only a short line near the
title counts, and only a date whose day and month cannot be mixed up; the date of today that many
pages print above all others stands elsewhere.
"""

import re
from collections.abc import Sequence
from datetime import UTC, datetime

from watchdesk.extract.titles import folded
from watchdesk.model import Dated, Precision

_MONTHS = """
jan янв січ հունվ oca ocak yan sty stycz led ιαν janv ene gen იანვ ينا
feb фев лют փետր şub fev lut úno φεβ fév თებ فبر شباط
mar мар бер մարտ mart mrz mär maart მარ مارس آذار
apr апр кві ապր nis kwi dub απρ avr abr აპრ أبر نيسان
may мая май тра մայ mai maj kvě μαΐ მაი ماي mayo mag mei أيار
jun июн чер հունիս haz cze čer ιουν juin giu ივნ يون iyun حزيران
jul июл лип հուլիս tem lip čvc ιουλ juil lug ივლ يول iyul تموز
aug авг сер օգոս ağu sie srp αυγ aoû ago აგვ أغس avq avg
sep сен вер սեպտ eyl wrz zář σεπ set სექ سبت sen أيلول
oct окт жов հոկտ eki paź říj οκτ okt ott out ოქტ أكت
nov ноя лис նոյեմ kas lis νοε ნოე نوف noy
dec дек гру դեկտ ara gru pro δεκ dez déc dic დეკ ديس dek
"""
_STEMS = sorted(
    (
        (stem, number)
        for number, row in enumerate(_MONTHS.strip().splitlines(), 1)
        for stem in row.split()
    ),
    key=lambda pair: -len(pair[0]),
)
_NAMED = re.compile(
    r"(?P<day>\d{1,2})(?:st|nd|rd|th|\.|-?(?:ին|ი))?,?\s+(?:de\s+|di\s+)?(?P<month>[^\W\d_]{3,12})\.?,?"
    r"(?:\s/\s[^\W\d_]{3,12},?)?"  # both Arabic names of one month
    r"\s+(?:de\s+|del\s+)?(?P<year>(?:19|20)\d\d)\b"
    r"|\b(?P<month2>[^\W\d_]{3,12})\.?\s+(?P<day2>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<year2>(?:19|20)\d\d)\b"
)
_FIGURES = re.compile(
    r"(?<!\d)(?:(?P<y>(?:19|20)\d\d)[-./](?P<m>\d{1,2})[-./](?P<d>\d{1,2})"
    r"|(?P<d2>\d{1,2})\.(?P<m2>\d{1,2})\.(?P<y2>(?:19|20)\d\d)"
    r"|(?P<d3>1[3-9]|2\d|3[01])[/-](?P<m3>\d{1,2})[/-](?P<y3>(?:19|20)\d\d)"
    r"|(?P<y4>(?:19|20)\d\d)\s?[年년]\s?(?P<m4>\d{1,2})\s?[月월]\s?(?P<d4>\d{1,2})\s?[日일])(?!\d)"
)
_SHORT = 120
_BELOW = 8
_MOST_LINES = 1500


def printed_date(lines: Sequence[str], title: str) -> Dated | None:
    """The first date in the few lines that follow the title, wherever the title is repeated."""
    wanted = folded(title)
    if len(wanted) < 8:
        return None
    for place, line in enumerate(lines[:_MOST_LINES]):
        if folded(line) != wanted:
            continue
        for near in lines[place + 1 : place + 1 + _BELOW]:
            found = date_in(near) if len(near) <= _SHORT else None
            if found is not None:
                return found
    return None


def date_in(line: str) -> Dated | None:
    """The first unmistakable day in a line."""
    if match := _NAMED.search(line):
        day, name, year, name2, day2, year2 = match.groups()
        return _day(year or year2, _month(name or name2), day or day2)
    if match := _FIGURES.search(line):
        year, month, day = (part for part in _parted(match.groupdict()))
        return _day(year, int(month), day)
    return None


def _parted(groups: dict[str, str | None]) -> tuple[str, str, str]:
    year, month, day = (
        "".join(groups[key + n] or "" for n in ("", "2", "3", "4")) for key in "ymd"
    )
    return year, month, day


def _month(name: str) -> int:
    low = name.casefold()
    return next((number for stem, number in _STEMS if low.startswith(stem)), 0)


def _day(year: str, month: int, day: str) -> Dated | None:
    try:
        return Dated(datetime(int(year), month, int(day), tzinfo=UTC), Precision.DAY)
    except ValueError:
        return None
