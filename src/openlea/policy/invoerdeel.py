"""Reads one table of a file of settings key by key, and notes in Dutch what is wrong with each."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from difflib import get_close_matches
from math import isfinite
from typing import TypeVar

from openlea.core.errors import BadFile, BadInput, Fout
from openlea.core.keuze import Keuze

K = TypeVar("K", bound=Keuze)
MOST = 1e12
"""Beyond this a number is a slip of the pen."""


@dataclass(slots=True)
class Invoerdeel:
    """A table of a file: what it says, where it stands, and what was found wrong in the file."""

    bestand: str
    plek: str
    waarden: Mapping[str, object]
    fouten: list[Fout] = field(default_factory=list)

    def wrong(self, key: str, reden: str) -> None:
        """Note a fault at a key."""
        self.fouten.append(Fout(self.bestand, f"{self.plek}{key}", reden))

    def finish(self) -> None:
        """Raise BadInput with every fault that was noted; nothing when there is none."""
        if self.fouten:
            raise BadInput(self.fouten)

    def refuse_unknown(self, known: Sequence[str]) -> None:
        """Note every key that nobody reads: most often a slip of the pen."""
        for key in self.waarden:
            if key not in known:
                near = get_close_matches(key, known, 1)
                hint = f"Bedoel je '{near[0]}'?" if near else f"Kies uit: {', '.join(known)}."
                self.wrong(key, f"deze sleutel is niet bekend. {hint}")

    def text(self, key: str, default: str | None = None) -> str:
        """Return a text without idle spaces; without a default it must be there."""
        value = self.waarden.get(key, default)
        if not isinstance(value, str) or (default is None and not value.strip()):
            self.wrong(key, f'hier hoort een tekst. Schrijf {key} = "…".')
            return ""
        return " ".join(value.split())

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of texts; none when it isn't there."""
        value = self.waarden.get(key, [])
        if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
            self.wrong(key, f'hier hoort een lijst van teksten. Schrijf {key} = ["…"].')
            return ()
        return tuple(value)

    def number(self, key: str, *, low: float = -MOST, high: float = MOST) -> float | None:
        """Return a number, None when it isn't there."""
        if key not in self.waarden:
            return None
        found = self._number(key, self.waarden[key])
        if found is not None and not low <= found <= high:
            self.wrong(key, f"het getal moet tussen {low:g} en {high:g} liggen.")
            return None
        return found

    def numbers(self, key: str) -> tuple[float, ...]:
        """Return a list of numbers; none when it isn't there."""
        value = self.waarden.get(key, [])
        if not isinstance(value, list):
            self.wrong(key, f"hier hoort een lijst van getallen, zoals {key} = [0.5, 1].")
            return ()
        found = [self._number(key, one) for one in value]
        return tuple(one for one in found if one is not None)

    def whole(self, key: str, default: int | None = None, *, low: int, high: int) -> int:
        """Return a whole number; without a default it must be there."""
        value = self.waarden.get(key, default)
        if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
            self.wrong(key, f"hier hoort een heel getal van {low} tot en met {high}.")
            return low
        return value

    def flag(self, key: str) -> bool:
        """Return yes or no; absent is no."""
        value = self.waarden.get(key, False)
        if not isinstance(value, bool):
            self.wrong(key, "schrijf true of false, zonder aanhalingstekens.")
        return value is True

    def day(self, key: str) -> date | None:
        """Return a day, None when it isn't there."""
        value = self.waarden.get(key)
        if value is not None and (not isinstance(value, date) or isinstance(value, datetime)):
            self.wrong(key, f"hier hoort een dag zonder aanhalingstekens: {key} = 2026-08-01.")
            return None
        return value

    def choice(self, key: str, keuze: type[K], default: K | None = None) -> K | None:
        """Return a member of a closed list; without a default it must be there."""
        value = self.waarden.get(key, default)
        found = next((one for one in keuze if one.value == value), None)
        if found is None:
            allowed = ", ".join(one.value for one in keuze)
            said = f"'{value}' kan niet." if key in self.waarden else "dit ontbreekt."
            self.wrong(key, f"{said} Kies uit: {allowed}.")
        return found

    def table(self, key: str) -> "Invoerdeel":
        """Return the table under [key], empty when it isn't there; its faults come in this list."""
        value = self.waarden.get(key, {})
        if not isinstance(value, dict):
            self.wrong(key, f"schrijf dit onder [{key}].")
            value = {}
        return Invoerdeel(self.bestand, f"{self.plek}{key}, ", value, self.fouten)

    def tables(self, key: str) -> tuple["Invoerdeel", ...]:
        """Return the tables under [[key]]; their faults come in this list."""
        value = self.waarden.get(key, [])
        if not isinstance(value, list) or not all(isinstance(part, dict) for part in value):
            self.wrong(key, f"schrijf elk op zichzelf onder [[{key}]].")
            return ()
        return tuple(
            Invoerdeel(self.bestand, f"{self.plek}{key} {number}, ", part, self.fouten)
            for number, part in enumerate(value, start=1)
        )

    def _number(self, key: str, value: object) -> float | None:
        if isinstance(value, bool) or not isinstance(value, int | float) or not isfinite(value):
            self.wrong(key, f"hier hoort een getal zonder aanhalingstekens, zoals {key} = 50.")
            return None
        return float(value)


def read_invoer(inhoud: bytes, bestand: str) -> Invoerdeel:
    """Return what a TOML file says; BadFile names the file and why it can't be read."""
    try:
        return Invoerdeel(bestand, "", tomllib.loads(inhoud.decode("utf-8")))
    except UnicodeDecodeError:
        raise BadFile([Fout(bestand, "", "is geen UTF-8; bewaar het bestand zo.")]) from None
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise BadFile([Fout(bestand, "", f"is geen geldige TOML: {error}.")]) from None
