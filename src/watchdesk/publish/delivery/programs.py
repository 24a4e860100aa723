"""A server that the system's own programs reach: rsync, or sftp.

Comes in: a batch of paths. Goes out: one run of the program for it, asked no question and given no
password; what it says of a failure becomes a `PlaceError`.
"""

import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from watchdesk.publish.delivery.place import Place, PlaceError

SECONDS = 900
"""A batch that takes longer hangs."""


@dataclass(frozen=True, slots=True)
class Rsync:
    """What the program rsync reaches: over ssh, or a path of this machine."""

    place: Place

    def put(self, site: Path, paths: Sequence[str]) -> None:
        """One call; a file takes its place when it is whole."""
        self._run(site, paths)

    def take(self, paths: Sequence[str]) -> None:
        """Name files that a folder of empty folders does not have."""
        with TemporaryDirectory() as empty:
            for path in paths:
                (Path(empty) / path).parent.mkdir(parents=True, exist_ok=True)
            self._run(Path(empty), paths)

    def _run(self, site: Path, paths: Sequence[str]) -> None:
        place = self.place
        target = f"{place.host}:{place.path}" if place.host else place.path
        arguments = ["rsync", "-t", "--chmod=F644,D755", "--mkpath", "--files-from=-"]
        arguments.append("--delete-missing-args")
        if place.host:
            arguments += ["-e", " ".join(["ssh", *ssh_options(place, port="-p")])]
        run([*arguments, "--", f"{site}/", f"{target}/"], "\n".join(paths) + "\n")


@dataclass(frozen=True, slots=True)
class Sftp:
    """A server that the program sftp logs in to."""

    place: Place

    def put(self, site: Path, paths: Sequence[str]) -> None:
        """Each beside its place first, then renamed."""
        folders = {str(each) for path in paths for each in PurePosixPath(path).parents}
        lines = [f"-mkdir {self._there(each)}" for each in sorted(folders - {"."})]
        for path in paths:
            aside = f"{path}.part"
            lines.append(f"put {quoted(str(site / path))} {self._there(aside)}")
            lines.append(f"rename {self._there(aside)} {self._there(path)}")
        self._run(lines)

    def take(self, paths: Sequence[str]) -> None:
        """A file that is not there is no failure."""
        self._run([f"-rm {self._there(path)}" for path in paths])

    def _there(self, path: str) -> str:
        return quoted(str(PurePosixPath(self.place.path or ".") / path))

    def _run(self, lines: Sequence[str]) -> None:
        options = ssh_options(self.place, port="-P")
        run(["sftp", "-b", "-", *options, "--", self.place.host], "\n".join(lines) + "\n")


def ssh_options(place: Place, *, port: str) -> list[str]:
    """No question is asked, no password taken, and no unknown server trusted."""
    options = ["-o", "BatchMode=yes", "-o", "StrictHostKeyChecking=yes", "-o", "ConnectTimeout=20"]
    if place.known_hosts:
        options += ["-o", f"UserKnownHostsFile={place.known_hosts}"]
    if place.identity:
        options += ["-i", place.identity, "-o", "IdentitiesOnly=yes"]
    if place.port:
        options += [port, str(place.port)]
    return options


def quoted(path: str) -> str:
    """A path as one word of a batch for sftp, which would read marks in it."""
    escaped = "".join(f"\\{mark}" if mark in '\\"*?[' else mark for mark in path)
    return f'"{escaped}"'


def run(arguments: Sequence[str], batch: str) -> None:
    """Run one of the system's programs on a batch; `PlaceError` with its own last words."""
    try:
        subprocess.run(  # noqa: S603 - no shell; the program is one of two, paths are arguments
            arguments, input=batch.encode(), check=True, capture_output=True, timeout=SECONDS
        )
    except FileNotFoundError:
        raise PlaceError(f"the program {arguments[0]} is not on this machine") from None
    except subprocess.TimeoutExpired:
        raise PlaceError(f"{arguments[0]} took longer than {SECONDS} seconds") from None
    except subprocess.CalledProcessError as error:
        lines = error.stderr.decode(errors="replace").strip().splitlines()
        said = lines[0].rstrip(". ") if lines else f"it ended with {error.returncode}"
        raise PlaceError(f"{arguments[0]} says '{said}'") from None
