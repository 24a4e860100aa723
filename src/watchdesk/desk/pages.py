"""The templates, set up so that a stranger's words can only ever be words.

In: a template's name and its values. Out: HTML. Escaping is always on, every text passes `shown`
first, and a value that is missing is an error.
"""

from functools import cache
from importlib.resources import files

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

from watchdesk.desk.captured import cleaned
from watchdesk.publish import direction, href, shown


def render(name: str, values: dict[str, object]) -> str:
    """The template `name` filled with `values`."""
    return _environment().get_template(name).render(values)


@cache
def _environment() -> Environment:
    made = Environment(
        loader=FunctionLoader(_source),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_finalized,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters.update(
        cleaned=lambda html: Markup(cleaned(html, marked=True)),  # noqa: S704 - nh3 leaves text and marks alone
        href=href,
        direction=lambda language: direction(language or "en"),
    )
    return made


def _source(name: str) -> str:
    return files(__package__).joinpath("templates", name).read_text("utf-8")


def _finalized(value: object) -> object:
    if isinstance(value, str) and not isinstance(value, Markup):
        return shown(value)
    return value
