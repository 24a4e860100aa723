"""Stories across languages by a model that was handed in."""

from dataclasses import replace

import pytest
from tests.stories.concepts import embed
from tests.stories.pieces import FLOOD, QUARRY, Desk, a_piece, place_all

from watchdesk.stories import Piece
from watchdesk.stories.meaning import Meaning, meaning, read_meaning
from watchdesk.stories.nearby import NEAREST, Nearby

# No name and no number is shared with the English text.
FLOODED = (
    "Ночью река вышла из берегов, вода затопила улицы. Несколько человек погибли, остальные "
    "ночуют в укрытии. На улицах города работают насосы."
)


def meant(piece: Piece, model: str = "ideas") -> Piece:
    (row,) = embed([f"{piece.title}\n{piece.text}"])
    return replace(piece, meaning=meaning(model, row))


ENGLISH = a_piece(FLOOD, id="a", title="The river floods the town")
RUSSIAN = a_piece(FLOODED, id="b", title="Наводнение в городе", language="ru", hours=2)


def test_without_a_model_a_text_that_shares_no_names_stays_alone() -> None:
    first, second = place_all(ENGLISH, RUSSIAN)
    assert first.story != second.story


def test_a_model_joins_one_event_told_in_two_languages_and_is_named() -> None:
    first, second = place_all(meant(ENGLISH), meant(RUSSIAN))
    assert first.story == second.story
    assert "near in meaning to “The river floods the town”" in second.why
    assert "by the model ideas" in second.why


def test_another_event_stays_apart_by_the_same_model() -> None:
    quarry = a_piece(QUARRY, id="a")
    first, second = place_all(meant(quarry), meant(RUSSIAN))
    assert first.story != second.story


def test_what_one_model_says_is_never_compared_with_another() -> None:
    first, second = place_all(meant(ENGLISH), meant(RUSSIAN, model="ideas 2"))
    assert first.story != second.story


def test_what_a_model_said_is_remembered_from_one_run_to_the_next() -> None:
    desk = Desk()
    first = desk.place(desk.grouper(), meant(ENGLISH))
    second = desk.place(desk.grouper(), meant(RUSSIAN))
    assert second.story == first.story


@pytest.mark.parametrize("row", [[], [0.0, 0.0], [1.0, float("nan")], [float("inf")]])
def test_a_row_without_a_direction_is_refused(row: list[float]) -> None:
    with pytest.raises(ValueError, match="numbers"):
        meaning("ideas", row)


def test_a_row_comes_back_as_it_was() -> None:
    one = meaning("ideas", [0.1, -0.7, 0.0, 0.3])
    assert read_meaning("ideas", one.numbers) == one


def test_the_nearest_open_articles_of_other_languages_are_found_and_closed() -> None:
    def placed(number: int) -> Meaning:
        return meaning("m", [1.0, number % 30, number // 30])

    nearby = Nearby()
    for number in range(600):
        nearby.add(number, "en" if number % 2 else "fr", placed(number))
    found = list(nearby.find("fr", placed(301)))
    assert len(found) == NEAREST
    assert found[0][0] == 301
    nearby.forget(301)
    assert 301 not in dict(nearby.find("fr", placed(301)))
    nearby.add(901, "en", placed(301))
    assert next(nearby.find("fr", placed(301)))[0] == 901
