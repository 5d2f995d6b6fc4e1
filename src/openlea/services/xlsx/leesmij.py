"""The sheet that says how the workbook is filled in, made from the declaration of the sheets."""

from openpyxl.worksheet.worksheet import Worksheet

from openlea.services.xlsx import opmaak
from openlea.services.xlsx.bladen import AGENDA, BLADEN, LEESMIJ
from openlea.services.xlsx.cel_schrijven import cell_at, write_words
from openlea.services.xlsx.kolom import Blad, Kolom

REGELS = (
    "Dit werkboek bevat een hele agenda. Elk blad is een lijst: één rij is één ding.",
    "Begin met de bladen Agenda en Partijen. Daarna Ambities, Speerpunten en Acties.",
    "Andere bladen verwijzen naar een code, zoals 1A1. Die code moet dus ergens staan.",
    "Een ster achter de kop betekent: altijd invullen. De rest mag leeg blijven.",
    "Laat de koppen en de namen van de bladen staan. Laat bladen die je niet gebruikt leeg.",
    "Een datum schrijf je als 03-03-2025 of 3 maart 2025. Een bedrag is in euro's: 1.234,50.",
    "Leeg bij een bedrag betekent: niet bekend. Dat is iets anders dan 0.",
    "Zet geen formules neer, maar waarden. Voeg geen cellen samen en verberg niets.",
    "Een rij die begint met 'Voorbeeld:' wordt niet gelezen. Je mag hem weghalen.",
    "Eigen bladen mag je toevoegen. Ze worden niet gelezen.",
    "Klopt er iets niet bij het inlezen? Dan zie je blad, cel en reden, en verandert er niets.",
)
_KOPPEN = ["Blad", "Kolom", "Betekenis", "Soort", "Verplicht", "Woorden of verwijzing"]
_BREEDTES = (16, 24, 60, 24, 11, 60)


def write_explanation(sheet: Worksheet) -> None:
    """Fill the sheet Leesmij: the rules, and a row for every column of every sheet."""
    sheet.title = LEESMIJ
    title = cell_at(sheet, 1, 1)
    write_words(title, "Agenda invullen in Excel")
    title.font = opmaak.TITELLETTER
    for n, regel in enumerate(REGELS, start=3):
        write_words(cell_at(sheet, n, 1), f"{n - 2}. {regel}")
    n = len(REGELS) + 4
    opmaak.head(sheet, n, _KOPPEN)
    for blad in (AGENDA, *BLADEN):
        n += 1
        _write(sheet, n, [blad.naam, "", blad.uitleg])
        for kolom in blad.kolommen:
            n += 1
            _write(sheet, n, _row(blad, kolom))
        if blad.per_jaar:
            n += 1
            uitleg = "Eén kolom per jaar van de agenda."
            _write(sheet, n, [blad.naam, "2025, 2026 …", uitleg, "bedrag in euro's", "nee"])
    for letter, breedte in zip("ABCDEF", _BREEDTES, strict=True):
        sheet.column_dimensions[letter].width = breedte
    sheet.sheet_view.showGridLines = False


def _row(blad: Blad, kolom: Kolom) -> list[str]:
    words = ", ".join(label for _, label in kolom.keuze.choices()) if kolom.keuze else ""
    verplicht = "ja" if kolom.veld in blad.verplicht else "nee"
    verwijst = ", ".join(blad.verwijst(kolom))
    return [blad.naam, kolom.kop, kolom.uitleg, kolom.soort.value, verplicht, words or verwijst]


def _write(sheet: Worksheet, n: int, woorden: list[str]) -> None:
    for letter, woord in enumerate(woorden, start=1):
        if woord:
            cell = cell_at(sheet, n, letter)
            write_words(cell, woord)
            cell.alignment = opmaak.BOVEN
