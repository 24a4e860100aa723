import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from watchdesk.model import Bound
from watchdesk.text.figures import find_figures

OVER, UNDER, ABOUT = Bound.OVER, Bound.UNDER, Bound.ABOUT


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("en", "More than 100,000 people fled.", (100_000, None, "people", OVER)),
        ("en", "About 40 families left.", (40, None, "families", ABOUT)),
        ("en", "Fewer than ten houses stand.", (10, None, "houses", UNDER)),
        ("en", "At least two hundred and fifty thousand men.", (250_000, None, "men", OVER)),
        ("en", "It cost US$2.5 million.", (2_500_000, "USD", None, None)),
        ("en", "It cost €3bn.", (3e9, "EUR", None, None)),
        ("en", "A fine of 500 drams.", (500, "AMD", None, None)),
        ("en", "Some 12 per cent agreed.", (12, "percent", None, ABOUT)),
        ("en", "Mara Ilves, 34, spoke.", (34, "year of age", None, None)),
        ("en", "A 34-year-old woman spoke.", (34, "year of age", None, None)),
        ("en", "He was held for 412 days.", (412, "day", None, None)),
        ("en", "Two-thirds of voters stayed away.", (2 / 3, None, "voters", None)),
        ("en", "Half a million copies.", (500_000, None, "copies", None)),
        ("en", "One person was killed.", (1, None, "person", None)),
        ("en", "One in five voters stayed away.", (0.2, None, "voters", None)),
        ("en", "One of the oldest bridges fell.", (1, None, "bridges", None)),
        ("en", "a third of the town", (1 / 3, None, "town", None)),
        ("en", "12 road and rail bridges", (12, None, "bridges", None)),
        ("en", "a five-judge panel", (5, None, "judge", None)),
        ("en", "a five-year term", (5, "year", None, None)),
        ("en", "a 1.8 billion-mile trip", (1.8e9, "mile", None, None)),
        ("en", "women over the age of 50", (50, "year of age", None, OVER)),
        ("en", "It fell to -12 degrees.", (-12, "degree", None, None)),
        ("en", "just under 20 per cent", (20, "percent", None, UNDER)),
        ("en", "They ran 90 km/h.", (90, "kilometre per hour", None, None)),
        ("en", "They ran 60 miles per hour.", (60, "mile per hour", None, None)),
        ("en", "at $45 a barrel", (45, "USD per barrel", None, None)),
        ("en", "some 52,000 barrels a day", (52_000, "barrel per day", None, ABOUT)),
        ("en", "a 1520 sq m hall", (1520, "square metre", None, None)),
        ("en", "a plant of 35 GWh", (35, "gigawatt hour", None, None)),
        ("en", "It cost USD1,700.", (1700, "USD", None, None)),
        ("en", "It cost $US5m.", (5e6, "USD", None, None)),
        ("en", "5 million Australian dollars", (5e6, "AUD", None, None)),
        ("en", "12 crore rupees", (1.2e8, "INR", None, None)),
        ("en", "2½ years", (2.5, "year", None, None)),
        ("en", "500 or more soldiers came.", (500, None, "soldiers", OVER)),
        ("fr", "Au moins 1 500 habitants.", (1500, None, "habitants", OVER)),
        ("fr", "Près de quatre-vingt-dix-sept maisons.", (97, None, "maisons", ABOUT)),
        ("fr", "2,5 millions d'euros", (2_500_000, "EUR", None, None)),
        ("fr", "mille personnes", (1000, None, "personnes", None)),
        ("de", "Rund 1.500 Menschen kamen.", (1500, None, "Menschen", ABOUT)),
        ("ru", "Около двухсот пятидесяти тысяч жителей.", (250_000, None, "жителей", ABOUT)),
        ("ru", "Выделено 3,5 млн рублей.", (3_500_000, "RUB", None, None)),
        ("hy", "Առնվազն երկու հարյուր քսանհինգ մարդ։", (225, None, "մարդ", OVER)),
        ("hy", "Մոտ 12 տոկոս։", (12, "percent", None, ABOUT)),
        ("tr", "En az yirmi beş kişi.", (25, None, "kişi", OVER)),
        ("ar", "نحو ٢٥ شخصا", (25, None, "شخصا", ABOUT)),
        ("xx", "100 %", (100, "percent", None, None)),
    ],
)
def test_a_figure_is_read(language: str, text: str, told: tuple[object, ...]) -> None:
    (one,) = find_figures(text, language)
    assert (one.value, one.unit, one.counts, one.bound) == told
    assert one.counts_span is None or one.counts_span.of(text) == one.counts


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("5–10 houses", 5, 10),
        ("between 5 and 10 houses", 5, 10),
        ("5 to 10 houses", 5, 10),
        ("$2-3 million", 2e6, 3e6),
        ("$2 million to $3 million", 2e6, 3e6),
        ("from 5 up to 10 houses", 5, 10),
        ("from 10 houses to 5", 5, 10),
        ("from $200 to $4 million", 200, 4e6),
        ("three or four years", 3, 4),
        ("tens of thousands of people", 10_000, 100_000),
        ("several hundred houses", 100, 1000),
        ("over 5 houses", 5, None),
        ("under 5 houses", None, 5),
    ],
)
def test_a_range_or_bound_gives_its_ends(text: str, low: float | None, high: float | None) -> None:
    (one,) = find_figures(text, "en")
    assert (one.low, one.high) == (low, high)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "on 14 March 2024"),
        ("en", "on March 14, 2024"),
        ("en", "in 2020"),
        ("en", "the 2015–16 season"),
        ("en", "at 10:30 and at 9 a.m."),
        ("en", "14/03/2024, 2024-03-14, 14.03.2024"),
        ("en", "Article 5 of Resolution 41"),
        ("en", "a Boeing 747 and an F16"),
        ("en", "the 5th man and the 21st time"),
        ("en", "call 010-20-30"),
        ("en", "at 12 Mill Road"),
        ("en", "a Tarva 12 Pro and its 2018 sales"),
        ("en", "they won 3-1"),
        ("en", "no one, one of them, one another"),
        ("en", "hundreds fled, millions of them"),
        ("fr", "le 3 mars, à 17h30, le 5e étage"),
        ("ru", "5 марта 2023 года, 41-й дом, в 90-х"),
        ("hy", "2023 թվականի մարտի 5-ին, 41-րդ տուն"),
        ("de", "am 3. März um 20 Uhr"),
    ],
)
def test_a_date_a_rank_or_a_label_is_no_figure(language: str, text: str) -> None:
    assert [one.span.of(text) for one in find_figures(text, language)] == []


