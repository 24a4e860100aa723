"""Newsletters and other mail to articles.

In: a capture of one message (RFC 5322). Out: an article with the subject as title and the list or
sender as author. The plain part is read unless it is a stub beside the HTML one; a forwarded
message is read instead of the note around it. No picture is fetched, no link followed.
"""

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes
from email.errors import MessageError
from email.message import EmailMessage
from email.policy import default
from email.utils import parseaddr

from watchdesk.extract.charset import decode
from watchdesk.extract.dates import marked, parsed
from watchdesk.extract.guard import Manner, manner_of
from watchdesk.extract.page import one_line
from watchdesk.extract.paragraphs import clean, paragraphs_in
from watchdesk.extract.reader import Reader, Task, article_id, refuse
from watchdesk.extract.tongue import language_of
from watchdesk.extract.walk import Words, target_of, words_of
from watchdesk.model import Article, Byline, Code, Dated, Link, Problem, Span

NAME = "mail"
VERSION = 1
_MOST_BYTES = 30_000_000
_STUB = 0.4
"""A plain part with less than this share of the HTML part's words is a stub."""

_SIGNATURE = re.compile(r"^-- ?$", re.MULTILINE)
_NO_WORD = re.compile(r"^\W+$", re.MULTILINE)
_FORWARD = re.compile(r"^\s*(?:fwd?|wg|tr|rv|i|пересл|vb|doorst)\s*:\s*", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://[^\s<>\"')\]]+")
_LONG_LINE = 60
_OWN_LINE = re.compile(r"^(?:[*•-]|\d+[.)])\s|://")
_PLEA = re.compile(r"\bhtml\b|\bbrowser\b|браузер|navigateur|navegador|tarayıcı", re.IGNORECASE)
_SHORT = 40
_CODED = re.compile(rb"=\?([a-zA-Z0-9_-]+)\?[bBqQ]\?")
_HEAD = 16_000


@dataclass(frozen=True, slots=True)
class _Letter:
    """One message with its words, and the charset they were read with."""

    message: EmailMessage
    words: Words
    charset: str

    @property
    def text(self) -> str:
        return "\n\n".join(self.words.paragraphs)


def read(task: Task) -> Article | Problem:
    """Read a message."""
    if len(task.body) > _MOST_BYTES:
        return refuse(task.capture, Code.TOO_LARGE, "The message is larger than 30 MB.")
    try:
        message = message_from_bytes(task.body, policy=default)
        spare = _spare_charset(task.body[:_HEAD])
        letters = [_letter(one, spare) for one in _messages(message)]
    except (MessageError, ValueError, LookupError, RecursionError):
        return refuse(task.capture, Code.UNREADABLE, "The message is damaged beyond reading.")
    letter = max(letters, key=lambda one: len(one.text))
    if not letter.text:
        return refuse(task.capture, Code.NO_TEXT, "The message holds no readable text.")
    return _article(task, letter)


def _messages(message: EmailMessage) -> Iterator[EmailMessage]:
    """The message and those forwarded within it, whole."""
    yield message
    for part in message.walk():
        if part is not message and part.get_content_type() == "message/rfc822":
            inner = part.get_payload()
            if isinstance(inner, list) and inner and isinstance(inner[0], EmailMessage):
                yield inner[0]


def _spare_charset(head: bytes) -> str | None:
    """The charset of the headers: a part that claims ASCII and is not was likely written in it."""
    found = _CODED.search(head)
    return found.group(1).decode("ascii") if found else None


def _letter(message: EmailMessage, spare: str | None) -> _Letter:
    plain, charset = _part(message, "text/plain", spare)
    html, html_charset = _part(message, "text/html", spare)
    if html and manner_of(html) is Manner.NOT:
        html = ""
    shown = words_of(html) if html else Words((), ())
    written = tuple(_plain_paragraphs(plain))
    if not _is_stub(written, shown.paragraphs):
        links = shown.links or tuple(_plain_links(plain))
        return _Letter(message, Words(written, links, shown.language), charset)
    return _Letter(message, shown, html_charset)


def _is_stub(written: tuple[str, ...], shown: tuple[str, ...]) -> bool:
    """Whether the plain part only says that there is another."""
    count = _count(written)
    if not count or count < _STUB * _count(shown):
        return True
    return bool(shown) and count < _SHORT and any(map(_PLEA.search, written))


def _part(message: EmailMessage, media_type: str, spare: str | None) -> tuple[str, str]:
    """The text of the first part of this type that is no attachment and not in another message."""
    for part in _own_parts(message):
        attached = part.get_content_disposition() == "attachment"
        if part.get_content_type() != media_type or attached:
            continue
        body = part.get_payload(decode=True)
        if isinstance(body, bytes):
            claim = part.get_content_charset()
            decoded = decode(body, spare if claim in (None, "us-ascii", "ascii") else claim)
            return decoded.text, decoded.origin
    return "", ""


def _own_parts(message: EmailMessage) -> Iterator[EmailMessage]:
    if message.get_content_type() == "message/rfc822":
        return
    payload = message.get_payload()
    if message.is_multipart() and isinstance(payload, list):
        for part in payload:
            if isinstance(part, EmailMessage):
                yield from _own_parts(part)
        return
    yield message


def _plain_paragraphs(plain: str) -> Iterator[str]:
    for paragraph in paragraphs_in(_NO_WORD.sub("", _SIGNATURE.split(clean(plain), maxsplit=1)[0])):
        yield _unwrapped(paragraph)


def _unwrapped(paragraph: str) -> str:
    """Lines that a mail program broke are joined; short ones are meant as lines."""
    lines = paragraph.split("\n")
    joined = lines[0]
    for before, line in itertools.pairwise(lines):
        wrapped = len(before) >= _LONG_LINE and not _OWN_LINE.search(line) and "://" not in before
        joined += (" " if wrapped else "\n") + line
    return joined


def _plain_links(plain: str) -> Iterator[tuple[str, str]]:
    for match in _ADDRESS.finditer(_SIGNATURE.split(plain, maxsplit=1)[0]):
        printed = match.group().rstrip(".,;:")
        if url := target_of(printed):
            yield url, printed


def _count(paragraphs: tuple[str, ...]) -> int:
    return sum(len(one.split()) for one in paragraphs)


def _article(task: Task, letter: _Letter) -> Article:
    capture, message, text = task.capture, letter.message, letter.text
    subject = _FORWARD.sub("", _header(message, "Subject"))
    published, origin = _date(task, message)
    sender = _sender(message)
    title = subject or task.hints.title or one_line(letter.words.paragraphs[0], 120)
    return Article(
        id=article_id(capture, reader=NAME, version=VERSION, text=text),
        capture_id=capture.id,
        source_id=capture.source_id,
        url=capture.url,
        title=title,
        byline=Byline((sender,) if sender else ()),
        published=published,
        language=language_of(text, letter.words.language, task.hints.language),
        text=text,
        reader=NAME,
        version=VERSION,
        page_type="mail",
        links=tuple(_placed(letter.words.links, text)),
        categories=task.hints.categories,
        origins=tuple(
            (field, of)
            for field, of in (
                ("charset", letter.charset),
                ("title", "subject" if subject else "text"),
                ("authors", "from" if sender else ""),
                ("published", origin),
                ("list", _header(message, "List-Id")),
            )
            if of
        ),
    )


def _placed(links: tuple[tuple[str, str], ...], text: str) -> Iterator[Link]:
    """The links with the place of their words, each behind the one before where that is so."""
    flat, at = text.replace("\n", " "), 0
    for url, words in links:
        start = flat.find(words, at)
        if start < 0:
            yield Link(url=url, words=words)
            continue
        at = start + len(words)
        yield Link(url=url, words=words, span=Span(start, at))


def _date(task: Task, message: EmailMessage) -> tuple[Dated | None, str]:
    found = parsed(_header(message, "Date"))
    if found is not None:
        return marked(found, task.capture.fetched_at), "date"
    hint = task.hints.published
    return (Dated(hint), "list") if hint else (None, "")


def _sender(message: EmailMessage) -> str:
    name, address = parseaddr(_header(message, "From"))
    return name or address


def _header(message: EmailMessage, name: str) -> str:
    """A header's text; one that the library cannot read counts as absent."""
    try:
        value = str(message.get(name) or "")
    except (ValueError, LookupError, IndexError, AttributeError, TypeError):
        return ""
    return one_line(clean(value.encode("utf-8", "replace").decode("utf-8")), 400)


READER = Reader(name=NAME, version=VERSION, media_types=frozenset({"message/rfc822"}), read=read)
