"""What is remembered of a placed article, packed into a string and unpacked again.

In: a fingerprint. Out: JSON with short keys, and the same fingerprint back, to the last bit. It
keeps the title, for the sentence that gives the reason, and nothing else that could be read.
"""

import json
from dataclasses import dataclass

from watchdesk.stories.meaning import Meaning, read_meaning
from watchdesk.stories.similarity import Vector, joined

_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Fingerprint:
    """What later articles are compared with.

    `terms` are the best terms with their weights, `shingles` the sample of
    32-bit hashes, `links` the addresses of documents that it links to,
    `meaning` what a model of the desk's own says of it.
    """

    title: str
    language: str
    dated: bool = True
    terms: Vector
    shingles: tuple[int, ...] = ()
    links: frozenset[str] = frozenset()
    meaning: Meaning | None = None


def pack(mark: Fingerprint) -> str:
    """The fingerprint as one line of JSON."""
    row = {
        "h": mark.title,
        "g": mark.language,
        "d": int(mark.dated),
        "t": mark.terms.named,
        "p": mark.terms.plain,
        "s": mark.shingles,
        "l": sorted(mark.links),
    }
    if mark.meaning is not None:
        row |= {"m": mark.meaning.model, "e": mark.meaning.numbers}
    return _JSON.encode(row)


def unpack(data: str) -> Fingerprint:
    """The fingerprint of `pack`; ValueError or KeyError for anything else."""
    row = json.loads(data)
    return Fingerprint(
        title=row["h"],
        language=row["g"],
        dated=bool(row["d"]),
        terms=joined(row["t"], row["p"]),
        shingles=tuple(row["s"]),
        links=frozenset(row["l"]),
        meaning=read_meaning(row["m"], row["e"]) if "m" in row else None,
    )
