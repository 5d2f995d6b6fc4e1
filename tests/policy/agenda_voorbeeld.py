"""A small agenda to try the rules of an agenda on, each part of it easy to change."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from openlea.core.agenda import (
    Actie,
    ActieStaat,
    Agenda,
    Ambitie,
    Betrokkene,
    Jaarwaarde,
    Rol,
    Speerpunt,
    Streefwaarde,
    Voortgang,
)
from openlea.core.netwerk import Netwerk

SINCE = date(2024, 1, 1)


def actie(
    code: str,
    trekker: str = "GEM",
    updates: tuple[date, ...] = (),
    staat: ActieStaat = ActieStaat.OP_SCHEMA,
) -> Actie:
    """Return an action that a partij leads, updated on these days; no partij for ''."""
    wie = (Betrokkene(partij=trekker, rol=Rol.TREKKER),) if trekker else ()
    said = tuple(Voortgang(op=op, door="Partner", staat=staat) for op in updates)
    return Actie(code=code, naam=f"Actie {code}", staat=staat, betrokkenen=wie, voortgang=said)


def speerpunt(code: str, *acties: Actie, trekker: str = "") -> Speerpunt:
    """Return a speerpunt of these actions."""
    return Speerpunt(code=code, naam=f"Speerpunt {code}", trekker=trekker, acties=acties)


def agenda(
    *punten: Speerpunt, streef: tuple[Streefwaarde, ...] = (), netwerk: Netwerk | None = None
) -> Agenda:
    """Return an agenda of 2024 through 2027 with these speerpunten."""
    return Agenda(
        titel="Educatieve agenda",
        van=2024,
        tot=2027,
        ambities=(Ambitie(code="1", naam="Een goede start", speerpunten=punten),),
        streefwaarden=streef,
        netwerk=netwerk or Netwerk(),
    )


def streefwaarde(code: str, bij: str, *jaren: Jaarwaarde) -> Streefwaarde:
    """Return a target of families with these years, and nothing else filled in."""
    return Streefwaarde(
        code=code, bij=bij, maat="gezinnen bereikt", eenheid="gezinnen", jaren=jaren
    )


def complete(code: str, bij: str) -> Streefwaarde:
    """Return a target that has all four: nulmeting, doel, year in the agenda and owner."""
    bare = streefwaarde(code, bij, Jaarwaarde(jaar=2025, doel=Decimal(40)))
    return replace(bare, nulmeting=Decimal(0), eigenaar="GEM")
