"""What stands in desk.toml about handing an issue over to somebody else's mailer."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from watchdesk.config.watched import is_web_address


@dataclass(frozen=True, slots=True, kw_only=True)
class PostedTable:
    """Where the finished issue is posted as JSON.

    Attributes:
        url: the address that takes it, over https; empty for none.
        secret_env: the environment variable with the secret that it is signed with.
        seconds: how long an answer is waited for.
    """

    url: str = ""
    secret_env: str = "WATCHDESK_HAND_OVER_SECRET"  # noqa: S105 - the name of a variable
    seconds: float = field(default=30.0, metadata={"least": 1})


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOverTable:
    """What another mailer gets of the issue.

    Attributes:
        leave: what your mailer turns into a reader's own link to leave, such as "*|UNSUB|*"; where
            it is empty the mail has no such line, and your mailer has to add its own.
        preferences: the same for a reader's own page of choices.
        json: where the finished issue is posted as JSON.
    """

    leave: str = ""
    preferences: str = ""
    json: PostedTable = field(default_factory=PostedTable)


def odd_lists(table: HandOverTable) -> Iterator[str]:
    """What has the right type and still cannot be meant."""
    if table.json.url and not is_web_address(table.json.url):
        yield f"desk.toml: hand_over: json: url: '{table.json.url}' is no web address"
