"""A report of leerplicht on paper: its parts with their figures, as law and raad expect them."""

from collections.abc import Iterator
from datetime import date

from openlea.policy.schrijfwijze import day
from openlea.services.describe_leerplichtverslag import Verslagbeeld, Verslagtabel
from openlea.services.papier.blokken import (
    Alinea,
    Blok,
    Kop,
    Lijst,
    Regel,
    RegelSoort,
    Stuk,
    Tabel,
    paragraphs,
)

NOG_LEEG = "Hier is nog niets geschreven."
AFSCHERMING = (
    "Aantallen van een tot en met vier staan hier niet, en ook niet wat ze zou verraden. "
    "Dan staat er een bereik, 'minder dan 5' of 'niet bekend'."
)


def compose_leerplichtverslag(beeld: Verslagbeeld, op: date) -> Stuk:
    """Return the report as a document; `op` is the day on which it was taken out."""
    return Stuk(
        titel=f"{beeld.soort.label} {beeld.schooljaar}",
        bovenkop=beeld.gemeente,
        ondertitel=_state(beeld),
        voetregel=f"{beeld.soort.label} {beeld.schooljaar}, stand op {day(op)}",
        blokken=tuple(_blokken(beeld)),
        datum=day(op),
        werkruimte=beeld.gemeente,
    )


def compose_opgave(beeld: Verslagbeeld, op: date) -> Stuk:
    """Return the figures alone, as the yearly opgave of verzuim asks them (article 25, second)."""
    newest = tuple(_newest(one) for one in beeld.tabellen)
    return Stuk(
        titel=f"Opgave verzuim {beeld.schooljaar}",
        bovenkop=beeld.gemeente,
        ondertitel="Leerplichtwet artikel 25, tweede lid",
        voetregel=f"Stand op {day(op)}",
        blokken=(
            Kop(1, "Aantallen"),
            *newest,
            Kop(1, "Let op"),
            Lijst((AFSCHERMING, NIET_DE_VORM)),
        ),
        omslag=False,
        datum=day(op),
        werkruimte=beeld.gemeente,
    )


NIET_DE_VORM = (
    "De vorm waarin de minister de opgave vraagt, is niet nagekeken: neem de getallen over in de "
    "uitvraag."
)


def _state(beeld: Verslagbeeld) -> str:
    if beeld.vastgesteld_op:
        return f"Vastgesteld op {day(beeld.vastgesteld_op)}"
    left = len(beeld.ontbreekt)
    return "Concept" + (f": nog {left} verplichte delen te schrijven" if left > 1 else "")


def _blokken(beeld: Verslagbeeld) -> Iterator[Blok]:
    for deel in beeld.delen:
        yield Kop(1, deel.titel)
        text = beeld.blokken.get(deel.naam, "")
        yield from paragraphs(text) or [Alinea(NOG_LEEG, zacht=True)]
        if not text:
            yield Lijst(deel.vragen)
        for tabel in beeld.tables_of(deel):
            yield Kop(2, tabel.titel)
            yield _table(tabel)
            if tabel.noot:
                yield Alinea(tabel.noot, zacht=True)
    yield Kop(1, "Verantwoording van de cijfers")
    yield Alinea(_origin(beeld))
    yield Lijst((AFSCHERMING, *beeld.let_op))


def _origin(beeld: Verslagbeeld) -> str:
    if not beeld.peildatum:
        return "Over dit schooljaar is niets geteld."
    if beeld.soort.value == "effect":
        return f"Bron: de streefcijfers van het regionaal programma, {beeld.peildatum}."
    peil = day(date.fromisoformat(beeld.peildatum))
    return f"Bron: registratie van leerplicht en Doorstroompunt, geteld tot en met {peil}."


def _table(tabel: Verslagtabel) -> Tabel:
    rows = tuple(
        Regel(row, RegelSoort.TOTAAL if row[0].endswith("amen") else RegelSoort.GEWOON)
        for row in tabel.rijen
    )
    return Tabel(tabel.titel, tabel.koppen, rows, 1, (3,))


def _newest(tabel: Verslagtabel) -> Tabel:
    rows = tuple(Regel((row[0], row[-1])) for row in tabel.rijen)
    return Tabel(tabel.titel, (tabel.koppen[0], tabel.koppen[-1]), rows, 1, (3,))
