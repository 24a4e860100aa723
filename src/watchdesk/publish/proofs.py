"""What a receipt's page says: the words, the passage, what was asked of it, what we hold, how
to check it.

Comes in: a receipt of a laid-out issue. Goes out: the values of the template `receipt.html`.
"""

from collections.abc import Iterator

from watchdesk.model import Capture
from watchdesk.publish.checks import rules_of_receipt
from watchdesk.publish.publication import path_name
from watchdesk.publish.receipts import Kind, Receipt
from watchdesk.publish.safe import href
from watchdesk.publish.setting import grouped
from watchdesk.publish.tongue import Tongue
from watchdesk.publish.views import IssueView, Words

_TYPES = {
    "application/pdf": "PDF",
    "text/html": "HTML",
    "application/xhtml+xml": "HTML",
    "text/plain": "TXT",
    "message/rfc822": "EML",
    "image/jpeg": "JPEG",
    "image/png": "PNG",
    "image/webp": "WebP",
}


def receipt_values(receipt: Receipt, *, view: IssueView) -> dict[str, object]:
    """The values of one receipt's page."""
    here = view.tongue.language
    spoken = Words(_printed(receipt, view=view), receipt.language, receipt.language != here)
    read_in = (receipt.article.language if receipt.article else None) or receipt.language
    return {
        "receipt": receipt,
        "item_id": path_name(receipt.item_id),
        "words": Words(spoken.quoted, spoken.language, spoken.foreign)
        if receipt.kind is Kind.QUOTATION
        else spoken,
        "passage": receipt.passage,
        "passage_words": Words("", read_in, read_in != here),
        "original": href(receipt.capture.url),
        "rules": rules_of_receipt(receipt, view=view),
        "held": tuple(_held(receipt, tongue=view.tongue)),
        "steps": _steps(receipt.held, tongue=view.tongue),
    }


def _printed(receipt: Receipt, *, view: IssueView) -> str:
    if receipt.words:
        return receipt.words
    item = next(item for item in view.items if item.id == path_name(receipt.item_id))
    return item.headline.words.text


def _held(receipt: Receipt, *, tongue: Tongue) -> Iterator[tuple[str, str, str]]:
    capture, article = receipt.capture, receipt.article
    title = article.title if article else ""
    kind = _TYPES.get(capture.media_type, capture.media_type)
    yield tongue.say("held_document"), ", ".join(part for part in (title, kind) if part), ""
    if receipt.outlet:
        yield tongue.say("held_outlet"), receipt.outlet, ""
    yield tongue.say("held_address"), bare(capture.url), ""
    if capture.asked and capture.asked != capture.url:
        yield tongue.say("held_asked"), bare(capture.asked), ""
    yield tongue.say("held_archived"), tongue.second(capture.fetched_at), ""
    yield tongue.say("held_digest"), grouped(receipt.digest), "digest"
    yield tongue.say("held_place"), _place(receipt.held, tongue=tongue), ""


def _place(held: Capture, *, tongue: Tongue) -> str:
    place = held.place
    return tongue.say(
        "place",
        file=place.file,
        offset=tongue.number(place.offset),
        length=tongue.number(place.length),
    )


def _steps(held: Capture, *, tongue: Tongue) -> str:
    return tongue.say("steps", offset=held.place.offset, file=held.place.file)


def bare(url: str) -> str:
    """An address as people write it: without its scheme."""
    return url.removeprefix("https://").removeprefix("http://")
