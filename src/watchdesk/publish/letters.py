"""Letters to one person: to confirm a subscription, or that there is one already.

In: which letter, a language, its values, the headers that name sender and reader. Out: the whole
letter as bytes, plain text. A language without letters gets English ones.
"""

import tomllib
from functools import cache
from importlib.resources import files

from watchdesk.publish.message import headers_as_bytes, one_line, quoted_printable, words
from watchdesk.publish.tongue import base_of

Headers = tuple[tuple[str, str], ...]


def letter(kind: str, language: str, headers: Headers, **values: object) -> bytes:
    """A letter of a kind ("confirm", "known") with its values."""
    written = written_in(language)
    table = _tables()[written][kind]
    head = (
        *headers,
        ("Subject", words(one_line(table["subject"].format(**values)), "Subject")),
        ("Auto-Submitted", "auto-replied"),
        ("Content-Language", written),
        ("MIME-Version", "1.0"),
        ("Content-Type", "text/plain; charset=utf-8"),
        ("Content-Transfer-Encoding", "quoted-printable"),
    )
    text = table["text"].strip().format(**values) + "\n"
    return headers_as_bytes(head) + b"\r\n" + quoted_printable(text.encode())


def written_in(language: str) -> str:
    """The language in which a letter to a reader of `language` is written."""
    return base_of(language) if base_of(language) in _tables() else "en"


@cache
def _tables() -> dict[str, dict[str, dict[str, str]]]:
    return tomllib.loads(files(__package__).joinpath("letters.toml").read_text("utf-8"))
