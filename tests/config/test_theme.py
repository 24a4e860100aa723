import tomllib
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from watchdesk.config.theme import measured, read_theme
from watchdesk.model import DARK, LIGHT, Palette, Theme


def a_picture(kind: str, width: int, height: int) -> bytes:
    body = BytesIO()
    Image.new("RGB", (width, height)).save(body, kind)
    return body.getvalue()


PNG, JPEG = a_picture("PNG", 640, 200), a_picture("JPEG", 320, 90)


def read(text: str, folder: Path) -> tuple[Theme, list[str]]:
    complaints: list[str] = []
    return read_theme(folder, tomllib.loads(text), complaints), complaints


def test_without_a_file_the_house_has_its_own_look(tmp_path: Path) -> None:
    assert read("", tmp_path) == (Theme(), [])


def test_what_is_given_changes_and_the_rest_stays(tmp_path: Path) -> None:
    theme, complaints = read(
        'footer = " 1 Quay Street "\n[dark]\nmark = "#9fd0ff"\n[fonts]\nserif = ["Charter"]',
        tmp_path,
    )
    assert not complaints
    assert (theme.footer, theme.serif, theme.light) == ("1 Quay Street", ("Charter",), LIGHT)
    assert (theme.dark.mark, theme.dark.ink) == ("#9fd0ff", DARK.ink)


def test_a_colour_in_which_nobody_could_read_is_refused_with_its_contrast(tmp_path: Path) -> None:
    theme, complaints = read('[light]\nsoft = "#b0b0b0"', tmp_path)
    assert theme.light == LIGHT
    assert complaints == [
        f"theme.toml: light: soft: #b0b0b0 on {ground} has a contrast of {reached}; "
        "words need 4.5 to be read"
        for ground, reached in (("paper #fbf9f4", "2.1"), ("tint #f1ece1", "1.8"))
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[light]\nmark = "green"', "light: mark: 'green' is no colour like '#0b5d5a'"),
        ('[light]\nmrak = "#0b5d5a"', "unknown key 'mrak'; did you mean 'mark'?"),
        ('[fonts]\nsans = ["A; } body{"]', "fonts: sans: 'A; } body{' is no name of a font"),
        ('[logo]\nfile = "gone.png"', "logo: file: there is no 'gone.png'"),
        ('[logo]\nfile = "../logo.png"', "logo: file: there is no '../logo.png'"),
        ('[logo]\nfile = "logo.svg"', "'logo.svg' is neither PNG nor JPEG, which mail needs"),
        ('[logo]\nfile = "logo.png"\nwidth = 4000', "width: must be from 16 to 600"),
        ('[logo]\nfile = "large.png"', "at most 204800 are allowed"),
    ],
)
def test_each_mistake_is_named_with_its_place(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "desk").mkdir()
    for path, body in (("logo.png", PNG), ("desk/logo.png", PNG), ("desk/logo.svg", b"<svg/>")):
        (tmp_path / path).write_bytes(body)
    (tmp_path / "desk/large.png").write_bytes(PNG + bytes(300_000))
    _, complaints = read(text, tmp_path / "desk")
    assert len(complaints) == 1
    assert said in complaints[0]


def test_a_logo_keeps_its_proportion(tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_bytes(PNG)
    theme, complaints = read('[logo]\nfile = "logo.png"\nalt = "The Letter"', tmp_path)
    assert not complaints
    assert theme.logo is not None
    assert (theme.logo.width, theme.logo.height, theme.logo.alt) == (160, 50, "The Letter")


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (PNG, ("image/png", 640, 200)),
        (JPEG, ("image/jpeg", 320, 90)),
        (b"GIF89a", ("", 0, 0)),
        (JPEG[:9], ("", 0, 0)),
        (b"\xff\xd8\xff", ("", 0, 0)),
    ],
)
def test_a_picture_tells_its_measures(body: bytes, found: tuple[str, int, int]) -> None:
    assert measured(body) == found


def test_a_palette_that_cannot_be_read_cannot_be_built() -> None:
    colours = {name: getattr(LIGHT, name) for name in LIGHT.__slots__}
    with pytest.raises(ValueError, match="ink: #fbf9f4 on paper"):
        Palette(**colours | {"ink": "#fbf9f4"})
