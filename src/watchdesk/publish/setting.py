"""The templates, set up so that a stranger's words can only ever be words.

Comes in: a template's name and its values. Goes out: text. Escaping is always on, each value
passes `shown` first, and a value that is missing is an error.
"""

from functools import cache
from importlib.resources import files

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup, escape

from watchdesk.publish.publication import path_name
from watchdesk.publish.safe import isolated, shown
from watchdesk.publish.tongue import direction


def set_page(name: str, /, **values: object) -> str:
    """The template `name` filled with `values`."""
    return _environment().get_template(name).render(**values)


def packaged(folder: str, name: str) -> bytes:
    """The bytes of a file that ships with the publishers."""
    return files(__package__).joinpath(folder, name).read_bytes()


def packaged_names(folder: str) -> tuple[str, ...]:
    """The names of the files in a shipped folder, sorted."""
    return tuple(sorted(each.name for each in files(__package__).joinpath(folder).iterdir()))


def strong(text: str) -> Markup:
    """Fixed words with their starred part set strong."""
    pieces = [escape(shown(piece)) for piece in text.split("*")]
    return Markup("").join(
        Markup("<strong>{}</strong>").format(piece) if at % 2 else piece
        for at, piece in enumerate(pieces)
    )


def grouped(digest: str) -> str:
    """A digest without its algorithm, in groups of four."""
    digits = digest.rpartition(":")[2]
    return " ".join(digits[at : at + 4] for at in range(0, len(digits), 4))


def for_capitals(text: str) -> str:
    """`text` so that capitals of it are right: the Armenian ligature և has none of its own."""
    return text.replace("և", "եվ")


def cut(text: str, most: int) -> str:
    """`text`, or its beginning up to a word's end with an ellipsis behind it."""
    return text if len(text) <= most else text[:most].rsplit(" ", 1)[0] + " …"


@cache
def _environment() -> Environment:
    made = Environment(
        loader=FunctionLoader(lambda name: packaged("templates", name).decode()),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_finalized,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.filters.update(
        strong=strong,
        grouped=grouped,
        for_capitals=for_capitals,
        isolated=isolated,
        cut=cut,
        direction=direction,
        path_name=path_name,
    )
    return made


def _finalized(value: object) -> object:
    if isinstance(value, str) and not isinstance(value, Markup):
        return shown(value)
    return value
