"""What a person brings in: an address, a note, a picture."""

import io
from datetime import date

import pytest
from PIL import Image
from tests.pipeline.press import Press
from tests.pipeline.room import NOW, Room

from watchdesk.issue import editing as made
from watchdesk.model import UsageError
from watchdesk.pipeline import (
    Desk,
    albums,
    citing,
    intake,
    open_desk,
    taking,
    working_on,
    write_draft,
)
from watchdesk.store import captures
from watchdesk.store.pictures import Rights


def note(
    text: str = "The crane fell at noon.\n\nA captain said so by telephone.",
) -> intake.Brought:
    return intake.Brought(
        name="call.txt", body=text.encode(), given_by="Captain Oru", received=date(2026, 11, 19)
    )


def test_an_address_is_archived_and_read_at_once(room: Room, press: Press) -> None:
    press.put_article("/quay", "The quay is closed")
    with open_desk(room.folder, now=NOW) as desk:
        received = intake.nominate(desk, press.url("/quay"), by="Ada")
        assert received is not None
        assert received.article is not None
        assert received.article.title == "The quay is closed"
        write_draft(desk)
        item = taking.add_article(
            desk, received.article.id, desk.config.sections[0].key, by="Ada", outlet="Quay News"
        ).item
    assert item is not None
    assert [link.words for link in item.links] == ["Quay News"]
    assert room.is_whole()


def test_an_address_that_does_not_answer_is_a_sentence(room: Room, press: Press) -> None:
    with (
        open_desk(room.folder, now=NOW) as desk,
        pytest.raises(UsageError, match=r"404|not found|no page"),
    ):
        intake.nominate(desk, press.url("/nowhere"), by="Ada")


def test_while_a_run_works_the_address_is_left_to_it(room: Room, press: Press) -> None:
    with open_desk(room.folder, now=NOW) as desk, working_on(desk, "gather"):
        assert intake.nominate(desk, press.url("/quay"), by="Ada") is None
    assert room.count("requests") == 1


def test_a_note_is_a_capture_with_who_gave_it_and_carries_an_item(room: Room) -> None:
    with open_desk(room.folder, now=NOW) as desk:
        received = intake.bring(desk, note(), by="Ada")
        assert received.article is not None
        assert intake.given_by(desk, received.capture.id) == "Captain Oru"
        again = intake.bring(desk, note(), by="Ben")
        assert again.article == received.article
        write_draft(desk)
        key = desk.config.sections[0].key
        item = taking.add_article(
            desk, received.article.id, key, by="Ada", outlet="Captain Oru"
        ).item
    assert item is not None
    assert item.headline.text == "The crane fell at noon."
    assert item.links == ()
    assert room.is_whole()


def test_what_is_empty_or_from_nobody_is_refused(room: Room) -> None:
    with open_desk(room.folder, now=NOW) as desk:
        with pytest.raises(UsageError, match="nothing in it"):
            intake.bring(desk, note(""), by="Ada")
        from_nobody = intake.Brought(name="a.txt", body=b"x", given_by=" ", received=NOW.date())
        with pytest.raises(UsageError, match="from whom"):
            intake.bring(desk, from_nobody, by="Ada")


def a_picture(*, turned: bool = False, quality: int = 90, size: int = 256) -> bytes:
    """A picture with shapes of all sizes, as JPEG."""
    picture = Image.effect_mandelbrot((256, 256), (-2.2, -1.4, 0.7, 1.4), 60).convert("RGB")
    if turned:
        picture = Image.radial_gradient("L").convert("RGB").rotate(45)
    out = io.BytesIO()
    picture.resize((size, size)).save(out, "JPEG", quality=quality)
    return out.getvalue()


def picture(body: bytes, name: str = "quay.jpg") -> intake.Brought:
    return intake.Brought(name=name, body=body, given_by="Mira Tolan", received=date(2026, 11, 19))


def test_the_same_picture_met_again_is_recognised_and_another_is_not(room: Room) -> None:
    words = Rights(caption="The quay.", credit="Mira Tolan", rights="granted", alt="A quay")
    with open_desk(room.folder, now=NOW) as desk:
        first = albums.bring(desk, picture(a_picture()), words, by="Ada")
        assert first.met == ()
        smaller = albums.bring(desk, picture(a_picture(quality=30, size=160)), words, by="Ada")
        assert [(one.picture.capture_id, one.same) for one in smaller.met] == [
            (first.picture.capture_id, True)
        ]
        assert albums.bring(desk, picture(a_picture(turned=True)), words, by="Ada").met == ()
        with pytest.raises(UsageError, match="no picture"):
            albums.bring(desk, picture(b"GIF89a but not really"), words, by="Ada")


def test_a_picture_stands_as_an_item_or_goes_with_one(room: Room) -> None:
    words = Rights(caption="The quay.", credit="Mira Tolan", rights="granted", alt="A quay")
    with open_desk(room.folder, now=NOW) as desk:
        write_draft(desk)
        key = desk.config.sections[0].key
        brought = albums.bring(desk, picture(a_picture()), words, by="Ada").picture
        item = albums.as_item(desk, brought.capture_id, key, by="Ada").item
        assert item is not None
        assert item.photo is not None
        assert (item.photo.credit, item.photo.alt) == ("Mira Tolan", "A quay")
        assert write_draft(desk).items == (item,)
        told = intake.bring(desk, note(), by="Ada").article
        assert told is not None
        other = taking.add_article(desk, told.id, key, by="Ada", outlet="Oru").item
        assert other is not None
        changed = albums.with_item(desk, brought.capture_id, other.id, by="Ada")
        assert changed.item is not None
        assert changed.item.photo == item.photo


def test_a_picture_without_leave_to_print_it_goes_into_no_issue(room: Room) -> None:
    with open_desk(room.folder, now=NOW) as desk:
        write_draft(desk)
        words = Rights(caption="The quay.", credit="", rights="asked", alt="A quay")
        brought = albums.bring(desk, picture(a_picture()), words, by="Ada").picture
        with pytest.raises(UsageError, match="leave"):
            albums.as_item(desk, brought.capture_id, desk.config.sections[0].key, by="Ada")


def test_a_link_to_an_address_is_archived_first(room: Room, press: Press) -> None:
    press.put_article("/quay", "The quay is closed")
    with open_desk(room.folder, now=NOW) as desk:
        told = intake.bring(desk, note(), by="Ada").article
        write_draft(desk)
        assert told is not None
        key = desk.config.sections[0].key
        item = taking.add_article(desk, told.id, key, by="Ada", outlet="Oru").item
        assert item is not None
        seen = made.version_of(item)
        changed = citing.link_address(desk, item.id, press.url("/quay"), "", by="Ada", version=seen)
        assert changed.item is not None
        (link,) = changed.item.links
        assert captures_at(desk, link.url) == link.capture_id
        seen = changed.version
        with pytest.raises(UsageError, match=r"404|not found|no page"):
            citing.link_address(desk, item.id, press.url("/no"), "", by="Ada", version=seen)


def captures_at(desk: Desk, url: str) -> str:
    with desk.store.reading() as tx:
        found = captures.newest_at(tx, url)
    return found.id if found else ""
