"""The house look of theme.toml: colours, fonts, logo and footer, each checked.

In: the desk's folder and the parsed file. Out: a `Theme`, the default one where the file is missing
or wrong, and complaints: a colour in which words could not be read is refused with its contrast.
"""

from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from io import BytesIO
from pathlib import Path
from typing import Any

from watchdesk.config.complaints import checked, own_file
from watchdesk.model import DARK, LIGHT, Logo, Palette, Theme
from watchdesk.model.theme import FAMILY, faults

THEME = "theme.toml"
# Every reader loads the logo with every mail.
LARGEST_LOGO = 200 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class ColourTable:
    """The colours of one scheme; what is not given keeps the house's own.

    Attributes:
        paper: the ground.
        ink: words.
        soft: facts beside, dates.
        line: hairlines.
        tint: the ground of what is quoted from elsewhere or kept in a register.
        mark: proof, the underline of links, section names.
        lit: the ground of a passage in its page.
        warn: what asks for a look.
        bad: what is wrong.
    """

    paper: str = ""
    ink: str = ""
    soft: str = ""
    line: str = ""
    tint: str = ""
    mark: str = ""
    lit: str = ""
    warn: str = ""
    bad: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FontTable:
    """Fonts that stand before the shipped ones; readers who have none of them see the shipped.

    Attributes:
        serif: names of families for what is published.
        sans: names of families for what stands beside it.
    """

    serif: tuple[str, ...] = ()
    sans: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LogoTable:
    """A picture at the head of each edition.

    Attributes:
        file: a PNG or JPEG file in the desk's folder, at most 200 kB; its ground should be painted.
        width: how wide it is shown, in pixels; a file twice as wide stays sharp.
        alt: what is read out in its place; the desk's title if empty.
    """

    file: str = ""
    width: int = 160
    alt: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeTable:
    """The house look.

    Attributes:
        footer: stands under each edition, as in a postal address or who is responsible.
        light: colours where the reader's screen is light.
        dark: colours where it is dark.
        fonts: fonts before the shipped ones.
        logo: a picture at the head of each edition.
    """

    footer: str = ""
    light: ColourTable = field(default_factory=ColourTable)
    dark: ColourTable = field(default_factory=ColourTable)
    fonts: FontTable = field(default_factory=FontTable)
    logo: LogoTable = field(default_factory=LogoTable)


def read_theme(folder: Path, data: dict[str, Any], complaints: list[str]) -> Theme:
    """The house look; the default one where there are complaints."""
    table = checked(ThemeTable, data, THEME, complaints)
    if table is None:
        return Theme()
    light = _palette(table.light, LIGHT, f"{THEME}: light", complaints)
    dark = _palette(table.dark, DARK, f"{THEME}: dark", complaints)
    odd_fonts = list(_odd_fonts(table.fonts))
    complaints += odd_fonts
    return Theme(
        light=light,
        dark=dark,
        serif=() if odd_fonts else table.fonts.serif,
        sans=() if odd_fonts else table.fonts.sans,
        logo=_logo(folder, table.logo, complaints) if table.logo.file else None,
        footer=table.footer.strip(),
    )


def _palette(table: ColourTable, house: Palette, place: str, complaints: list[str]) -> Palette:
    given = {name: colour for name, colour in asdict(table).items() if colour}
    colours = asdict(house) | given
    wrong = [f"{place}: {fault}" for fault in faults(colours)]
    complaints += wrong
    return house if wrong else Palette(**colours)


def _odd_fonts(fonts: FontTable) -> Iterator[str]:
    for kind in ("serif", "sans"):
        for name in getattr(fonts, kind):
            if not FAMILY.fullmatch(name):
                yield f"{THEME}: fonts: {kind}: '{name}' is no name of a font like 'Noto Serif'"


def _logo(folder: Path, table: LogoTable, complaints: list[str]) -> Logo | None:
    place = f"{THEME}: logo"
    path = own_file(folder, table.file, f"{place}: file", complaints)
    if path is None:
        return None
    body = path.read_bytes()
    media_type, width, height = measured(body)
    if not media_type:
        complaints.append(
            f"{place}: file: '{table.file}' is neither PNG nor JPEG, which mail needs"
        )
    elif len(body) > LARGEST_LOGO:
        complaints.append(f"{place}: file: {len(body)} bytes; at most {LARGEST_LOGO} are allowed")
    elif not 16 <= table.width <= 600:
        complaints.append(f"{place}: width: must be from 16 to 600 pixels")
    else:
        shown = max(1, round(height * table.width / width))
        return Logo(
            name=f"logo.{media_type.removeprefix('image/')}",
            media_type=media_type,
            body=body,
            width=table.width,
            height=shown,
            alt=table.alt,
        )
    return None


def measured(body: bytes) -> tuple[str, int, int]:
    """Media type, width and height that a PNG's or JPEG's own head tells; ("", 0, 0) for others."""
    from PIL import Image  # noqa: PLC0415 - few desks have a logo, and every command reads this

    try:
        with Image.open(BytesIO(body), formats=("PNG", "JPEG")) as opened:
            return f"image/{'png' if opened.format == 'PNG' else 'jpeg'}", *opened.size
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return "", 0, 0
