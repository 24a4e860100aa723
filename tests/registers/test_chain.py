from dataclasses import fields, replace
from datetime import date, timedelta, timezone
from typing import Any

import pytest
from tests.registers.making import a_development, learnt, opened

from watchdesk.model import Action, Development, Disclosure, Evidence, Part, Span
from watchdesk.registers import START, broken, broken_log, chained, logged


def a_chain() -> list[Development]:
    before, out = START, []
    for one in (opened(), a_development(value={"sentence": "15 years"}), a_development("visit")):
        out.append(chained(one, before))
        before = out[-1].digest
    return out


@pytest.mark.parametrize("name", [one.name for one in fields(Evidence)])
def test_a_change_of_any_part_of_the_evidence_is_seen(name: str) -> None:
    told = a_chain()
    other: Any = {"span": Span(0, 5), "part": Part.TITLE}.get(name, "another")
    told[1] = replace(told[1], evidence=(replace(told[1].evidence[0], **{name: other}),))
    assert broken(told) == (2, f"{told[1].id} was changed after it was entered")


def test_a_whole_chain_is_whole() -> None:
    assert broken(a_chain()) is None


def test_a_row_that_was_changed_is_named() -> None:
    told = a_chain()
    told[1] = replace(told[1], value={"sentence": "5 years"})
    assert broken(told) == (2, f"{told[1].id} was changed after it was entered")


def test_a_row_that_was_changed_with_its_digest_is_found_at_the_next() -> None:
    told = a_chain()
    told[1] = chained(replace(told[1], held_from=date(2026, 9, 2)), told[1].before)
    assert broken(told) == (3, f"{told[2].id} does not follow the one before it")


def test_a_row_that_was_taken_out_is_missed() -> None:
    told = a_chain()
    del told[1]
    assert broken(told) == (2, f"{told[1].id} does not follow the one before it")


def test_a_zone_is_no_change_of_a_moment() -> None:
    abroad = timezone(timedelta(hours=4))
    at = learnt(3)
    line = Disclosure(at=at, by="Mara", action=Action.UNSEALED, subject="t", reason="a court")
    entered = logged(replace(line, at=at.astimezone(abroad)), START)
    assert broken_log([replace(entered, at=at)]) is None
    assert broken_log([replace(entered, at=at, reason="no court")]) is not None
    told = chained(a_development(recorded=learnt(3).astimezone(abroad)), START)
    assert broken([replace(told, recorded=learnt(3))]) is None
