"""The register of processing as a document or a workbook."""

from collections.abc import Sequence
from datetime import date

from openlea.core.verwerking import Verwerking
from openlea.services.papier.blokken import Alinea, Blok, Feiten, Kop, Lijst, Regel, Stuk, Tabel

TITEL = "Register van verwerkingen"
INLEIDING = (
    "Dit register is gemaakt uit wat Open LEA weet van de gegevens die het bewaart "
    "(AVG artikel 30, eerste lid). De verwerkingsverantwoordelijke stelt het vast en vult aan wat "
    "buiten Open LEA gebeurt."
)
INVULLEN = (
    "Naam en contactgegevens van de verwerkingsverantwoordelijke",
    "Naam en contactgegevens van de functionaris gegevensbescherming",
    "Verwerkers, zoals wie de server beheert, en de overeenkomst met hen",
    "Doorgifte buiten de Europese Economische Ruimte",
)
KOPPEN = ("Verwerking", "Doel", "Grondslag", "Betrokkenen", "Gegevens", "Ontvangers", "Bewaren")


def register_stuk(werkruimte: str, rows: Sequence[Verwerking], op: date) -> Stuk:
    """Return the register of a werkruimte as a document, with blanks where a person must answer."""
    blokken: list[Blok] = [Alinea(INLEIDING), Kop(1, "Door de gemeente in te vullen")]
    blokken.append(Feiten(tuple((one, "………") for one in INVULLEN)))
    for one in rows:
        blokken.extend(_entry(one))
    return _stuk(TITEL, werkruimte, op, blokken)


def register_tabel(werkruimte: str, rows: Sequence[Verwerking], op: date) -> Stuk:
    """Return the register as one table, for a workbook."""
    lines = tuple(Regel(_cells(one)) for one in rows)
    tabel = Tabel(TITEL, (*KOPPEN, "Maatregelen", "Niet nagekeken"), lines, 9)
    return _stuk(TITEL, werkruimte, op, [tabel])


def _entry(one: Verwerking) -> list[Blok]:
    found: list[Blok] = [
        Kop(1, one.titel),
        Feiten(tuple(zip(KOPPEN[1:], _cells(one)[1:7], strict=True))),
    ]
    found += [Kop(2, "Maatregelen"), Lijst(one.maatregelen)]
    if one.onbevestigd:
        found += [Kop(2, "Nog niet nagekeken"), Lijst(one.onbevestigd)]
    return found


def _cells(one: Verwerking) -> tuple[str, ...]:
    lists = (one.betrokkenen, one.gegevens, one.ontvangers)
    joined = tuple("; ".join(part) for part in lists)
    rest = (one.bewaren, "; ".join(one.maatregelen), " ".join(one.onbevestigd))
    return (one.titel, one.doel, f"{one.grondslag} ({one.bron})", *joined, *rest)


def _stuk(titel: str, werkruimte: str, op: date, blokken: Sequence[Blok]) -> Stuk:
    day = f"{op:%d-%m-%Y}"
    return Stuk(
        titel=titel,
        bovenkop=werkruimte,
        ondertitel=f"Stand van {day}",
        voetregel=f"{titel} {werkruimte}, {day}",
        blokken=tuple(blokken),
        omslag=False,
        datum=day,
        werkruimte=werkruimte,
    )
