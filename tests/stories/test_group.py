from datetime import UTC, datetime

import pytest
from tests.stories.pieces import FLOOD, QUARRY, Desk, a_piece, place_all

from watchdesk.model import identity
from watchdesk.stories import COPY_DAYS, OPEN_DAYS, Piece
from watchdesk.stories import group as grouping

RETOLD = (
    "Blasting at the quarry beside Saint Oren is to stop for 60 days, said Minister Ada Brenn. "
    "Velt Basalt, which runs the quarry, wants to go to court over the cracks in the church."
)


def test_a_first_piece_opens_a_story_of_its_own() -> None:
    (placed,) = place_all(a_piece(id="x"))
    assert (placed.story, placed.origin) == (identity("story", "x"), "x")
    assert (placed.why, placed.score) == ("", 0.0)


def test_two_tellings_of_one_event_are_one_story_with_two_origins() -> None:
    first, second = place_all(a_piece(id="a"), a_piece(RETOLD, id="b", title="Quarry must stop"))
    assert second.story == first.story
    assert second.origin == "b"


def test_another_event_of_the_same_hour_is_another_story() -> None:
    first, second = place_all(a_piece(id="a"), a_piece(FLOOD, id="b", title="Orsa floods Halden"))
    assert second.story != first.story


def test_the_reason_names_what_is_shared_as_the_piece_prints_it() -> None:
    _, second = place_all(a_piece(id="a"), a_piece(RETOLD, id="b", title="Quarry must stop"))
    assert second.why.startswith("shares '")
    assert "“Fourteen new cracks at Saint Oren”" in second.why
    assert "'Velt Basalt'" in second.why


def test_a_copy_joins_its_original_and_keeps_its_origin() -> None:
    cut = QUARRY.split(". ")[0] + ". " + QUARRY.split(". ")[1] + "."
    first, second, third = place_all(
        a_piece(id="a"), a_piece(cut, id="b", source="other"), a_piece(cut, id="c", source="third")
    )
    assert (second.origin, third.origin) == ("a", "a")
    assert second.story == third.story == first.story
    assert second.why == "100 % of its text also stands in “Fourteen new cracks at Saint Oren”"


def test_likeness_fades_with_the_days_between() -> None:
    near = place_all(a_piece(id="a"), a_piece(RETOLD, id="b", hours=1))[1]
    far = place_all(a_piece(id="a"), a_piece(RETOLD, id="b", hours=48))[1]
    assert 0 < far.score < near.score


def test_a_story_is_shut_after_its_window() -> None:
    hours = 24 * (OPEN_DAYS + 1)
    first, second = place_all(a_piece(id="a"), a_piece(RETOLD, id="b", hours=hours))
    assert second.story != first.story


def test_a_text_that_comes_again_after_months_is_news() -> None:
    again = a_piece(id="b", hours=24 * (COPY_DAYS + 1))
    second = place_all(a_piece(id="a"), again)[1]
    assert (second.origin, second.story) == ("b", identity("story", "b"))


def test_a_late_reprint_is_a_copy_though_its_story_is_shut(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(grouping, "SWEEP", 2)
    placed = place_all(
        a_piece(id="a"),
        a_piece(FLOOD, id="b", hours=24 * 20),
        a_piece(FLOOD, id="c", hours=24 * 20, source="other"),
        a_piece("Snow fell on Tarrin.", id="d", hours=24 * 20),
        a_piece(id="e", hours=24 * 21, source="other"),
    )
    assert (placed[4].origin, placed[4].story) == ("a", placed[0].story)


def test_a_copy_counts_in_no_story_when_it_closes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(grouping, "SWEEP", 2)
    late = 24.0 * (OPEN_DAYS + 3)
    placed = place_all(
        a_piece(id="a"),
        a_piece(RETOLD, id="b", hours=1),
        a_piece(id="c", hours=24 * 6, source="copyist"),
        a_piece(FLOOD, id="d", hours=24 * (OPEN_DAYS + 0.5)),
        a_piece(FLOOD, id="e", hours=late, source="other"),
        a_piece("Snow fell on Tarrin.", id="f", hours=late),
    )
    assert placed[2].origin == "a"
    assert placed[4].origin == "d"


def test_an_unknown_date_counts_as_some_days_between() -> None:
    same_day = place_all(a_piece(id="a"), a_piece(RETOLD, id="b"))[1]
    undated = place_all(a_piece(id="a", dated=False), a_piece(RETOLD, id="b", dated=False))[1]
    assert 0 < undated.score < same_day.score


def test_a_document_that_both_link_to_brings_two_pieces_closer() -> None:
    letter = ("https://example.org/letter.pdf",)
    apart = place_all(a_piece(id="a"), a_piece(RETOLD, id="b"))[1]
    linked = place_all(a_piece(id="a", links=letter), a_piece(RETOLD, id="b", links=letter))[1]
    assert linked.score > apart.score


def test_a_restored_grouper_places_as_the_one_that_never_stopped() -> None:
    pieces = [
        a_piece(id="a"),
        a_piece(FLOOD, id="b", title="Orsa floods Halden", hours=2),
        a_piece(RETOLD, id="c", hours=3),
        a_piece(FLOOD, id="d", title="Flood in Halden", hours=4, source="copyist"),
    ]
    straight = place_all(*pieces)
    desk = Desk()
    stopped = [desk.place(desk.grouper(), piece) for piece in pieces]
    assert [(p.story, p.origin, p.score) for p in stopped] == [
        (p.story, p.origin, p.score) for p in straight
    ]


def test_terms_are_those_of_title_and_text_each_once() -> None:
    (placed,) = place_all(a_piece("Rain on Halden, rain.", title="Rain"))
    assert sorted(placed.terms) == ["halden", "on", "rain"]


def test_a_piece_without_words_stands_alone() -> None:
    placed = place_all(a_piece("", id="a", title=""), a_piece("", id="b", title=""))
    assert placed[0].story != placed[1].story


def test_what_is_no_longer_open_is_dropped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(grouping, "SWEEP", 2)
    desk = Desk()
    grouper = desk.grouper()
    for number in range(20):
        desk.place(grouper, a_piece(FLOOD, id=str(number), hours=number * 24.0 * COPY_DAYS))
    assert len(grouper._open) <= 4


def test_one_date_far_in_the_future_shuts_no_story(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(grouping, "SWEEP", 3)
    first, _, _, last = place_all(
        a_piece(id="a"),
        a_piece(FLOOD, id="b", hours=1),
        a_piece("Snow is expected.", id="c", hours=24.0 * 9000),
        a_piece(RETOLD, id="d", hours=2),
    )
    assert last.story == first.story


def test_a_piece_refuses_a_time_without_a_zone() -> None:
    naive = datetime(2026, 1, 1, tzinfo=UTC).replace(tzinfo=None)
    with pytest.raises(ValueError, match="time zone"):
        Piece(id="a", title="", text="", at=naive)
