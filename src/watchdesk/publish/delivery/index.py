"""The search index of one year's items, made by pagefind.

Comes in: the site's folder and the numbers of that year's issues. Goes out: the index in its place
under `pagefind/`, exchanged whole; or a sentence that says why there is none. Only pages that mark
their words for it are indexed, and these are the items' own.
"""

import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

SECONDS = 300
"""An index of a year takes a second or two; what takes minutes hangs."""

UNUSED = ("pagefind-ui.", "pagefind-modular-ui.", "pagefind-component-ui.", "pagefind-highlight.")
"""Interfaces that come with every index; the site has its own."""

UNREAD = "sup, .facts, .byline, .caption"
"""Parts of an item that are no words of it."""


def index(
    site: Path, target: Path, numbers: Sequence[int], *, language: str, seconds: float = SECONDS
) -> str:
    """Index the items of these issues into `target`; the reason where that failed, or ""."""
    made, old = target.with_name(f".{target.name}.part"), target.with_name(f".{target.name}.old")
    _clear(made, old)
    failed = _run(_arguments(site, made, numbers, language), seconds)
    if failed or not (made / "pagefind.js").exists():
        _clear(made)
        return failed or "it left no index"
    for path in made.iterdir():
        if path.name.startswith(UNUSED):
            path.unlink()
    if target.exists():
        target.rename(old)
    made.rename(target)
    _clear(old)
    return ""


def _arguments(site: Path, made: Path, numbers: Sequence[int], language: str) -> list[str]:
    issues = f"{{{','.join(map(str, numbers))}}}" if len(numbers) > 1 else str(numbers[0])
    arguments = ["--site", str(site), "--output-path", str(made)]
    arguments += ["--glob", f"issues/{issues}/*/index.html", "--force-language", language]
    return [sys.executable, "-m", "pagefind", *arguments, "--exclude-selectors", UNREAD]


def _run(arguments: list[str], seconds: float) -> str:
    try:
        subprocess.run(  # noqa: S603 - our own program and paths, and no shell
            arguments, check=True, timeout=seconds, capture_output=True, stdin=subprocess.DEVNULL
        )
    except subprocess.TimeoutExpired:
        return f"it took longer than {seconds:.0f} seconds"
    except subprocess.CalledProcessError as error:
        lines = (error.stderr or error.stdout).decode(errors="replace").strip().splitlines()
        return lines[-1] if lines else f"it ended with {error.returncode}"
    except OSError as error:
        return str(error.strerror)
    return ""


def _clear(*folders: Path) -> None:
    for folder in folders:
        shutil.rmtree(folder, ignore_errors=True)
