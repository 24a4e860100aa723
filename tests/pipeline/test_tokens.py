import pytest
from hypothesis import given
from hypothesis import strategies as some

from watchdesk.pipeline.tokens import LENGTH, Aim, is_good, named_in, subscriber_id, token_for

SECRET = b"s" * 32
ADA = subscriber_id(SECRET, "ada@lake.example")
BEN = subscriber_id(SECRET, "ben@lake.example")


def test_a_token_names_its_subscriber_and_is_of_fixed_length() -> None:
    token = token_for(SECRET, Aim.LEAVE, ADA)
    assert named_in(token) == ADA
    assert len(token) == LENGTH
    assert is_good(SECRET, Aim.LEAVE, token)


def test_a_token_is_good_for_its_purpose_its_mark_and_its_desk_alone() -> None:
    token = token_for(SECRET, Aim.CONFIRM, ADA, "monday")
    assert is_good(SECRET, Aim.CONFIRM, token, "monday")
    assert not is_good(SECRET, Aim.CONFIRM, token, "tuesday")
    assert not is_good(SECRET, Aim.LEAVE, token, "monday")
    assert not is_good(b"t" * 32, Aim.CONFIRM, token, "monday")


def test_another_subscribers_name_does_not_fit_a_signature() -> None:
    token = token_for(SECRET, Aim.LEAVE, ADA)
    assert not is_good(SECRET, Aim.LEAVE, token.replace(ADA, BEN))


@given(some.text(max_size=60))
def test_nothing_else_is_a_token(text: str) -> None:
    assert not is_good(SECRET, Aim.LEAVE, text)


@pytest.mark.parametrize("tail", ["=", "\n", "a", " "])
def test_a_token_has_one_form_only(tail: str) -> None:
    assert not is_good(SECRET, Aim.LEAVE, token_for(SECRET, Aim.LEAVE, ADA) + tail)
