"""Cut the Noto fonts down to the scripts an issue is set in: woff2 for the web, TTF for print.

Comes in: folders with Debian's Noto fonts (packages fonts-noto-core and fonts-noto-extra).
Goes out: `src/watchdesk/publish/fonts/*.woff2`, whose unicode ranges stand in
`src/watchdesk/publish/style/fonts.css` and must equal `SCRIPTS` here; the same cuts and those of
`PRINT_ONLY` as `src/watchdesk/publish/print/fonts/*.ttf`, each script a family of its own, with
`letters.txt`, the ranges of code points that each voice has letters for.
`--print FOLDER…` leaves the woff2 files as they are and makes the print fonts from them.
Needs fonttools and brotli, which the product itself does not: run it in an environment of its own.
"""

import shutil
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

TARGET = Path(__file__).parent.parent / "src/watchdesk/publish/fonts"
PRINT = TARGET.parent / "print/fonts"

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

# Browsers have letters of their own for these; a PDF has only what is shipped.
PRINT_ONLY = {
    "greek": "U+0370-03FF,U+1F00-1FFF",
    "hebrew": "U+0590-05FF,U+FB1D-FB4F",
    "signs": "U+2190-2199,U+2202,U+2206,U+220F,U+2211,U+221A,U+221E,U+2248,U+2260,U+2264-2265",
}
PRINT_FACES = {
    "serif-regular": {
        "greek": "NotoSerif-Regular",
        "hebrew": "NotoSerifHebrew-Regular",
        "signs": "NotoSansMath-Regular",
    },
    "serif-bold": {"greek": "NotoSerif-Bold", "hebrew": "NotoSerifHebrew-Bold"},
    "serif-italic": {"greek": "NotoSerif-Italic"},
    "sans-regular": {
        "greek": "NotoSans-Regular",
        "hebrew": "NotoSansHebrew-Regular",
        "signs": "NotoSansMath-Regular",
    },
    "sans-semibold": {"greek": "NotoSans-Bold", "hebrew": "NotoSansHebrew-Bold"},
}

# Old-style and tabular figures, marks and joining; small capitals and alternates are not set.
FEATURES = (
    "kern,liga,clig,calt,ccmp,locl,mark,mkmk,onum,lnum,tnum,pnum,case,rlig,init,medi,fina,isol"
)


def cut(source: Path, *, unicodes: str, target: Path) -> None:
    """Write the glyphs of one script, unhinted (a third of the size; screens are fine enough)."""
    subprocess.run(
        [
            sys.executable,
            "-m",
            "fontTools.subset",
            str(source),
            f"--unicodes={unicodes}",
            f"--layout-features={FEATURES}",
            *(["--flavor=woff2"] if target.suffix == ".woff2" else []),
            "--no-hinting",
            "--name-IDs=0,1,2,5,13,14",
            f"--output-file={target}",
        ],
        check=True,
    )


def make_web(found: dict[str, Path]) -> None:
    """Cut every face of the web."""
    TARGET.mkdir(parents=True, exist_ok=True)
    for face, scripts in FACES.items():
        for script, stem in scripts.items():
            cut(found[stem], unicodes=SCRIPTS[script], target=TARGET / f"{face}-{script}.woff2")


def make_print(found: dict[str, Path]) -> None:
    """Unpack every face of the web, cut those of print alone, and list the letters they have."""
    PRINT.mkdir(parents=True, exist_ok=True)
    for packed in sorted(TARGET.glob("*.woff2")):
        name_family(packed, target=PRINT / f"{packed.stem}.ttf")
    for face, scripts in PRINT_FACES.items():
        for script, stem in scripts.items():
            target = PRINT / f"{face}-{script}.ttf"
            cut(found[stem], unicodes=PRINT_ONLY[script], target=target)
            name_family(target, target=target)
    shutil.copy(TARGET / "OFL.txt", PRINT / "OFL.txt")
    voices = [f"{voice} {ranges(letters(voice))}\n" for voice in ("serif", "sans")]
    (PRINT / "letters.txt").write_text("".join(voices), "utf-8")


def name_family(source: Path, *, target: Path) -> None:
    """Write a font as TTF under a family of its own, as in "Desk Serif Armenian".

    Typst takes one font of a family and style, so that scripts in one family would hide another.
    The fonts have no reserved name, and a cut one had better not be taken for the whole.
    """
    from fontTools.ttLib import TTFont  # noqa: PLC0415 - only this environment has it

    voice, style, script = target.stem.split("-")
    font = TTFont(source, recalcTimestamp=False)
    font.flavor = None
    family = f"Desk {voice.title()} {script.title()}".removesuffix(" Latin")
    shown = {"semibold": "Bold"}.get(style, style.title())
    for entry in font["name"].names:
        if entry.nameID in {1, 2}:
            entry.string = family if entry.nameID == 1 else shown
    # Typst takes no font without a PostScript name, and subsetting dropped it.
    font["name"].setName(f"{family.replace(' ', '')}-{shown}", 6, 3, 1, 0x409)
    font["OS/2"].usWeightClass = 600 if style == "semibold" else font["OS/2"].usWeightClass
    font.save(target)


def letters(voice: str) -> set[int]:
    """The code points for which a voice has a glyph in its regular faces."""
    from fontTools.ttLib import TTFont  # noqa: PLC0415

    faces = sorted(PRINT.glob(f"{voice}-regular-*.ttf"))
    return {point for face in faces for point in TTFont(face).getBestCmap()}


def ranges(points: set[int]) -> str:
    """Code points as ranges in hexadecimal, as in "20-7E,A0"."""
    row = sorted(points)
    starts = [row[0], *(after for before, after in pairwise(row) if after - before > 1)]
    ends = [*(before for before, after in pairwise(row) if after - before > 1), row[-1]]
    pairs = zip(starts, ends, strict=True)
    return ",".join(f"{a:X}-{b:X}" if a != b else f"{a:X}" for a, b in pairs)


def main() -> None:
    """Make every face from the fonts under the folders named on the command line."""
    folders = [each for each in sys.argv[1:] if each != "--print"]
    found = {path.stem: path for folder in folders for path in Path(folder).rglob("Noto*.ttf")}
    if "--print" not in sys.argv:
        make_web(found)
    make_print(found)
    for path in (*sorted(TARGET.glob("*.woff2")), *sorted(PRINT.glob("*.ttf"))):
        print(path.name, path.stat().st_size)


if __name__ == "__main__":
    main()
