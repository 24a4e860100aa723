"""What holds for all tests."""

from collections.abc import Iterator

import pytest
from hypothesis import settings
from playwright.sync_api import Browser

pytest_plugins = ("tests.demo_desk",)

# How long an example takes says more of the machine than of the program.
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Debian's Chromium; for a module, since its loop and those of other tests do not mix."""
    from tests.browsing import chromium  # noqa: PLC0415 - most modules need none

    with chromium() as opened:
        yield opened
