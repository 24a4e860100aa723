"""What stands in desk.toml about the site: what is on it, and where it is brought."""

from dataclasses import dataclass, field
from typing import Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceTable:
    """Where the finished site is brought, after it was written into `site/`.

    Attributes:
        kind: "folder", "rsync", "sftp" or "s3"; empty to leave it in `site/`.
        path: the folder there; of a bucket the beginning of each name, or nothing.
        host: of rsync and sftp the server, as in "press@weekly.example"; empty for this machine.
        port: its port; 0 for the one that ssh takes.
        identity: a file with the key to log in with; empty for those that ssh takes.
        known_hosts: a file with the server's key; empty for those that ssh takes. A server whose
            key is not known is refused.
        endpoint: of a bucket the server, as in "https://s3.weekly.example".
        bucket: its name.
        region: its region, where the server has several.
        key_env: the environment variable that holds the key's name.
        secret_env: the one that holds the key's secret.
    """

    kind: Literal["", "folder", "rsync", "sftp", "s3"] = ""
    path: str = ""
    host: str = ""
    port: int = field(default=0, metadata={"least": 0})
    identity: str = ""
    known_hosts: str = ""
    endpoint: str = ""
    bucket: str = ""
    region: str = "us-east-1"
    key_env: str = "WATCHDESK_S3_KEY"
    secret_env: str = "WATCHDESK_S3_SECRET"  # noqa: S105 - the name of a variable


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishTable:
    """The site.

    Attributes:
        search: whether it can be searched.
        registers: names of registers that stand on it, as far as their gate lets their entries:
            "measures", "cases", "sites", "events". None by itself.
        to: where the site is brought.
    """

    search: bool = True
    registers: tuple[str, ...] = ()
    to: PlaceTable = field(default_factory=PlaceTable)
