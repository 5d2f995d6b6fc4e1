"""Read one cell as the kind of value that its column holds, or say in Dutch why that can't be."""

from collections.abc import Callable, Mapping
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from difflib import get_close_matches
from typing import Any

from openpyxl.cell.cell import Cell

from openlea.core.keuze import Keuze
from openlea.services.xlsx.cel_schrijven import CIJFERS
from openlea.services.xlsx.getal_lezen import VOORBEELDDAG, Unreadable, parse_day, parse_number
from openlea.services.xlsx.kolom import Kolom, Soort
from openlea.services.xlsx.tekst import decode

__all__ = ["Unreadable", "read_cell", "shown"]


def read_cell(cell: Cell, kolom: Kolom) -> Any:
    """Return the value of a cell for its column; None when it is empty. Raises Unreadable."""
    found = _content(cell)
    if found is None:
        return None
    if kolom.keuze is not None:
        return _choice(found, kolom.keuze)
    return _READERS[kolom.soort](found, cell)


def shown(cell: Cell) -> str:
    """Return the words in a cell as typed, for headers and examples. Raises Unreadable."""
    found = _content(cell)
    return "" if found is None else decode(str(found))


def _content(cell: Cell) -> Any:
    if cell.data_type == "f":
        raise Unreadable("Hier staat een formule. Plak de waarde in plaats van de formule.")
    if cell.data_type == "e":
        raise Unreadable(f"Hier staat de fout {cell.value}. Vul de juiste waarde in.")
    if isinstance(cell.value, str):
        return cell.value if cell.value.strip() else None
    return cell.value


def _text(found: Any, _: Cell) -> str:
    if isinstance(found, str):
        return decode(found)
    if isinstance(found, bool):
        raise Unreadable("Hier staat WAAR of ONWAAR. Typ tekst.")
    if isinstance(found, datetime | date | time | timedelta):
        raise Unreadable(
            "Excel maakte hier een datum van. Maak de cel op als Tekst en typ het opnieuw."
        )
    number = _exact(found)
    return f"{number:f}".replace(".", ",")


def _code(found: Any, cell: Cell) -> str:
    # Excel makes 100000 of the code 1E5, and formats it as 1,00E+05.
    if not isinstance(found, str) and "E+" in str(cell.number_format).upper():
        raise Unreadable(
            "Excel maakte van deze code een getal. Maak de cel op als Tekst en typ het opnieuw."
        )
    return _text(found, cell)


def _exact(found: Any) -> Decimal:
    """Return a number of Excel as it is shown: with the fifteen digits that Excel keeps."""
    number = Decimal(found) if isinstance(found, int) else Decimal(f"{found:.{CIJFERS}g}")
    if not number.is_finite():
        raise Unreadable("Dit is geen getal.")
    return Decimal(f"{number:f}")


def _number(found: Any, cell: Cell) -> Decimal:
    if isinstance(found, str):
        return parse_number(found)
    if isinstance(found, bool):
        raise Unreadable("Hier staat WAAR of ONWAAR. Typ een getal.")
    if isinstance(found, datetime | date | time | timedelta):
        raise Unreadable("Hier staat een datum. Maak de cel op als Getal en typ het getal opnieuw.")
    # In a cell with the format of a percentage 1 is shown as 100%: what is seen counts.
    return _exact(found) * 100 if "%" in str(cell.number_format) else _exact(found)


def _whole(found: Any, cell: Cell) -> int:
    number = _number(found, cell)
    if number != number.to_integral_value() or abs(number) > 10**CIJFERS:
        raise Unreadable(f"'{_said(found)}' is geen heel getal.")
    return int(number)


def _cents(found: Any, cell: Cell) -> int:
    cents = _number(found, cell) * 100
    if cents != cents.to_integral_value():
        raise Unreadable("Een bedrag heeft hoogstens twee cijfers achter de komma.")
    return int(cents)


def _day(found: Any, _: Cell) -> date:
    if isinstance(found, str):
        return parse_day(found)
    if isinstance(found, datetime):
        if found.time() != time():
            raise Unreadable(f"Hier staat ook een tijd. {VOORBEELDDAG}")
        return found.date()
    if isinstance(found, date):
        return found
    raise Unreadable(f"'{_said(found)}' is geen datum. {VOORBEELDDAG}")


def _choice(found: Any, lijst: type[Keuze]) -> Keuze:
    word = " ".join(decode(str(found)).casefold().replace("_", " ").split())
    for member in lijst:
        if word in (member.label.casefold(), member.value.casefold().replace("_", " ")):
            return member
    labels = [member.label for member in lijst]
    near = get_close_matches(str(found)[:60], labels, 1)
    hint = f" Bedoel je '{near[0]}'?" if near else ""
    raise Unreadable(f"'{_said(found)}' staat niet in de lijst: {', '.join(labels)}.{hint}")


def _said(found: Any) -> str:
    """Return a value as a person reads it in a sentence, and not too much of it."""
    words = str(found).replace(".", ",") if isinstance(found, float) else str(found)
    return {"True": "WAAR", "False": "ONWAAR"}.get(words, words)[:60]


_READERS: Mapping[Soort, Callable[[Any, Cell], Any]] = {
    Soort.TEKST: _text,
    Soort.CODE: _code,
    Soort.GEHEEL: _whole,
    Soort.GETAL: _number,
    Soort.BEDRAG: _cents,
    Soort.DATUM: _day,
}
