"""What workers do: the stages that read hostile bytes, each a function of one picklable value.

In: bytes with what is known of them. Out: what the stage made of them. Nothing is kept here, and no
database is loaded: a worker that is killed costs its one item and starts again quickly.
"""

from dataclasses import dataclass

from watchdesk import extract, statements
from watchdesk.extract import Hints
from watchdesk.model import Article, Capture, Problem, Source
from watchdesk.sources import Found as Discovered
from watchdesk.sources import Reading, discover, kind_of
from watchdesk.statements import Read as Found


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """What a worker needs to read one capture."""

    capture: Capture
    body: bytes
    hints: Hints


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """What a worker made of it."""

    article: Article
    found: Found


def read_capture(job: Job) -> Read | Problem:
    """Read one capture as an article, and what is said in it."""
    article = extract.read(job.capture, job.body, hints=job.hints)
    if isinstance(article, Problem):
        return article
    return Read(article=article, found=statements.read(article))


def read_list(job: tuple[Source, Capture, bytes]) -> Reading:
    """Read a source's list."""
    source, capture, body = job
    return kind_of(source.kind).leads(source, capture, body)


def look_at(job: tuple[str, str, bytes]) -> Discovered:
    """See what stands at an address that somebody pasted: (address, media type, bytes)."""
    url, media_type, body = job
    return discover(url, media_type, body)


@dataclass(frozen=True, slots=True)
class Looks:
    """How a picture looks: its PDQ hash in hexadecimal with its quality, and its size in pixels."""

    pdq: str
    quality: int
    width: int
    height: int


MOST_PIXELS = 60_000_000


def look_at_picture(body: bytes) -> Looks | None:
    """How a picture looks; None where the bytes are none, or more than is decoded here."""
    import io  # noqa: PLC0415 - with the libraries of pictures, for whoever needs one

    import numpy as np  # noqa: PLC0415
    import pdqhash  # type: ignore[import-untyped] # noqa: PLC0415
    from PIL import Image  # noqa: PLC0415

    try:
        with Image.open(io.BytesIO(body)) as picture:
            width, height = picture.size
            if width * height > MOST_PIXELS:
                return None
            picture.draft("RGB", (1024, 1024))
            bits, quality = pdqhash.compute(np.asarray(picture.convert("RGB")))
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return None
    return Looks(np.packbits(bits.astype(np.uint8)).tobytes().hex(), int(quality), width, height)
