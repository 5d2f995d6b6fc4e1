"""Limits on trying: how often something may go wrong before one has to wait."""

from dataclasses import dataclass
from unicodedata import normalize

from django.http import HttpRequest

from openlea.services.count_try import count_try
from openlea.services.return_try import return_try
from openlea.web.adres import address_of

KWARTIER, UUR = 900, 3600
TE_VAAK = "Dit is te vaak geprobeerd. Wacht een kwartier en probeer het dan weer."


@dataclass(frozen=True, slots=True)
class Grens:
    """What is counted, how many may go wrong, and in how many seconds."""

    sleutel: str
    meest: int
    seconden: int = KWARTIER


def sign_in_limits(request: HttpRequest, email: str) -> tuple[Grens, ...]:
    """Return the limits on a password: per account, known or not, and per address."""
    return (
        Grens(f"wachtwoord {_same(email)}", 10),
        Grens(f"wachtwoord van {address_of(request)}", 100),
    )


def code_limits(persoon: int) -> tuple[Grens, ...]:
    """Return the limits on codes of a second step: a million codes are soon tried."""
    return (Grens(f"code {persoon}", 8), Grens(f"code dag {persoon}", 40, 24 * UUR))


def mail_limits(request: HttpRequest, email: str) -> tuple[Grens, ...]:
    """Return the limits on mails with a link to a new password."""
    return (
        Grens(f"wachtwoordmail {_same(email)}", 3, UUR),
        Grens(f"wachtwoordmail van {address_of(request)}", 30, UUR),
    )


def _same(email: str) -> str:
    """Return one form for all ways to write an address that a database takes for the same."""
    return normalize("NFKC", email.strip()).casefold()


def too_often(grenzen: tuple[Grens, ...]) -> bool:
    """Count one try at each limit and return whether it is one too many."""
    counted = [count_try(one.sleutel, one.seconden) > one.meest for one in grenzen]
    return any(counted)


def was_right(grenzen: tuple[Grens, ...]) -> None:
    """Take the try back: only what was wrong counts."""
    for one in grenzen:
        return_try(one.sleutel)
