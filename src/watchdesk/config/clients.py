"""The desk's own table of mail programs: `clients.toml`, where there is one."""

import tomllib
from pathlib import Path

from watchdesk.model import ConfigError
from watchdesk.publish.lint import Clients, clients, default, mistakes

CLIENTS = "clients.toml"


def read_clients(folder: Path) -> Clients:
    """The desk's table over the shipped one; `ConfigError` names each mistake in it."""
    path = folder / CLIENTS
    if not path.exists():
        return default()
    try:
        data = tomllib.loads(path.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError((f"{CLIENTS}: {error}",)) from error
    if found := tuple(f"{CLIENTS}: {one}" for one in mistakes(data)):
        raise ConfigError(found)
    return clients(data)
