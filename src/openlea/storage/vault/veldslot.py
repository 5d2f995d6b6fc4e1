"""Encrypts single fields of the database, such as the secret of a sign-in service."""

import secrets
from base64 import urlsafe_b64decode, urlsafe_b64encode

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from openlea.core.errors import NotFound
from openlea.storage.vault.sleutelbos import VELD, key_of, opened_key

NONCE = 12


def seal(text: str, waarvoor: str) -> str:
    """Return a text encrypted (AES-256-GCM); it opens only for the same purpose."""
    nonce = secrets.token_bytes(NONCE)
    body = AESGCM(key_of(VELD)).encrypt(nonce, text.encode(), waarvoor.encode())
    return urlsafe_b64encode(nonce + body).decode()


def unseal(sealed: str, waarvoor: str) -> str:
    """Return the text again; NotFound when the key is another one or the text was changed."""
    found = urlsafe_b64decode(sealed.encode())
    try:
        body = AESGCM(opened_key(VELD)).decrypt(found[:NONCE], found[NONCE:], waarvoor.encode())
    except InvalidTag:
        raise NotFound("Dit is met een andere sleutel versleuteld, of gewijzigd.") from None
    return body.decode()
