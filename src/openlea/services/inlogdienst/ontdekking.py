"""Where a sign-in service may be asked what: its own description, kept for a few minutes."""

from dataclasses import asdict, dataclass
from hashlib import sha256

from django.core.cache import cache

from openlea.core.inlogdienst import Geweigerd, Weigering
from openlea.services.inlogdienst.vragen import ask_json, is_safe

PATH = "/.well-known/openid-configuration"
KEPT = 300
"""How many seconds the description and the keys of a service are kept."""
MISSED = 10
"""How many seconds a service that gave no good answer is left alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ontdekt:
    """The addresses of a service, each of them safe to ask. `userinfo` may be empty.

    `basic` says that the client shows its secret in a header; `noemt_zich` that the service puts
    its name in every answer (RFC 9207).
    """

    issuer: str
    authorize: str
    token: str
    jwks: str
    userinfo: str = ""
    basic: bool = True
    noemt_zich: bool = False


def discover(issuer: str, *, fresh: bool = False) -> Ontdekt:
    """Return the addresses of the service of an issuer; raises Geweigerd with the reason."""
    kept = None if fresh else known(issuer)
    if kept is not None:
        return kept
    # A service that is down would hold a process for seconds, each time that somebody tries.
    if not fresh and (missed := cache.get(f"{_key(issuer)}-mis")):
        raise Geweigerd(Weigering(missed))
    try:
        found = _checked(issuer, ask_json(issuer.rstrip("/") + PATH))
    except Geweigerd as refused:
        cache.set(f"{_key(issuer)}-mis", str(refused.reden), MISSED)
        raise
    cache.set(_key(issuer), asdict(found), KEPT)
    cache.delete(f"{_key(issuer)}-mis")
    return found


def known(issuer: str) -> Ontdekt | None:
    """Return the addresses when they were asked a short while ago; asks nothing itself."""
    kept = cache.get(_key(issuer))
    return Ontdekt(**kept) if kept else None


def _key(issuer: str) -> str:
    return f"inlogdienst-{sha256(issuer.encode()).hexdigest()}"


def _checked(issuer: str, said: dict[str, object]) -> Ontdekt:
    if said.get("issuer") != issuer:
        raise Geweigerd(Weigering.ANDERE_ISSUER)
    names = ("authorization_endpoint", "token_endpoint", "jwks_uri", "userinfo_endpoint")
    authorize, token, jwks, userinfo = (said.get(name) or "" for name in names)
    if not (authorize and token and jwks):
        raise Geweigerd(Weigering.ONTDEKKING_ONVOLLEDIG)
    if not all(is_safe(one) for one in (authorize, token, jwks, *([userinfo] if userinfo else []))):
        raise Geweigerd(Weigering.ONVEILIG_ADRES)
    ways = said.get("token_endpoint_auth_methods_supported")
    return Ontdekt(
        issuer=issuer,
        authorize=str(authorize),
        token=str(token),
        jwks=str(jwks),
        userinfo=str(userinfo),
        # Without a list the standard says: in a header (OpenID Connect Discovery 1.0, section 3).
        basic=not isinstance(ways, list) or "client_secret_basic" in ways,
        noemt_zich=said.get("authorization_response_iss_parameter_supported") is True,
    )
