"""Nothing that an audience may not see is left in what the gate mints; each refusal is told."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from tests.registers.making import a_development, learnt, opened

from watchdesk.model import (
    CONSENTED,
    NOTE,
    WITHDRAWN,
    Audience,
    Cleared,
    Development,
    Entry,
    Evidence,
    Page,
    Refused,
    Span,
    To,
)
from watchdesk.registers import (
    ACCESS,
    TESTIMONIES,
    Care,
    Kind,
    Told,
    may_publish,
    may_publish_table,
    standing,
)
from watchdesk.registers.cases import CASES

TODAY = date(2026, 10, 20)
PUBLIC = Audience(to=To.PUBLIC, on=TODAY)
COURT = Audience(to=To.COURT, on=TODAY)
SITES = replace(
    CASES,
    kinds={"baseline": Kind("as it was"), "threat": Kind("threatened", "threatened")},
    care=Care(threats=frozenset({"threat"})),
)


def quoting(quote: str) -> tuple[Evidence, ...]:
    return (Evidence(article_id="article", span=Span(0, len(quote)), quote=quote),)


def folded(*told: Development, register: Any = CASES) -> Entry:
    entry = standing(told, register.kinds)
    assert entry is not None
    return entry


def cleared(*told: Development, to: Audience = PUBLIC, register: Any = CASES) -> Cleared:
    found = may_publish(folded(*told, register=register), to, register)
    assert isinstance(found, Cleared), found
    return found


def refused(*told: Development, to: Audience = PUBLIC, register: Any = CASES) -> str:
    found = may_publish(folded(*told, register=register), to, register)
    assert isinstance(found, Refused)
    return " ".join(found.reasons)


def consent(scope: str, **changed: Any) -> Development:
    values: dict[str, Any] = {"value": {"scope": scope, "basis": "consent"}, "evidence": ()}
    values["value"] |= changed.pop("value", {})
    return a_development(CONSENTED, **(values | changed))


def withdrawal(scope: str = "", day: int = 12) -> Development:
    value = {"scope": scope} if scope else {}
    return a_development(WITHDRAWN, value=value, evidence=(), recorded=learnt(day))


DETAINED = a_development(held_from=date(2026, 9, 1), value={"place": "Ostrany"})


def test_only_the_gate_makes_what_may_leave() -> None:
    one = cleared(opened(), DETAINED)
    with pytest.raises(TypeError, match="only the gate"):
        Cleared(entry=one.entry, audience=PUBLIC, seal=object())
    with pytest.raises((TypeError, ValueError)):
        replace(one, entry=one.entry)  # type: ignore[call-arg]


def test_notes_consent_and_names_of_staff_stay_at_the_desk() -> None:
    note = a_development(NOTE, value={"text": "call her aunt Vessa"}, evidence=())
    one = cleared(opened(), DETAINED, note, consent("publish"))
    assert [each.kind for each in one.entry.developments] == ["opened", "detained"]
    assert "Vessa" not in repr(one)
    assert "Mara" not in repr(one)


def test_a_person_is_named_by_consent_where_any_was_asked_for() -> None:
    assert refused(opened(), consent("keep")) == "Nobody consented to publish it."
    cleared(opened(), consent("publish"))
    told = (opened(), consent("publish"), withdrawal())
    assert refused(*told) == "Consent to publish it was withdrawn on 2026-10-12."
    assert refused(opened(), consent("publish", held_to=date(2026, 10, 1))).endswith("2026-10-01.")
    cleared(*told, consent("publish", recorded=learnt(14)))
    assert "withdrawn" in refused(*told, consent("publish", recorded=learnt(12)))


def test_one_scope_never_stands_for_another() -> None:
    told = (opened(), consent("publish"), consent("share", value={"body": "The Bar of Karvenia"}))
    assert "to a court" in refused(*told, to=COURT)
    bar = Audience(to=To.BODY, on=TODAY, body="The Bar of karvenia ")
    cleared(*told, to=bar)
    assert "share" in refused(*told, to=replace(bar, body="The Tidings"))
    cleared(*told, withdrawal("share"))


def test_a_withdrawal_counts_for_what_was_known_before_it_too() -> None:
    before = folded(opened(), consent("publish"))
    now = folded(opened(), consent("publish"), withdrawal())
    assert isinstance(may_publish(before, PUBLIC, CASES), Cleared)
    assert isinstance(may_publish(before, PUBLIC, CASES, now=now), Refused)


def test_what_is_for_the_desk_is_nowhere_in_what_leaves() -> None:
    secret = a_development("visit", value={"guard": "Tolan Reve", ACCESS: "desk"}, says="Orla Fenn")
    inflected = a_development("hearing", evidence=quoting("They spoke of Tolans at the gate."))
    said = a_development("transferred", value={"place": "beside orla's house"})
    one = cleared(opened(), DETAINED, secret, inflected, said)
    assert [each.kind for each in one.entry.developments] == ["opened", "detained"]
    assert not [word for word in ("Tolan", "Reve", "Orla", "Fenn") if word in repr(one)]
    assert one.withheld == ("hearing", "transferred", "visit")
    assert "Tolan" in repr(cleared(opened(), DETAINED, secret, to=Audience(to=To.DESK, on=TODAY)))


def test_partners_see_what_is_theirs() -> None:
    theirs = a_development("visit", value={"guard": "Tolan Reve", ACCESS: "partners"})
    assert "Tolan" not in repr(cleared(opened(), theirs))
    assert "Tolan" in repr(cleared(opened(), theirs, to=COURT))
    odd = a_development("visit", value={"guard": "Tolan Reve", ACCESS: "every body"})
    assert "Tolan" not in repr(cleared(opened(), odd, to=COURT))


def test_a_title_or_an_address_that_tells_refuses_or_stays() -> None:
    secret = a_development("visit", value={"name": "Anna Oke", ACCESS: "desk"})
    assert "its title holds words" in refused(opened(), secret)
    hidden = replace(opened(), value={"title": "Anna Oke", "keys": [], ACCESS: "desk"})
    assert "is for the desk alone" in refused(hidden, DETAINED)
    page = Page(url="https://a.example/oke-free", title="", captured_at=learnt(2), digest="sha256:")
    entry = folded(opened(title="Case 12", evidence=quoting("A case.")), DETAINED, secret)
    found = may_publish(entry, PUBLIC, CASES, pages={"article": page})
    assert "oke-free" not in repr(found)


def test_health_and_counsel_stay_unless_a_consent_names_them() -> None:
    told = (opened(), DETAINED, a_development("health", value={"health": "weak after a strike"}))
    assert "strike" not in repr(cleared(*told))
    named = consent("publish", value={"fields": "health"})
    assert "strike" in repr(cleared(*told, named))


def test_where_a_living_person_is_becomes_coarse() -> None:
    exact = a_development("transferred", value={"lat": "41.28345", "lon": 44.87612})
    again = a_development("hearing", evidence=quoting("at 41.2834, 44.8761"))
    one = cleared(opened(), exact, again)
    assert (one.entry.fields["lat"], one.entry.fields["lon"]) == (41.3, 44.9)
    assert "41.28" not in repr(one)


def test_a_threatened_site_has_no_place_until_a_partner_agreed() -> None:
    def site(kind: str, **changed: Any) -> Development:
        return a_development(kind, "church", **changed)

    where = {"place": "Upper Velmor", "lat": 41.28345, "lon": 44.87612}
    base = site("baseline", value=where)
    told = site("threat", evidence=quoting("A road is planned through Velmor."))
    start = opened("church", "Church of the Three Wells")
    assert cleared(start, base, register=SITES).entry.fields["lat"] == 41.28345
    one = cleared(start, base, told, register=SITES)
    assert not [word for word in ("Velmor", "41.2", "44.8") if word in repr(one)]
    partner = consent("place", entry="church")
    assert "Upper Velmor" in repr(cleared(start, base, told, partner, register=SITES))
    named = opened("church", "Church of Velmor")
    assert "title" in refused(named, base, told, register=SITES)


def test_a_testimony_needs_consent_and_a_second_person() -> None:
    def step(kind: str, day: int, by: str = "Mara", **changed: Any) -> Development:
        values: dict[str, Any] = {"register": "testimonies", "recorded": learnt(day), "by": by}
        return a_development(kind, "t1", **(values | changed))

    start = (opened("t1", "t1", register="testimonies"), step("interviewed", 2))
    assert "Nobody consented" in refused(*start, register=TESTIMONIES)
    given = step(CONSENTED, 3, value={"scope": "quote"}, evidence=())
    redacted = step("redacted", 4)
    assert "redacted yet" in refused(*start, given, register=TESTIMONIES)
    own = step("published", 5)
    assert "second person" in refused(*start, given, redacted, own, register=TESTIMONIES)
    second = step("published", 5, by="Ilan")
    cleared(*start, given, redacted, second, register=TESTIMONIES)
    later = step("redacted", 6)
    assert "second person" in refused(*start, given, redacted, second, later, register=TESTIMONIES)


def test_what_was_merged_is_not_told_twice() -> None:
    entry = replace(folded(opened(), DETAINED), merged_into="other")
    assert may_publish(entry, PUBLIC, CASES) == Refused("oke", ("It is part of other.",))


def counts(table: Told) -> dict[tuple[str, ...], int]:
    return {cell: count or 0 for cell, count in table.cells.items()}


def test_a_cell_of_three_is_withheld() -> None:
    found = may_publish_table("t", ["place"], {("Ostrany",): 3, ("Velmor",): 9})
    assert not isinstance(found, Refused)
    assert found.cells == {("Ostrany",): None, ("Velmor",): 9}


def test_a_difference_of_three_between_two_tables_is_withheld_too() -> None:
    before = [Told(("place",), {("Velmor",): 9, ("Ostrany",): None})]
    found = may_publish_table("t", ["place"], {("Velmor",): 12, ("Ostrany",): 8}, before)
    assert not isinstance(found, Refused)
    assert found.cells == {("Velmor",): None, ("Ostrany",): 8}


@pytest.mark.parametrize("coarse_first", [True, False])
def test_a_finer_table_that_would_tell_a_small_cell_is_refused(coarse_first: bool) -> None:
    fine = Told(("place", "sex"), {("Velmor", "men"): 9, ("Velmor", "women"): 3})
    coarse = Told(("place",), {("Velmor",): 12})
    first, second = (coarse, fine) if coarse_first else (fine, coarse)
    shown = may_publish_table("t", first.by, counts(first))
    assert not isinstance(shown, Refused)
    found = may_publish_table("t", second.by, counts(second), [Told(shown.by, shown.cells)])
    assert isinstance(found, Refused)
    assert "below 5" in found.reasons[0]
