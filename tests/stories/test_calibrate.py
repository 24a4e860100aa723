from tests.builders import at

from watchdesk.stories import Standing
from watchdesk.stories.calibrate import FEWEST, LEAST, MOST, in_doubt, refitted
from watchdesk.stories.group import BASE
from watchdesk.stories.similarity import vector


def standing(name: str, words: str, *, day: int = 16, language: str = "en") -> Standing:
    terms = vector([(1.0, word) for word in words.split()], ())
    return Standing(name, name, terms, at(day).timestamp(), language=language)


def test_below_ten_judged_pairs_nothing_changes() -> None:
    assert refitted([(BASE * 1.5, False)] * (FEWEST - 1)).joins == BASE


def test_what_the_editor_parts_raises_what_joins_and_what_is_one_event_lowers_it() -> None:
    alike, unlike = BASE * 1.3, BASE * 0.8
    strict = refitted([(alike, False)] * 8 + [(alike * 1.3, True)] * 8)
    assert alike < strict.joins <= alike * 1.3
    assert strict.after > strict.before
    generous = refitted([(unlike, True)] * 8 + [(LEAST * 0.9, False)] * 8)
    assert LEAST <= generous.joins <= unlike


def test_answers_that_agree_with_what_joins_change_nothing() -> None:
    assert refitted([(BASE * 1.2, True)] * 8 + [(BASE * 0.8, False)] * 8).joins == BASE


def test_the_value_stays_within_its_bounds() -> None:
    far = [(9.0, True)] + [(MOST * 3, False)] * 40
    assert LEAST <= refitted(far).joins <= MOST


def test_the_pair_nearest_to_what_joins_comes_first() -> None:
    words = "quarry wall road river council crane ferry storm"
    found = in_doubt(
        [
            standing("a", words),
            standing("b", words),
            standing("c", "quarry lamp harp drum seal coin moss fern"),
            standing("d", words, language="fr"),
            standing("e", words, day=28),
        ]
    )
    assert [(one.one, one.other) for one in found][:2] in ([(0, 2), (1, 2)], [(1, 2), (0, 2)])
    assert {(one.one, one.other) for one in found} == {(0, 1), (0, 2), (1, 2)}
