"""A published issue for somebody else's mailer: as files, for a person to carry.

In: an issue that readers may have. Out: events, one for each file. The gate is that of sending.
"""

from collections.abc import Iterator
from pathlib import Path

from watchdesk.model import Event, Issue
from watchdesk.pipeline.desk import Desk
from watchdesk.pipeline.publishing import publication_of
from watchdesk.pipeline.sending import must_be_let_go
from watchdesk.publish.delivery.folder import deliver, remove
from watchdesk.publish.email import Mail, MailOptions, Pictures, mail_of
from watchdesk.publish.handed import PICTURES, as_files

FOLDER = "handed-over"


def export(desk: Desk, issue: Issue, out: Path | None = None) -> Iterator[Event]:
    """Write an issue's mail into the folder `issue-NUMBER` of `out`, or of the desk's own one.

    A picture that the mail shows no longer is taken away.
    """
    pictures: Pictures = "none" if desk.config.mail.pictures == "none" else "attached"
    files = as_files(_mail(desk, issue, pictures))
    folder = (out or desk.folder / FOLDER) / f"issue-{issue.number}"
    kept = {file.path for file in files}
    for old in sorted((folder / PICTURES).glob("*")):
        if f"{PICTURES}/{old.name}" not in kept:
            remove(f"{PICTURES}/{old.name}", folder=folder)
    yield from deliver(files, folder)


def _mail(desk: Desk, issue: Issue, pictures: Pictures) -> Mail:
    table = desk.config.hand_over
    return mail_of(
        publication_of(desk, issue, must_be_let_go(desk, issue)),
        options=MailOptions(pictures=pictures),
        leave=table.leave,
        preferences=table.preferences,
    )
