"""The numbers that the law names on a day, as the shelf of duties tells them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Self

from openlea.core.duur import Duur, Tijdseenheid
from openlea.core.errors import CatalogueError
from openlea.core.plicht import Plicht, Versie


@dataclass(frozen=True, slots=True)
class Wetsdag:
    """The versions of some duties that hold on a day, by the id of the duty."""

    op: date
    versies: Mapping[str, Versie]

    @classmethod
    def on(cls, plichten: Mapping[str, Plicht], ids: Sequence[str], op: date) -> Self:
        """Return what holds on a day; NotInForce when one of the duties doesn't hold then."""
        for naam in ids:
            if naam not in plichten:
                raise CatalogueError(f"duty {naam} is not on the shelf; put its file back")
        return cls(op, {naam: plichten[naam].on(op) for naam in ids})

    def getal(self, plicht: str, naam: str) -> Decimal:
        """Return a number that the law names; CatalogueError when the shelf doesn't tell it."""
        waarden = self.versies[plicht].waarden
        if naam not in waarden:
            van = self.versies[plicht].van
            raise CatalogueError(
                f"{plicht}: the version from {van} has no value '{naam}', which a norm needs; "
                "add it under [version.values]"
            )
        return waarden[naam].waarde

    def deel(self, plicht: str, naam: str) -> Fraction:
        """Return a number to reckon with exactly."""
        return Fraction(self.getal(plicht, naam))

    def geheel(self, plicht: str, naam: str) -> int:
        """Return a whole number; CatalogueError when the shelf tells a broken one."""
        value = self.getal(plicht, naam)
        if value != value.to_integral_value():
            raise CatalogueError(f"{plicht}: value '{naam}' must be a whole number, not {value}")
        return int(value)

    def weken(self, plicht: str, naam: str) -> Duur:
        """Return a number of weeks as a length of time."""
        return Duur(self.geheel(plicht, naam), Tijdseenheid.WEEK)
