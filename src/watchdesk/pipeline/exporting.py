"""A published issue as files for any other mailer.

In: an issue that readers may have; the gate is that of sending. Out: events, one for each file.
"""

from collections.abc import Iterator
from pathlib import Path

from watchdesk.model import Event, Issue
from watchdesk.pipeline.desk import Desk
from watchdesk.pipeline.handing_over import publication_for
from watchdesk.publish.delivery.folder import deliver, remove
from watchdesk.publish.email import MailOptions, Pictures, mail_of
from watchdesk.publish.handed import PICTURES, as_files

FOLDER = "handed-over"


def export(desk: Desk, issue: Issue, out: Path | None = None) -> Iterator[Event]:
    """Write an issue's mail into the folder `issue-NUMBER` of `out`, or of the desk's own one.

    A picture that the mail shows no longer is taken away.
    """
    pictures: Pictures = "none" if desk.config.mail.pictures == "none" else "attached"
    table = desk.config.hand_over
    mail = mail_of(
        publication_for(desk, issue),
        options=MailOptions(pictures=pictures),
        leave=table.leave,
        preferences=table.preferences,
    )
    files = as_files(mail)
    folder = (out or desk.folder / FOLDER) / f"issue-{issue.number}"
    kept = {file.path for file in files}
    for old in sorted((folder / PICTURES).glob("*")):
        if f"{PICTURES}/{old.name}" not in kept:
            remove(f"{PICTURES}/{old.name}", folder=folder)
    yield from deliver(files, folder)
