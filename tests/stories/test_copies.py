from hypothesis import given
from hypothesis import strategies as st

from watchdesk.stories.copies import FURNITURE, Copies, carried, shingles

FOOTER = [f"footer{number}" for number in range(16)]


def numbered(first: int, count: int) -> list[str]:
    return [f"w{number}" for number in range(first, first + count)]


def test_a_quarter_of_a_text_is_found_in_it() -> None:
    copies = Copies()
    copies.add(1, "a", shingles(numbered(0, 400)))
    found = copies.find(shingles(numbered(100, 100)))
    assert found is not None
    assert found[0] == 1
    assert found[1] > 0.9


def test_an_original_is_found_inside_a_longer_piece() -> None:
    copies = Copies()
    copies.add(1, "a", shingles(numbered(0, 100)))
    assert copies.find(shingles(numbered(500, 300) + numbered(0, 100))) is not None


def test_a_text_made_of_two_others_does_not_make_them_copies_of_each_other() -> None:
    one, other = numbered(0, 100), numbered(500, 100)
    copies = Copies()
    copies.add(1, "one", shingles(one))
    copies.add(2, "one", shingles(one + other))
    assert copies.find(shingles(other)) is None
    found = copies.find(shingles(one))
    assert found is not None
    assert found[1] > 0.9


def test_one_shared_sentence_makes_no_copy() -> None:
    copies = Copies()
    copies.add(1, "a", shingles(numbered(0, 200)))
    assert copies.find(shingles(numbered(500, 200) + numbered(0, 20))) is None


def test_a_footer_that_many_texts_carry_is_furniture() -> None:
    copies = Copies()
    for number in range(FURNITURE):
        text = numbered(number * 1000, 12) + FOOTER
        copies.add(number, str(number), shingles(text))
    assert copies.find(shingles(numbered(9000, 12) + FOOTER)) is None


def test_a_report_that_many_papers_carry_is_still_found() -> None:
    copies = Copies()
    for number in range(30):
        copies.add(number, "a", shingles(numbered(0, 100)))
    assert copies.find(shingles(numbered(0, 100))) is not None


def test_a_report_is_found_when_its_first_carrier_is_no_longer_open() -> None:
    copies = Copies()
    for number in range(30):
        copies.add(number, "a", shingles(numbered(0, 100)))
    copies.forget(0, shingles(numbered(0, 100)))
    found = copies.find(shingles(numbered(0, 100)))
    assert found is not None
    assert found[0] != 0


def test_a_forgotten_text_is_not_found() -> None:
    copies = Copies()
    copies.add(1, "a", shingles(numbered(0, 100)))
    copies.add(2, "a", shingles(numbered(0, 100)))
    copies.forget(1, shingles(numbered(0, 100)))
    found = copies.find(shingles(numbered(0, 100)))
    assert found is not None
    assert found[0] == 2
    copies.forget(2, shingles(numbered(0, 100)))
    copies.forget(2, shingles(numbered(0, 100)))
    assert copies.find(shingles(numbered(0, 100))) is None


def test_the_first_of_several_copies_is_the_original() -> None:
    assert carried([numbered(0, 80), numbered(500, 80), numbered(0, 60)]) == [False, False, True]


@given(st.lists(st.text(min_size=1, max_size=5), max_size=60))
def test_a_sample_is_the_same_on_every_run_and_holds_nothing_twice(text: list[str]) -> None:
    sample = shingles(text)
    assert sample == shingles(list(text))
    assert len(set(sample)) == len(sample)
