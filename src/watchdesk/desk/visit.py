"""One request, as a screen sees it, and the answers that a screen gives.

In: who asks, in which language, with which path, query and form. Out: a page, a part of one, or a
way to the next page.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from starlette.datastructures import FormData, QueryParams, UploadFile
from starlette.responses import HTMLResponse, RedirectResponse, Response

from watchdesk.desk.accounts import Person
from watchdesk.desk.catalogue import Words
from watchdesk.desk.pages import render
from watchdesk.desk.room import Room
from watchdesk.pipeline import Desk


@dataclass(frozen=True, slots=True, kw_only=True)
class MenuEntry:
    """A word of the menu and where it leads."""

    path: str
    title: str
    here: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """One request; `fragment` says that htmx asked for a part, `address` is the desk's own."""

    room: Room
    who: Person
    words: Words
    path: Mapping[str, str]
    query: QueryParams
    form: FormData = field(default_factory=FormData)
    fragment: bool = False
    menu: Sequence[MenuEntry] = ()
    address: str = ""

    @property
    def desk(self) -> Desk:
        """The open desk."""
        return self.room.desk

    def leads(self, path: str) -> bool:
        """Whether a screen answers at this address or beneath it."""
        return urlsplit(path).path.split("/")[1] in self.room.places

    def given(self, name: str) -> str:
        """A field of the form, without outer spaces; empty where it was not sent."""
        value = self.form.get(name, "")
        return value.strip() if isinstance(value, str) else ""

    def number(self, name: str) -> int | None:
        """A whole number of the form; None where there is none."""
        given = self.given(name)
        return int(given) if given.isascii() and given.isdigit() else None

    def uploaded(self, name: str) -> UploadFile | None:
        """A file of the form."""
        value = self.form.get(name)
        return value if isinstance(value, UploadFile) and value.filename else None

    def page(self, template: str, *, status: int = 200, **values: object) -> Response:
        """A template filled: the whole page, or what htmx asked for where it is a part."""
        words = {
            "words": self.words,
            "say": self.words.say,
            "count": self.words.count,
            "tell": self.words.told,
        }
        return HTMLResponse(render(template, values | words | {"visit": self}), status_code=status)

    def moved(self, to: str) -> Response:
        """Go on to another page after an action."""
        if self.fragment:
            return Response(status_code=204, headers={"HX-Redirect": to})
        return RedirectResponse(to, status_code=303)

    def after(self, action_page: str, part: Callable[[], Response]) -> Response:
        """After an action: the changed part for htmx, the way back to the page without it."""
        if not self.fragment:
            return RedirectResponse(action_page, status_code=303)
        answer = part()
        # The browser that acted knows its own change, and does not load it again.
        answer.headers["X-Revision"] = str(self.room.seen())
        return answer

    def refused(self, sentence: str, *, status: int = 422) -> Response:
        """Say in one sentence why not."""
        template = "notice.html" if self.fragment else "refused.html"
        answer = self.page(template, status=status, sentence=self.words.told(sentence))
        answer.headers["HX-Retarget"] = "#notice"
        answer.headers["HX-Reswap"] = "innerHTML"
        return answer
