"""The suite of planted errors: what the gate stops, warns of and lets pass, as a floor."""

import pytest
from benchmarks.proof import Draft, drafts, verdict

ALL = tuple(drafts())
PLANTED = [draft for draft in ALL if draft.planted]
TRUE = [draft for draft in ALL if not draft.planted]


def named(draft: Draft) -> str:
    return f"{draft.language}-{draft.kind}-{draft.text[:40]}"


def test_the_suite_is_large_enough_to_say_something() -> None:
    assert len(PLANTED) >= 150
    assert len(TRUE) >= 100
    assert len({draft.kind for draft in PLANTED}) >= 20


@pytest.mark.parametrize("draft", PLANTED, ids=named)
def test_a_planted_error_is_stopped_or_warned_of(draft: Draft) -> None:
    wanted = {"warn"} if draft.kind == "truncation" else {"block"}
    assert verdict(draft.findings()) in wanted


@pytest.mark.parametrize("draft", TRUE, ids=named)
def test_a_true_sentence_passes(draft: Draft) -> None:
    assert verdict(draft.findings()) != "block", draft.findings()
