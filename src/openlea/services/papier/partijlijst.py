"""What each partij took on, on paper: a chapter per partij with its agreements and actions."""

from collections.abc import Iterator
from datetime import date

from openlea.policy.schrijfwijze import day
from openlea.services.overleg.partijlijst import Actieregel, Afspraakregel, Partijdeel, Partijlijst
from openlea.services.papier.blokken import Alinea, Blok, Kop, Regel, Stuk, Tabel

NIETS = "Voor deze partij loopt er niets."
GEEN_DAG = "geen datum"


def compose_partijlijst(lijst: Partijlijst, werkruimte: str, op: date) -> Stuk:
    """Return the list as a document; `op` is the day on which it was taken out."""
    return Stuk(
        titel="Wie heeft wat op zich genomen",
        bovenkop=werkruimte,
        ondertitel=f"{lijst.titel}, {day(lijst.op)}",
        voetregel=f"Stand op {day(op)}",
        omslag=False,
        datum=day(lijst.op),
        werkruimte=werkruimte,
        blokken=tuple(blok for one in lijst.delen for blok in _deel(one)),
    )


def _deel(deel: Partijdeel) -> Iterator[Blok]:
    yield Kop(1, deel.partij)
    if deel.afspraken:
        yield Tabel(
            titel=f"Afspraken van {deel.partij}",
            koppen=("Afspraak", "Rol", "Uiterlijk", "Bevestigd", "Waar gemaakt"),
            regels=tuple(_agreement(one) for one in deel.afspraken),
            getallen_vanaf=5,
            breedtes=(5, 2, 3, 3, 2),
        )
    if deel.acties:
        yield Tabel(
            titel=f"Acties van {deel.partij}",
            koppen=("Actie", "Klaar op", "Stand", "Bijgewerkt"),
            regels=tuple(_action(one) for one in deel.acties),
            getallen_vanaf=4,
            breedtes=(6, 3, 3, 2),
        )
    if not (deel.afspraken or deel.acties):
        yield Alinea(NIETS, zacht=True)


def _agreement(one: Afspraakregel) -> Regel:
    voor = day(one.voor) if one.voor else GEEN_DAG
    return Regel(
        (
            one.wat,
            "trekt" if one.trekt else "doet mee",
            f"{voor} (te laat)" if one.te_laat else voor,
            one.bevestiging,
            "dit overleg" if one.hier else "eerder",
        )
    )


def _action(one: Actieregel) -> Regel:
    return Regel(
        (
            f"{one.code} {one.naam}",
            day(one.tot) if one.tot else GEEN_DAG,
            one.staat,
            "te lang geleden" if one.bijwerken else "op tijd",
        )
    )
