"""RS256, the one signature that a service account needs: RSASSA-PKCS1-v1_5 with SHA-256 (RFC 8017), as a JWT.

A library for this would be the largest dependency of all for one power modulo a number. Each signature is made once,
over a text of our own, on a machine that already holds the key; nobody can time it.
"""

from __future__ import annotations

import json
from base64 import b64decode, urlsafe_b64encode
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

_SHA256 = bytes.fromhex("3031300d060960864801650304020105000420")
"""What stands before the hash of a signed text: RFC 8017, section 9.2, note 1."""
_INTEGER, _OCTETS, _SEQUENCE = 0x02, 0x04, 0x30


@dataclass(frozen=True, slots=True)
class Key:
    """A private key: modulus and private exponent. It is never shown."""

    modulus: int = field(repr=False)
    exponent: int = field(repr=False)


def read_key(pem: str) -> Key:
    """A private key from PEM, as PKCS#8 (`BEGIN PRIVATE KEY`) or PKCS#1; raises ValueError when it is neither."""
    lines = [line.strip() for line in pem.strip().splitlines()]
    if len(lines) < 3 or not lines[0].startswith("-----BEGIN") or not lines[-1].startswith("-----END"):
        raise ValueError("no PEM")
    parts = _parts(b64decode("".join(lines[1:-1]), validate=True))
    octets = next((value for tag, value in parts if tag == _OCTETS), None)
    numbers = [int.from_bytes(v) for tag, v in (_parts(octets) if octets else parts) if tag == _INTEGER]
    if len(numbers) < 4 or numbers[1].bit_length() < 1024:
        raise ValueError("no RSA key")
    return Key(modulus=numbers[1], exponent=numbers[3])


def _parts(der: bytes) -> list[tuple[int, bytes]]:
    """Tag and value of everything in a DER sequence."""
    tag, inside, _ = _part(der, 0)
    if tag != _SEQUENCE:
        raise ValueError("no sequence")
    found, at = [], 0
    while at < len(inside):
        tag, value, at = _part(inside, at)
        found.append((tag, value))
    return found


def _part(der: bytes, at: int) -> tuple[int, bytes, int]:
    """Tag, value and end of what stands at `at`: https://www.itu.int/rec/T-REC-X.690"""
    if at + 2 > len(der):
        raise ValueError("cut short")
    tag, length, start = der[at], der[at + 1], at + 2
    if length & 0x80:
        size = length & 0x7F
        length, start = int.from_bytes(der[start : start + size]), start + size
    if start + length > len(der):
        raise ValueError("cut short")
    return tag, der[start : start + length], start + length


def sign(data: bytes, key: Key) -> bytes:
    """The signature of `data`."""
    size = (key.modulus.bit_length() + 7) // 8
    told = _SHA256 + sha256(data).digest()
    padded = b"\x00\x01" + b"\xff" * (size - len(told) - 3) + b"\x00" + told
    return pow(int.from_bytes(padded), key.exponent, key.modulus).to_bytes(size)


def signed_token(claims: Mapping[str, Any], key: Key) -> str:
    """A JSON Web Token (RFC 7519) of the claims."""
    head = {"alg": "RS256", "typ": "JWT"}
    text = ".".join(_encoded(json.dumps(part, separators=(",", ":")).encode()) for part in (head, claims))
    return f"{text}.{_encoded(sign(text.encode(), key))}"


def _encoded(data: bytes) -> str:
    return urlsafe_b64encode(data).rstrip(b"=").decode()
