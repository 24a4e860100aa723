"""The one table of screens, in the order of the menu."""

from watchdesk.desk import preview, registers, story, testimonies, today, trouble
from watchdesk.desk.screen import Screen

SCREENS: tuple[Screen, ...] = (
    today.SCREEN,
    story.SCREEN,
    registers.SCREEN,
    testimonies.SCREEN,
    trouble.SCREEN,
    preview.SCREEN,
)
