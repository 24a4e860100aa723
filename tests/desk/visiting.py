"""A visitor to a desk: asks for pages and sends plain forms, as a browser without scripts does."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from starlette.testclient import TestClient

from watchdesk.demo.site import ISSUE_DATE
from watchdesk.pipeline import Desk, open_desk

HERE = {"sec-fetch-site": "same-origin"}


@dataclass(frozen=True)
class Visitor:
    """Somebody at the desk in `folder`."""

    client: TestClient
    folder: Path

    @contextmanager
    def desk(self) -> Iterator[Desk]:
        """The desk itself, to look at what came of it."""
        with open_desk(self.folder, now=ISSUE_DATE) as desk:
            yield desk

    @property
    def section(self) -> str:
        """The key of the first section."""
        with self.desk() as desk:
            return desk.config.sections[0].key

    def sees(self, path: str) -> str:
        """The page at this address."""
        answer = self.client.get(path)
        assert answer.status_code == 200, answer.text
        return str(answer.text)

    def does(self, path: str, *, files: Any = None, **fields: object) -> str:
        """Send a form; the address that it leads to."""
        answer = self.client.post(
            path, data=fields, files=files, headers=HERE, follow_redirects=False
        )
        assert answer.status_code == 303, answer.text
        return str(answer.headers["location"])

    def is_refused(self, path: str, **fields: object) -> str:
        """What is said where it cannot be done."""
        headers, data = HERE, fields
        answer = (
            self.client.post(path, data=data, headers=headers) if fields else self.client.get(path)
        )
        assert answer.status_code == 422, answer.text
        return str(answer.text)
