import pytest

from watchdesk.stories.terms import capitalised, count_terms, printed, rarity, stem, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("St Oren's bell", ["st", "oren", "s", "bell"]),
        ("1,200 people", ["1200", "people"]),
        ("1 200 personnes", ["1200", "personnes"]),
        ("1.200.000 Euro", ["1200000", "euro"]),
        ("a quake of 6.1", ["a", "quake", "of", "6.1"]),
        ("Գորավետի քարհանք", ["գորավետի", "քարհանք"]),
        ("東京都知事 Abe 六", ["東京", "京都", "都知", "知事", "abe", "六"]),
        ("", []),
    ],
)
def test_words_are_small_and_numbers_are_digits(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_an_inflected_word_keeps_its_term() -> None:
    assert stem("губернатор") == stem("губернатору")


def test_a_titles_word_counts_more_than_one_of_the_text() -> None:
    counts = count_terms(["quarry"], ["quarry", "church"])
    assert counts["quarry"] > 2 * counts["church"]


def test_a_name_is_told_by_its_capital_and_a_common_word_is_none() -> None:
    assert capitalised(printed("It rained. The mayor of Halden said so.")) == {"halden"}


def test_what_stands_in_many_articles_weighs_less() -> None:
    weights = {t: w for w, t in rarity({"rare": 1, "usual": 1, "the": 1}, {"usual": 90}, 100)}
    assert weights["rare"] > weights["usual"] > 0
    assert weights["rare"] > weights["the"]
