"""One item: its words with the evidence beside each, the proof as it is written, its history.

Words are sent with the version that the person saw; where somebody else was quicker the answer is
409 with both texts side by side. Quotations are chosen from what their sources say, never typed.
"""

from collections.abc import Callable

from starlette.responses import HTMLResponse, Response

from watchdesk.desk import by_hand
from watchdesk.desk.captured import lit
from watchdesk.desk.guard import CAGED
from watchdesk.desk.pages import render
from watchdesk.desk.roles import Role
from watchdesk.desk.screen import Door, Screen, acts, looks
from watchdesk.desk.visit import Visit
from watchdesk.extract.charset import decode
from watchdesk.issue.editing import version_of
from watchdesk.model import ArchiveError, Level, Span, State, UsageError
from watchdesk.pipeline import albums, check_item, citing, editing, issue_numbered, proof_of
from watchdesk.pipeline.bench import as_written, bench, context_of, outlet_of
from watchdesk.pipeline.editing import StaleError
from watchdesk.pipeline.undoing import undo
from watchdesk.proof import Report
from watchdesk.store import articles, captures
from watchdesk.store.values import load

CONFLICT = 409
PICTURE = ("caption", "credit", "licence", "alt")


def _show(visit: Visit) -> Response:
    found = bench(visit.desk, visit.path["item"])
    visit.room.presence.has(visit.who.name, found.item.id)
    template = "item_bench.html" if visit.fragment else "item.html"
    return visit.page(
        template,
        bench=found,
        item=found.item,
        report=check_item(visit.desk, found.item),
        choices=albums.choices(visit.desk, found.item),
        met=albums.met_before(visit.desk, found.item),
        rights=albums.RIGHTS,
        today=visit.desk.clock().date(),
        outlet=lambda piece: outlet_of(visit.desk, found, piece),
        context=lambda piece: context_of(found, piece),
        can_edit=visit.who.role >= Role.EDITOR and found.issue.state is not State.PUBLISHED,
        others=[n for n in visit.room.presence.of(found.item.id) if n != visit.who.name],
    )


def _proof(visit: Visit) -> Response:
    """What the gate found in the issue, item by item."""
    issue = issue_numbered(visit.desk, None)
    report = load(Report, proof_of(visit.desk, issue).report)
    headlines = {item.id: item.headline.text for item in issue.items}
    found = sorted(report.findings, key=lambda one: one.level is not Level.BLOCK)
    return visit.page("proof.html", found=found, headlines=headlines, issue=issue)


def _check(visit: Visit) -> Response:
    """What the gate says of the words as they stand in the form; nothing is kept."""
    item = as_written(
        visit.desk, visit.path["item"], visit.given("headline"), _lines(visit), by=visit.who.name
    )
    return visit.page("item_proof.html", report=check_item(visit.desk, item))


def _lines(visit: Visit) -> tuple[str, ...]:
    return tuple(str(line).strip() for line in visit.form.getlist("line"))


Deed = Callable[[Visit], object]


def _edits(name: str, deed: Deed) -> Door:
    """Do it, then show the item; or both texts, where somebody else was quicker."""

    def answer(visit: Visit) -> Response:
        try:
            deed(visit)
        except StaleError as stale:
            return _both(visit, name, stale)
        return visit.after(f"/items/{visit.path['item']}", lambda: _show(visit))

    return acts(f"/items/{{item}}/{name}", answer)


def _both(visit: Visit, name: str, stale: StaleError) -> Response:
    """Both texts; what was sent can be sent again, but for a file, and a number that shifted."""
    current = stale.current
    theirs = [current.headline.text, *(line.text for line in current.lines)] if current else []
    sent = [(key, value) for key, value in visit.form.multi_items() if isinstance(value, str)]
    template = "item_both.html" if visit.fragment else "item_conflict.html"
    return visit.page(
        template,
        status=CONFLICT,
        sentence=str(stale),
        mine=stale.words.split("\n"),
        act=name,
        sent=[pair for pair in sent if pair[0] != "version"],
        again=current is not None and not {"number", "file"} & visit.form.keys(),
        theirs=theirs,
        by=stale.by,
        item_id=visit.path["item"],
        version=version_of(current) if current else "",
    )


def _write(visit: Visit) -> None:
    editing.edit_words(
        visit.desk,
        visit.path["item"],
        visit.given("headline"),
        _lines(visit),
        by=visit.who.name,
        version=visit.given("version"),
    )


