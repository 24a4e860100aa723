"""A note, a file and a picture brought in by hand through the forms of the desk."""

import io

from PIL import Image
from tests.desk.visiting import Visitor

FROM = {"from": "Captain Oru", "received": "2026-11-19"}


def a_picture() -> bytes:
    out = io.BytesIO()
    Image.effect_mandelbrot((256, 256), (-2.2, -1.4, 0.7, 1.4), 60).save(out, "PNG")
    return out.getvalue()


def test_a_telephone_note_becomes_an_item_with_who_said_it(visitor: Visitor) -> None:
    told = {"title": "The crane fell at noon", "note": "“It fell into the basin,” he said."}
    to = visitor.does("/by-hand", section=visitor.section, **told, **FROM)
    assert "The crane fell at noon" in visitor.sees(to)
    with visitor.desk() as desk, desk.store.reading() as tx:
        rows = tx.connection.exec_driver_sql(
            "SELECT value FROM items WHERE id = ?", (to.rpartition("/")[2],)
        )
        value = str(rows.scalar_one())
    assert "The crane fell at noon" in value
    assert "Captain Oru" in value


def test_a_file_is_read_and_one_without_words_is_kept_all_the_same(visitor: Visitor) -> None:
    file = {"file": ("letter.txt", b"To the minister.\n\nWe ask for the list.", "text/plain")}
    to = visitor.does("/by-hand", files=file, **FROM)
    assert "We ask for the list." in visitor.sees(to)
    answer = visitor.client.post(
        "/by-hand",
        data=FROM,
        files={"file": ("x.bin", b"\x00\x01", "application/octet-stream")},
        headers={"sec-fetch-site": "same-origin"},
    )
    assert "no readable text" in answer.text


def test_a_picture_is_shown_caged_and_used_only_with_leave(visitor: Visitor) -> None:
    file = {"file": ("quay.png", a_picture(), "image/png")}
    words = {"caption": "<b>The quay</b>", "credit": "Oru", "alt": "A quay", "rights": "asked"}
    to = visitor.does("/by-hand/picture", files=file, **words, **FROM)
    assert "&lt;b&gt;The quay" in visitor.sees(to)
    shown = visitor.client.get(f"{to}/file")
    assert shown.content == a_picture()
    assert "sandbox" in shown.headers["content-security-policy"]
    assert "leave" in visitor.is_refused(f"{to}/use", section=visitor.section)
    visitor.does(f"{to}/words", **(words | {"rights": "granted"}))
    assert visitor.sees(visitor.does(f"{to}/use", section=visitor.section))
    assert "leave was given" in visitor.sees("/by-hand")


def test_what_is_missing_is_said(visitor: Visitor) -> None:
    assert "nothing in it" in visitor.is_refused("/by-hand", note=" ", **FROM)
    assert "which day" in visitor.is_refused("/by-hand", note="x", received="soon")
    assert "no such picture" in visitor.is_refused("/picture/none")
