"""Pictures with their credit, licence and rights; the same picture met again.

In: an open desk, a picture's bytes and what is said of it. Out: the picture as it is held, with
those that look like it: up to 31 of the 256 bits of PDQ apart they are one picture, up to 60 a
person looks. Bytes are decoded in a worker. No picture goes into an issue without leave.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from watchdesk.issue import editing as made
from watchdesk.model import Capture, Evidence, Item, Line, Photo, Photograph, UsageError, identity
from watchdesk.pipeline import editing, intake, taking
from watchdesk.pipeline.citing import articles_of
from watchdesk.pipeline.desk import Desk
from watchdesk.pipeline.editing import Changed, item_in, open_draft
from watchdesk.pipeline.material import photos_of
from watchdesk.pipeline.reading import Looks, look_at_picture
from watchdesk.store import Transaction, articles, captures, issues, pictures
from watchdesk.store.pictures import Picture, Rights
from watchdesk.workers import Workers

SAME, ALIKE = 31, 60
"""Bits of 256: the first is the threshold that PDQ's authors recommend for one picture."""
POOR = 50
"""Below this quality a hash tells too little to be compared (PDQ's authors as well)."""
AT_ONCE = 40
"""Archived pictures that are looked at with each one that is brought in."""
MOST_TEXTS, MOST_BROUGHT = 12, 12
"""So many articles and brought pictures are offered for an item."""
MAY_BE_PRINTED = frozenset({"own", "granted", "free"})
RIGHTS = ("own", "granted", "free", "asked", "unknown")


@dataclass(frozen=True, slots=True)
class Likeness:
    """Another picture that looks like one; `same` where no person needs to compare them."""

    picture: Picture
    bits: int
    same: bool


@dataclass(frozen=True, slots=True)
class Choice:
    """A picture that an item could have, with what is known of it."""

    photo: Photo
    words: Rights


@dataclass(frozen=True, slots=True)
class Seen:
    """A picture with those that look like it, the likest first."""

    picture: Picture
    met: tuple[Likeness, ...]


def bring(desk: Desk, brought: intake.Brought, words: Rights, *, by: str) -> Seen:
    """Archive a picture that somebody gave, with what is said of it."""
    with Workers(count=1) as workers:
        looks = _looks(workers, brought.body)
        if looks is None:
            raise UsageError(f"{brought.name} is no picture that can be read here.")
        capture = intake.bring(desk, brought, by=by).capture
        _look_at_the_archive(desk, workers)
    held = capture.revisit_of or capture.id
    picture = Picture(
        capture_id=held,
        digest=capture.digest,
        media_type=capture.media_type,
        url=capture.url,
        at=desk.clock(),
        looks=looks.pdq,
        quality=looks.quality,
        by=by,
        words=words,
    )
    with desk.store.writing() as tx:
        pictures.put(tx, picture)
    return seen(desk, held)


def _looks(workers: Workers, body: bytes) -> Looks | None:
    result = workers.submit(look_at_picture, body).result()
    return result if isinstance(result, Looks) else None


def _look_at_the_archive(desk: Desk, workers: Workers) -> None:
    """Learn how some more of the archived pictures look."""
    with desk.store.reading() as tx:
        waiting = pictures.unseen(tx, most=AT_ONCE)
    for capture in waiting:
        looks = _looks(workers, desk.archive.read(capture).body)
        with desk.store.writing() as tx:
            pictures.put(tx, _row(capture, looks))


def _row(capture: Capture, looks: Looks | None) -> Picture:
    return Picture(
        capture_id=capture.id,
        digest=capture.digest,
        media_type=capture.media_type,
        url=capture.url,
        at=capture.fetched_at,
        looks=looks.pdq if looks else "",
        quality=looks.quality if looks else 0,
    )


def seen(desk: Desk, capture_id: str) -> Seen:
    """A picture that was brought in, with those that look like it."""
    with desk.store.reading() as tx:
        picture = _known(tx, capture_id)
        found = sorted(_alike(tx, picture), key=lambda one: one.bits)
    return Seen(picture, tuple(found))


def _alike(tx: Transaction, picture: Picture) -> Iterator[Likeness]:
    mine = int(picture.looks or "0", 16)
    for capture_id, looks in pictures.looks(tx):
        bits = (mine ^ int(looks, 16)).bit_count()
        if bits <= ALIKE and capture_id != picture.capture_id:
            other = pictures.get(tx, capture_id)
            if other is not None and min(other.quality, picture.quality) >= POOR:
                yield Likeness(other, bits, bits <= SAME)


def _known(tx: Transaction, capture_id: str) -> Picture:
    picture = pictures.get(tx, capture_id)
    if picture is None:
        raise UsageError("This desk has no such picture.")
    return picture


def album(desk: Desk, *, most: int = 60) -> tuple[Picture, ...]:
    """The pictures that were brought in by hand, newest first."""
    with desk.store.reading() as tx:
        return pictures.by_hand(tx, most=most)


def places(desk: Desk) -> tuple[tuple[str, str], ...]:
    """The items of the open issue that a picture can go with, by id and headline."""
    with desk.store.reading() as tx:
        issue = issues.open_draft(tx)
    return tuple((item.id, item.headline.text) for item in issue.items) if issue else ()


def body_of(desk: Desk, capture_id: str) -> tuple[bytes, str]:
    """A picture's bytes out of the archive, and their media type."""
    with desk.store.reading() as tx:
        capture = captures.get(tx, capture_id)
    if capture is None or not capture.media_type.startswith("image/"):
        raise UsageError("This desk has no such picture.")
    return desk.archive.read(capture).body, capture.media_type


