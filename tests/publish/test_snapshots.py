from collections.abc import Callable

import pytest
from tests.publish.standard import a_publication, whole

SNAPSHOTS = {
    "issue.html": "issues/12/index.html",
    "mail.html": "issues/12/mail.html",
    "issue.txt": "issues/12/issue.txt",
    "feed.xml": "feed.xml",
    "atom.xml": "atom.xml",
    "feed.json": "feed.json",
}


@pytest.mark.parametrize("name", SNAPSHOTS)
def test_the_standard_issue_looks_as_it_did(
    name: str, snapshot: Callable[[str, bytes], None]
) -> None:
    files = {file.path: file.body for file in whole(a_publication())}
    snapshot(name, files[SNAPSHOTS[name]])
