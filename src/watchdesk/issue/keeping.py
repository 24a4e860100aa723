"""What a person made of the open draft, put back into a new one.

In: freshly drafted sections and the draft as it stood. Out: sections in which every item that a
person edited or moved stands as that person left it. Once a draft is open, the titles and the
order of its sections are the editor's too; sections that are new to the desk follow.
"""

from collections.abc import Sequence
from dataclasses import replace

from watchdesk.issue.editing import TAKEN_OUT
from watchdesk.model import Issue, Item, RivalFigures, Section, Told


def with_kept(sections: Sequence[Section], kept: Issue | None) -> tuple[Section, ...]:
    """The sections with the edited items of `kept` in their places."""
    if kept is None:
        return tuple(sections)
    fresh = {section.key: section for section in sections}
    known = {section.key for section in kept.sections}
    bases = [replace(fresh.get(old.key, old), title=old.title) for old in kept.sections]
    bases += [section for section in sections if section.key not in known]
    drafted = _drafted(sections, kept)
    merged = (_merged(base, drafted.get(base.key, []), kept) for base in bases)
    # A section that left the desk's file stays while it holds what a person edited.
    return tuple(section for section in merged if section.items or section.key in fresh)


def _drafted(sections: Sequence[Section], kept: Issue) -> dict[str, list[Item]]:
    """Fresh items that nobody edited, by section; figures follow a story that was moved."""
    edited = {item.id for item in kept.items if item.edited_by}
    homes = {
        item.story_id: section.key
        for section in kept.sections
        for item in section.items
        if item.id in edited and isinstance(item.detail, Told)
    }
    found: dict[str, list[Item]] = {}
    for section in sections:
        for item in section.items:
            follows = isinstance(item.detail, RivalFigures)
            home = homes.get(item.story_id, section.key) if follows else section.key
            # A story that took an edited one in is told by the edited item.
            told = isinstance(item.detail, Told) and item.story_id in homes
            if item.id not in edited and not told:
                found.setdefault(home, []).append(item)
    return found


def _merged(base: Section, drafted: Sequence[Item], kept: Issue) -> Section:
    """A section with its edited and its fresh items, in the order that a person gave it."""
    old = next((section.items for section in kept.sections if section.key == base.key), ())
    mine = [item for item in old if item.edited_by]
    items = _in_old_order(mine, drafted, old) if mine else list(drafted)
    empty = "" if items else base.empty_because or TAKEN_OUT
    return replace(base, items=tuple(items), empty_because=empty)


def _in_old_order(mine: Sequence[Item], drafted: Sequence[Item], old: Sequence[Item]) -> list[Item]:
    """What stood in the section keeps its place; new figures follow their story, the rest ends."""
    place = {item.id: float(number) for number, item in enumerate(old)}
    stories = {item.story_id: place[item.id] for item in old if isinstance(item.detail, Told)}

    def standing(item: Item) -> float:
        if item.id in place:
            return place[item.id]
        follows = isinstance(item.detail, RivalFigures) and item.story_id in stories
        return stories[item.story_id] + 0.5 if follows else float(len(place))

    return sorted([*mine, *drafted], key=standing)
