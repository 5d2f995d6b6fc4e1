"""Who sits at the table of a meeting, per person and per partij."""

from dataclasses import dataclass

from openlea.core.overleg import Aanwezigheid, Mandaat, Overlegrol
from openlea.policy.besluitvorming import mandates_of, presence_of
from openlea.services.vergaderen.tafel import zetels_of
from openlea.storage.records.models import Deelnemer, Vergadering


@dataclass(frozen=True, slots=True, kw_only=True)
class Tafelpersoon:
    """A participant; `partij` is '' for a guest."""

    nummer: int
    naam: str
    partij: str
    rol: Overlegrol
    mandaat: Mandaat
    aanwezigheid: Aanwezigheid

    @property
    def is_er(self) -> bool:
        """Return whether this person is there."""
        return self.aanwezigheid is Aanwezigheid.AANWEZIG


@dataclass(frozen=True, slots=True, kw_only=True)
class Tafelpartij:
    """A partij at the table, and how far whoever sits there may bind it."""

    code: str
    naam: str
    mandaat: Mandaat
    aanwezigheid: Aanwezigheid

    @property
    def is_weg(self) -> bool:
        """Return whether nobody of it is there, as far as was said."""
        return self.aanwezigheid in {Aanwezigheid.AFGEMELD, Aanwezigheid.AFWEZIG}


def at_table(meeting: Vergadering) -> tuple[tuple[Tafelpersoon, ...], tuple[Tafelpartij, ...]]:
    """Return the people of a meeting and their parties, each in the order of their names."""
    rows = list(Deelnemer.objects.filter(vergadering=meeting).select_related("partij"))
    zetels = zetels_of(rows)
    there, mandates = presence_of(zetels), mandates_of(zetels)
    names = {one.partij.code: one.partij.naam for one in rows if one.partij}
    partijen = (
        Tafelpartij(code=code, naam=naam, mandaat=mandates[code], aanwezigheid=there[code])
        for code, naam in sorted(names.items(), key=lambda pair: pair[1].casefold())
    )
    return tuple(_person(one) for one in rows), tuple(partijen)


def _person(one: Deelnemer) -> Tafelpersoon:
    return Tafelpersoon(
        nummer=one.pk,
        naam=one.naam,
        partij=one.partij.naam if one.partij else "",
        rol=Overlegrol(one.rol),
        mandaat=Mandaat(one.mandaat),
        aanwezigheid=Aanwezigheid(one.aanwezigheid),
    )
