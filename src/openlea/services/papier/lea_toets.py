"""The LEA check on paper: per consultation which topics were covered, shown by what, with goals."""

from collections.abc import Iterator
from datetime import date

from openlea.policy.lea_toets import Bespreking, LeaStap, Onderwerpstand
from openlea.policy.schrijfwijze import day, listing
from openlea.services.describe_lea_toets import Leatoets, Overlegbeeld
from openlea.services.papier.blokken import Alinea, Blok, Kop, Lijst, Regel, Stuk, Tabel

KOPPEN = ("Onderwerp", "Besproken", "Meetbaar doel", "Ontbreekt")


def compose_lea_toets(toets: Leatoets, gemeente: str, op: date) -> Stuk:
    """Return the check of a year as a document; `op` is the day on which it was taken out."""
    telling = toets.telling
    return Stuk(
        titel=f"Het overleg van {toets.jaar}",
        bovenkop=gemeente,
        ondertitel=(
            f"{telling.besproken} van {telling.totaal} onderwerpen besproken, "
            f"{telling.meetbaar} met een meetbaar doel"
        ),
        voetregel=f"Stand op {day(op)}",
        blokken=tuple(blok for one in toets.overleggen for blok in _overleg(one)),
    )


def told(one: Bespreking) -> str:
    """Return one consultation in words: its day, and what shows it."""
    return f"{day(one.op)} ({one.titel})" if one.op else f"dag onbekend ({one.titel})"


def _overleg(one: Overlegbeeld) -> Iterator[Blok]:
    yield Kop(1, one.titel)
    yield Alinea("; ".join(one.grondslagen), zacht=True)
    regels = tuple(_regel(each.stand) for each in one.onderwerpen)
    yield Tabel(f"Onderwerpen: {one.titel}", KOPPEN, regels, len(KOPPEN), (3, 3, 3, 3))
    steps = [
        f"{each.stand.onderwerp.titel}: {each.stand.stap.label}"
        for each in one.onderwerpen
        if each.stand.stap is not LeaStap.KLAAR
    ]
    if steps:
        yield Kop(2, "Volgende stap per onderwerp")
        yield Lijst(tuple(steps))
    if doubts := [stand.zin for stand in one.controlestanden if not stand.is_sure]:
        yield Kop(2, "Niet zeker")
        yield Lijst(tuple(dict.fromkeys(doubts)))


def _regel(stand: Onderwerpstand) -> Regel:
    measured = [f"{doel.code} {doel.maat}" for doel in stand.doelen if doel.is_meetbaar]
    cells = (
        stand.onderwerp.titel,
        listing([told(one) for one in stand.besproken]) or "nog niet",
        listing(measured) or "geen",
        stand.ontbreekt or "niets",
    )
    return Regel(cells)
