"""Reads the criteria of a division from what a file says, and names every key that is wrong."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from difflib import get_close_matches
from typing import TypeVar

from openlea.core.errors import BadInput, Fout
from openlea.core.keuze import Keuze
from openlea.policy.verdeelcriteria import (
    BARE,
    NUMERIC,
    Criterium,
    Drempelregel,
    Puntrichting,
    Telwijze,
    Uitsluiting,
    Verdeelcriteria,
    Verdeelmethode,
    Voorwaarde,
)

K = TypeVar("K", bound=Keuze)
TOP = (
    *("titel", "toelichting", "bron", "school", "leerlingen", "methode", "afronding"),
    *("ondergrens", "bovengrens", "bij_gelijk", "criterium", "uitsluiting"),
)
CRITERIUM = (
    *("naam", "kolom", "gewicht", "richting", "per", "drempel", "drempel_telt", "minimum"),
    *("maximum", "leeg_mag", "toelichting", "bron"),
)
UITSLUITING = ("naam", "kolom", "als", "waarde", "reden")
MOST = 1_000_000_000
"""Euros, points or pupils; more is a slip of the pen."""


@dataclass(slots=True)
class _Deel:
    """One table of the file: what it says, where it stands, and what was found wrong with it."""

    bestand: str
    plek: str
    waarden: Mapping[str, object]
    fouten: list[Fout] = field(default_factory=list)

    def wrong(self, key: str, reden: str) -> None:
        """Note a fault at a key."""
        self.fouten.append(Fout(self.bestand, f"{self.plek}{key}", reden))

    def refuse_unknown(self, known: Sequence[str]) -> None:
        """Note every key that nobody reads: most often a slip of the pen."""
        for key in self.waarden:
            if key not in known:
                near = get_close_matches(key, known, 1)
                hint = f"Bedoel je '{near[0]}'?" if near else f"Kies uit: {', '.join(known)}."
                self.wrong(key, f"deze sleutel is niet bekend. {hint}")

    def text(self, key: str, default: str | None = None) -> str:
        """Return a text; without a default it must be there."""
        value = self.waarden.get(key, default)
        if not isinstance(value, str) or (default is None and not value.strip()):
            self.wrong(key, f'hier hoort een tekst. Schrijf {key} = "…".')
            return ""
        return " ".join(value.split())

    def number(self, key: str, *, low: int = -MOST) -> Decimal | None:
        """Return a number, None when it isn't there."""
        value = self.waarden.get(key)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int | float):
            self.wrong(key, f"hier hoort een getal zonder aanhalingstekens, zoals {key} = 50.")
            return None
        found = Decimal(str(value))
        if found.is_nan() or not low <= found <= MOST:
            self.wrong(key, f"het getal moet tussen {low} en {MOST} liggen.")
            return None
        return found

    def euros(self, key: str, default: int, low: int) -> int:
        """Return whole euros."""
        found = self.number(key, low=low)
        if found is not None and found != found.to_integral_value():
            self.wrong(key, "hier horen hele euro's.")
        return default if found is None else int(found)

    def choice(self, key: str, default: K) -> K:
        """Return a member of a closed list."""
        value = self.waarden.get(key, default.value)
        for member in type(default):
            if member.value == value:
                return member
        allowed = ", ".join(member.value for member in type(default))
        self.wrong(key, f"'{value}' kan niet. Kies uit: {allowed}.")
        return default

    def flag(self, key: str) -> bool:
        """Return yes or no; absent is no."""
        value = self.waarden.get(key, False)
        if not isinstance(value, bool):
            self.wrong(key, "schrijf true of false, zonder aanhalingstekens.")
        return value is True

    def tables(self, key: str) -> tuple["_Deel", ...]:
        """Return the tables under [[key]]; their faults come in the same list."""
        value = self.waarden.get(key, [])
        if not isinstance(value, list) or not all(isinstance(part, dict) for part in value):
            self.wrong(key, f"schrijf elk op zichzelf onder [[{key}]].")
            return ()
        return tuple(
            _Deel(self.bestand, f"{key} {number}, ", part, self.fouten)
            for number, part in enumerate(value, start=1)
        )


