"""Articles that tell the same event."""

from dataclasses import dataclass
from datetime import datetime

from watchdesk.model.times import aware


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership:
    """Why an article belongs to a story.

    `origin` is the id of the article whose text it is (its own, unless it is a copy); `why` is a
    sentence an editor understands ("shares 'quarry', 'St Oren', 14 March").
    """

    article_id: str
    origin: str
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """Articles that tell the same event; the id lasts while members change."""

    id: str
    members: tuple[Membership, ...]
    first_seen: datetime
    last_seen: datetime

    def __post_init__(self) -> None:
        aware(self.first_seen, "first_seen")
        aware(self.last_seen, "last_seen")
        if not self.members:
            raise ValueError("a story needs at least one member")

    @property
    def origins(self) -> tuple[str, ...]:
        """The independent texts, in order of arrival: ten copies of one report are one."""
        return tuple(dict.fromkeys(member.origin for member in self.members))
