"""Sharing in the demo: the region offers Hilversum to see its route; nobody agreed to it yet.

No view of a partij on the cooperation is made up: those the parties must say themselves.
"""

from datetime import date

from openlea.policy.rechten import Actor, LidRol
from openlea.services.offer_deling import Aanbod, offer_deling

WAAROM = (
    "Voorbeeld van delen: zo zie je naast je eigen acties wat de regio doet aan vervoer, "
    "huisvesting, jeugdhulp en overgangen."
)


def fill_samenwerking(werkruimte: int, adres: str, today: date) -> None:
    """Offer the routes of a werkruimte to the one at this address."""
    actor = Actor(werkruimte=werkruimte, rol=LidRol.AGENDABEHEERDER)
    offer_deling(actor, Aanbod(adres=adres, van=today, waarom=WAAROM), today)
