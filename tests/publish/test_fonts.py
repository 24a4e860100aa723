import re
import runpy
from pathlib import Path

import watchdesk.publish

HOUSE = Path(watchdesk.publish.__file__).parent
TOOL = runpy.run_path(str(Path(__file__).parents[2] / "tools/make_fonts.py"))


def test_every_shipped_face_is_declared_with_the_range_it_was_cut_to() -> None:
    css = (HOUSE / "style/fonts.css").read_text("utf-8")
    declared = dict(re.findall(r'fonts/([\w-]+)\.woff2".*?unicode-range: ([^;]+);', css, re.DOTALL))
    shipped = {path.stem for path in (HOUSE / "fonts").glob("*.woff2")}
    assert declared.keys() == shipped
    for name, ranges in declared.items():
        script = name.rpartition("-")[2]
        assert ranges.replace(", ", ",") == TOOL["SCRIPTS"][script], name


def test_the_fonts_stay_small_and_bring_their_licence() -> None:
    total = sum(path.stat().st_size for path in (HOUSE / "fonts").glob("*.woff2"))
    assert total < 1_600_000
    assert "SIL OPEN FONT LICENSE" in (HOUSE / "fonts/OFL.txt").read_text("utf-8")


def contrast(first: str, second: str) -> float:
    lights = sorted((luminance(first), luminance(second)))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_every_colour_of_text_can_be_read_on_its_ground() -> None:
    css = (HOUSE / "style/tokens.css").read_text("utf-8")
    light, dark = css.split("@media")
    for half in (light, dark):
        token = dict(re.findall(r"--(\w+): (#\w{6});", half))
        for ground in ("paper", "tint"):
            for ink in ("ink", "soft", "mark", "warn", "bad"):
                assert contrast(token[ink], token[ground]) >= 4.5, (ink, ground)
        assert contrast(token["ink"], token["lit"]) >= 7.9
