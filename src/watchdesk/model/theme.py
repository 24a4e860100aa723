"""The house look: the colours, fonts, logo and footer that mail, web, PDF and charts share.

A palette whose words could not be read on its grounds cannot be built.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass

LEAST_CONTRAST = 4.5
"""What WCAG 2 asks of text at level AA."""

WORDS_ON = {
    "paper": ("ink", "soft", "mark", "warn", "bad"),
    "tint": ("ink", "soft", "mark", "warn", "bad"),
    "lit": ("ink",),
}
"""Which colours words are set in, by the ground they stand on."""

FAMILY = re.compile(r"[\w .-]{1,60}")
"""What a font family may be called: it goes into style sheets as it stands."""

_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Palette:
    """The nine colours of one scheme, each `#rrggbb`.

    `paper` is the ground, `ink` the words, `soft` what stands beside them, `line` hairlines, `tint`
    the ground of what is quoted or kept, `mark` what is proven or leads further, `lit` the ground
    of a passage in its page, `warn` and `bad` what asks for a look and what is wrong.
    """

    paper: str
    ink: str
    soft: str
    line: str
    tint: str
    mark: str
    lit: str
    warn: str
    bad: str

    def __post_init__(self) -> None:
        for complaint in faults(asdict(self)):
            raise ValueError(complaint)


def faults(colours: Mapping[str, str]) -> Iterator[str]:
    """What is wrong with the nine colours of a palette, a sentence each."""
    odd = [name for name, colour in colours.items() if not _COLOUR.fullmatch(colour)]
    for name in odd:
        yield f"{name}: '{colours[name]}' is no colour like '#0b5d5a'"
    for ground, words in WORDS_ON.items():
        for name in words:
            if not {ground, name} & set(odd):
                reached = contrast(colours[name], colours[ground])
                if reached < LEAST_CONTRAST:
                    yield (
                        f"{name}: {colours[name]} on {ground} {colours[ground]} has a contrast of "
                        f"{reached:.1f}; words need {LEAST_CONTRAST} to be read"
                    )


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, 1 to 21, as WCAG 2 defines it."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(share: float) -> float:
    return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4


LIGHT = Palette(
    paper="#fbf9f4",
    ink="#1d1b18",
    soft="#6b655c",
    line="#d9d3c7",
    tint="#f1ece1",
    mark="#0b5d5a",
    lit="#fff1b8",
    warn="#9a5b00",
    bad="#a3201d",
)
DARK = Palette(
    paper="#171512",
    ink="#e9e4da",
    soft="#a39c8f",
    line="#3a362f",
    tint="#211e19",
    mark="#7cc7c0",
    lit="#4a4012",
    warn="#e0a458",
    bad="#f08a80",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Logo:
    """A picture of the house: PNG or JPEG bytes, shown `width` by `height` CSS pixels.

    `name` is the file's, `alt` what is read out in its place.
    """

    name: str
    media_type: str
    body: bytes
    width: int
    height: int
    alt: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """How an edition looks, the same in mail, web, PDF and charts.

    `serif` (what is published) and `sans` (what the desk says beside it) name font families that
    stand before the shipped Noto ones; `footer` stands under each edition.
    """

    light: Palette = LIGHT
    dark: Palette = DARK
    serif: tuple[str, ...] = ()
    sans: tuple[str, ...] = ()
    logo: Logo | None = None
    footer: str = ""

    def __post_init__(self) -> None:
        for name in (*self.serif, *self.sans):
            if not FAMILY.fullmatch(name):
                raise ValueError(f"'{name}' is no name of a font like 'Noto Serif'")
