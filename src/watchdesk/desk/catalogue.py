"""What the desk says, in the reader's language.

In: a language tag. Out: `Words`, which fill the sentences of `words/<screen>.toml`. A key is
"screen.name"; one file holds a screen's words in every language, and a test compares their keys and
places. What a source or an editor wrote is never translated.
"""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo
from functools import cache
from importlib.resources import files

from babel import Locale
from babel.dates import format_date, format_skeleton, format_time, format_timedelta
from babel.lists import format_list
from babel.numbers import format_decimal

from watchdesk.publish import direction
from watchdesk.text.said import said

LOCALES = {"en": "en_GB", "fr": "fr"}
"""The languages of the desk; plain English is written with the day first."""

Forms = str | Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Words:
    """One language's words and habits, on the desk's own clock."""

    language: str
    zone: tzinfo
    table: Mapping[str, Forms]

    @property
    def direction(self) -> str:
        """The way it is written: "ltr" or "rtl"."""
        return direction(self.language)

    @property
    def locale(self) -> Locale:
        """How dates, numbers and plurals are written."""
        return Locale.parse(LOCALES[self.language])

    def say(self, key: str, /, **places: object) -> str:
        """The words called `key`, their places filled."""
        text = self.table[key]
        if not isinstance(text, str):
            raise TypeError(f"{key!r} counts something: use count")
        return text.format(**places) if places else text

    def count(self, key: str, number: int, /, **places: object) -> str:
        """`number` of what `key` names, in the right plural."""
        forms = self.table[key]
        if isinstance(forms, str):
            raise TypeError(f"{key!r} is a single text: use say")
        form = forms.get(self.locale.plural_form(number), forms["other"])
        return form.format(n=self.number(number), **places)

    def told(self, sentence: str) -> str:
        """What a stage said in English, in this language."""
        return said(sentence, self.language)

    def number(self, number: int) -> str:
        """A whole number with the language's separators."""
        return format_decimal(number, locale=self.locale)

    def day(self, moment: datetime) -> str:
        """Weekday, day and month, as in "Fri 20 Nov"."""
        return format_skeleton("MMMEd", moment, tzinfo=self.zone, locale=self.locale)

    def weekday(self, moment: datetime) -> str:
        """The weekday alone, as in "Friday"."""
        return format_date(moment.astimezone(self.zone), "EEEE", locale=self.locale)

    def date(self, moment: datetime) -> str:
        """The whole date, as in "20 November 2026"."""
        return format_date(moment.astimezone(self.zone), "long", locale=self.locale)

    def time(self, moment: datetime) -> str:
        """Hour and minute, as in "09:00"."""
        return format_time(moment, "HH:mm", tzinfo=self.zone, locale=self.locale)

    def relative(self, moment: datetime, now: datetime) -> str:
        """How far from now, as in "in 2 days" or "2 hours ago"."""
        return format_timedelta(moment - now, add_direction=True, locale=self.locale)

    def form(self, key: str, number: int) -> str:
        """What `key` names, in the plural of `number`, where that stands elsewhere."""
        return self.count(key, number)

    def listing(self, words: list[str] | tuple[str, ...]) -> str:
        """Words in a row, as in "a, b and c"."""
        return format_list(list(words), locale=self.locale)

    def listing_some(self, names: Sequence[str], most: int, key: str) -> str:
        """A few names and how many more there are, as `key` says it."""
        more = len(names) - most
        if more <= 0:
            return ", ".join(names)
        return self.count(key, more, names=", ".join(names[:most]))

    def language_name(self, code: str) -> str:
        """What this language calls the language `code`; the code where it has no name."""
        return self.locale.languages.get(code.split("-", maxsplit=1)[0]) or code


@cache
def tables() -> dict[str, dict[str, Forms]]:
    """All words, by language and key."""
    found: dict[str, dict[str, Forms]] = {language: {} for language in LOCALES}
    for file in files(__package__).joinpath("words").iterdir():
        screen = file.name.removesuffix(".toml")
        for language, words in tomllib.loads(file.read_text("utf-8")).items():
            found[language] |= {f"{screen}.{key}": text for key, text in words.items()}
    return found


def words_for(wanted: str, zone: tzinfo) -> Words:
    """The words of the first language of an Accept-Language header that the desk speaks."""
    for tag in wanted.split(","):
        base = tag.split(";")[0].strip().split("-")[0].lower()
        if base in LOCALES:
            return Words(base, zone, tables()[base])
    return Words("en", zone, tables()["en"])
