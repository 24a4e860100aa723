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
