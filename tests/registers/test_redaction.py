import pytest
from hypothesis import given
from hypothesis import strategies as st

from watchdesk.model import Span
from watchdesk.registers.redaction import MARK, redacted

PLACES = st.tuples(st.integers(0, 60), st.integers(1, 20)).map(lambda p: Span(p[0], p[0] + p[1]))


def test_only_kept_passages_are_left_with_marks_between() -> None:
    text = "Orla Fenn said: we were three. Then she left Velmor. We waited."
    kept = [Span(16, 30), Span(53, 63)]
    assert redacted(text, kept) == f"{MARK}\nwe were three.\n{MARK}\nWe waited."


def test_invisible_characters_are_left_out() -> None:
    assert redacted("we\u200b wa\u202eited\ufeff", [Span(0, 12)]) == "we waited"


def test_a_place_past_the_end_is_refused() -> None:
    with pytest.raises(ValueError, match="reaches past"):
        redacted("short", [Span(2, 9)])


@given(st.lists(PLACES, max_size=5))
def test_what_is_not_kept_is_nowhere(kept: list[Span]) -> None:
    text = "".join(chr(0x4E00 + n) for n in range(80))
    out = redacted(text, kept)
    held = {n for span in kept for n in range(span.start, span.end)}
    assert {c for c in out if c not in MARK + "\n"} == {text[n] for n in held}
