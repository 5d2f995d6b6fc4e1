"""Turns the rows of a ledger export into bookings, or says per row and column why that can't be."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TypeVar

from openlea.core.begroting import Boeking, BoekingSoort
from openlea.core.errors import Fout
from openlea.policy.agenda_controle import GROOTSTE_BEDRAG
from openlea.services.grootboek.koppeling import NIET_VAN_DE_AGENDA, Koppeling
from openlea.services.grootboek.tabel import FORMULE, Cel, Tabel, Tabelrij
from openlea.services.xlsx.getal_lezen import Unreadable, parse_day, parse_number

T = TypeVar("T")
SOORTEN: Mapping[BoekingSoort, tuple[str, ...]] = {
    BoekingSoort.VERPLICHT: ("verplicht", "verplichting", "v", "order", "bestelling"),
    BoekingSoort.BESTEED: ("besteed", "realisatie", "r", "b", "factuur", "betaald", "werkelijk"),
}
_POINT = re.compile(r"[-−]?(\d{1,3}(,\d{3})+|\d+)(\.\d+)?")
LANGSTE_OMSCHRIJVING, LANGSTE_KENMERK = 300, 80


@dataclass(frozen=True, slots=True)
class Gelezen:
    """What became of the rows: bookings with their row number, faults, and what was left out."""

    boekingen: tuple[tuple[int, Boeking], ...]
    fouten: tuple[Fout, ...]
    onbekend: tuple[str, ...]
    buiten: int


def kostenplaats(cel: Cel) -> str:
    """Return a kostenplaats as words: the number 6401234 of Excel is '6401234'."""
    if isinstance(cel, Decimal):
        return f"{cel.normalize():f}"
    return "" if cel is None else " ".join(str(cel).split())


class Lezer:
    """Reads the rows of one table through one koppeling."""

    def __init__(
        self, tabel: Tabel, koppeling: Koppeling, posten: frozenset[str], jaren: range
    ) -> None:
        """Know the columns by their headers, and the posts by their codes."""
        self.tabel, self.koppeling = tabel, koppeling
        self.posten, self.jaren = posten, jaren
        self.plek = {veld: tabel.koppen.index(kop) for veld, kop in koppeling.kolommen.items()}
        self.fouten: list[Fout] = []
        self.onbekend: dict[str, None] = {}
        self.buiten = 0

    def read(self) -> Gelezen:
        """Return every booking and every fault of the table."""
        found = []
        for rij in self.tabel.rijen:
            boeking = self._boeking(rij)
            if boeking is not None:
                found.append((rij.nummer, boeking))
        return Gelezen(tuple(found), tuple(self.fouten), tuple(self.onbekend), self.buiten)

    def _boeking(self, rij: Tabelrij) -> Boeking | None:
        """Return the booking of a row; None when it is left out or wrong."""
        post = self._post(rij)
        if post is None:
            return None
        faults = len(self.fouten)
        op = self._try(rij, "op", self._day)
        bedrag = self._amount(rij)
        soort = self._try(rij, "soort", self._kind)
        jaar = self._try(rij, "jaar", self._year) or (op.year if op else 0)
        omschrijving, kenmerk = self._text(rij, "omschrijving"), self._text(rij, "kenmerk")
        if len(self.fouten) > faults or op is None or soort is None:
            return None
        if jaar not in self.jaren:
            self.buiten += 1
            return None
        return Boeking(
            post=post,
            jaar=jaar,
            soort=soort,
            op=op,
            bedrag=bedrag,
            omschrijving=omschrijving[:LANGSTE_OMSCHRIJVING],
            kenmerk=kenmerk[:LANGSTE_KENMERK],
        )

    def _post(self, rij: Tabelrij) -> str | None:
        typed = kostenplaats(self._cel(rij, "post"))
        if not typed or typed == FORMULE:
            reden = "Hier staat geen kostenplaats. Haal een totaalregel weg uit het bestand."
            self._fault(rij, "post", reden)
            return None
        chosen = self.koppeling.posten.get(typed) or (typed if typed in self.posten else "")
        if chosen == NIET_VAN_DE_AGENDA:
            self.buiten += 1
            return None
        if chosen not in self.posten:
            self.onbekend[typed] = None
            return None
        return chosen

    def _amount(self, rij: Tabelrij) -> int:
        faults = len(self.fouten)
        debet = self._try(rij, "bedrag", self._cents)
        credit = self._try(rij, "credit", self._cents)
        if debet is None and credit is None and len(self.fouten) == faults:
            self._fault(rij, "bedrag", "Hier staat geen bedrag.")
        return (debet or 0) - (credit or 0)

    def _try(self, rij: Tabelrij, veld: str, read: Callable[[Cel], T]) -> T | None:
        cel = self._cel(rij, veld)
        if cel == FORMULE:
            self._fault(rij, veld, "Hier staat een formule. Plak de waarde in plaats daarvan.")
            return None
        try:
            return read(cel)
        except Unreadable as reden:
            self._fault(rij, veld, str(reden))
            return None

    def _cents(self, cel: Cel) -> int | None:
        if cel is None:
            return None
        if isinstance(cel, date):
            raise Unreadable("Hier staat een datum en geen bedrag.")
        cents = (cel if isinstance(cel, Decimal) else self._typed(cel)) * 100
        if cents != cents.to_integral_value():
            raise Unreadable("Een bedrag heeft hoogstens twee cijfers achter de komma.")
        if abs(cents) > GROOTSTE_BEDRAG:
            raise Unreadable("Het bedrag is groter dan 10 miljard euro.")
        return int(cents)

    def _typed(self, text: str) -> Decimal:
        bare = text.replace("€", "").strip()
        if self.koppeling.punt and _POINT.fullmatch(bare):
            return Decimal(bare.replace(",", "").replace("−", "-"))
        return parse_number(text)

    def _day(self, cel: Cel) -> date:
        if isinstance(cel, date):
            return cel
        if cel is None or isinstance(cel, Decimal):
            raise Unreadable("Hier staat geen datum. Schrijf dag-maand-jaar, zoals 03-03-2025.")
        return parse_day(cel)

    def _year(self, cel: Cel) -> int | None:
        if cel is None:
            return None
        text = kostenplaats(cel)
        if not re.fullmatch(r"(19|20)\d\d", text):
            raise Unreadable(f"'{text[:60]}' is geen jaar.")
        return int(text)

    def _kind(self, cel: Cel) -> BoekingSoort:
        word = "" if cel is None else str(cel).casefold().strip()
        for soort, words in SOORTEN.items():
            if word in words:
                return soort
        if not word and "soort" not in self.plek:
            return BoekingSoort.BESTEED
        raise Unreadable(f"'{word[:60]}' is geen soort. Schrijf verplicht of besteed.")

    def _text(self, rij: Tabelrij, veld: str) -> str:
        cel = self._cel(rij, veld)
        return "" if cel == FORMULE else kostenplaats(cel)

    def _cel(self, rij: Tabelrij, veld: str) -> Cel:
        return rij.cellen[self.plek[veld]] if veld in self.plek else None

    def _fault(self, rij: Tabelrij, veld: str, reden: str) -> None:
        kop = self.koppeling.kolommen.get(veld, veld)
        self.fouten.append(Fout(f"Rij {rij.nummer}", f"kolom {kop}", reden))
