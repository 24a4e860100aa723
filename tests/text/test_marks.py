import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from watchdesk.text.marks import quotations


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("“Yes,” she said. “No.”", ["Yes,", "No."]),
        ("« Oui », dit-elle.", ["Oui"]),
        ("„Ja“, sagte sie.", ["Ja"]),
        ("»Ja«, sagte sie.", ["Ja"]),
        ("«Он сказал „да“ вчера»", ["Он сказал „да“ вчера"]),
        ('He said "yes" and "no".', ["yes", "no"]),
        ("‘It isn’t the workers’ fault,’ he said.", ["It isn’t the workers’ fault,"]),
        ("'It is closed,' he said.", ["It is closed,"]),
        ("''It is closed,'' he said.", ["It is closed,"]),
        ("``It is closed,'' he said.", ["It is closed,"]),
        ("「閉まっている」と言った。", ["閉まっている"]),
        ("A 5\" pipe and the '90s", []),
        ("It never “closes.", []),
        ("“” and « »", []),
        ("“One “two” three.”", ["One “two” three."]),
        ('“Closed," she said. "Open.”', ["Closed,", "Open."]),
        ("“Closed,“ she said. “Open.”", ["Closed,", "Open."]),
        ('“She said "closed" twice,” he wrote.', ['She said "closed" twice,']),
        ("''She said 'closed,''' he wrote. ''So.''", ["She said 'closed,'", "So."]),
    ],
)
def test_marks_are_paired(text: str, told: list[str]) -> None:
    assert [one.inner.of(text) for one in quotations(text)] == told


def test_a_paragraph_left_open_goes_on_in_the_next() -> None:
    text = "“First.\n\n“Second,” she said."
    first, second = quotations(text)
    assert first.inner.of(text) == "First."
    assert (first.goes_on, second.goes_on) == (False, True)


@given(st.text(alphabet="“”„«»‹›\"‘’'「」 ab.\n", max_size=80))
def test_passages_never_overlap_and_lie_within_the_text(text: str) -> None:
    found = quotations(text)
    assert all(0 <= one.start < one.inner.start < one.inner.end <= one.end for one in found)
    assert all(one.end <= two.start for one, two in pairwise(found))
    assert all(one.end <= len(text) for one in found)


@pytest.mark.parametrize("part", ["“", '"', "'", "« ", "» «", "“‘", "a\n\n“", " "])
def test_a_long_row_of_marks_takes_linear_time(part: str) -> None:
    started = time.process_time()
    quotations(part * (200_000 // len(part)))
    assert time.process_time() - started < 5
