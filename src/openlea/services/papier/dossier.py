"""The dossier of a meeting on paper: the agenda in one table, then everything known per item."""

from collections.abc import Callable, Iterator
from datetime import date

from openlea.core.notatie import euro
from openlea.policy.schrijfwijze import count, day, listing
from openlea.services.overleg.dossier import Dossier, Dossiercijfer, Dossierpunt, Dossierstuk
from openlea.services.papier.blokken import (
    Alinea,
    Blok,
    Kop,
    Lijst,
    Links,
    Regel,
    Stuk,
    Tabel,
    facts,
    paragraphs,
)
from openlea.services.papier.overlegkop import moment

Adres = Callable[[Dossierstuk], str]
"""Where a paper opens; '' when nobody can say, as on the command line."""
NIETS = "Bij dit punt is verder niets bekend."


def nowhere(_stuk: Dossierstuk) -> str:
    """Return no address."""
    return ""


def compose_dossier(dossier: Dossier, werkruimte: str, op: date, adres: Adres = nowhere) -> Stuk:
    """Return the dossier as a document; `op` is the day on which it was taken out."""
    return Stuk(
        titel=f"Dossier: {dossier.titel}",
        bovenkop=werkruimte,
        ondertitel=moment(dossier.op, dossier.van, dossier.tot, dossier.plek),
        voetregel=f"Stand op {day(op)}",
        omslag=False,
        datum=day(dossier.op),
        werkruimte=werkruimte,
        blokken=tuple(_blokken(dossier, adres)),
    )


def _blokken(dossier: Dossier, adres: Adres) -> Iterator[Blok]:
    yield from paragraphs(dossier.toelichting, zacht=True)
    if not dossier.punten:
        yield Alinea("Op deze agenda staat nog niets.", zacht=True)
        return
    yield Kop(1, "Agenda")
    yield _agenda(dossier)
    for punt in dossier.punten:
        yield Kop(1, f"{punt.plaats}. {punt.titel}")
        yield from _punt(punt, adres)


def _agenda(dossier: Dossier) -> Tabel:
    return Tabel(
        titel=f"De agenda, samen {count(dossier.minuten, 'minuut', 'minuten')}",
        koppen=("Punt", "Wat wordt gevraagd", "Wie", "Minuten"),
        regels=tuple(
            Regel((f"{one.plaats}. {one.titel}", one.soort.label, one.inbrenger, str(one.minuten)))
            for one in dossier.punten
        ),
        getallen_vanaf=3,
        breedtes=(5, 3, 3),
    )


def _punt(punt: Dossierpunt, adres: Adres) -> Iterator[Blok]:
    yield from facts((("Gevraagd", punt.soort.label), ("Ingebracht door", punt.inbrenger)))
    yield from paragraphs(punt.toelichting)
    if punt.is_leeg:
        yield Alinea(NIETS, zacht=True)
        return
    yield from _papers(punt, adres)
    yield from _figures(punt)
    yield from _agreed(punt)
    yield from _late(punt)
    yield from _law(punt)
    yield from _money(punt)
    yield from _before(punt)


def _papers(punt: Dossierpunt, adres: Adres) -> Iterator[Blok]:
    if punt.stukken:
        yield Kop(2, "Stukken")
        yield Links(tuple((one.titel, one.adres or adres(one)) for one in punt.stukken))


def _figures(punt: Dossierpunt) -> Iterator[Blok]:
    if not punt.cijfers:
        return
    yield Kop(2, "Cijfers")
    yield Tabel(
        titel=f"Cijfers bij {punt.titel}",
        koppen=("Wat", "Hier", "Meeste vergelijkbare gemeenten", "Peildatum"),
        regels=tuple(
            Regel((one.titel, one.getal, one.anderen or "niet te vergelijken", one.periode or "–"))
            for one in punt.cijfers
        ),
        getallen_vanaf=4,
        breedtes=(4, 3, 4, 3),
    )
    yield Alinea(f"Bron: {'; '.join(dict.fromkeys(_sources(punt.cijfers)))}.", zacht=True)


def _sources(cijfers: tuple[Dossiercijfer, ...]) -> Iterator[str]:
    for one in cijfers:
        if one.bron:
            yield one.bron


def _agreed(punt: Dossierpunt) -> Iterator[Blok]:
    if not punt.afspraken:
        return
    yield Kop(2, "Afspraken die lopen")
    yield Tabel(
        titel=f"Lopende afspraken bij {punt.titel}",
        koppen=("Afspraak", "Wie", "Uiterlijk", "Meetbaar"),
        regels=tuple(
            Regel(
                (
                    one.wat,
                    listing(one.partijen),
                    _due(one.voor, late=one.te_laat),
                    "ja" if one.meetbaar else "nog niet",
                )
            )
            for one in punt.afspraken
        ),
        getallen_vanaf=4,
        breedtes=(5, 3, 3, 2),
    )


def _due(voor: date | None, *, late: bool) -> str:
    if voor is None:
        return "geen datum"
    return f"{day(voor)} (te laat)" if late else day(voor)


def _late(punt: Dossierpunt) -> Iterator[Blok]:
    if not punt.acties:
        return
    yield Kop(2, "Acties die te lang niet zijn bijgewerkt")
    yield Tabel(
        titel=f"Late acties bij {punt.titel}",
        koppen=("Actie", "Wie", "Laatst bijgewerkt"),
        regels=tuple(
            Regel(
                (
                    f"{one.code} {one.naam}",
                    listing(one.trekkers) or "nog niemand",
                    day(one.bijgewerkt_op) if one.bijgewerkt_op else "nooit",
                )
            )
            for one in punt.acties
        ),
        getallen_vanaf=3,
        breedtes=(5, 3, 3),
    )


def _law(punt: Dossierpunt) -> Iterator[Blok]:
    if not punt.taken:
        return
    yield Kop(2, "Wat de wet dit jaar nog vraagt")
    yield Tabel(
        titel=f"Wettelijke taken bij {punt.titel}",
        koppen=("Taak", "Wie", "Grondslag", "Uiterlijk"),
        regels=tuple(
            Regel((one.titel, one.partij, one.grondslag, _due(one.uiterlijk, late=one.te_laat)))
            for one in punt.taken
        ),
        getallen_vanaf=4,
        breedtes=(5, 3, 3, 3),
    )


def _money(punt: Dossierpunt) -> Iterator[Blok]:
    if not punt.geld:
        return
    yield Kop(2, "Geld")
    for one in punt.geld:
        spent = "nog niet bijgehouden" if one.besteed is None else euro(one.besteed)
        yield from facts(
            (
                ("Speerpunt", f"{one.speerpunt} {one.naam}"),
                (f"Begroot in {one.jaar}", euro(one.begroot)),
                ("Besteed", spent),
            )
        )


def _before(punt: Dossierpunt) -> Iterator[Blok]:
    if not punt.eerder:
        return
    yield Kop(2, "Eerder besproken")
    for one in punt.eerder:
        yield Alinea(f"{one.titel}, {day(one.op)}")
        lines = (*(f"Besluit: {besluit}" for besluit in one.besluiten), *one.notities)
        if lines:
            yield Lijst(lines)
