"""What is told of help at schools beside what they need."""

from collections.abc import Mapping
from dataclasses import dataclass

from openlea.catalogue.rondomkast import Rondom
from openlea.core.onthulling import Bereik
from openlea.policy.aanbodbalans import Ligging, Schoolbalans, Schoolhulp
from openlea.policy.rondom import Aanbodsoort
from openlea.services.aanbod.scholen import Aanbodschool, Schoollijst
from openlea.storage.records.models import Aanbod


@dataclass(frozen=True, slots=True, kw_only=True)
class Aanbodregel:
    """A kept line: its kind (None when it left the file), hours a week, whether it goes on now.

    `bereik` is how it may be told; `mag` whether the reader may change the line.
    """

    een: Aanbod
    soort: Aanbodsoort | None
    uren: float | None
    bereik: str
    loopt: bool
    mag: bool

    @property
    def naam(self) -> str:
        """Return what the kind is called."""
        return self.soort.naam if self.soort else self.een.soort


@dataclass(frozen=True, slots=True, kw_only=True)
class Schoolaanbod:
    """A school, its lines that go on now, and how help and need lie there."""

    school: Aanbodschool
    regels: tuple[Aanbodregel, ...]
    hulp: Schoolhulp
    balans: Schoolbalans


@dataclass(frozen=True, slots=True, kw_only=True)
class Gebiedaanbod:
    """A postcode and the schools in it whose need is known, as one."""

    pc4: str
    scholen: int
    hulp: Schoolhulp
    balans: Schoolbalans


@dataclass(frozen=True, slots=True, kw_only=True)
class Gemeentecijfer:
    """A figure of the whole gemeente; None when it isn't there, and the source either way."""

    titel: str
    eenheid: str
    periode: str
    bereik: Bereik | None
    bron: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Aanbodoverzicht:
    """All that is told; `soort` is the kind that was asked for, '' for all that is in hours.

    `scholen` are those where help may lack first. `regels` are all lines that may be seen, those of
    schools that aren't in the list too.
    """

    soort: str
    rondom: Rondom
    lijst: Schoollijst
    regels: tuple[Aanbodregel, ...]
    scholen: tuple[Schoolaanbod, ...]
    gebieden: tuple[Gebiedaanbod, ...]
    cijfers: tuple[Gemeentecijfer, ...]
    verborgen: int

    def lying(self, ligging: Ligging) -> tuple[Schoolaanbod, ...]:
        """Return the schools where help and need lie so."""
        return tuple(one for one in self.scholen if one.balans.ligging is ligging)

    @property
    def in_uren(self) -> bool:
        """Return whether what is compared is hours a week."""
        kind = self.rondom.soorten.get(self.soort)
        return kind is None or kind.uren

    @property
    def soorten(self) -> Mapping[str, str]:
        """Return the names of the kinds that there are lines of now, in the order of the file."""
        names = {code: kind.naam for code, kind in self.rondom.soorten.items()}
        there = {one.een.soort for one in self.regels if one.loopt}
        every = [*names, *sorted(there - set(names))]
        return {code: names.get(code, code) for code in every if code in there}
