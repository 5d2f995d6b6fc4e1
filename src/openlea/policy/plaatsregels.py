"""Reads the rules by which children are placed, and says in Dutch which key is wrong."""

import tomllib
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any, TypeVar

from openlea.core.errors import BadInput, Fout
from openlea.core.keuze import Keuze
from openlea.core.plaatsing import (
    Buurtvorm,
    Criterium,
    Lotvorm,
    Quotum,
    Regels,
    Voorrang,
    Wijze,
)

K = TypeVar("K", bound=Keuze)
KEYS = {
    "naam", "bron", "bronadres", "van", "tot", "nagelezen", "wijze", "loting", "voorrang", "quotum",
    "stapelen", "tweede_ronde", "gekoppeld_samen", "wensen", "toelichting", "niet_uitgedrukt",
}  # fmt: skip
KEYS_VOORRANG = {"criterium", "alleen_eerste_keus", "vorm", "km", "aantal"}
KEYS_QUOTUM = {"groep", "procent", "hard"}
KEYS_WENSEN = {"ten_minste", "ten_hoogste", "per_advies"}
GROUPS = (Criterium.DOELGROEP, Criterium.INDICATIE)
MOST_WISHES = 100


class _Part:
    """One table of the file: reads its keys, and names each that is wrong."""

    def __init__(self, where: str, values: Mapping[str, Any], faults: list[Fout]) -> None:
        self._where, self._values, self._faults = where, values, faults

    def wrong(self, key: str, reden: str) -> None:
        """Remember what is wrong with a key."""
        self._faults.append(Fout(self._where, f"'{key}'", reden))

    def only(self, known: set[str]) -> None:
        """Refuse keys that mean nothing here."""
        for key in sorted(set(self._values) - known):
            self.wrong(key, f"deze sleutel kennen we niet; wel: {', '.join(sorted(known))}")

    def text(self, key: str, *, needed: bool = False) -> str:
        """Return a text; '' when it may be absent."""
        value = self._values.get(key, "")
        if not isinstance(value, str) or (needed and not value.strip()):
            self.wrong(key, f'hier hoort een tekst: {key} = "…"')
            return ""
        return " ".join(value.split())

    def flag(self, key: str) -> bool:
        """Return yes or no; absent is no."""
        value = self._values.get(key, False)
        if not isinstance(value, bool):
            self.wrong(key, "hier hoort true of false, zonder aanhalingstekens")
            return False
        return value

    def day(self, key: str, *, needed: bool) -> date | None:
        """Return a date; None when it is absent."""
        value = self._values.get(key)
        if value is None and not needed:
            return None
        if not isinstance(value, date) or isinstance(value, datetime):
            self.wrong(key, f"hier hoort een dag: {key} = 2026-01-31, zonder aanhalingstekens")
            return None
        return value

    def number(self, key: str, low: float, high: float, default: float) -> float:
        """Return a number within its bounds; the default when it is absent."""
        value = self._values.get(key, default)
        right = isinstance(value, int | float) and not isinstance(value, bool)
        if not right or not low <= value <= high:
            self.wrong(key, f"hier hoort een getal van {low:g} tot en met {high:g}")
            return default
        return float(value)

    def choice(self, key: str, keuze: type[K], default: K) -> K:
        """Return a member of a closed list."""
        value = self._values.get(key, default.value)
        found = next((one for one in keuze if one.value == value), None)
        if found is None:
            self.wrong(key, f"kies een van: {', '.join(one.value for one in keuze)}")
            return default
        return found

    def parts(self, key: str) -> Sequence["_Part"]:
        """Return the tables of an array of tables."""
        value = self._values.get(key, [])
        if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
            self.wrong(key, f"hier horen tabellen: [[{key}]]")
            return ()
        name = f"[[{key}]]"
        return [_Part(f"{name} {n}", one, self._faults) for n, one in enumerate(value, start=1)]

    def part(self, key: str) -> "_Part":
        """Return one table; an empty one when it is absent."""
        value = self._values.get(key, {})
        if not isinstance(value, dict):
            self.wrong(key, f"hier hoort een tabel: [{key}]")
            value = {}
        return _Part(f"[{key}]", value, self._faults)

    def counts(self, key: str) -> Mapping[str, int]:
        """Return a table of words with a whole number from 1 each."""
        value = self._values.get(key, {})
        if isinstance(value, dict) and all(type(n) is int and n > 0 for n in value.values()):
            return value
        self.wrong(key, 'hier hoort per advies een heel getal: per_advies = { "vwo" = 12 }')
        return {}

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of texts."""
        value = self._values.get(key, [])
        if isinstance(value, list) and all(isinstance(one, str) for one in value):
            return tuple(value)
        self.wrong(key, f'hier hoort een lijst teksten: {key} = ["…"]')
        return ()


def read_plaatsregels(text: str, naam: str = "regels") -> Regels:
    """Return the rules that a TOML text declares; BadInput names every key that is wrong."""
    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise BadInput([Fout(naam, "", f"dit is geen geldige TOML ({error})")]) from None
    faults: list[Fout] = []
    regels = _regels(_Part(naam, values, faults))
    if faults:
        raise BadInput(faults)
    return regels


def _regels(top: _Part) -> Regels:
    top.only(KEYS)
    wensen = top.part("wensen")
    wensen.only(KEYS_WENSEN)
    regels = Regels(
        naam=top.text("naam", needed=True),
        bron=top.text("bron", needed=True),
        bronadres=top.text("bronadres"),
        van=top.day("van", needed=True) or date.min,
        tot=top.day("tot", needed=False),
        nagelezen=top.flag("nagelezen"),
        wijze=top.choice("wijze", Wijze, Wijze.DA),
        loting=top.choice("loting", Lotvorm, Lotvorm.ENKEL),
        voorrang=tuple(_voorrang(part) for part in top.parts("voorrang")),
        quota=tuple(_quotum(part) for part in top.parts("quotum")),
        stapelen=top.flag("stapelen"),
        tweede_ronde=top.flag("tweede_ronde"),
        gekoppeld_samen=top.flag("gekoppeld_samen"),
        wensen_min=int(wensen.number("ten_minste", 0, MOST_WISHES, 1)),
        wensen_max=int(wensen.number("ten_hoogste", 0, MOST_WISHES, 0)),
        wensen_per_advies=wensen.counts("per_advies"),
        toelichting=top.text("toelichting"),
        niet_uitgedrukt=top.texts("niet_uitgedrukt"),
    )
    _consistent(top, regels)
    return regels


def _voorrang(part: _Part) -> Voorrang:
    part.only(KEYS_VOORRANG)
    found = Voorrang(
        criterium=part.choice("criterium", Criterium, Criterium.BROER_ZUS),
        alleen_eerste_keus=part.flag("alleen_eerste_keus"),
        vorm=part.choice("vorm", Buurtvorm, Buurtvorm.GEBIED),
        km=part.number("km", 0, 100, 0),
        aantal=int(part.number("aantal", 0, 100, 0)),
    )
    if found.criterium is Criterium.NABIJHEID:
        if found.vorm is Buurtvorm.STRAAL and not found.km:
            part.wrong("km", "bij vorm = straal hoort een afstand: km = 1.5")
        if found.vorm is Buurtvorm.DICHTSTBIJ and not found.aantal:
            part.wrong("aantal", "bij vorm = dichtstbij hoort een aantal scholen: aantal = 8")
    return found


def _quotum(part: _Part) -> Quotum:
    part.only(KEYS_QUOTUM)
    groep = part.choice("groep", Criterium, Criterium.DOELGROEP)
    if groep not in GROUPS:
        part.wrong("groep", f"kies een van: {', '.join(one.value for one in GROUPS)}")
    procent = part.number("procent", 0, 100, 0)
    return Quotum(groep=groep, procent=procent, hard=part.flag("hard"))


def _consistent(top: _Part, regels: Regels) -> None:
    """Name what can't go together."""
    named = [one.criterium for one in regels.voorrang]
    if len(set(named)) != len(named):
        top.wrong("voorrang", "een criterium staat er twee keer in")
    if sum(one.procent for one in regels.quota) > 100:  # noqa: PLR2004  a whole
        top.wrong("quotum", "de quota zijn samen meer dan 100 procent")
    if len({one.groep for one in regels.quota}) != len(regels.quota):
        top.wrong("quotum", "een groep staat er twee keer in")
    if regels.quota and regels.wijze is not Wijze.DA:
        top.wrong("quotum", "quota kunnen alleen bij wijze = da")
    if regels.tot is not None and regels.tot < regels.van:
        top.wrong("tot", "deze dag ligt vóór 'van'")
