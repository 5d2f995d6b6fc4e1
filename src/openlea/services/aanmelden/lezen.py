"""Reads the rows of a file as admission policies, or says per row and column why that can't be."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any, TypeVar

from openlea.core.aanmeldbeleid import Aanmeldbeleid, Toewijzing
from openlea.core.errors import BadFile, Fout
from openlea.core.keuze import Keuze
from openlea.core.plaatsing import Criterium
from openlea.services.aanmelden.kolommen import DAGEN, GETALLEN, KOPPEN, NODIG, TUSSEN
from openlea.services.grootboek.tabel import FORMULE, Cel, Tabel, Tabelrij
from openlea.services.xlsx.getal_lezen import Unreadable, parse_day, parse_number

K = TypeVar("K", bound=Keuze)
Velden = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Regel:
    """A row that could be read: its number in the file, and the fields that the file has."""

    nummer: int
    velden: Velden

    def onto(self, before: Aanmeldbeleid | None) -> Aanmeldbeleid:
        """Return the policy; a column that the file hasn't stays as it was."""
        return replace(before, **self.velden) if before else Aanmeldbeleid(**self.velden)


@dataclass(frozen=True, slots=True)
class Gelezen:
    """What became of the rows."""

    regels: tuple[Regel, ...]
    fouten: tuple[Fout, ...]


def read_rows(tabel: Tabel) -> Gelezen:
    """Return every row and every fault; BadFile when a needed column isn't there."""
    heads = {kop.casefold(): veld for veld, kop in KOPPEN.items()}
    places = {
        veld: place
        for place, kop in enumerate(tabel.koppen)
        if (veld := heads.get(kop.casefold().strip()))
    }
    missing = [KOPPEN[veld] for veld in NODIG if veld not in places]
    if missing:
        known = ", ".join(KOPPEN.values())
        raise BadFile(
            [Fout("", kop, f"Deze kolom staat er niet in. De kolommen zijn: {known}.")
             for kop in missing]
        )  # fmt: skip
    fouten: list[Fout] = []
    regels = [one for rij in tabel.rijen if (one := _row(rij, places, fouten))]
    return Gelezen(tuple(regels), tuple(fouten))


def at_row(nummer: int, fout: Fout) -> Fout:
    """Return a fault of a field as one of a cell: its row and the head of its column."""
    return Fout(f"regel {nummer}", f"kolom {KOPPEN.get(fout.cel, fout.cel)}", fout.reden)


def _row(rij: Tabelrij, places: Mapping[str, int], fouten: list[Fout]) -> Regel | None:
    before, velden = len(fouten), dict[str, Any]()
    for veld, place in places.items():
        try:
            velden[veld] = _value(veld, rij.cellen[place])
        except Unreadable as refused:
            fouten.append(at_row(rij.nummer, Fout("", veld, str(refused))))
    return Regel(rij.nummer, velden) if len(fouten) == before else None


def _value(veld: str, cel: Cel) -> Any:
    if cel == FORMULE:
        raise Unreadable("Hier staat een formule. Plak de waarde in plaats daarvan.")
    if veld in DAGEN:
        return _day(cel)
    if veld in GETALLEN:
        return _whole(cel)
    text = _text(cel)
    if veld == "school":
        return text.upper()
    if veld == "voorrang":
        parts = [part.strip() for part in text.replace("\n", ";").split(TUSSEN.strip())]
        return tuple(_chosen(Criterium, part) for part in parts if part)
    if veld == "toewijzing":
        return _chosen(Toewijzing, text) if text else Toewijzing.ONBEKEND
    return text


def _text(cel: Cel) -> str:
    if isinstance(cel, Decimal):
        return f"{cel.normalize():f}"
    if isinstance(cel, date):
        return cel.isoformat()
    # The mark by which our own csv keeps a text a text.
    text = (cel or "").strip()
    return text[1:] if text[:2] in {"'=", "'+", "'-", "'@"} else text


def _day(cel: Cel) -> date | None:
    if cel is None or isinstance(cel, date):
        return cel
    return parse_day(_text(cel))


def _whole(cel: Cel) -> int | None:
    if cel is None:
        return None
    number = cel if isinstance(cel, Decimal) else parse_number(_text(cel))
    if number != number.to_integral_value():
        raise Unreadable("Vul een heel getal in.")
    return int(number)


def _chosen(kind: type[K], text: str) -> K:
    """Return the member that a text names, by its word or its label."""
    sought = text.casefold()
    for one in kind:
        if sought in {str(one).casefold(), one.label.casefold()}:
            return one
    labels = "; ".join(one.label for one in kind)
    raise Unreadable(f"'{text[:60]}' is geen keuze. Kies uit: {labels}.")
