"""Letters to one person: to confirm a subscription, or that there is one already.

In: which letter, a language, its values, the headers that name sender and reader. Out: the headers
and the body of the letter, plain text. A language without letters gets English ones.
"""

import hashlib
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from watchdesk.publish.dkim import Signer, relaxed_body
from watchdesk.publish.message import Headers, headers_as_bytes, quoted_printable, words
from watchdesk.publish.tongue import base_of


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter that is ready but for its signature."""

    headers: Headers
    body: bytes

    def signed(self, signers: tuple[Signer, ...], at: int) -> bytes:
        """The whole letter, signed with each key at a Unix time."""
        digest = hashlib.sha256(relaxed_body(self.body)).digest()
        marks = (("DKIM-Signature", one.sign(self.headers, digest, at)) for one in signers)
        return headers_as_bytes((*marks, *self.headers)) + b"\r\n" + self.body


def letter(kind: str, language: str, headers: Headers, **values: object) -> Letter:
    """A letter of a kind ("confirm", "known", "test") with its values."""
    table = _tables()[written_in(language)][kind]
    subject = str(table["subject"]).format(**values)
    return plain_letter(headers, subject, table["text"].strip().format(**values) + "\n", language)


def plain_letter(headers: Headers, subject: str, text: str, language: str) -> Letter:
    """A letter in plain words."""
    head = (
        *headers,
        ("Subject", words(subject, "Subject")),
        ("Auto-Submitted", "auto-generated"),
        ("Content-Language", written_in(language)),
        ("MIME-Version", "1.0"),
        ("Content-Type", "text/plain; charset=utf-8"),
        ("Content-Transfer-Encoding", "quoted-printable"),
    )
    return Letter(head, quoted_printable(text.encode()))


def written_in(language: str) -> str:
    """The language in which a letter to a reader of `language` is written."""
    return base_of(language) if base_of(language) in _tables() else "en"


@cache
def _tables() -> dict[str, dict[str, dict[str, str]]]:
    return tomllib.loads(files(__package__).joinpath("letters.toml").read_text("utf-8"))
