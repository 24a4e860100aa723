"""What stands in desk.toml about a model of meaning that the desk's owner hands in."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from watchdesk.config.watched import is_web_address

_FUNCTION = re.compile(r"[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*:[A-Za-z_]\w*")


@dataclass(frozen=True, slots=True, kw_only=True)
class EmbedTable:
    """A model of your own that tells which articles in different languages mean the same.

    Attributes:
        by: a function of an installed module, as in "our_model:embed", or the address of a service
            that answers as OpenAI's /v1/embeddings does; empty for none. A service gets the
            beginning of every article.
        model: the model's name, which is kept with what it says of each article.
        joins: the cosine from which two articles of one day are one story.
        key_env: the environment variable with the key of the service, where it wants one.
        seconds: how long an answer of the service is waited for.
    """

    by: str = ""
    model: str = ""
    joins: float = field(default=0.6, metadata={"least": 0})
    key_env: str = "WATCHDESK_EMBED_KEY"
    seconds: float = field(default=60.0, metadata={"least": 1})

    @property
    def is_service(self) -> bool:
        """Whether the model is asked over the network."""
        return self.by.startswith(("http://", "https://"))


def odd_embed(table: EmbedTable) -> Iterator[str]:
    """What has the right type and still cannot be meant."""
    if not table.by:
        return
    if table.is_service:
        if not is_web_address(table.by):
            yield f"desk.toml: embed: by: '{table.by}' is no address"
    elif not _FUNCTION.fullmatch(table.by):
        yield f"desk.toml: embed: by: '{table.by}' is neither 'module:function' nor an address"
    if not table.model.strip():
        yield "desk.toml: embed: model: the model needs a name"
