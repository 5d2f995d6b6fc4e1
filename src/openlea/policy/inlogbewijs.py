"""Whether what a sign-in service says is meant for us, now, and for this attempt.

The rules of OpenID Connect Core 1.0, section 3.1.3.7, each of them required here; the signature
is judged before, where the keys are.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from hmac import compare_digest
from math import isfinite

from openlea.core.inlogdienst import LONGEST_SUB, Weigering

SKEW = 60
"""How many seconds the clock of a service may differ from ours."""

Claims = Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Verwacht:
    """What an id_token has to say: from whom, for which client, in which attempt."""

    issuer: str
    client_id: str
    nonce: str


def judge_bewijs(claims: Claims, verwacht: Verwacht, now: float) -> Weigering | None:
    """Return why the claims of an id_token are refused, or None; `now` in seconds since 1970."""
    return (
        _judge_sender(claims, verwacht)
        or _judge_moment(claims, now)
        or _judge_nonce(claims.get("nonce"), verwacht.nonce)
        or judge_sub(claims.get("sub"))
    )


def judge_sub(sub: object) -> Weigering | None:
    """Return why a value can't be the key of an account, or None."""
    if sub is None:
        return Weigering.VELD_MIST
    if not isinstance(sub, str) or not sub.strip() or len(sub) > LONGEST_SUB:
        return Weigering.SUB
    return None if sub.isprintable() else Weigering.SUB


def judge_userinfo(found: Claims, sub: str) -> Weigering | None:
    """Return why what the service says beside the id_token is refused, or None."""
    return None if found.get("sub") == sub else Weigering.ANDERE_SUB


def _judge_sender(claims: Claims, verwacht: Verwacht) -> Weigering | None:
    if any(claims.get(name) is None for name in ("iss", "aud", "exp", "iat")):
        return Weigering.VELD_MIST
    if claims["iss"] != verwacht.issuer:
        return Weigering.BEWIJS_ISSUER
    aud = claims["aud"]
    meant = [aud] if isinstance(aud, str) else aud
    if not isinstance(meant, list) or verwacht.client_id not in meant:
        return Weigering.BEWIJS_AUDIENCE
    azp = claims.get("azp")
    if azp is None and len(meant) == 1:
        return None
    return None if azp == verwacht.client_id else Weigering.BEWIJS_AZP


def _judge_moment(claims: Claims, now: float) -> Weigering | None:
    exp, iat = _seconds(claims["exp"]), _seconds(claims["iat"])
    since = _seconds(claims.get("nbf", 0))
    if exp is None or iat is None or since is None:
        return Weigering.VELD_MIST
    if exp + SKEW <= now:
        return Weigering.VERLOPEN
    return Weigering.UIT_DE_TOEKOMST if max(iat, since) > now + SKEW else None


def _judge_nonce(said: object, expected: str) -> Weigering | None:
    if not isinstance(said, str) or not expected:
        return Weigering.NONCE
    is_same = compare_digest(said.encode("utf-8", "surrogatepass"), expected.encode())
    return None if is_same else Weigering.NONCE


def _seconds(value: object) -> float | None:
    """Return a moment in seconds, or None for what is no number."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    try:
        found = float(value)
    except OverflowError:
        return None
    return found if isfinite(found) else None
