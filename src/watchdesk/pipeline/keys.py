"""The keys of interfaces, from the environment: whose are there, and who goes without.

In: sources, and the environment that the options' `key_env` refer to. Out: a credential for each
source that has its key, a problem for each that has not. No key is ever written down.
"""

import os
from collections.abc import Iterable, Iterator

from watchdesk.archive import Credential, credential_for
from watchdesk.model import Code, Problem, Source, Stage
from watchdesk.sources import kind_of


def credentials(sources: Iterable[Source]) -> dict[str, Credential]:
    """The keys that are there, by the source's id."""
    return {
        source.id: credential_for(
            kind_of(source.kind).requests(source)[0].url,
            header=kind_of(source.kind).key_header,
            value=value,
        )
        for source in with_keys(sources)
        if (value := _key_of(source))
    }


def without_key(source: Source) -> Problem | None:
    """That a source needs a key and the environment holds none."""
    if not kind_of(source.kind).key_header or _key_of(source):
        return None
    name = getattr(source.options, "key_env", "")
    return Problem(
        stage=Stage.GATHER,
        subject=key_of_problem(source),
        code=Code.NO_KEY,
        message=f"{source.id} was not asked: the environment variable {name} holds no key.",
        source_id=source.id,
    )


def with_keys(sources: Iterable[Source]) -> Iterator[Source]:
    """The sources that are asked with a key, if they are asked."""
    return (one for one in sources if not one.muted and kind_of(one.kind).key_header)


def key_of_problem(source: Source) -> str:
    """What the problem of a missing key is kept under."""
    return f"key of {source.id}"


def _key_of(source: Source) -> str:
    value = os.environ.get(getattr(source.options, "key_env", ""), "").strip()
    return value if value.isascii() and value.isprintable() else ""
