from datetime import date

from tests.registers.making import a_development, learnt, opened

from watchdesk.model import Audience, Cleared, Development, To
from watchdesk.registers import may_publish, standing
from watchdesk.registers.cases import CASES
from watchdesk.registers.views import gaps, still_held, table, timeline

ON = date(2026, 10, 7)
DESK = Audience(to=To.DESK, on=ON)
DETAINED = a_development(
    held_from=date(2026, 7, 29),
    value={"place": "Ostrany", "next": "2026-10-02", "next_what": "hearing"},
)
RELEASED = a_development("released", held_from=date(2026, 10, 5), recorded=learnt(9))
OKE = (opened(), DETAINED, RELEASED)
VEL = (opened("vel", "Pavel Vel"), a_development(entry="vel", held_from=date(2026, 9, 27)))


def seen(*told: Development, known_day: int = 31, to: Audience = DESK) -> Cleared:
    entry = standing(told, CASES.kinds, known_on=learnt(known_day))
    assert entry is not None
    found = may_publish(entry, to, CASES)
    assert isinstance(found, Cleared)
    return found


def test_still_held_on_a_day_as_known_on_two_days() -> None:
    def held(known_day: int) -> list[tuple[str, int]]:
        entries = [seen(*OKE, known_day=known_day), seen(*VEL, known_day=known_day)]
        return [(row.title, row.days) for row in still_held(entries, CASES, ON)]

    assert held(8) == [("Anna Oke", 70), ("Pavel Vel", 10)]
    assert held(10) == [("Pavel Vel", 10)]


def test_days_of_an_earlier_spell_are_counted_too() -> None:
    again = a_development("detained", held_from=date(2026, 10, 6), recorded=learnt(12))
    rows = still_held([seen(*OKE, again)], CASES, ON)
    assert [(row.since, row.days) for row in rows] == [(date(2026, 10, 6), 68 + 1)]


def test_a_table_has_the_rows_that_are_asked_for() -> None:
    entries = [seen(*VEL), seen(*OKE)]
    assert [row.title for row in table(entries)] == ["Anna Oke", "Pavel Vel"]
    assert [row.title for row in table(entries, status="held")] == ["Pavel Vel"]
    assert [row.title for row in table(entries, having={"place": "ostr"})] == ["Anna Oke"]


def test_a_timeline_is_in_order_and_between_two_days() -> None:
    rows = timeline([seen(*OKE), seen(*VEL)], CASES, since=date(2026, 9, 1))
    assert [(row.day.month, row.title, row.label) for row in rows] == [
        (9, "Pavel Vel", "detained"),
        (10, "Anna Oke", "released"),
    ]


def test_gaps_are_sentences() -> None:
    late = date(2026, 11, 20)
    found = [row.gap for row in gaps([seen(*OKE)], CASES, late)]
    assert found == [
        "Nothing new for 46 days.",
        "All of it rests on one source.",
        "The hearing of 2026-10-02 has passed unreported.",
    ]
    bare = seen(opened())
    assert [row.gap for row in gaps([bare], CASES, late)] == ["Nothing is known beside its name."]
