"""Writes the week's issue from the archive only.

In: the frame of the week, its candidates, the sections' rules, and the draft as it stood. Out:
the issue. Every word is a copied span with its evidence; an item that a person edited, moved or
took out stays as that person left it, and a section without items says why.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from watchdesk.issue.candidate import Candidate, Week
from watchdesk.issue.dossiers import dossier, of_rule
from watchdesk.issue.editing import TAKEN_OUT
from watchdesk.issue.items import brief, figures, figures_of_brief, opinion, story
from watchdesk.issue.keeping import with_kept
from watchdesk.issue.photos import NO_PICTURE, photographs
from watchdesk.issue.rules import SectionRule
from watchdesk.model import Issue, Item, Section, State, identity

NOTHING_FITS = "Nothing of what was read this week fits here."

Maker = Callable[[Candidate, Week, str], Item | tuple[Item, ...] | None]

MAKERS: Mapping[str, tuple[Maker, ...]] = {
    "stories": (story, figures),
    "opinion": (opinion, figures_of_brief),
    "briefs": (brief, figures_of_brief),
    "photos": (),
    "registers": (),
}
"""The items that one story makes in a section of each kind."""


def draft(
    week: Week,
    placed: Mapping[str, Sequence[Candidate]],
    rules: Sequence[SectionRule],
    *,
    kept: Issue | None = None,
) -> Issue:
    """The issue of a week from what `select` placed, by section key.

    `kept` is the open draft of the same number, if there is one.
    """
    issue_id = kept.id if kept else identity("issue", week.title, week.number)
    made = [_section(rule, placed.get(rule.key, ()), week, issue_id) for rule in rules]
    sections = list(_pictures_once(made))
    pictured = tuple(_with_photos(sections, rules, placed, week, issue_id))
    return Issue(
        id=issue_id,
        number=week.number,
        title=week.title,
        language=week.language,
        dated=week.dated,
        since=week.since,
        until=week.until,
        sections=with_kept(pictured, kept),
        coverage=week.coverage,
        state=State.DRAFT,
        note=week.note,
    )


def _section(rule: SectionRule, placed: Sequence[Candidate], week: Week, issue_id: str) -> Section:
    made = [
        item
        for candidate in placed[: rule.most]
        for item in items_of(candidate, week, rule, issue_id)
    ]
    if rule.kind == "registers":
        made = [dossier(one, issue_id) for one in of_rule(week.changed, rule)]
    return _filled(Section(key=rule.key, title=rule.title), made, week, otherwise=NOTHING_FITS)


def items_of(
    candidate: Candidate, week: Week, rule: SectionRule, issue_id: str
) -> tuple[Item, ...]:
    """What one story makes in a section: its item, and those that follow it."""
    made = (maker(candidate, week, issue_id) for maker in MAKERS[rule.kind])
    return tuple(item for each in made for item in _each(each))


def _each(made: Item | tuple[Item, ...] | None) -> tuple[Item, ...]:
    if made is None:
        return ()
    return made if isinstance(made, tuple) else (made,)


def _filled(section: Section, made: Sequence[Item], week: Week, *, otherwise: str) -> Section:
    """The section with the items that nobody took out, or the reason why there are none."""
    items = tuple(item for item in made if item.id not in week.refused)
    empty = TAKEN_OUT if made else otherwise
    return replace(section, items=items, empty_because="" if items else empty)


def _pictures_once(sections: Sequence[Section]) -> Iterator[Section]:
    """The sections without a picture that stands with a story further up."""
    seen: set[str] = set()
    for section in sections:
        items: list[Item] = []
        for item in section.items:
            again = item.photo is not None and item.photo.digest in seen
            seen |= {item.photo.digest} if item.photo else set()
            items.append(replace(item, photo=None) if again else item)
        yield replace(section, items=tuple(items))


def _with_photos(
    sections: Sequence[Section],
    rules: Sequence[SectionRule],
    placed: Mapping[str, Sequence[Candidate]],
    week: Week,
    issue_id: str,
) -> Iterator[Section]:
    """Fill the sections of kind "photos", each picture once."""
    shown = {item.photo.digest for section in sections for item in section.items if item.photo}
    candidates = [candidate for rule in rules for candidate in placed.get(rule.key, ())]
    waiting = list(photographs(candidates, week, issue_id, shown=shown))
    for section, rule in zip(sections, rules, strict=True):
        if rule.kind != "photos":
            yield section
            continue
        refused = [item for item in waiting if item.id in week.refused]
        waiting = [item for item in waiting if item.id not in week.refused]
        chosen, waiting = waiting[: rule.most], waiting[rule.most :]
        yield _filled(section, chosen or refused, week, otherwise=NO_PICTURE)
