from hypothesis import given
from hypothesis import strategies as some
from tests.extract.making import PROSE

from watchdesk.extract.agreement import agreed

LONG = tuple(
    f"{one} It was said on day {n} of the strike, in the harbour." for n, one in enumerate(PROSE)
)


def test_ends_that_one_reader_alone_kept_are_cut() -> None:
    assert agreed(("Trending now", *LONG, "Sign up here"), LONG) == LONG


def test_prose_that_the_careful_reader_lost_in_the_middle_is_put_back() -> None:
    assert agreed((LONG[0], LONG[2]), LONG) == LONG


def test_a_short_line_in_the_middle_is_not_put_back() -> None:
    assert agreed((LONG[0], LONG[2]), (LONG[0], "Share this", LONG[2])) == (LONG[0], LONG[2])


def test_the_simple_reader_is_believed_where_the_careful_one_kept_next_to_nothing() -> None:
    assert agreed(("About us",), LONG) == LONG


def test_one_reader_alone_is_enough() -> None:
    assert agreed(LONG, ()) == LONG
    assert agreed((), LONG) == LONG


@given(some.lists(some.text(max_size=60)), some.lists(some.text(max_size=60)))
def test_nothing_is_invented(careful: list[str], simple: list[str]) -> None:
    assert set(agreed(careful, simple)) <= {*careful, *simple}
