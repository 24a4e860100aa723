"""The copies of an issue: one mail for each reader, made from one that was rendered once.

In: a published issue, the desk's post, a subscriber. Out: the finished mail as bytes. Readers who
want the same language and sections share a rendered mail; what differs is filled in.
"""

import hmac
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from email.utils import format_datetime
from functools import lru_cache

from watchdesk.model import Issue, Subscriber
from watchdesk.pipeline.post import Post
from watchdesk.pipeline.tokens import LENGTH, Aim, token_for
from watchdesk.publish import Publication
from watchdesk.publish.email import MailOptions, mail_of
from watchdesk.publish.message import (
    Headers,
    Prepared,
    headers_as_bytes,
    mailbox,
    prepared,
    words,
)

STAND_INS = {aim.value: f"x{aim.value}".ljust(LENGTH, "x") for aim in (Aim.LEAVE, Aim.PREFERENCES)}
"""What stands in a rendered mail where each reader's own tokens will stand."""

KINDS_KEPT = 32
"""Rendered mails held at once: languages times the choices of sections that readers made."""


class Copies:
    """The copies of one issue."""

    def __init__(self, post: Post, publication: Publication, *, test: bool = False) -> None:
        self._post, self._publication, self._test = post, publication, test
        self.issue = publication.issue
        self._rendered = lru_cache(KINDS_KEPT)(self._render)

    def mail(self, reader: Subscriber, at: datetime) -> bytes:
        """The whole mail for one reader, signed if the desk signs."""
        rendered, common = self._rendered(reader.language, reader.sections)
        own = {aim: token_for(self._post.secret, Aim(aim), reader.id).encode() for aim in STAND_INS}
        headers = (*self._own_headers(reader, at), *common)
        signed = self._signatures(headers, rendered, own, at)
        return headers_as_bytes((*signed, *headers)) + b"\r\n" + rendered.body(own)

    def _signatures(
        self, headers: Headers, rendered: Prepared, own: dict[str, bytes], at: datetime
    ) -> Iterable[tuple[str, str]]:
        if not self._post.signers:
            return ()
        body_hash, moment = rendered.body_hash(own), int(at.timestamp())
        return [
            ("DKIM-Signature", one.sign(headers, body_hash, moment)) for one in self._post.signers
        ]

    def _own_headers(self, reader: Subscriber, at: datetime) -> Headers:
        leave = self._post.link(Aim.LEAVE, reader.id)
        box = self._post.leave_mailbox(leave.rpartition("/")[2])
        return (
            ("To", reader.address),
            ("Date", format_datetime(at)),
            ("Message-ID", message_id(self._post, self.issue, reader.id)),
            ("List-Unsubscribe", f"<{leave}>,\r\n <mailto:{box}?subject=leave>"),
            ("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"),
        )

    def _render(self, language: str, sections: tuple[str, ...]) -> tuple[Prepared, Headers]:
        """The mail of one kind of reader, and the headers that all of them share."""
        post = self._post
        publication = replace(
            self._publication,
            issue=_chosen(self.issue, sections),
            language=language or self._publication.language,
        )
        mail = mail_of(publication, options=MailOptions(pictures=post.pictures))
        html, text = mail.for_reader(
            **{name: f"{post.public_url}{name}/{word}" for name, word in STAND_INS.items()}
        )
        rendered = prepared(html.encode(), text.encode(), STAND_INS, mail.attached)
        return rendered, self._common_headers(mail.subject, rendered.boundary)

    def _common_headers(self, subject: str, boundary: str) -> Headers:
        post, number = self._post, self.issue.number
        reply_to = (("Reply-To", post.reply_to),) if post.reply_to else ()
        return (
            ("From", mailbox(post.name, post.sender)),
            ("Subject", words(f"[Test] {subject}" if self._test else subject, "Subject")),
            *reply_to,
            ("List-Id", f"<weekly.{post.domain}>"),
            ("Feedback-ID", f"issue{number}:weekly:watchdesk:{post.domain}"),
            ("MIME-Version", "1.0"),
            ("Content-Type", f'multipart/alternative;\r\n boundary="{boundary}"'),
        )


def message_id(post: Post, issue: Issue, subscriber: str) -> str:
    """The Message-ID of one copy: the same however often the copy is made."""
    signed = f"message\x1f{issue.id}\x1f{subscriber}".encode()
    return f"<{hmac.digest(post.secret, signed, 'sha256').hex()[:32]}@{post.domain}>"


def _chosen(issue: Issue, sections: tuple[str, ...]) -> Issue:
    """The issue with the sections that a reader wants; whole where none of them is in it."""
    kept = tuple(section for section in issue.sections if section.key in sections)
    return replace(issue, sections=kept) if kept else issue
