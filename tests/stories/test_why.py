from tests.stories.pieces import a_piece

from watchdesk.stories.why import Copied, Joined, printed, told


def test_capitalised_neighbours_and_a_day_with_its_month_stay_together() -> None:
    piece = a_piece("On 14 March the bell of St Oren rang.", title="")
    assert printed(piece, ["oren", "march"]) == ("St Oren", "14 March")


def test_a_word_that_stands_within_another_is_not_told_twice() -> None:
    piece = a_piece("The bell of Saint Oren rang for Saint Oren.", title="")
    assert printed(piece, ["saint", "oren"]) == ("Saint Oren",)


def test_at_most_four_are_told() -> None:
    piece = a_piece("rain, snow, hail, wind, fog", title="")
    assert printed(piece, ["rain", "snow", "hail", "wind", "fog"]) == (
        "rain", "snow", "hail", "wind",
    )  # fmt: skip


def test_the_sentence_lists_what_is_shared() -> None:
    piece = a_piece("rain and snow", title="")
    assert told(piece, Joined("A", ("rain",))) == "shares 'rain' with “A”"
    assert told(piece, Joined("A", ("rain", "snow"))) == "shares 'rain' and 'snow' with “A”"
    assert told(piece, Joined("", ())) == "shares its words with an article without a title"


def test_a_long_title_is_cut() -> None:
    assert told(a_piece(), Copied("word " * 40, 0.5)).endswith("word…”")
