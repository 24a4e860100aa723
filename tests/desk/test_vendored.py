"""Other people's files are what their packages hold."""

import hashlib
from importlib.resources import files

STATIC = files("watchdesk.desk") / "static"


def test_the_digests_of_other_peoples_files_are_what_was_written_down() -> None:
    lines = (STATIC / "VENDORED").read_text().splitlines()
    parted = (line.split() for line in lines if not line.startswith("#"))
    listed = {name: digest for digest, name in parted}
    found = {
        file.name: hashlib.sha256(file.read_bytes()).hexdigest()
        for file in STATIC.iterdir()
        if file.name.endswith(".min.js")
    }
    assert found == listed
