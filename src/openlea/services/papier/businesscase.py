"""A business case on paper: the conclusion first, who pays and gains, and what lacks a source."""

from collections.abc import Iterator
from decimal import Decimal

from openlea.policy.businesscase import Aanname
from openlea.policy.schrijfwijze import number
from openlea.services.businesscase.uitkomst import Uitkomst, Zwaai, whole
from openlea.services.papier.blokken import (
    Alinea,
    Blok,
    Kop,
    Lijst,
    Regel,
    RegelSoort,
    Stuk,
    Tabel,
    in_parts,
    paragraphs,
)
from openlea.services.papier.tornado import draw_tornado

ONTBREEKT = "ontbreekt"
BIG = 100


def compose_businesscase(found: Uitkomst) -> Stuk:
    """Return the case as a document that begins at once with its conclusion."""
    case = found.case
    return Stuk(
        titel=case.titel,
        bovenkop="Business case",
        ondertitel=f"{case.eerste_jaar}-{case.laatste_jaar}",
        voetregel=f"{number(found.trekkingen)} trekkingen; bedragen in hele euro's",
        blokken=tuple(_blokken(found)),
        omslag=False,
    )


def _blokken(found: Uitkomst) -> Iterator[Blok]:
    yield Kop(1, "Conclusie")
    yield Alinea(found.conclusie)
    yield Alinea(found.wie)
    yield Alinea(found.gaten)
    yield _purses(found)
    yield from paragraphs(found.case.toelichting)
    yield Kop(1, "Wat het zwaarst weegt")
    yield from draw_tornado(found)
    yield _tornado(found)
    yield Kop(1, "Per jaar")
    yield from in_parts(_years(found))
    if found.case.niet_in_geld:
        yield Kop(1, "Wat geen geld is")
        yield Lijst(tuple(_told(one.wie, one.wat, one.effect.label, one.bron)
                          for one in found.case.niet_in_geld))  # fmt: skip
    yield Kop(1, "Aannamen")
    yield _assumptions(found)
    yield Alinea(
        "Het eerste jaar telt voluit, elk later jaar wordt met de rente teruggerekend. Aannamen "
        "trekken los van elkaar: dat twee dingen samen mee- of tegenzitten zit er niet in.",
        zacht=True,
    )


def _told(wie: str, wat: str, effect: str, bron: str) -> str:
    return f"{wie}: {wat} ({effect.lower()}). Bron: {bron or ONTBREEKT}."


def _purses(found: Uitkomst) -> Tabel:
    rows = [
        Regel(
            (
                one.kas.label,
                *(whole(amount) for amount in (one.eenmalig, one.structureel)),
                *(whole(one.waarde.bereik.laag), whole(one.waarde.midden)),
                whole(one.waarde.bereik.hoog),
            )
        )
        for one in found.kassen
    ]
    waarde = found.waarde
    total = (
        whole(sum(one.eenmalig for one in found.kassen)),
        whole(sum(one.structureel for one in found.kassen)),
        *(whole(end) for end in (waarde.bereik.laag, waarde.midden, waarde.bereik.hoog)),
    )
    rows.append(Regel(("Samen", *total), RegelSoort.TOTAAL))
    return Tabel(
        titel="Wie betaalt (min) en wie wint",
        koppen=("Budget", "Eenmalig", "Laatste jaar", "Waarde, laag", "Waarde, midden",
                "Waarde, hoog"),
        regels=tuple(rows),
        getallen_vanaf=1,
    )  # fmt: skip


def _tornado(found: Uitkomst) -> Tabel:
    return Tabel(
        titel="De waarde als één aanname verandert",
        koppen=("Aanname", "Laag", "Hoog", "Waarde bij laag", "Waarde bij hoog", "Omslagpunt"),
        regels=tuple(Regel(_swing(one)) for one in found.tornado),
        getallen_vanaf=1,
    )


def _swing(one: Zwaai) -> tuple[str, ...]:
    ends = (plain(one.aanname.laag), plain(one.aanname.hoog))
    turn = "geen" if one.omslag is None else plain(one.omslag)
    return (one.aanname.naam, *ends, whole(one.bij_laag), whole(one.bij_hoog), turn)


def _years(found: Uitkomst) -> Tabel:
    first = found.case.eerste_jaar
    rows = [
        Regel((one.kas.label, *(whole(amount) for amount in one.per_jaar))) for one in found.kassen
    ]
    sums = (sum(column) for column in zip(*(one.per_jaar for one in found.kassen), strict=True))
    rows.append(Regel(("Samen", *map(whole, sums)), RegelSoort.TOTAAL))
    return Tabel(
        titel="Euro's per jaar, niet teruggerekend",
        koppen=("Budget", *(str(first + n) for n in range(found.case.jaren))),
        regels=tuple(rows),
        getallen_vanaf=1,
    )


def _assumptions(found: Uitkomst) -> Tabel:
    return Tabel(
        titel="Elke aanname met bron en eigenaar",
        koppen=("Aanname", "Eenheid", "Bron", "Eigenaar", "Laag", "Midden", "Hoog"),
        regels=tuple(Regel(_assumption(one)) for one in found.case.aannamen),
        getallen_vanaf=4,
        breedtes=(3, 2, 3, 2),
    )


def _assumption(one: Aanname) -> tuple[str, ...]:
    said = (one.naam, one.eenheid, one.bron or ONTBREEKT, one.eigenaar or ONTBREEKT)
    return (*said, *(plain(value) for value in (one.laag, one.midden, one.hoog)))


def plain(value: float) -> str:
    """Return a number in Dutch: to whole ones from a hundred on, else to three figures behind."""
    return number(Decimal(str(round(value, 0 if abs(value) >= BIG else 3))))
