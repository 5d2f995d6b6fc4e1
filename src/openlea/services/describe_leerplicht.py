"""Describe leerplicht over the schooljaren: what was counted, protected, and what it says."""

from dataclasses import dataclass

from openlea.core.errors import NotFound
from openlea.core.telling import Gebied, Telrij, Telsoort, Telstaat
from openlea.policy import verzuim as maat
from openlea.policy.rechten import Actor
from openlea.policy.verzuimcijfers import Cijfertabel, Leerplichtigen, tables_of
from openlea.services.find_tellingen import find_tellingen
from openlea.storage.records.models import Werkruimte
from openlea.storage.warehouse.verzuimtabellen import read_leerplichtigen
from openlea.storage.warehouse.warehouse import open_warehouse

JAREN = 4
"""So many schooljaren stand side by side."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Leerplichtbeeld:
    """The schooljaar that is looked at, those before it, and all numbers as tables.

    `reeks` is from old to new and ends with `staat`; `periodes` are all there are, newest first.
    """

    staat: Telstaat | None
    reeks: tuple[Telstaat, ...]
    periodes: tuple[str, ...]
    leerplichtigen: Leerplichtigen
    tabellen: tuple[Cijfertabel, ...]

    @property
    def vorige(self) -> Telstaat | None:
        """Return the schooljaar before."""
        return self.reeks[-2] if len(self.reeks) > 1 else None

    def tabel(self, naam: str) -> Cijfertabel:
        """Return one table."""
        return next(one for one in self.tabellen if one.naam == naam)

    @property
    def scholen(self) -> tuple[str, ...]:
        """Return the codes of schools, most reports first; those whose number is hidden last."""
        if self.staat is None:
            return ()
        rows = self.staat.of(maat.MELDINGEN, Gebied.SCHOOL)
        return tuple(one.code for one in sorted(rows, key=_first) if one.code != maat.ZONDER_SCHOOL)


def _first(row: Telrij) -> tuple[bool, float, str]:
    """Return where a school stands: by its number, and after all of those by its code."""
    exact = row.bereik.precies if row.bereik else None
    return exact is None, -(exact or 0), row.code


def describe_leerplicht(actor: Actor, periode: str = "") -> Leerplichtbeeld:
    """Return it for a schooljaar, the newest one without; NotFound for one that wasn't counted.

    NotAllowed for who may not see figures that stay within the werkruimte.
    """
    found = find_tellingen(actor, Telsoort.LEERPLICHT, periode)
    if periode and found.staat is None:
        raise NotFound(f"Over {periode} is niets geteld.")
    own = Werkruimte.objects.get(pk=actor.werkruimte)
    until = found.staat.periode if found.staat else ""
    reeks = tuple(reversed([one for one in found.reeks if one.periode <= until][:JAREN]))
    gemeente = own.plaats.partition(":")[2]
    pupils = read_leerplichtigen(open_warehouse(), own.slug, gemeente)
    return Leerplichtbeeld(
        staat=found.staat,
        reeks=reeks,
        periodes=tuple(one.periode for one in found.reeks),
        leerplichtigen=pupils,
        tabellen=tables_of(reeks, pupils),
    )
