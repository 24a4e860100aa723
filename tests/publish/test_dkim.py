"""Canonical forms and signatures, against another implementation of the standard."""

import base64
import hashlib
import re

import pytest
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ed25519, rsa
from dkim.canonicalization import Relaxed
from hypothesis import given
from hypothesis import strategies as some

from watchdesk.publish.dkim import Signer, relaxed_body, relaxed_header, signer

LINES = some.lists(some.text(alphabet="ab .=\t", max_size=12), max_size=6)


@given(LINES)
def test_a_body_has_the_standards_relaxed_form(lines: list[str]) -> None:
    body = "".join(f"{line}\r\n" for line in lines).encode()
    assert relaxed_body(body) == Relaxed.canonicalize_body(body)


@given(some.text(alphabet="ab:;=,", max_size=20), LINES)
def test_a_header_has_the_standards_relaxed_form(first: str, more: list[str]) -> None:
    value = "\r\n ".join([first, *more])
    ((name, theirs),) = Relaxed.canonicalize_headers([(b"List-Id", f" {value}\r\n".encode())])
    assert relaxed_header("List-Id", value) + "\r\n" == (name + b":" + theirs).decode()


def signed_data(headers: tuple[tuple[str, str], ...], value: str) -> bytes:
    bare = re.sub(r"b=[A-Za-z0-9+/=\s]+$", "b=", value)
    lines = [(n.encode(), f" {v}\r\n".encode()) for n, v in (*headers, ("DKIM-Signature", bare))]
    joined = b"".join(name + b":" + text for name, text in Relaxed.canonicalize_headers(lines))
    return joined.removesuffix(b"\r\n")


def test_an_ed25519_signature_is_over_the_digest_of_the_canonical_headers() -> None:
    key = ed25519.Ed25519PrivateKey.generate()
    headers = (("To", "ada@lake.example"), ("Subject", "The  letter\r\n of today"))
    value = Signer("lake.example", "s1", key).sign(headers, hashlib.sha256(b"").digest(), 1)
    signature = base64.b64decode(re.sub(r"\s", "", value.rpartition("b=")[2]))
    digest = hashlib.sha256(signed_data(headers, value)).digest()
    key.public_key().verify(signature, digest)
    other = signed_data((headers[0], ("Subject", "The other letter")), value)
    with pytest.raises(InvalidSignature):
        key.public_key().verify(signature, hashlib.sha256(other).digest())


def test_a_key_that_receivers_ignore_is_refused() -> None:
    key = ed25519.Ed25519PrivateKey.generate()
    pem = key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    assert signer(pem, domain="lake.example", selector="s1").algorithm == "ed25519-sha256"
    public = rsa.generate_private_key(65537, 1024).public_key()
    with pytest.raises(ValueError, match=r"."):
        signer(
            public.public_bytes(
                serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
            ),
            domain="lake.example",
            selector="s1",
        )
