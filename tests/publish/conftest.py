"""Snapshots: what an edition looked like, as plain files beside the tests.

`pytest tests/publish --snapshot-update` writes them anew; read the difference before committing it.
"""

from collections.abc import Callable
from pathlib import Path

import pytest

FOLDER = Path(__file__).parent / "snapshots"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--snapshot-update", action="store_true", default=False, help="write snapshots anew"
    )


@pytest.fixture
def snapshot(request: pytest.FixtureRequest) -> Callable[[str, bytes], None]:
    """Compare with the snapshot called so, or write it."""

    def compare(name: str, body: bytes) -> None:
        path = FOLDER / name
        if request.config.getoption("--snapshot-update", default=False):
            path.write_bytes(body)
        assert path.exists(), f"no snapshot {name}: run with --snapshot-update"
        assert body.decode() == path.read_text("utf-8")

    return compare
