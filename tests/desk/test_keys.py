"""The keys that screens answer to, those that `?` shows and those in the handbook are the same."""

import re
from pathlib import Path

from starlette.testclient import TestClient

from watchdesk.demo.site import ISSUE_DATE
from watchdesk.desk.app import make_app

ROOT = Path(__file__).parents[2]
TEMPLATES = ROOT / "src/watchdesk/desk/templates"
ANSWERS = re.compile(
    r'data-key="([^"{]+)"|\{\{ act\([^,]+, "([^"]+)"|\{\{ small\(.*, "(\w)"\) \}\}'
)
IN_THE_SCRIPT = {"j", "k", "esc", "ctrl enter"}
ARROWS = {"alt+arrowup": "↑", "alt+arrowdown": "↓", "alt+arrowleft": "←", "alt+arrowright": "→"}
NAMES = ARROWS | {"escape": "esc"}


def answered() -> set[str]:
    pages = (path.read_text(encoding="utf-8") for path in TEMPLATES.glob("*.html"))
    found = {"".join(key).lower() for page in pages for key in ANSWERS.findall(page)}
    return {NAMES.get(key, key) for key in found} | IN_THE_SCRIPT


def single(cell: str) -> set[str]:
    """The keys of one cell: `J, K`, `Alt and ↑ ↓`, or `Ctrl and Enter`, which is one."""
    plain = cell.lower().replace("alt and ", "").replace(" and ", " ")
    return {plain} if plain.startswith("ctrl") else set(re.split(r",? ", plain))


def test_the_handbook_lists_exactly_the_keys_that_screens_answer_to() -> None:
    page = (ROOT / "docs/handbook/keys.md").read_text(encoding="utf-8")
    cells = re.findall(r"^\| (.+?) \|", page, re.MULTILINE)[1:]
    assert set().union(*map(single, cells)) == answered()


def test_the_desk_shows_exactly_the_same_keys(folder: Path) -> None:
    with TestClient(make_app(folder, now=ISSUE_DATE), base_url="http://desk.example") as client:
        shown = client.get("/trouble").text.partition('<dl class="all-keys">')[2]
    keys = re.findall(r"<dt><kbd>(.+?)</kbd>", shown)
    assert set().union(*map(single, keys)) == answered()
