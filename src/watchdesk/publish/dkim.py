"""DKIM signatures (RFC 6376, RFC 8463): relaxed/relaxed, rsa-sha256 and ed25519-sha256.

In: a mail's headers, the digest of its canonical body, and a key. Out: the header that signs them.
For desks that hand their mail over themselves; where a provider signs, this is not needed.
"""

import base64
import re
from dataclasses import dataclass

from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import padding
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey

_SPACE = re.compile(rb"[ \t]+")
_LINE_END = re.compile(rb"[ \t]+\r\n")
_FOLD = re.compile(r"[ \t\r\n]+")

SMALLEST_RSA = 1024
"""Bits; receivers ignore smaller keys."""


@dataclass(frozen=True, slots=True)
class Signer:
    """A key with the domain and selector under which its public half stands in the DNS."""

    domain: str
    selector: str
    key: RSAPrivateKey | Ed25519PrivateKey

    @property
    def algorithm(self) -> str:
        """The name of the algorithm, as the signature has it."""
        return "rsa-sha256" if isinstance(self.key, RSAPrivateKey) else "ed25519-sha256"

    def sign(self, headers: tuple[tuple[str, str], ...], body_hash: bytes, at: int) -> str:
        """The value of the DKIM-Signature header over all of `headers`, at a Unix time.

        From is named once more than it stands, so that no second one can be put in front.
        """
        names = ":".join([*(name.lower() for name, _ in headers), "from"])
        bare = (
            f"v=1; a={self.algorithm}; c=relaxed/relaxed; d={self.domain}; s={self.selector};"
            f"\r\n t={at}; h={names};\r\n bh={_base64(body_hash)};\r\n b="
        )
        # Headers of one name are signed from the last one up; here each stands once.
        signed = "".join(f"{relaxed_header(*header)}\r\n" for header in headers)
        signature = self._signature((signed + relaxed_header("DKIM-Signature", bare)).encode())
        return bare + _folded(_base64(signature))

    def _signature(self, signed: bytes) -> bytes:
        if isinstance(self.key, RSAPrivateKey):
            return self.key.sign(signed, padding.PKCS1v15(), hashes.SHA256())
        digest = hashes.Hash(hashes.SHA256())
        digest.update(signed)
        return self.key.sign(digest.finalize())


def signer(pem: bytes, *, domain: str, selector: str) -> Signer:
    """A signer from a private key in PEM; `ValueError` for a key that no receiver takes."""
    key = serialization.load_pem_private_key(pem, password=None)
    if isinstance(key, RSAPrivateKey) and key.key_size >= SMALLEST_RSA:
        return Signer(domain, selector, key)
    if isinstance(key, Ed25519PrivateKey):
        return Signer(domain, selector, key)
    raise ValueError("neither an RSA key of 1024 bits or more nor an Ed25519 key")


def relaxed_header(name: str, value: str) -> str:
    """A header in the form that is signed: unfolded, its spaces made one."""
    return f"{name.lower()}:{_FOLD.sub(' ', value).strip()}"


def relaxed_body(body: bytes) -> bytes:
    """A body in the form that is signed: spaces made one, none at the end of a line or the text."""
    lines = _LINE_END.sub(b"\r\n", body)
    squeezed = _SPACE.sub(b" ", lines).rstrip(b" \t\r\n")
    return squeezed + b"\r\n" if squeezed else b""


def _base64(value: bytes) -> str:
    return base64.b64encode(value).decode()


def _folded(text: str) -> str:
    return "\r\n ".join(text[at : at + 72] for at in range(0, len(text), 72))
