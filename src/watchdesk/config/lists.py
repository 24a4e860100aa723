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
class ListmonkTable:
    """A listmonk that sends the issue to its own lists.

    Attributes:
        url: where it is found, as in "https://lists.example"; empty for none.
        user: the name of a user for its API (Admin, Users).
        key_env: the environment variable that holds that user's token.
        lists: the numbers of the lists that get the issue.
        template: the number of a template that holds `{{ template "content" . }}` and nothing
            else, since the mail is a whole page.
        sender: as in "The Letter <weekly@weekly.example>"; listmonk's own where it is empty.
        seconds: how long an answer is waited for.
    """

    url: str = ""
    user: str = ""
    key_env: str = "WATCHDESK_LISTMONK_KEY"
    lists: tuple[int, ...] = ()
    template: int = field(default=0, metadata={"least": 0})
    sender: str = ""
    seconds: float = field(default=30.0, metadata={"least": 1})


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOverTable:
    """What another mailer gets of the issue.

    Attributes:
        leave: what your mailer turns into a reader's own link to leave, such as "*|UNSUB|*"; where
            it is empty the mail has no such line, and your mailer has to add its own.
        preferences: the same for a reader's own page of choices.
        json: where the finished issue is posted as JSON.
        listmonk: a listmonk that sends the issue to its own lists.
    """

    leave: str = ""
    preferences: str = ""
    json: PostedTable = field(default_factory=PostedTable)
    listmonk: ListmonkTable = field(default_factory=ListmonkTable)


def odd_lists(table: HandOverTable) -> Iterator[str]:
    """What has the right type and still cannot be meant."""
    for name in ("json", "listmonk"):
        url = getattr(table, name).url
        if url and not is_web_address(url):
            yield f"desk.toml: hand_over: {name}: url: '{url}' is no web address"
    monk, place = table.listmonk, "desk.toml: hand_over: listmonk"
    if monk.url and not monk.user:
        yield f"{place}: user: name a user of its API (Admin, Users)"
    if monk.url and not monk.lists:
        yield f"{place}: lists: give the numbers of the lists that get the issue"
    if monk.url and not monk.template:
        yield f"{place}: template: give the number of a template for whole pages"