def test_a_difference_and_what_it_led_to_are_two_figures() -> None:
    found = find_figures("It rose by $2 million to $9 million.", "en")
    assert [one.value for one in found] == [2e6, 9e6]


def test_a_bracket_behind_a_figure_has_its_bound() -> None:
    found = find_figures("more than 7 miles (11 km)", "en")
    assert [one.bound for one in found] == [OVER, OVER]


@given(st.text(max_size=150), st.sampled_from([None, "en", "fr", "ru", "hy", "tr", "ar", "xx"]))
def test_spans_lie_within_the_text(text: str, language: str | None) -> None:
    assert all(one.span.of(text) for one in find_figures(text, language))


@given(
    st.lists(
        st.sampled_from(
            [
                "5",
                "1,000",
                "to",
                "-",
                "–",
                "and",
                "one",
                "hundred",
                ".",
                "%",
                "$",
                "a",
                "million",
                "2020",
                "km",
            ]
        )
    )
)
def test_any_row_of_number_words_is_read(parts: list[str]) -> None:
    text = " ".join(parts)
    assert all(one.span.of(text) for one in find_figures(text, "en"))


@pytest.mark.parametrize(
    "part",
    [
        "5 ",
        "1-",
        "-5 ",
        "one-",
        "5 to ",
        "tens of ",
        "one hundred ",
        "hundred ",
        "1,000,",
        "-",
        " ",
        "$",
    ],
)
def test_a_long_row_takes_linear_time(part: str) -> None:
    started = time.process_time()
    find_figures(part * (50_000 // len(part)), "en")
    assert time.process_time() - started < 5
