"""A look over a mail before it goes.

In: an open desk and the files of an issue, or the parts of any mail. Out: findings. An issue whose
mail has one that stops is not published: `must_read_well`.
"""

from collections.abc import Iterable

from watchdesk.config.clients import read_clients
from watchdesk.model import GateError
from watchdesk.pipeline.desk import Desk
from watchdesk.publish import File
from watchdesk.publish.lint import Found, lint


def lint_mail(desk: Desk, html: str, text: str | None) -> tuple[Found, ...]:
    """What is to be said of a mail, for this desk's readers."""
    clients = read_clients(desk.folder)
    return lint(html, text, clients=clients, site=desk.config.site_url)


def lint_files(desk: Desk, files: Iterable[File]) -> tuple[Found, ...]:
    """The same of an issue's mail, among the files that its publishers made."""
    parts = {file.path.rpartition("/")[2]: file.body.decode() for file in files if _is_part(file)}
    return lint_mail(desk, parts["mail.html"], parts.get("issue.txt"))


def must_read_well(desk: Desk, files: Iterable[File]) -> None:
    """`GateError` where something in the mail would not reach its readers."""
    stops = [one.says for one in lint_files(desk, files) if one.stops]
    if stops:
        told = "\n".join(f"  {says}" for says in stops[:10])
        raise GateError(f"The mail does not pass the lint; 'watchdesk lint' shows all:\n{told}")


def _is_part(file: File) -> bool:
    return file.path.endswith(("/mail.html", "/issue.txt"))
