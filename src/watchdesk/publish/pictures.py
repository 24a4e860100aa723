"""Archived pictures made ready for the site: re-encoded, in two widths, without what they carry.

Comes in: a picture's archived bytes. Goes out: JPEG files that hold pixels alone (no place, device
or name of the original survives), with their measures. Bytes that no decoder reads, and pictures
beyond the limit, become nothing, and the page says so.
"""

import io
import warnings
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from PIL import Image, ImageOps

from watchdesk.publish.publication import File, Publication, path_name

WIDTHS = (640, 1280)
# 50 megapixels: what a full-frame camera makes; more is a mistake or an attack on memory.
_MOST_PIXELS = 50_000_000
_GROUND = (251, 249, 244)
_QUALITY = 82
# One issue's: each edition, and each kind of a mail, asks for the same ones.
_KEPT = 16


@dataclass(frozen=True, slots=True)
class Rendition:
    """One width of a picture: its path from the site's root and its measures in pixels."""

    path: str
    width: int
    height: int
    body: bytes


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture's renditions, narrowest first."""

    renditions: tuple[Rendition, ...]

    @property
    def widest(self) -> Rendition:
        """The rendition for large screens and for browsers that do not choose."""
        return self.renditions[-1]

    @property
    def files(self) -> tuple[File, ...]:
        """The renditions as files."""
        return tuple(File(each.path, "image/jpeg", each.body) for each in self.renditions)


def pictures(publication: Publication) -> Mapping[str, Picture]:
    """The issue's pictures by the digest of their archived bytes, without those unreadable."""
    wanted = {item.photo.digest for item in publication.issue.items if item.photo is not None}
    made: dict[str, Picture] = {}
    for digest in sorted(wanted & publication.pictures.keys()):
        picture = rendered(publication.pictures[digest], name=digest)
        if picture is not None:
            made[digest] = picture
    return made


@lru_cache(_KEPT)
def rendered(body: bytes, *, name: str) -> Picture | None:
    """The picture in `body` in each of `WIDTHS` that it fills, or None where it is unreadable."""
    opened = _opened(body)
    if opened is None:
        return None
    return Picture(tuple(_renditions(opened, name=path_name(name.rpartition(":")[2]))))


def _renditions(picture: Image.Image, *, name: str) -> Iterator[Rendition]:
    narrow = [width for width in WIDTHS[:-1] if width < picture.width]
    for width in (*narrow, min(WIDTHS[-1], picture.width)):
        path = f"photos/{name}-{width}.jpg" if width in narrow else f"photos/{name}.jpg"
        size = (width, _height(picture, width=width))
        yield Rendition(path, *size, _jpeg(picture.resize(size, Image.Resampling.LANCZOS)))


def _height(picture: Image.Image, *, width: int) -> int:
    return max(1, round(picture.height * width / picture.width))


def _opened(body: bytes) -> Image.Image | None:
    try:
        with warnings.catch_warnings(), Image.open(io.BytesIO(body)) as picture:
            # Pillow warns of what it takes for a bomb; our own limit is lower and decides.
            warnings.simplefilter("ignore")
            if picture.width * picture.height > _MOST_PIXELS:
                return None
            return _on_paper(ImageOps.exif_transpose(picture))
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return None


def _on_paper(picture: Image.Image) -> Image.Image:
    if "A" not in picture.getbands() and "transparency" not in picture.info:
        return picture.convert("RGB")
    ground = Image.new("RGB", picture.size, _GROUND)
    layer = picture.convert("RGBA")
    ground.paste(layer, mask=layer)
    return ground


def _jpeg(picture: Image.Image) -> bytes:
    target = io.BytesIO()
    picture.save(target, "JPEG", quality=_QUALITY, optimize=True, progressive=True)
    return target.getvalue()
