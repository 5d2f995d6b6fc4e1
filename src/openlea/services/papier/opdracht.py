"""An assignment on paper with what came back on it, and one proposal as it lies on the table."""

from collections.abc import Iterator
from datetime import date

from openlea.policy.opdrachtvorm import DELEN
from openlea.policy.schrijfwijze import day
from openlea.services.opdracht.beelden import Opdrachtbeeld, Voorstelbeeld
from openlea.services.papier.blokken import Alinea, Blok, Kop, Lijst, Stuk, facts, paragraphs
from openlea.storage.records.models import Voorstel

LEEG = "Nog niet ingevuld."


def compose_opdracht(beeld: Opdrachtbeeld, gemeente: str, op: date) -> Stuk:
    """Return an assignment as a document; `op` is the day on which it was taken out."""
    record = beeld.record
    return Stuk(
        titel=record.titel,
        bovenkop=f"Bestuursopdracht, {gemeente}",
        ondertitel=f"{record.opdrachtgever.naam} aan {record.werkgroep.naam}",
        voetregel=f"Stand op {day(op)}",
        blokken=tuple(_blokken(beeld)),
    )


def compose_voorstel(record: Voorstel, gemeente: str, op: date) -> Stuk:
    """Return a proposal as the paper that lies on the table: what is asked, then the text."""
    opdracht = record.opdracht
    return Stuk(
        titel=record.titel,
        bovenkop=f"Voorstel aan {opdracht.opdrachtgever.naam}, {gemeente}",
        ondertitel=f"{opdracht.werkgroep.naam}, over de opdracht '{opdracht.titel}'",
        voetregel=f"Zoals ingediend, op de agenda gezet op {day(op)}",
        blokken=(
            Kop(1, "Gevraagd besluit"),
            *paragraphs(record.gevraagd),
            Kop(1, "Het voorstel"),
            *paragraphs(record.tekst),
        ),
    )


def _blokken(beeld: Opdrachtbeeld) -> Iterator[Blok]:
    record = beeld.record
    yield Kop(1, "De opdracht")
    meeting = beeld.punt.vergadering if beeld.punt else None
    asked = f"{meeting.titel}, {day(meeting.op)}" if meeting else ""
    yield from facts(
        (
            ("Opdrachtgever", record.opdrachtgever.naam),
            ("Werkgroep", record.werkgroep.naam),
            ("Stand", beeld.staat.label),
            ("Voorstel uiterlijk", day(record.voor) if record.voor else ""),
            ("Speerpunt", str(record.speerpunt or "")),
            ("Gevraagd in", asked),
            ("Reden", record.reden),
        )
    )
    for deel in DELEN:
        yield Kop(2, deel.naam)
        yield from paragraphs(getattr(record, deel.veld)) or [Alinea(LEEG, zacht=True)]
    if beeld.voorstellen:
        yield Kop(1, "Voorstellen")
        for one in beeld.voorstellen:
            yield from _voorstel(one)


def _voorstel(one: Voorstelbeeld) -> Iterator[Blok]:
    record = one.record
    yield Kop(2, record.titel)
    yield from facts(
        (
            ("Stand", record.get_staat_display()),
            ("Gevraagd besluit", record.gevraagd),
            ("Reden", record.reden),
            ("Stuk", (record.document.adres or record.document.titel) if record.document else ""),
        )
    )
    yield from paragraphs(record.tekst)
    if one.besluiten:
        yield Alinea("Het overleg besloot:")
        yield Lijst(tuple(f"{b.tekst} ({day(b.op)}, besluit {b.nummer})" for b in one.besluiten))
