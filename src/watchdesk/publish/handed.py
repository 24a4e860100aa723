"""The mail edition in the forms in which somebody else's mailer takes it.

Comes in: a `Mail`, and where its items are wanted too, the publication. Goes out: files or JSON,
the same for the same mail. Nothing here sends anything.
"""

import json
from collections.abc import Iterator
from datetime import UTC

from watchdesk.publish.email import Mail
from watchdesk.publish.feeds import json_item
from watchdesk.publish.publication import File, Publication, issue_path
from watchdesk.publish.web import abstract_and_entries

PICTURES = "pictures"
"""The folder of a mail's pictures, beside its HTML."""


def as_files(mail: Mail) -> tuple[File, ...]:
    """Subject, HTML and text as a file each, and the pictures that the HTML shows."""
    html, shown = mail.html, []
    for name, file in mail.attached.items():
        path = f"{PICTURES}/{file.path.replace('/', '.')}"
        html = html.replace(f"cid:{name}", path)
        shown.append(File(path, file.media_type, file.body))
    return (*shown, *_parts(mail.subject, html, mail.text))


def _parts(subject: str, html: str, text: str) -> Iterator[File]:
    yield File("subject.txt", "text/plain", f"{subject}\n".encode())
    yield File("mail.txt", "text/plain", text.encode())
    yield File("mail.html", "text/html", html.encode())


def as_json(publication: Publication, mail: Mail) -> bytes:
    """The issue as one JSON object: the mail's parts, and its items as JSON Feed has them."""
    issue, (_, items) = publication.issue, abstract_and_entries(publication)
    made = {
        "kind": "watchdesk.issue",
        "version": 1,
        "id": issue.id,
        "number": issue.number,
        "title": publication.desk_title,
        "language": mail.language,
        "dated": issue.dated.astimezone(UTC).isoformat(timespec="seconds"),
        "url": publication.base + issue_path(issue.number),
        "subject": mail.subject,
        "html": mail.html,
        "text": mail.text,
        "items": [json_item(one, base=publication.base) for one in items],
    }
    return json.dumps(made, ensure_ascii=False).encode()
