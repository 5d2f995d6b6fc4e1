"""Files of any registration, made from its declaration, with a person planted in every cell."""

from base64 import b64encode
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from django.utils import timezone

from openlea.core.registratie import Registratie, Registratieveld, Veldrol, Vorm
from openlea.policy.registratieperiode import newest_period
from openlea.services.kluis.plek import registraties
from tests.services.registratie_wereld import bsn

NAAM, STRAAT, TEKST = "Zwaluwnest", "Plantlaan 77a", "Ooievaar zegt iets"
VREEMD, KOP, GEBOREN = "Paarsgroen", "Kwikstaart", ("14-03-2022", "2022-03-14")
POSTCODE, WRONG = "1211ZQ", "987654320"
ROWS, FIRST = 8, 40
FIXED = {
    Veldrol.NAAM: NAAM,
    Veldrol.ADRES: STRAAT,
    Veldrol.VRIJE_TEKST: TEKST,
    Veldrol.GEBOORTEDATUM: GEBOREN[0],
    Veldrol.POSTCODE: POSTCODE,
    Veldrol.DATUM: "01-02-2025",
    Veldrol.GETAL: "12",
}
PLEKKEN = {Vorm.BRIN: "04OS00", Vorm.LRK: "123456789", Vorm.BUURT: "BU04020101"}


def own_number(number: int) -> str:
    """Return the number that a sender gave somebody."""
    return f"Plantnr-{number:04d}"


PLANTED = (
    *(NAAM, STRAAT, TEKST, VREEMD, KOP, POSTCODE, WRONG, *GEBOREN),
    *(bsn(number) for number in range(FIRST, FIRST + 3 * ROWS)),
    *(own_number(number) for number in range(FIRST, FIRST + 3 * ROWS)),
)


@dataclass(frozen=True)
class Plantbestand:
    """Files of one registration: as declared, damaged, and under heads that nobody knows."""

    registratie: Registratie
    koppen: list[str] = field(init=False)

    def __post_init__(self) -> None:
        """Take the first head of every field, and one that hides a person."""
        heads = [(*veld.koppen, veld.naam)[0] for veld in self.registratie.velden]
        object.__setattr__(self, "koppen", [*heads, KOP])

    @property
    def periode(self) -> str:
        """Return a period that may be delivered today."""
        return newest_period(self.registratie.periode, timezone.localdate())

    def good(self, begin: int = FIRST) -> bytes:
        """Return rows without a fault."""
        return self._csv(self.koppen, [self.row(begin + n) for n in range(ROWS)])

    def damaged(self, begin: int = FIRST) -> bytes:
        """Return good rows, one of an unknown person, and one with more cells than heads."""
        rows = [self.row(begin + n) for n in range(ROWS)]
        wrong = self.row(begin)
        for place, veld in enumerate(self.registratie.velden):
            if veld.rol is Veldrol.IDENTIFICATIE:
                wrong[place] = WRONG if Vorm.BSN in veld.vormen else NAAM * 10
            elif veld.rol in {Veldrol.DATUM, Veldrol.CODE, Veldrol.GETAL, Veldrol.PLAATSCODE}:
                wrong[place] = f"{NAAM} {bsn(FIRST)}"
        return self._csv(self.koppen, [*rows, wrong, [*self.row(begin + 1), NAAM]])

    def strange(self, begin: int = FIRST) -> bytes:
        """Return good rows under heads that nobody knows."""
        heads = [f"Wat {'abcdefghijklmnopqrstuvwxyz'[n]}" for n in range(len(self.koppen))]
        return self._csv(heads, [self.row(begin + n) for n in range(ROWS)])

    def row(self, number: int) -> list[str]:
        """Return one person."""
        return [*(self._cell(veld, number) for veld in self.registratie.velden), VREEMD]

    def chosen(self) -> dict[str, str]:
        """Return what somebody chooses on the page of columns."""
        return {
            f"veld-{place}": veld.naam
            for place, veld in enumerate(self.registratie.velden, start=1)
            if veld.rol not in {Veldrol.NAAM, Veldrol.ADRES, Veldrol.VRIJE_TEKST}
        }

    def _cell(self, veld: Registratieveld, number: int) -> str:
        if veld.rol is Veldrol.IDENTIFICATIE:
            return bsn(number) if Vorm.BSN in veld.vormen else own_number(number)
        if veld.rol is Veldrol.CODE:
            return veld.waarden[number % len(veld.waarden)]
        if veld.rol is Veldrol.PLAATSCODE:
            return PLEKKEN[veld.vormen[0]]
        return FIXED[veld.rol]

    def _csv(self, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> bytes:
        return "\r\n".join(";".join(cells) for cells in (heads, *rows)).encode()


def every_plant() -> list[Plantbestand]:
    """Return the files of every registration on the shelf that comes in by the general door."""
    return [Plantbestand(one) for one in registraties().values() if not one.deur]


def traces(kept: bytes) -> list[str]:
    """Return what of the planted is found in bytes, however it is written."""
    lower = kept.lower()
    return [mark for mark in PLANTED if any(form in lower for form in _forms(mark))]


def _forms(mark: str) -> Iterator[bytes]:
    for text in (mark.encode(), mark.encode("utf-16-le"), mark.encode("utf-16-be")):
        yield text.lower()
        yield text.hex().encode()
    for shift in range(3):
        # What stands before a text shifts its letters in base64; the ends depend on neighbours.
        packed = b64encode(b"\0" * shift + mark.encode())
        inner = packed[-(-shift * 4 // 3) : len(packed) - 4 if packed.endswith(b"=") else None]
        yield inner.lower()
