"""The forms: to subscribe, to confirm, to choose, to leave.

In: a request and the open desk. Out: a page. GET and HEAD change nothing, since link scanners
follow every link of a mail; POST needs neither a cookie nor a script. A link that is not ours gets
the same page whatever is wrong with it.
"""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from urllib.parse import urlsplit

from babel import Locale
from jinja2 import Environment, FunctionLoader, StrictUndefined, Template
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from watchdesk.model import Enrolment, Subscriber
from watchdesk.pipeline import Desk
from watchdesk.pipeline import subscribing as office
from watchdesk.pipeline.tokens import Aim, named_in
from watchdesk.public.words import accepted, spoken, words_in
from watchdesk.publish.tongue import languages as published_in
from watchdesk.text.mail_addresses import mail_address

LONGEST_FIELD = 300


@dataclass(frozen=True, slots=True)
class Pages:
    """The pages of one desk."""

    desk: Desk

    async def subscribe(self, request: Request) -> Response:
        """The form for an address; it only writes down what was asked."""
        language = self._language(request)
        if request.method != "POST":
            return self._form(language)
        form = await _fields(request)
        wanted = form.get("language", [""])[0]
        spoken_in = wanted if wanted in published_in() else language
        address = mail_address(form.get("address", [""])[0])
        if address is None:
            note = words_in(language)["bad_address"].format(address=form.get("address", [""])[0])
            return self._form(language, note=note, status=400)
        if not form.get("website", [""])[0]:  # only programs fill it
            kept = await run_in_threadpool(
                office.ask,
                self.desk,
                address,
                language=spoken_in,
                sections=office.known_sections(self.desk, tuple(form.get("section", ()))),
            )
            if not kept:
                return self._form(language, note=words_in(language)["busy"], status=503)
        return self._page(language, "asked", text="asked_text")

    async def confirm(self, request: Request) -> Response:
        """The button that answers the letter."""
        language, token = self._language(request), request.path_params["token"]
        if request.method != "POST":
            if named_in(token) is None:
                return self._gone(language)
            return self._page(language, "confirm", text="confirm_text", button="confirm_button")
        reader = await run_in_threadpool(office.confirm, self.desk, token)
        if reader is None:
            return self._gone(language)
        return self._page(self._language(request, reader), "confirmed", text="confirmed_text")

    async def leave(self, request: Request) -> Response:
        """The button to leave, and what mail programs post by themselves (RFC 8058)."""
        language, token = self._language(request), request.path_params["token"]
        if request.method != "POST":
            reader = await run_in_threadpool(office.of_token, self.desk, Aim.LEAVE, token)
            if reader is None:
                return self._gone(language)
            language = self._language(request, reader)
            return self._page(language, "leave", text="leave_text", button="leave_button")
        clicked = "List-Unsubscribe" in await _fields(request)
        how = "one click in a mail program" if clicked else "the page to leave"
        if not await run_in_threadpool(office.leave, self.desk, token, how):
            return self._gone(language)
        return self._page(language, "left", text="left_text", again=True)

    async def preferences(self, request: Request) -> Response:
        """What a reader gets: sections and language."""
        token = request.path_params["token"]
        reader = await run_in_threadpool(office.of_token, self.desk, Aim.PREFERENCES, token)
        if reader is None or reader.enrolment is not Enrolment.CONFIRMED:
            return self._gone(self._language(request))
        note = ""
        if request.method == "POST":
            form = await _fields(request)
            wanted = form.get("language", [""])[0]
            reader = await run_in_threadpool(
                office.choose,
                self.desk,
                reader,
                language=wanted if wanted in published_in() else reader.language,
                sections=tuple(form.get("section", ())),
            )
            note = words_in(self._language(request, reader))["saved"]
        return self._choices(self._language(request, reader), reader, note)

    def _choices(self, language: str, reader: Subscriber, note: str) -> Response:
        return self._page(
            language,
            "preferences",
            button="save",
            form="preferences",
            note=note,
            chosen=reader.sections,
            chosen_language=reader.language or self.desk.config.language,
        )

    def _form(self, language: str, *, note: str = "", status: int = 200) -> Response:
        return self._page(
            language,
            "subscribe",
            button="send",
            form="subscribe",
            note=note,
            status=status,
            chosen_language=language,
        )

    def _gone(self, language: str) -> Response:
        return self._page(language, "gone", text="gone_text", again=True, status=404)

    def _language(self, request: Request, reader: Subscriber | None = None) -> str:
        asked = accepted(request.headers.get("accept-language", ""))
        chosen = (reader.language,) if reader and reader.language else ()
        return spoken(*chosen, *asked, self.desk.config.language)

    def _page(
        self,
        language: str,
        heading: str,
        *,
        text: str = "",
        button: str = "",
        status: int = 200,
        **values: object,
    ) -> Response:
        w, title = words_in(language), self.desk.config.title
        filled = {
            "form": "plain" if button else "",
            "note": "",
            "again": False,
            "chosen": (),
            "chosen_language": "",
            **values,
        }
        page = _template().render(
            w=w,
            title=title,
            language=language,
            root=urlsplit(self.desk.config.public_url).path or "/",
            heading=w[heading].format(title=title),
            text=w[text].format(title=title) if text else "",
            button=w[button] if button else "",
            languages=_names(),
            sections=self.desk.config.sections,
            **filled,
        )
        return HTMLResponse(page, status_code=status)


async def _fields(request: Request) -> dict[str, list[str]]:
    """The fields of a form, none longer than a line."""
    form = await request.form(max_files=0, max_fields=100)
    found: dict[str, list[str]] = {}
    for name, value in form.multi_items():
        if isinstance(value, str):
            found.setdefault(name, []).append(value[:LONGEST_FIELD])
    return found


def _names() -> list[tuple[str, str]]:
    """The languages of the issue's fixed words, each by its own name."""
    return [(code, Locale.parse(code).get_display_name(code) or code) for code in published_in()]


@cache
def _template() -> Template:
    ours = files(__package__).joinpath("templates")
    made = Environment(
        loader=FunctionLoader(lambda name: ours.joinpath(name).read_text("utf-8")),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return made.get_template("page.html")
