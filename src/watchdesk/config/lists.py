"""What stands in desk.toml about handing an issue over to somebody else's mailer."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOverTable:
    """What another mailer gets of the issue.

    Attributes:
        leave: what your mailer turns into a reader's own link to leave, such as "*|UNSUB|*"; where
            it is empty the mail has no such line, and your mailer has to add its own.
        preferences: the same for a reader's own page of choices.
    """

    leave: str = ""
    preferences: str = ""
