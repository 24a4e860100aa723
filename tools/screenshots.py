"""Draws every screen of the desk, light and dark, wide and phone.

In: the folder of a desk with an issue, and where the pictures go; the desk is copied first. Out:
one PNG for each screen, scheme and size, in so few colours that the handbook stays light. It opens
pages exactly as the tests do.

    python tools/screenshots.py DESK PICTURES --now 2026-11-20T09:00:00+04:00
"""

import io
import shutil
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

import click
from PIL import Image
from playwright.sync_api import Page

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.browsing import SCHEMES, SIZES, chromium, new_page, served
from tests.desk.every_screen import shots

COLOURS = 20
"""A screen has about ten colours; the others are the edges of its letters."""


@click.command()
@click.argument("desk", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.argument("pictures", type=click.Path(path_type=Path, file_okay=False))
@click.option("--now", type=click.DateTime(["%Y-%m-%dT%H:%M:%S%z"]), default=None)
@click.option("--only", default="", help="Only screens whose name holds this.")
def draw(desk: Path, pictures: Path, now: datetime | None, only: str) -> None:
    """Draw the screens of DESK into PICTURES."""
    pictures.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as aside:
        folder = Path(aside) / "desk"
        shutil.copytree(desk, folder)
        with served(folder, now=now or datetime.now(UTC)) as address, chromium() as browser:
            for scheme in SCHEMES:
                for size in SIZES:
                    page = new_page(browser, size=size, scheme=scheme)
                    _draw(page, address, pictures, f"{scheme}-{size}", only)
                    page.context.close()


def _draw(page: Page, address: str, pictures: Path, how: str, only: str) -> None:
    for name, opened in shots(page, address):
        if only in name:
            opened()
            page.wait_for_timeout(150)
            _save(page.screenshot(), pictures / f"{name}-{how}.png")
            print(f"{name}-{how}.png")


def _save(png: bytes, to: Path) -> None:
    """Write a picture in few colours; an octree keeps the rare ones, a median cut does not."""
    picture = Image.open(io.BytesIO(png)).convert("RGB")
    few = picture.quantize(COLOURS, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    few.save(to, optimize=True)


if __name__ == "__main__":
    draw()
