"""The fixed words of an edition, its dates and its numbers, in one language.

Comes in: a language tag. Goes out: words from `words.toml`, dates and lists as that language
writes them. A language without a table of its own gets English words and English dates, so that no
sentence is written in two; nothing here translates what a source or an editor wrote.
"""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache
from importlib.resources import files

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton, format_time
from babel.lists import format_list
from babel.numbers import format_decimal

WRITTEN_FROM_THE_RIGHT = frozenset({"ar", "fa", "he", "ur", "ps", "ckb", "yi", "dv", "syr"})

_MARKS = {
    "ar": ("«", "»"),
    "de": ("„", "“"),
    "el": ("«", "»"),
    "fa": ("«", "»"),
    "fr": ("«\u202f", "\u202f»"),
    "hy": ("«", "»"),
    "ka": ("„", "“"),
    "ru": ("«", "»"),
    "uk": ("«", "»"),
}
_ENGLISH_MARKS = ("“", "”")
Day = date
"""A day or a moment of it, where `Tongue` itself has a `date`."""


@dataclass(frozen=True, slots=True)
class Tongue:
    """One language's words and habits; `locale` is the one that dates are written in."""

    language: str
    locale: Locale
    table: Mapping[str, str | Mapping[str, str]]

    def say(self, key: str, /, **values: object) -> str:
        """The fixed words called `key`, with their places filled."""
        text = self.table[key]
        if not isinstance(text, str):
            raise TypeError(f"{key!r} counts something: use count")
        return text.format(**values) if values else text

    def names(self, key: str) -> Mapping[str, str]:
        """The fixed words called `key` that come as a group."""
        group = self.table[key]
        if isinstance(group, str):
            raise TypeError(f"{key!r} is a single text: use say")
        return group

    def count(self, key: str, number: int) -> str:
        """`number` of what `key` names, in the right plural."""
        forms = self.names(key)
        form = forms.get(self.locale.plural_form(number), forms["other"])
        return form.format(n=self.number(number))

    def number(self, number: int) -> str:
        """A whole number with the language's separators."""
        return format_decimal(number, locale=self.locale)

    def day(self, moment: datetime) -> str:
        """The full date, as in "Friday 20 November 2026"."""
        return format_date(moment, format="full", locale=self.locale)

    def date(self, day: Day) -> str:
        """The date without its weekday, as in "20 November 2026"."""
        return format_date(day, format="long", locale=self.locale)

    def short(self, day: Day) -> str:
        """Day and month, as in "6 Oct"."""
        return format_skeleton("MMMd", day, locale=self.locale)

    def moment(self, moment: datetime) -> str:
        """Day, month and time in UTC, as in "6 Oct, 14:02 UTC"."""
        at = moment.astimezone(UTC)
        return f"{self.short(at)}, {format_time(at, 'HH:mm', locale=self.locale)} UTC"

    def second(self, moment: datetime) -> str:
        """The full moment in UTC, as in "6 October 2026, 14:02:11 UTC"."""
        at = moment.astimezone(UTC)
        return f"{self.date(at)}, {format_time(at, 'HH:mm:ss', locale=self.locale)} UTC"

    def listing(self, words: Sequence[str]) -> str:
        """Words in a row, as in "a, b and c"."""
        return format_list(list(words), locale=self.locale)

    def language_name(self, code: str) -> str:
        """What this language calls the language `code`; the code itself where it has no name."""
        name = self.locale.languages.get(code.replace("-", "_")) or self.locale.languages.get(
            base_of(code)
        )
        return name or code


@cache
def tongue(language: str) -> Tongue:
    """The words and habits of `language`; English ones where it has no table."""
    tables = _tables()
    spoken = language if base_of(language) in tables else "en"
    return Tongue(language=spoken, locale=_locale(spoken), table=tables[base_of(spoken)])


def languages() -> tuple[str, ...]:
    """The languages that have a table of fixed words."""
    return tuple(_tables())


def base_of(language: str) -> str:
    """The language of a tag without script and region: "pt" of "pt-BR"."""
    return language.replace("_", "-").split("-", 1)[0].lower()


def direction(language: str) -> str:
    """Which way a language is written: "ltr" or "rtl"."""
    return "rtl" if base_of(language) in WRITTEN_FROM_THE_RIGHT else "ltr"


def marks(language: str) -> tuple[str, str]:
    """The quotation marks of a language."""
    return _MARKS.get(base_of(language), _ENGLISH_MARKS)


@cache
def _tables() -> dict[str, dict[str, str | dict[str, str]]]:
    return tomllib.loads(files(__package__).joinpath("words.toml").read_text("utf-8"))


def _locale(language: str) -> Locale:
    # Plain English is written with the day first, which no reader misreads.
    wanted = "en_GB" if language == "en" else language.replace("-", "_")
    try:
        return Locale.parse(wanted)
    except (ValueError, UnknownLocaleError):
        return Locale.parse(base_of(language))
