"""The mail edition in the forms in which somebody else's mailer takes it.

Comes in: a `Mail`. Goes out: files, the same for the same mail. Nothing here sends anything.
"""

from collections.abc import Iterator

from watchdesk.publish.email import Mail
from watchdesk.publish.publication import File

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