def _quote(visit: Visit) -> None:
    try:
        span = Span(int(visit.given("start")), int(visit.given("end")))
    except ValueError as error:
        raise UsageError("This passage does not stand in the article.") from error
    citing.choose_quotation(
        visit.desk,
        visit.path["item"],
        visit.given("article"),
        span,
        by=visit.who.name,
        version=visit.given("version"),
    )


def _number(visit: Visit) -> int:
    given = visit.given("number")
    return int(given) if given.isascii() and given.isdigit() else -1


def _without(what: Callable[..., object]) -> Deed:
    """Take out a quotation or a link, by its number."""
    return lambda visit: what(
        visit.desk,
        visit.path["item"],
        _number(visit),
        by=visit.who.name,
        version=visit.given("version"),
    )


def _link(visit: Visit) -> None:
    editing.edit_link(
        visit.desk,
        visit.path["item"],
        _number(visit),
        visit.given("words"),
        by=visit.who.name,
        version=visit.given("version"),
    )


def _link_more(visit: Visit) -> None:
    """A link to an archived page that was chosen, or to an address."""
    url, chosen, words = (visit.given(name) for name in ("url", "capture", "words"))
    if not (url or chosen):
        raise UsageError(visit.words.say("item.no_link"))
    how = citing.link_address if url else citing.choose_link
    how(
        visit.desk,
        visit.path["item"],
        url or chosen,
        words,
        by=visit.who.name,
        version=visit.given("version"),
    )


def _photo(visit: Visit) -> None:
    said = {name: visit.given(name) for name in PICTURE}
    editing.edit_photo(
        visit.desk,
        visit.path["item"],
        **said,
        by=visit.who.name,
        version=visit.given("version"),
    )


def _picture(visit: Visit) -> None:
    """A picture that was chosen from those offered, or brought in now."""
    given = {"by": visit.who.name, "version": visit.given("version")}
    item_id, words = visit.path["item"], by_hand.rights(visit)
    if visit.uploaded("file"):
        albums.bring_to(visit.desk, item_id, by_hand.brought(visit), words, **given)
    else:
        albums.choose(visit.desk, item_id, visit.given("capture"), words, **given)


def _no_picture(visit: Visit) -> None:
    editing.set_photo(
        visit.desk, visit.path["item"], None, by=visit.who.name, version=visit.given("version")
    )


def _page(visit: Visit) -> Response:
    """The captured page behind an article, cleaned and with a passage lit, in its cage."""
    with visit.desk.store.reading() as tx:
        article = articles.get(tx, visit.path["article"])
        capture = captures.get(tx, article.capture_id) if article else None
    if article is None or capture is None:
        raise UsageError("This desk has no such article.")
    words = _asked_for(visit, article.text)
    body = ""
    if "html" in capture.media_type:
        try:
            decoded = decode(visit.desk.archive.read(capture).body, capture.charset)
            body = lit(decoded.text, words)
        except ArchiveError as error:
            body = render("notice.html", {"sentence": str(error)})
    if visit.query.get("bare"):
        inner = render("captured.html", {"body": body, "language": article.language or ""})
        return HTMLResponse(inner, headers={"content-security-policy": CAGED})
    before, _, after = article.text.partition(words) if words else ("", "", article.text)
    return visit.page(
        "captures.html",
        article=article,
        capture=capture,
        before=before[-1200:],
        words_lit=words,
        after_words=after[:1200],
        framed=bool(body),
    )


def _asked_for(visit: Visit, text: str) -> str:
    start, end = visit.query.get("start", ""), visit.query.get("end", "")
    if start.isascii() and start.isdigit() and end.isascii() and end.isdigit():
        return text[int(start) : int(end)]
    return ""


SCREEN = Screen(
    title="item.title",
    doors=(
        looks("/items/{item}", _show),
        acts("/items/{item}/check", _check),
        _edits("words", _write),
        _edits("quote", _quote),
        _edits("unquote", _without(editing.remove_quotation)),
        _edits("link", _link),
        _edits("link-more", _link_more),
        _edits("unlink", _without(editing.remove_link)),
        _edits("photo", _photo),
        _edits("picture", _picture),
        _edits("no-picture", _no_picture),
        _edits("back", lambda v: undo(v.desk, v.path["item"], by=v.who.name)),
        looks("/captures/{article}", _page),
        looks("/proof", _proof),
    ),
)
