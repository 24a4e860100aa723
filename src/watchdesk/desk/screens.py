"""The one table of screens, in the order of the menu."""

from watchdesk.desk import (
    aside,
    by_hand,
    item,
    past,
    preview,
    published,
    registers,
    search,
    sources,
    story,
    testimonies,
    today,
    trouble,
)
from watchdesk.desk.screen import Screen

SCREENS: tuple[Screen, ...] = (
    today.SCREEN,
    item.SCREEN,
    story.SCREEN,
    aside.SCREEN,
    search.SCREEN,
    by_hand.SCREEN,
    registers.SCREEN,
    testimonies.SCREEN,
    sources.SCREEN,
    trouble.SCREEN,
    preview.SCREEN,
    published.SCREEN,
    past.SCREEN,
)
