"""What every document about a meeting begins with: when, where, and who was asked."""

from collections.abc import Sequence
from datetime import date, time

from openlea.core.overleg import Aanwezigheid, Mandaat, Overlegrol
from openlea.policy.schrijfwijze import day
from openlea.services.overleg.vergadering_lezen import Aanwezige
from openlea.services.papier.blokken import Regel, Tabel


def moment(op: date, van: time | None, tot: time | None, plek: str) -> str:
    """Return '27 november 2026, 15.30-17.00 uur, Gemeentehuis'."""
    hours = "-".join(f"{one:%H.%M}" for one in (van, tot) if one)
    return ", ".join(filter(None, (day(op), f"{hours} uur" if hours else "", plek)))


def people_table(people: Sequence[Aanwezige]) -> Tabel:
    """Return who was asked as a table, with who was there."""
    return Tabel(
        titel="Wie waren er",
        koppen=("Partij", "Naam", "Rol", "Aanwezig"),
        regels=tuple(Regel(_person(one)) for one in people),
        getallen_vanaf=4,
        breedtes=(3, 3, 3, 2),
    )


def _person(one: Aanwezige) -> tuple[str, ...]:
    rol = one.rol.label if one.partij or one.rol is not Overlegrol.LID else "Gast"
    if one.mandaat is not Mandaat.MET:
        rol = f"{rol}. {one.mandaat.label}"
    there = "" if one.aanwezigheid is Aanwezigheid.ONBEKEND else one.aanwezigheid.label
    return (one.partij or "Gast", one.naam, rol, there or "nog niet bekend")
