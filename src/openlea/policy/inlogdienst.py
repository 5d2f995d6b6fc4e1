"""What a sign-in service may be: its address, its domains, and whose account it may open."""

import re
from collections.abc import Mapping
from urllib.parse import urlsplit

from openlea.core.errors import Fout
from openlea.core.inlogdienst import Weigering

SLUG = re.compile(r"[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?")
DOMEIN = re.compile(r"([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}")
LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
LONGEST_ADDRESS = 2000


def is_safe_address(adres: object, *, loopback: bool) -> bool:
    """Return whether an address may be asked: https, or http to this machine where that may."""
    if not isinstance(adres, str) or len(adres) > LONGEST_ADDRESS or not adres.isprintable():
        return False
    try:
        parts = urlsplit(adres)
        host, _ = parts.hostname, parts.port
    except ValueError:
        return False
    if not host or parts.username is not None or parts.fragment or re.search(r"[\s;,'\"\\]", adres):
        return False
    is_near = loopback and parts.scheme == "http" and host in LOOPBACK
    return parts.scheme == "https" or is_near


def origin_of(adres: str) -> str:
    """Return the origin of a safe address: 'https://inloggen.voorbeeld.nl'."""
    parts = urlsplit(adres)
    return f"{parts.scheme}://{parts.netloc}"


def domains_of(text: str) -> tuple[str, ...]:
    """Return the domains in a text with commas or spaces, in small letters, each once."""
    found = (one.strip().lstrip("@").lower() for one in re.split(r"[,;\s]+", text))
    return tuple(dict.fromkeys(one for one in found if one))


def check_dienst(
    slug: str, naam: str, issuer: str, client_id: str, domeinen: str, *, loopback: bool
) -> tuple[Fout, ...]:
    """Return what is wrong with the words of a service, per field; empty when it can be."""
    fouten = []
    if not SLUG.fullmatch(slug):
        reden = "Gebruik alleen kleine letters, cijfers en streepjes (hoogstens 40)."
        fouten.append(Fout("", "slug", reden))
    if not naam.strip():
        fouten.append(Fout("", "naam", "Vul een naam in die mensen herkennen."))
    if not is_safe_address(issuer, loopback=loopback) or "?" in issuer:
        reden = "Vul het adres van de dienst in, beginnend met https://."
        fouten.append(Fout("", "issuer", reden))
    if not client_id.strip():
        fouten.append(Fout("", "client_id", "Vul het client-id in dat de dienst gaf."))
    wrong = [one for one in domains_of(domeinen) if not DOMEIN.fullmatch(one)]
    if wrong:
        fouten.append(Fout("", "domeinen", f"Dit is geen domein: {wrong[0]}"))
    if not domains_of(domeinen):
        reden = "Vul minstens één e-maildomein in, zoals schoolbestuur.nl."
        fouten.append(Fout("", "domeinen", reden))
    return tuple(fouten)


def judge_address(
    claims: Mapping[str, object], domeinen: str, *, is_taken: bool
) -> Weigering | None:
    """Return why a service may not speak for the e-mail address in its claims, or None.

    It speaks only for its own domains. An account that exists (`is_taken`) opens only when the
    service says that it confirmed the address; a new one also when it says nothing about that.
    """
    email = claims.get("email")
    if not isinstance(email, str) or email.count("@") != 1:
        return Weigering.GEEN_ADRES
    if email.rpartition("@")[2].strip().lower() not in domains_of(domeinen):
        return Weigering.ADRES_VAN_ELDERS
    confirmed = claims.get("email_verified")
    is_enough = confirmed is True or (confirmed is None and not is_taken)
    return None if is_enough else Weigering.ADRES_NIET_BEVESTIGD


def name_of(claims: Mapping[str, object], longest: int = 120) -> str:
    """Return the name on screen that the claims give; without one, what stands before the @."""
    parts = [claims.get("given_name"), claims.get("family_name")]
    whole = " ".join(part.strip() for part in parts if isinstance(part, str))
    for found in (claims.get("name"), whole, str(claims.get("email", "")).partition("@")[0]):
        clean = "".join(sign for sign in str(found or "") if sign.isprintable()).strip()
        if isinstance(found, str) and clean:
            return clean[:longest]
    return "Medewerker"
