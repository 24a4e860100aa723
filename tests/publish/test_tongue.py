import re
import tomllib
from pathlib import Path

import pytest
from tests.builders import at

import watchdesk.publish
from watchdesk.publish.tongue import direction, languages, marks, tongue

TABLES = tomllib.loads((Path(watchdesk.publish.__file__).parent / "words.toml").read_text("utf-8"))


@pytest.mark.parametrize("language", sorted(TABLES))
def test_every_language_has_every_word_with_the_same_places(language: str) -> None:
    english, other = TABLES["en"], TABLES[language]
    assert other.keys() == english.keys()
    for key, words in english.items():
        if isinstance(words, str):
            assert places(other[key]) == places(words), key
        else:
            assert "other" in other[key] or other[key].keys() == words.keys(), key


def places(words: str) -> set[str]:
    return set(re.findall(r"{(\w+)}", words))


@pytest.mark.parametrize("language", sorted(TABLES))
def test_every_plural_that_a_language_asks_for_is_written(language: str) -> None:
    spoken = tongue(language)
    asked = {spoken.locale.plural_form(number) for number in range(200)}
    for key, forms in TABLES[language].items():
        if isinstance(forms, dict) and "other" in forms:
            assert asked <= forms.keys(), key


def test_four_languages_have_words_of_their_own() -> None:
    assert set(languages()) == {"en", "fr", "ru", "hy"}


@pytest.mark.parametrize(
    ("language", "day"),
    [
        ("en", "Friday, 20 November 2026"),
        ("fr", "vendredi 20 novembre 2026"),
        ("ru", "пятница, 20 ноября 2026\u202fг."),
        ("hy", "2026 թ. նոյեմբերի 20, ուրբաթ"),
    ],
)
def test_a_date_is_written_as_its_language_writes_it(language: str, day: str) -> None:
    assert re.sub(r"\s", " ", tongue(language).day(at(20))) == re.sub(r"\s", " ", day)


def test_russian_counts_in_three_ways() -> None:
    spoken = tongue("ru")
    assert spoken.count("sources", 1) == "1 источник"
    assert spoken.count("sources", 3) == "3 источника"
    assert spoken.count("sources", 15) == "15 источников"


def test_an_unknown_language_gets_english_words() -> None:
    assert tongue("xx-Unknown").say("archive") == "Archive"


def test_a_language_without_words_is_not_mixed_with_english() -> None:
    assert tongue("de") is not tongue("en")
    assert tongue("de").language == "en"
    assert tongue("de").day(at(20)) == tongue("en").day(at(20))


def test_a_region_keeps_its_own_dates() -> None:
    assert tongue("fr-CA").language == "fr-CA"
    assert tongue("fr-1234567").day(at(20)) == "vendredi 20 novembre 2026"


def test_a_counting_word_cannot_be_said_nor_a_single_text_counted() -> None:
    with pytest.raises(TypeError, match="use count"):
        tongue("en").say("sources")
    with pytest.raises(TypeError, match="use say"):
        tongue("en").count("archive", 1)
    assert tongue("en").names("how_names")["silent"] == "Silent"


def test_languages_know_their_marks_and_direction() -> None:
    assert marks("hy") == ("«", "»")
    assert marks("en-GB") == ("“", "”")
    assert direction("ar") == "rtl"
    assert direction("hy") == "ltr"


def test_a_language_without_a_name_is_called_by_its_code() -> None:
    assert tongue("en").language_name("hy") == "Armenian"
    assert tongue("en").language_name("qqq") == "qqq"
