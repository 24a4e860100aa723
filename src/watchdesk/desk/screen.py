"""What a screen is to the desk: its doors, its place in the menu, and who may enter.

A screen's file names its doors once, in `SCREEN`; `screens.SCREENS` lists the files.
"""

from collections.abc import Callable
from dataclasses import dataclass

from starlette.responses import Response

from watchdesk.desk.roles import Role
from watchdesk.desk.visit import Visit

Answer = Callable[[Visit], Response]


@dataclass(frozen=True, slots=True, kw_only=True)
class Door:
    """One address and what answers there; `least` is the least role that may use it.

    `answer` runs in a thread: it may ask the store and the archive.
    """

    path: str
    answer: Answer
    method: str = "GET"
    least: Role = Role.READER


@dataclass(frozen=True, slots=True, kw_only=True)
class Screen:
    """One screen; `menu` is the address of its entry in the menu, empty for none.

    `title` is a key of the catalogue.
    """

    title: str
    doors: tuple[Door, ...]
    menu: str = ""
    least: Role = Role.READER


def looks(path: str, answer: Answer) -> Door:
    """A page to read."""
    return Door(path=path, answer=answer)


def acts(path: str, answer: Answer, least: Role = Role.EDITOR) -> Door:
    """A form that changes the desk."""
    return Door(path=path, answer=answer, method="POST", least=least)
