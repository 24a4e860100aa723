"""Cut the Noto fonts down to the scripts an issue is set in, as woff2.

Comes in: a folder with Debian's Noto fonts (packages fonts-noto-core and fonts-noto-extra).
Goes out: `src/watchdesk/publish/fonts/*.woff2`; the faces' unicode ranges stand in
`src/watchdesk/publish/style/fonts.css` and must equal `SCRIPTS` here.
Needs fonttools and brotli, which the product itself does not: run it in an environment of its own.
"""

import subprocess
import sys
from pathlib import Path

TARGET = Path(__file__).parent.parent / "src/watchdesk/publish/fonts"

SCRIPTS = {
    "latin": "U+0000-02FF,U+0300-036F,U+1E00-1EFF,U+2000-209F,U+20A0-20CF,U+2100-214F,U+2190-2193,"
    "U+2212,U+2215,U+FB00-FB04,U+FEFF,U+FFFD",
    "cyrillic": "U+0400-052F,U+1C80-1C88,U+2DE0-2DFF,U+A640-A69F",
    "armenian": "U+0530-058F,U+FB13-FB17",
    "georgian": "U+10A0-10FF,U+1C90-1CBF,U+2D00-2D2F",
    "arabic": "U+0600-06FF,U+0750-077F,U+08A0-08FF,U+FB50-FDFF,U+FE70-FEFC",
}

FACES = {
    "serif-regular": {
        "latin": "NotoSerif-Regular",
        "cyrillic": "NotoSerif-Regular",
        "armenian": "NotoSerifArmenian-Regular",
        "georgian": "NotoSerifGeorgian-Regular",
        "arabic": "NotoNaskhArabic-Regular",
    },
    "serif-bold": {
        "latin": "NotoSerif-Bold",
        "cyrillic": "NotoSerif-Bold",
        "armenian": "NotoSerifArmenian-Bold",
        "georgian": "NotoSerifGeorgian-Bold",
        "arabic": "NotoNaskhArabic-Bold",
    },
    "serif-italic": {"latin": "NotoSerif-Italic", "cyrillic": "NotoSerif-Italic"},
    "sans-regular": {
        "latin": "NotoSans-Regular",
        "cyrillic": "NotoSans-Regular",
        "armenian": "NotoSansArmenian-Regular",
        "georgian": "NotoSansGeorgian-Regular",
        "arabic": "NotoSansArabic-Regular",
    },
    "sans-semibold": {
        "latin": "NotoSans-SemiBold",
        "cyrillic": "NotoSans-SemiBold",
        "armenian": "NotoSansArmenian-SemiBold",
        "georgian": "NotoSansGeorgian-SemiBold",
        "arabic": "NotoSansArabic-SemiBold",
    },
}

# Old-style and tabular figures, marks and joining; small capitals and alternates are not set.
FEATURES = (
    "kern,liga,clig,calt,ccmp,locl,mark,mkmk,onum,lnum,tnum,pnum,case,rlig,init,medi,fina,isol"
)


def cut(source: Path, *, script: str, target: Path) -> None:
    """Write the glyphs of one script, unhinted (a third of the size; screens are fine enough)."""
    subprocess.run(
        [
            sys.executable,
            "-m",
            "fontTools.subset",
            str(source),
            f"--unicodes={SCRIPTS[script]}",
            f"--layout-features={FEATURES}",
            "--flavor=woff2",
            "--no-hinting",
            "--name-IDs=0,1,2,5,13,14",
            f"--output-file={target}",
        ],
        check=True,
    )


def main() -> None:
    """Make every face from the fonts under the folder named on the command line."""
    found = {path.stem: path for folder in sys.argv[1:] for path in Path(folder).rglob("Noto*.ttf")}
    TARGET.mkdir(parents=True, exist_ok=True)
    for face, scripts in FACES.items():
        for script, stem in scripts.items():
            target = TARGET / f"{face}-{script}.woff2"
            cut(found[stem], script=script, target=target)
            print(target.name, target.stat().st_size)


if __name__ == "__main__":
    main()
