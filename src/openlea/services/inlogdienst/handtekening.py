"""Whether a proof was signed by the service itself: its public keys, and two ways of signing."""

import json
from hashlib import sha256

import jwt
from django.core.cache import cache

from openlea.core.inlogdienst import Geweigerd, Weigering
from openlea.services.inlogdienst.ontdekking import KEPT
from openlea.services.inlogdienst.vragen import as_object, ask_json

WAYS = {"RS256": "RSA", "ES256": "EC"}
"""The ways of signing that are taken, and the kind of key of each; a shared secret is none."""
LONGEST = 32 * 1024
MOST_KEYS = 20
SMALLEST_RSA = 2048
Jwk = dict[str, object]


def opened(bewijs: object, jwks: str) -> dict[str, object]:
    """Return the claims of an id_token whose signature holds; raises Geweigerd.

    `jwks` is the address of the public keys. When none of the kept ones fits, they are asked once
    more: the service may have new ones.
    """
    if not isinstance(bewijs, str) or not bewijs:
        raise Geweigerd(Weigering.GEEN_BEWIJS)
    if len(bewijs) > LONGEST:
        raise Geweigerd(Weigering.TE_GROOT)
    way, kid = _header(bewijs)
    kept = cache.get(_key(jwks))
    if kept is not None:
        payload = _verified(bewijs, way, kid, kept)
        if payload is not None:
            return as_object(payload)
    payload = _verified(bewijs, way, kid, _asked(jwks))
    if payload is None:
        raise Geweigerd(Weigering.HANDTEKENING)
    return as_object(payload)


def ask_keys(jwks: str) -> int:
    """Return how many keys a service has that can be used; raises Geweigerd when none."""
    return len(_asked(jwks))


def _header(bewijs: str) -> tuple[str, str | None]:
    """Return how a token says that it is signed, and with which key if it says so."""
    try:
        header = jwt.get_unverified_header(bewijs)
    except (jwt.PyJWTError, ValueError, RecursionError):
        raise Geweigerd(Weigering.BEWIJS_ONLEESBAAR) from None
    way, kid = header.get("alg"), header.get("kid")
    if way not in WAYS or "crit" in header:
        raise Geweigerd(Weigering.ALGORITME)
    return str(way), None if kid is None else str(kid)


def _asked(jwks: str) -> list[Jwk]:
    """Return the keys of a service that may sign, fetched now and kept for a while."""
    said = ask_json(jwks).get("keys")
    every = said[:MOST_KEYS] if isinstance(said, list) else []
    keys = [one for one in every if isinstance(one, dict) and _may_sign(one)]
    if not keys:
        raise Geweigerd(Weigering.GEEN_SLEUTELS)
    cache.set(_key(jwks), keys, KEPT)
    return keys


def _may_sign(key: Jwk) -> bool:
    is_known = key.get("kty") == "RSA" or (key.get("kty"), key.get("crv")) == ("EC", "P-256")
    return is_known and key.get("use", "sig") == "sig" and key.get("alg", "RS256") in WAYS


def _verified(bewijs: str, way: str, kid: str | None, keys: list[Jwk]) -> bytes | None:
    """Return what was signed, if one of the keys signed it."""
    for key in keys:
        fits = key.get("kty") == WAYS[way] and key.get("alg", way) == way
        if not fits or (kid is not None and key.get("kid") != kid):
            continue
        try:
            return _signed_with(bewijs, way, key)
        except (jwt.PyJWTError, ValueError, TypeError):
            continue
    return None


def _signed_with(bewijs: str, way: str, key: Jwk) -> bytes:
    algorithm = jwt.get_algorithm_by_name(way)
    public = algorithm.from_jwk(json.dumps({**key, "alg": way}))
    if way == "RS256" and getattr(public, "key_size", 0) < SMALLEST_RSA:
        raise ValueError("this key is too short to trust")
    payload: bytes = jwt.PyJWS(algorithms=[way]).decode(bewijs, public, algorithms=[way])
    return payload


def _key(jwks: str) -> str:
    return f"inlogsleutels-{sha256(jwks.encode()).hexdigest()}"
