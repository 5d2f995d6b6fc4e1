"""Which addresses may be asked: those of the source's card, and the mirror that stands for one."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import SplitResult, urljoin, urlsplit, urlunsplit

_NAME = re.compile(r"[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z]{2,}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Adressen:
    """The hosts that a source declared, and for each the mirror that answers instead, if any.

    `hosts` are as in an address, with the port if there is one. `spiegels` maps a host to the
    start of an address: 'opendata.cbs.nl' to 'http://spiegel.intern/cbs'.
    """

    hosts: frozenset[str]
    secure: bool
    spiegels: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, adres: str, extra: str, spiegels: Mapping[str, str]) -> "Adressen":
        """Return the addresses of a card: its own host, and others parted by spaces."""
        parts = urlsplit(adres.lower())
        hosts = frozenset({parts.netloc, *extra.lower().split()})
        mirrors = {host.lower(): to for host, to in spiegels.items()}
        return cls(hosts=hosts, secure=parts.scheme == "https", spiegels=mirrors)

    def allows(self, adres: str) -> bool:
        """Say whether an address is declared, or lies on the same site over https.

        What a publisher sends (a link to the next page, a new address) is never followed
        elsewhere: not to another site, not to a machine inside the own network.
        """
        parts = _split(adres.lower())
        if parts.scheme not in {"http", "https"} or (self.secure and parts.scheme == "http"):
            return False
        if parts.netloc in self.hosts:
            return True
        site = _site(parts.netloc)
        return parts.scheme == "https" and bool(site) and site in map(_site, self.hosts)

    def wire(self, adres: str) -> str:
        """Return the address that is really asked: the mirror's, or the same."""
        mirror = self.mirror_of(adres)
        if not mirror:
            return adres
        base, parts = urlsplit(mirror), urlsplit(adres)
        path = base.path.rstrip("/") + parts.path
        return urlunsplit((base.scheme, base.netloc, path, parts.query, ""))

    def published(self, adres: str) -> str:
        """Return the publisher's address of a link in an answer: not the mirror's, over https.

        The v3 answers of CBS may name the next page with http where https was asked.
        """
        parts = _split(adres)
        for host, mirror in self.spiegels.items():
            base = urlsplit(mirror)
            start = base.path.rstrip("/")
            if parts.netloc == base.netloc and parts.path.startswith(f"{start}/"):
                path = parts.path.removeprefix(start)
                return urlunsplit(("https", host, path, parts.query, ""))
        if self.secure and parts.scheme == "http" and parts.netloc.lower() in self.hosts:
            return urlunsplit(parts._replace(scheme="https"))
        return adres

    def beside(self, adres: str, link: str) -> str:
        """Return the publisher's address of a link in an answer; a broken link stays as it is."""
        try:
            return self.published(urljoin(self.wire(adres), link))
        except ValueError:
            return link

    def mirror_of(self, adres: str) -> str:
        """Return the mirror that answers for an address, or ''."""
        return self.spiegels.get(urlsplit(adres.lower()).netloc, "")


def _split(adres: str) -> SplitResult:
    """Return the parts of an address; all empty when it is none."""
    try:
        return urlsplit(adres)
    except ValueError:
        return SplitResult("", "", "", "", "")


def _site(host: str) -> str:
    """Return the last two names of a host; '' for a number, a port or a name without a dot."""
    return ".".join(host.split(".")[-2:]) if _NAME.fullmatch(host) else ""
