from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.registers.making import WITNESSED, a_development, learnt, opened

from watchdesk.model import NOTE, RETRACTED, Development, Stance
from watchdesk.registers import FAR, known, spells, standing
from watchdesk.registers.cases import KINDS, days_held, previously


def retraction(one: Development, day: int) -> Development:
    return a_development(
        RETRACTED, one.entry, retracts=one.id, recorded=learnt(day), value={"reason": "misread"}
    )


DETAINED = a_development(held_from=date(2026, 7, 29))
RELEASED = a_development("released", held_from=date(2026, 10, 5), recorded=learnt(9))
TOLD = (opened(), DETAINED, RELEASED)


def status(told: Sequence[Development], held_on: date = FAR, known_day: int = 31) -> str:
    entry = standing(told, KINDS, held_on=held_on, known_on=learnt(known_day))
    assert entry is not None
    return entry.status


def test_a_release_that_was_learnt_late_changes_what_we_know_now_and_not_what_we_knew() -> None:
    assert status(TOLD, date(2026, 10, 7), 8) == "held"
    assert status(TOLD, date(2026, 10, 7), 10) == "released"
    assert status(TOLD, date(2026, 10, 4), 10) == "held"


def test_days_of_all_spells_are_added_up() -> None:
    again = a_development("detained", held_from=date(2026, 10, 11), recorded=learnt(12))
    entry = standing((*TOLD, again), KINDS)
    assert entry is not None
    assert days_held(entry, date(2026, 10, 21)) == 68 + 10
    assert days_held(entry, date(2026, 10, 8)) == 68


def test_what_is_taken_back_no_longer_counts_until_that_is_taken_back_too() -> None:
    wrong = retraction(RELEASED, 12)
    assert status((*TOLD, wrong)) == "held"
    assert status((*TOLD, wrong), known_day=11) == "released"
    assert status((*TOLD, wrong, retraction(wrong, 14))) == "released"


def test_what_is_denied_or_alleged_makes_no_status() -> None:
    denied = a_development("died", held_from=date(2026, 10, 6), stance=Stance.DENIES)
    alleged = a_development("released", held_from=date(2026, 10, 7), stance=Stance.ALLEGES)
    entry = standing((opened(), DETAINED, denied, alleged), KINDS)
    assert entry is not None
    assert entry.status == "held"
    assert len(entry.developments) == 4


def test_an_entry_that_was_not_opened_yet_is_none() -> None:
    assert standing(TOLD, KINDS, known_on=learnt(1, 8)) is None
    assert standing((), KINDS) is None


def test_no_evidence_no_development_but_a_note() -> None:
    with pytest.raises(ValueError, match="no evidence"):
        a_development(evidence=())
    assert a_development(NOTE, evidence=()).evidence == ()
    with pytest.raises(ValueError, match="takes back"):
        a_development(retracts="other", evidence=WITNESSED)


def test_the_previously_line_counts_days_and_names_what_came_last_and_what_is_awaited() -> None:
    refused = a_development(
        "visit_refused",
        held_from=date(2026, 10, 3),
        value={"next": "2026-10-20", "next_what": "hearing"},
    )
    entry = standing((opened(), DETAINED, refused), KINDS)
    assert entry is not None
    assert previously(entry, date(2026, 10, 8)) == (
        "Day 71; last: visit refused, 3 October 2026; hearing awaited on 20 October 2026."
    )
    assert "hearing was due on 20 October 2026" in previously(entry, date(2026, 10, 22))


CHANGES = st.lists(
    st.tuples(
        st.sampled_from(["detained", "released", "exchanged", "missing", "found", "visit"]),
        st.integers(0, 40),
        st.integers(1, 28),
        st.booleans(),
    ),
    max_size=9,
)


@st.composite
def histories(draw: st.DrawFn) -> list[Development]:
    told = [opened()]
    for kind, day, recorded, wrong in draw(CHANGES):
        held = date(2026, 9, 1) + timedelta(days=day)
        one = a_development(kind, held_from=held, recorded=learnt(recorded))
        told.append(one)
        if wrong:
            told.append(retraction(one, min(28, recorded + 2)))
    return list({one.id: one for one in told}.values())


@given(st.data(), histories(), st.integers(0, 50), st.integers(1, 30))
def test_any_order_of_arrival_folds_to_the_same_entry(
    data: st.DataObject, told: list[Development], day: int, known_day: int
) -> None:
    shuffled = data.draw(st.permutations(told))
    on = date(2026, 9, 1) + timedelta(days=day)
    asked = {"held_on": on, "known_on": learnt(known_day)}
    assert standing(shuffled, KINDS, **asked) == standing(told, KINDS, **asked)  # type: ignore[arg-type]
    assert spells(shuffled, KINDS) == spells(told, KINDS)


@given(histories())
def test_spells_do_not_overlap(told: list[Development]) -> None:
    found = spells(told, KINDS)
    assert all(one.until <= other.since for one, other in pairwise(found))
    assert len(known(told, None)) <= len(told)
