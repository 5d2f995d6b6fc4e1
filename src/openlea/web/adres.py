"""From which address a request comes, as far as this site can know."""

from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

from django.conf import settings
from django.http import HttpRequest

HOUSE = 64
"""How many bits of an IPv6 address tell one asker from another."""


def address_of(request: HttpRequest) -> str:
    """Return the address that asks; behind a proxy the one that the nearest proxy saw.

    Only a site behind https stands behind a proxy that writes X-Forwarded-For; what a visitor
    writes in it stands before what the proxy adds, so only the last part counts.
    """
    passed = request.headers.get("X-Forwarded-For", "") if settings.HTTPS else ""
    return _asker(passed.rpartition(",")[2].strip() or str(request.META.get("REMOTE_ADDR", "")))


def _asker(said: str) -> str:
    """Return an address without the port that some proxies add; of IPv6 the network of one house.

    One asker has 2 to the power 64 addresses there (RFC 6177), so counting each would count none.
    """
    found = _parsed(said) or _parsed(said.rpartition(":")[0].strip("[]"))
    if found is None:
        return said
    inner = found.ipv4_mapped if isinstance(found, IPv6Address) else found
    return str(inner) if inner else str(ip_network((int(found), HOUSE), strict=False))


def _parsed(said: str) -> IPv4Address | IPv6Address | None:
    try:
        return ip_address(said.strip("[]").partition("%")[0])
    except ValueError:
        return None