def read_verdeelcriteria(waarden: Mapping[str, object], bestand: str = "") -> Verdeelcriteria:
    """Return the criteria that a file holds; BadInput names every wrong key and the reason."""
    deel = _Deel(bestand, "", waarden)
    deel.refuse_unknown(TOP)
    read = Verdeelcriteria(
        titel=deel.text("titel"),
        toelichting=deel.text("toelichting", ""),
        bron=deel.text("bron", ""),
        school=deel.text("school", "school"),
        leerlingen=deel.text("leerlingen", "leerlingen"),
        methode=deel.choice("methode", Verdeelmethode.GROOTSTE_REST),
        afronding=deel.euros("afronding", 1, 1),
        ondergrens=deel.euros("ondergrens", 0, 0),
        bovengrens=deel.euros("bovengrens", 0, 1) if "bovengrens" in waarden else None,
        bij_gelijk=deel.text("bij_gelijk", ""),
        criteria=tuple(_criterium(part) for part in deel.tables("criterium")),
        uitsluitingen=tuple(_uitsluiting(part) for part in deel.tables("uitsluiting")),
    )
    _check(deel, read)
    if deel.fouten:
        raise BadInput(deel.fouten)
    return read


def _criterium(deel: _Deel) -> Criterium:
    deel.refuse_unknown(CRITERIUM)
    gewicht = deel.number("gewicht", low=0)
    if not gewicht:
        deel.wrong("gewicht", "hier hoort een getal boven nul, zoals gewicht = 50.")
    richting, drempel = deel.choice("richting", Puntrichting.MEER), deel.number("drempel")
    if richting is Puntrichting.MINDER and drempel is None:
        reden = "ontbreekt. Bij minder_is_meer telt hoever een school onder de drempel ligt."
        deel.wrong("drempel", reden)
    regel = deel.choice("drempel_telt", Drempelregel.MEERDERE)
    if regel is Drempelregel.ALLES and (drempel is None or richting is Puntrichting.MINDER):
        deel.wrong("drempel_telt", "'alles' kan alleen met een drempel en meer_is_meer.")
    minimum, maximum = deel.number("minimum"), deel.number("maximum")
    if minimum is not None and maximum is not None and minimum > maximum:
        deel.wrong("minimum", f"{minimum} ligt boven het maximum {maximum}.")
    return Criterium(
        naam=deel.text("naam"),
        kolom=deel.text("kolom"),
        gewicht=gewicht or Decimal(1),
        richting=richting,
        per=deel.choice("per", Telwijze.TOTAAL),
        drempel=drempel,
        drempel_telt=regel,
        minimum=minimum,
        maximum=maximum,
        leeg_mag=deel.flag("leeg_mag"),
        toelichting=deel.text("toelichting", ""),
        bron=deel.text("bron", ""),
    )


def _uitsluiting(deel: _Deel) -> Uitsluiting:
    deel.refuse_unknown(UITSLUITING)
    if "als" not in deel.waarden:
        deel.wrong("als", f"ontbreekt. Kies uit: {', '.join(one.value for one in Voorwaarde)}.")
    als = deel.choice("als", Voorwaarde.IS)
    return Uitsluiting(
        naam=deel.text("naam"),
        kolom=deel.text("kolom"),
        als=als,
        waarde=_held_to(deel, als),
        reden=deel.text("reden"),
    )


def _held_to(deel: _Deel, als: Voorwaarde) -> str | Decimal:
    """Return what a cell is held to: a number, a word, or nothing."""
    if als in BARE:
        if "waarde" in deel.waarden:
            deel.wrong("waarde", f"hoort hier niet: '{als.value}' vraagt geen waarde.")
        return ""
    if als in NUMERIC:
        found = deel.number("waarde")
        if "waarde" not in deel.waarden:
            deel.wrong("waarde", "ontbreekt. Schrijf het getal van de grens.")
        return found or Decimal(0)
    return deel.text("waarde")


def _check(deel: _Deel, read: Verdeelcriteria) -> None:
    """Note what is wrong between keys."""
    if not read.criteria and not deel.fouten:
        deel.wrong("criterium", "er is geen enkel criterium. Schrijf er een onder [[criterium]].")
    namen = [one.naam for one in read.criteria]
    for naam in sorted({naam for naam in namen if naam and namen.count(naam) > 1}):
        deel.wrong("criterium", f"'{naam}' staat er twee keer; geef elk een eigen naam.")
    if read.bovengrens is not None and read.bovengrens < read.ondergrens:
        deel.wrong("bovengrens", f"{read.bovengrens} ligt onder de ondergrens {read.ondergrens}.")
    for key, bedrag in (("ondergrens", read.ondergrens), ("bovengrens", read.bovengrens or 0)):
        if bedrag % read.afronding:
            deel.wrong(key, f"{bedrag} is geen veelvoud van de afronding {read.afronding}.")
