"""Sealed files and their keys: age, one key for each witness.

In: bytes and a witness's id. Out: files under `sealed/`, opened again by the key under `keys/`.
Both lie beside the database and never in it; `keys/` is in no backup, and may be a link to a
stick. Destroying a key makes unreadable what it sealed, in every copy.
"""

import os
import secrets
from dataclasses import dataclass
from pathlib import Path

import pyrage

from watchdesk.model import StoreError, WorldError, digest_of

SEALED, KEYS = "sealed", "keys"


@dataclass(frozen=True, slots=True)
class Vault:
    """The sealed files of one desk."""

    folder: Path

    def new_key(self, witness: str) -> None:
        """Make the witness's key; an older one of the same id is refused."""
        path = self._key(witness)
        path.parent.mkdir(mode=0o700, exist_ok=True)
        key = str(pyrage.x25519.Identity.generate())
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(key)
            file.flush()
            os.fsync(file.fileno())

    def has_key(self, witness: str) -> bool:
        """Whether the witness's key is here."""
        return self._key(witness).is_file()

    def seal(self, witness: str, body: bytes) -> str:
        """Seal bytes for a witness; gives the digest of the ciphertext, which is also its name."""
        sealed = pyrage.encrypt(body, [self._identity(witness).to_public()])
        digest = digest_of(sealed)
        path = self._file(witness, digest)
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with path.open("wb") as file:
            file.write(sealed)
            file.flush()
            os.fsync(file.fileno())
        return digest

    def open(self, witness: str, digest: str) -> bytes:
        """The bytes that were sealed; `WorldError` where key or file are gone or changed."""
        path = self._file(witness, digest)
        if not path.is_file():
            raise WorldError(f"The sealed file {path.name} of {witness} is not here.")
        sealed = path.read_bytes()
        if digest_of(sealed) != digest:
            raise StoreError(f"The sealed file {path.name} of {witness} was changed.")
        try:
            return bytes(pyrage.decrypt(sealed, [self._identity(witness)]))
        except pyrage.DecryptError as error:
            raise StoreError(f"The key of {witness} does not open {path.name}.") from error

    def destroy(self, witness: str) -> None:
        """Overwrite and remove the key, then what it sealed; done twice it is done."""
        path = self._key(witness)
        if path.is_file():
            _overwrite(path)
        for file in sorted((self.folder / SEALED / witness).glob("*")):
            file.unlink()
        if (self.folder / SEALED / witness).is_dir():
            (self.folder / SEALED / witness).rmdir()

    def _identity(self, witness: str) -> pyrage.x25519.Identity:
        path = self._key(witness)
        if not path.is_file():
            raise WorldError(f"The key of {witness} is not in {path.parent}.")
        return pyrage.x25519.Identity.from_str(path.read_text("ascii").strip())

    def _key(self, witness: str) -> Path:
        return self.folder / KEYS / f"{_plain(witness)}.key"

    def _file(self, witness: str, digest: str) -> Path:
        name = digest.removeprefix("sha256:")
        return self.folder / SEALED / _plain(witness) / f"{_plain(name)}.age"


def _plain(name: str) -> str:
    """A name that cannot lead out of its folder."""
    if not name.isalnum():
        raise ValueError(f"no name of a sealed thing: {name!r}")
    return name


def _overwrite(path: Path) -> None:
    """Write chance over a file's bytes before it goes.

    A disk that writes elsewhere may still hold them for a while; full-disk encryption helps.
    """
    with path.open("r+b") as file:
        file.write(secrets.token_bytes(max(path.stat().st_size, 1)))
        file.flush()
        os.fsync(file.fileno())
    path.unlink()
