"""The desk's secret: what the links in letters and mails are signed with.

In: a desk's folder. Out: 32 bytes from a file that only its owner may read, made where there is
none. It is in the backup: with another one, no link in any mail that was sent would work.
"""

import os
import secrets
from pathlib import Path

from watchdesk.model import WorldError

SECRET = "secret.key"  # noqa: S105 - the file's name
LENGTH = 32


def secret_of(folder: Path) -> bytes:
    """The secret of the desk in `folder`; `WorldError` where its file is damaged."""
    path = folder / SECRET
    if not path.exists():
        _make(path)
    secret = path.read_bytes()
    if len(secret) != LENGTH:
        raise WorldError(f"{path} is damaged; restore it, or no link in sent mails works again.")
    return secret


def _make(path: Path) -> None:
    """Write a secret aside and link it in place: of two processes the first one's stays."""
    aside = path.with_name(f".{path.name}.{os.getpid()}")
    with os.fdopen(os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
        file.write(secrets.token_bytes(LENGTH))
        file.flush()
        os.fsync(file.fileno())
    try:
        path.hardlink_to(aside)
    except FileExistsError:
        pass
    finally:
        aside.unlink()
