"""The decisions of a meeting on paper: for everybody, or with what each partij thought."""

from collections.abc import Iterator
from datetime import date

from openlea.policy.schrijfwijze import count, day, listing
from openlea.services.overleg.verslag import Verslag, Verslagbesluit, Verslagpunt
from openlea.services.papier.blokken import Alinea, Blok, Kop, Regel, Stuk, Tabel
from openlea.services.papier.overlegkop import moment
from openlea.services.papier.verslag import decision

GEEN = "In dit overleg zijn geen besluiten genomen die in deze lijst horen."


def compose_besluitenlijst(verslag: Verslag, werkruimte: str, op: date, *, openbaar: bool) -> Stuk:
    """Return the list of decisions; the public one holds what `verslag` holds for the public."""
    amount = len(verslag.besluiten)
    return Stuk(
        titel=f"{'Openbare besluitenlijst' if openbaar else 'Besluitenlijst'}: {verslag.titel}",
        bovenkop=werkruimte,
        ondertitel=moment(verslag.op, verslag.van, verslag.tot, verslag.plek),
        voetregel=f"{count(amount, 'besluit', 'besluiten')}. Stand op {day(op)}",
        omslag=False,
        datum=day(verslag.op),
        werkruimte=werkruimte,
        blokken=tuple(_blokken(verslag, openbaar=openbaar)),
    )


def _blokken(verslag: Verslag, *, openbaar: bool) -> Iterator[Blok]:
    if not verslag.besluiten:
        yield Alinea(GEEN, zacht=True)
        return
    yield Kop(1, "Besluiten")
    yield Tabel(
        titel="De besluiten in het kort",
        koppen=("Nummer", "Punt", "Besluit", "Uitkomst", "Wie dacht wat"),
        regels=tuple(_row(punt, one) for punt, one in verslag.besluiten),
        getallen_vanaf=5,
        breedtes=(3, 3, 5, 3, 4),
    )
    if openbaar:
        return
    for punt, one in verslag.besluiten:
        yield Kop(1, f"Besluit {one.kenmerk}: {punt.titel}")
        yield from decision(one)


def _row(punt: Verslagpunt, one: Verslagbesluit) -> Regel:
    return Regel((one.kenmerk, punt.titel, one.tekst, one.uitkomst.label, told(one)))


def told(besluit: Verslagbesluit) -> str:
    """Return who thought what in one line: 'Eens: A en B. Voorbehoud: C'."""
    parts: dict[str, list[str]] = {}
    for one in besluit.posities:
        parts.setdefault(one.standpunt.label, []).append(one.partij)
    return ". ".join(f"{label}: {listing(who)}" for label, who in parts.items())
