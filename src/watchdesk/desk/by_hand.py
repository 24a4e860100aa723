"""What a person brings in: a note, a file, a picture with its rights; each can carry an item.

Archiving is done in `pipeline.intake`, pictures are compared in `pipeline.albums`.
"""

from datetime import date

from starlette.responses import Response

from watchdesk.desk.guard import CAGED
from watchdesk.desk.screen import Screen, acts, looks
from watchdesk.desk.visit import Visit
from watchdesk.model import UsageError
from watchdesk.pipeline import albums, intake, taking
from watchdesk.store.pictures import Rights

PICTURES = frozenset({"image/jpeg", "image/png", "image/webp", "image/gif"})
"""What is shown in our own pages; an SVG can hold a script."""


def _look(visit: Visit) -> Response:
    return visit.page(
        "by_hand.html",
        album=albums.album(visit.desk),
        sections=visit.desk.config.sections,
        rights=albums.RIGHTS,
        today=visit.desk.clock().date(),
    )


def _bring(visit: Visit) -> Response:
    received = intake.bring(visit.desk, brought(visit), by=visit.who.name)
    if received.article is None:
        return visit.refused(visit.words.say("by_hand.no_words"))
    if not visit.given("section"):
        return visit.moved(f"/article/{received.article.id}")
    changed = taking.add_article(
        visit.desk,
        received.article.id,
        visit.given("section"),
        by=visit.who.name,
        outlet=visit.given("from"),
    )
    return visit.moved(f"/items/{changed.item.id}" if changed.item else "/")


def brought(visit: Visit) -> intake.Brought:
    """The file or note of a form, with who gave it and when."""
    file = visit.uploaded("file")
    title, note = visit.given("title"), visit.given("note")
    body = file.file.read() if file else "\n\n".join(filter(None, (title, note))).encode()
    return intake.Brought(
        name=(file.filename or "") if file else "note.txt",
        body=body,
        given_by=visit.given("from"),
        received=_day(visit),
    )


def _day(visit: Visit) -> date:
    try:
        return date.fromisoformat(visit.given("received"))
    except ValueError:
        raise UsageError(visit.words.say("by_hand.no_day")) from None


def _picture(visit: Visit) -> Response:
    seen = albums.bring(visit.desk, brought(visit), rights(visit), by=visit.who.name)
    return visit.moved(f"/picture/{seen.picture.capture_id}")


def rights(visit: Visit) -> Rights:
    """What a form says of a picture."""
    leave = visit.given("rights")
    return Rights(
        caption=visit.given("caption"),
        credit=visit.given("credit"),
        licence=visit.given("licence"),
        rights=leave if leave in albums.RIGHTS else "unknown",
        alt=visit.given("alt"),
    )


def _one(visit: Visit) -> Response:
    capture_id = visit.path["capture_id"]
    return visit.page(
        "picture.html",
        seen=albums.seen(visit.desk, capture_id),
        given_by=intake.given_by(visit.desk, capture_id),
        sections=visit.desk.config.sections,
        rights=albums.RIGHTS,
        items=albums.places(visit.desk),
    )


def _bytes(visit: Visit) -> Response:
    body, media_type = albums.body_of(visit.desk, visit.path["capture_id"])
    shown = media_type if media_type in PICTURES else "application/octet-stream"
    return Response(body, media_type=shown, headers={"content-security-policy": CAGED})


def _say(visit: Visit) -> Response:
    capture_id = visit.path["capture_id"]
    albums.say(visit.desk, capture_id, rights(visit), by=visit.who.name)
    return visit.moved(f"/picture/{capture_id}")


def _use(visit: Visit) -> Response:
    capture_id, by = visit.path["capture_id"], visit.who.name
    if item := visit.given("item"):
        albums.with_item(visit.desk, capture_id, item, by=by)
        return visit.moved(f"/items/{item}")
    changed = albums.as_item(visit.desk, capture_id, visit.given("section"), by=by)
    return visit.moved(f"/items/{changed.item.id}" if changed.item else "/")


SCREEN = Screen(
    title="by_hand.title",
    menu="/by-hand",
    doors=(
        looks("/by-hand", _look),
        acts("/by-hand", _bring),
        acts("/by-hand/picture", _picture),
        looks("/picture/{capture_id}", _one),
        looks("/picture/{capture_id}/file", _bytes),
        acts("/picture/{capture_id}/words", _say),
        acts("/picture/{capture_id}/use", _use),
    ),
)