def say(desk: Desk, capture_id: str, words: Rights, *, by: str) -> None:
    """Other words at a picture; `by` is whoever vouches for them."""
    with desk.store.writing() as tx:
        pictures.put(tx, replace(_known(tx, capture_id), words=words, by=by))


def as_item(desk: Desk, capture_id: str, section: str, *, by: str) -> Changed:
    """The picture as an item of its own."""
    with desk.store.reading() as tx:
        picture, issue = _known(tx, capture_id), open_draft(tx)
    photo = _photo(picture)
    proof = Evidence(capture_id=photo.capture_id, media_digest=photo.digest)
    words = picture.words.caption or picture.words.alt
    item = Item(
        id=identity("photo", issue.id, photo.digest),
        headline=Line(text=words, evidence=(proof,), by=by, language=desk.config.language),
        detail=Photograph(outlet=intake.given_by(desk, capture_id)),
        photo=photo,
    )
    return taking.add_item(desk, item, section, by=by)


def with_item(desk: Desk, capture_id: str, item_id: str, *, by: str) -> Changed:
    """The picture beside an item that is in the issue."""
    with desk.store.reading() as tx:
        picture, issue = _known(tx, capture_id), open_draft(tx)
    version = made.version_of(item_in(issue, item_id))
    return editing.set_photo(desk, item_id, _photo(picture), by=by, version=version)


# ── a picture for an item ─────────────────────────────────────────────────────────────────────────


def choices(desk: Desk, item: Item) -> tuple[Choice, ...]:
    """Pictures for an item: those of its articles, then the newest that were brought in."""
    with desk.store.reading() as tx:
        texts = articles.many(tx, list(dict.fromkeys(articles_of(tx, item)))[:MOST_TEXTS])
        found = [_choice(tx, photo) for photo in photos_of(tx, texts.values())]
        found += [Choice(_with(one), one.words) for one in pictures.by_hand(tx, most=MOST_BROUGHT)]
    standing = {item.photo.digest} if item.photo else set()
    return tuple(
        {one.photo.digest: one for one in found if one.photo.digest not in standing}.values()
    )


def _choice(tx: Transaction, photo: Photo) -> Choice:
    """An article's picture, with what a person said of it, else with its article's words."""
    known = pictures.get(tx, photo.capture_id)
    own = Rights(caption=photo.caption, credit=photo.credit, alt=photo.alt, rights="unknown")
    return Choice(photo, known.words if known and known.by else own)


def choose(  # noqa: PLR0913 - what, where, who, and from which version
    desk: Desk, item_id: str, capture_id: str, words: Rights, *, by: str, version: str
) -> Changed:
    """One of the pictures that are offered for an item, with what is said of it."""
    with desk.store.reading() as tx:
        item = item_in(open_draft(tx), item_id)
    found = next((one for one in choices(desk, item) if one.photo.capture_id == capture_id), None)
    if found is None:
        raise UsageError("This desk has no such picture.")
    return _put(desk, item_id, found.photo, words, by=by, version=version)


def bring_to(  # noqa: PLR0913 - what, where, who, and from which version
    desk: Desk, item_id: str, brought: intake.Brought, words: Rights, *, by: str, version: str
) -> Changed:
    """A picture that somebody gave, archived and put beside an item."""
    picture = bring(desk, brought, words, by=by).picture
    return _put(desk, item_id, _with(picture), words, by=by, version=version)


def _put(  # noqa: PLR0913 - what, where, who, and from which version
    desk: Desk, item_id: str, photo: Photo, words: Rights, *, by: str, version: str
) -> Changed:
    picture = replace(_looked_at(desk, photo.capture_id), words=words, by=by)
    said = replace(_photo(picture), article_id=photo.article_id)
    changed = editing.set_photo(desk, item_id, said, by=by, version=version)
    with desk.store.writing() as tx:
        pictures.put(tx, picture)
    return changed


def _looked_at(desk: Desk, capture_id: str) -> Picture:
    """A picture of the archive, looked at now where it was not yet."""
    with desk.store.reading() as tx:
        picture, capture = pictures.get(tx, capture_id), captures.get(tx, capture_id)
    if picture is not None:
        return picture
    with Workers(count=1) as workers:
        looks = _looks(workers, desk.archive.read(capture).body) if capture else None
        if capture is None or looks is None:
            raise UsageError("This is no picture that can be read here.")
        _look_at_the_archive(desk, workers)
    return _row(capture, looks)


def met_before(desk: Desk, item: Item) -> tuple[Likeness, ...]:
    """Where the item's picture was met before, the likest first."""
    if item.photo is None:
        return ()
    with desk.store.reading() as tx:
        picture = pictures.get(tx, item.photo.capture_id)
        found = sorted(_alike(tx, picture), key=lambda one: one.bits) if picture else []
    return tuple(found)


def _photo(picture: Picture) -> Photo:
    """What is printed of a picture; `UsageError` where nobody gave leave, or it has no words."""
    words = picture.words
    if words.rights not in MAY_BE_PRINTED:
        raise UsageError("Nobody has given leave to print this picture yet; note it when they do.")
    if not (words.caption or words.alt):
        raise UsageError("A picture needs a caption, or words for those who cannot see it.")
    return _with(picture)


def _with(picture: Picture) -> Photo:
    words = picture.words
    return Photo(
        capture_id=picture.capture_id,
        digest=picture.digest,
        media_type=picture.media_type,
        url=picture.url,
        caption=words.caption,
        credit=words.credit,
        licence=words.licence,
        alt=words.alt,
    )
