"""What the archive holds of all that an issue cites, handed in as values."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from watchdesk.model import Article, Capture


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """Articles and captures by id, the holders of repeated bodies among them."""

    articles: Mapping[str, Article] = field(default_factory=dict)
    captures: Mapping[str, Capture] = field(default_factory=dict)

    def holder(self, capture: Capture) -> Capture | None:
        """The capture that has the body: itself, or the one that it repeats."""
        if capture.revisit_of is None:
            return capture
        return self.captures.get(capture.revisit_of)

    def article_of(self, capture_id: str) -> Article | None:
        """An article that was read from this capture, if one is held."""
        read = (one for one in self.articles.values() if one.capture_id == capture_id)
        return next(read, None)
