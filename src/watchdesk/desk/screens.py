"""The one table of screens, in the order of the menu."""

from watchdesk.desk import preview, story, today
from watchdesk.desk.screen import Screen

SCREENS: tuple[Screen, ...] = (
    today.SCREEN,
    story.SCREEN,
    preview.SCREEN,
)
