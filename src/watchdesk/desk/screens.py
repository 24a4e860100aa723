"""The one table of screens, in the order of the menu."""

from watchdesk.desk import preview, today
from watchdesk.desk.screen import Screen

SCREENS: tuple[Screen, ...] = (today.SCREEN, preview.SCREEN)
