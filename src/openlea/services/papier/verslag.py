"""The minutes of a meeting on paper: presence, and per item lines, decisions and agreements."""

from collections.abc import Iterator
from datetime import date

from openlea.core.overleg import PuntStaat, VerslagStaat
from openlea.policy.schrijfwijze import day, listing
from openlea.services.overleg.verslag import Verslag, Verslagafspraak, Verslagbesluit, Verslagpunt
from openlea.services.papier.blokken import (
    Alinea,
    Blok,
    Feiten,
    Kop,
    Lijst,
    Regel,
    Stuk,
    Tabel,
    facts,
    paragraphs,
)
from openlea.services.papier.overlegkop import moment, people_table


def compose_verslag(verslag: Verslag, werkruimte: str, op: date) -> Stuk:
    """Return the minutes as a document; `op` is the day on which it was taken out."""
    settled = verslag.verslag_staat is VerslagStaat.VASTGESTELD
    return Stuk(
        titel=f"{'Verslag' if settled else 'Conceptverslag'}: {verslag.titel}",
        bovenkop=werkruimte,
        ondertitel=moment(verslag.op, verslag.van, verslag.tot, verslag.plek),
        voetregel=_stand(verslag, op),
        omslag=False,
        datum=day(verslag.op),
        werkruimte=werkruimte,
        blokken=tuple(_blokken(verslag)),
    )


def _stand(verslag: Verslag, op: date) -> str:
    if verslag.verslag_op:
        return f"Vastgesteld op {day(verslag.verslag_op)}"
    return f"Nog niet vastgesteld. Stand op {day(op)}"


def _blokken(verslag: Verslag) -> Iterator[Blok]:
    yield from paragraphs(verslag.toelichting, zacht=True)
    if verslag.aanwezigen:
        yield Kop(1, "Aanwezig")
        yield people_table(verslag.aanwezigen)
    for punt in verslag.punten:
        yield Kop(1, f"{punt.plaats}. {punt.titel}")
        yield from _punt(punt)


def _punt(punt: Verslagpunt) -> Iterator[Blok]:
    if punt.staat is not PuntStaat.BEHANDELD:
        yield Alinea(f"{punt.verder or punt.staat.label}.", zacht=True)
    for text in punt.notities:
        yield from paragraphs(text)
    for besluit in punt.besluiten:
        yield Kop(2, f"Besluit {besluit.kenmerk}")
        yield from decision(besluit)
    if punt.afspraken:
        yield Kop(2, "Afspraken")
        for afspraak in punt.afspraken:
            yield from _agreed(afspraak)
    if punt.opdrachten:
        yield Kop(2, "Opdrachten aan een werkgroep")
        yield Lijst(punt.opdrachten)


def decision(besluit: Verslagbesluit) -> Iterator[Blok]:
    """Yield a decision: its words, how it ended, what each partij thought, and a dispute."""
    yield Alinea(besluit.tekst)
    yield from paragraphs(besluit.toelichting, zacht=True)
    yield from facts((("Uitkomst", besluit.uitkomst.label),))
    if besluit.posities:
        yield positions(besluit)
    if besluit.geschil:
        yield Lijst(tuple(_step(one.stap, one.op, one.voor) for one in besluit.geschil))


def _step(stap: str, op: date, voor: date | None) -> str:
    return f"{day(op)}: {stap}" + (f", uiterlijk {day(voor)}" if voor else "")


def positions(besluit: Verslagbesluit) -> Tabel:
    """Return what each partij thought of a decision, as a table."""
    return Tabel(
        titel=f"Standpunten bij besluit {besluit.kenmerk}",
        koppen=("Partij", "Standpunt", "Toelichting"),
        regels=tuple(
            Regel((one.partij, one.standpunt.label, one.toelichting)) for one in besluit.posities
        ),
        getallen_vanaf=3,
        breedtes=(3, 2, 4),
    )


def _agreed(one: Verslagafspraak) -> Iterator[Feiten]:
    meting = f"{one.maat}: {one.meting}" if one.maat and one.meting else one.maat
    yield from facts(
        (
            ("Wat", one.wat),
            ("Wie", listing(one.partijen)),
            ("Uiterlijk", day(one.voor) if one.voor else "geen datum"),
            ("Gemeten aan", meting or "nog niet meetbaar"),
            ("Stand", one.instemming.label),
        )
    )
