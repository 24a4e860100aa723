"""The facts beside an item: how many independent sources, who was first, what was archived.

Comes in: an item. Goes out: short lines in the language of the page, the most telling first.
They are counted from what the item carries; nothing is inferred.
"""

from watchdesk.model import Item, LinkKind, RivalFigures, Told
from watchdesk.publish.publication import Publication
from watchdesk.publish.tongue import Tongue


def facts(item: Item, *, publication: Publication, tongue: Tongue) -> tuple[str, ...]:
    """The facts of one item, one a line."""
    told = item.detail
    lines: list[str] = []
    if isinstance(told, Told):
        lines += _told(told, tongue=tongue)
        lines += [tongue.say("went_on", issue=one.issue) for one in item.ran if one.what == "story"]
    if isinstance(told, RivalFigures) and len(told.rivals) > 1:
        lines.append(tongue.say("apart"))
    return (*lines, *_documents(item, publication=publication, tongue=tongue))


def _told(told: Told, *, tongue: Tongue) -> list[str]:
    lines = [tongue.count("independent", told.origins)]
    if told.first_source:
        date = tongue.short(told.first_at)
        lines.append(tongue.say("first", date=date, source=told.first_source))
    if told.copies:
        lines.append(tongue.count("copies", told.copies))
    return lines


def _documents(item: Item, *, publication: Publication, tongue: Tongue) -> list[str]:
    lines = []
    for link in item.links:
        if link.kind is LinkKind.DOCUMENT:
            capture = publication.captures.get(link.capture_id)
            pdf = capture is not None and capture.media_type == "application/pdf"
            what = "PDF" if pdf else tongue.say("held_document")
            moment = tongue.moment(link.archived_at)
            lines.append(tongue.say("archived_link", what=what, moment=moment))
    return lines
