"""One agreement as it is told: with where it came from, who agreed, and what came of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from openlea.core.afspraak import Afspraak, Deelname, Instemming, Meetdeel
from openlea.policy.afspraak import (
    describe_meting,
    instemming,
    is_late,
    is_measurable,
    is_met_at_start,
    judge_result,
    meetdelen,
    missing,
)
from openlea.policy.onderwerpwoorden import words_of
from openlea.policy.schrijfwijze import number


@dataclass(frozen=True, slots=True, kw_only=True)
class Herkomst:
    """Where an agreement was made, as far as the reader may see it; 0 and '' for what isn't.

    `vergadering`, `punt` and `besluit_id` are numbers of records.
    """

    vergadering: int = 0
    overleg: str = ""
    overleg_op: date | None = None
    punt: int = 0
    punt_titel: str = ""
    besluit_id: int = 0
    besluit: str = ""
    besluit_nummer: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Afspraakregel:
    """An agreement with what hangs on it, in names; `namen` are the parties by code."""

    afspraak: Afspraak
    versie: int
    today: date
    namen: Mapping[str, str]
    herkomst: Herkomst = Herkomst()
    toelichting: str = ""
    uitkomst: str = ""
    zichtbaarheid: str = ""
    speerpunt: str = ""
    actie: str = ""
    plicht: str = ""
    onderwerp: str = ""
    veld: str = ""

    @property
    def instemming(self) -> Instemming:
        """Return how far it is agreed to."""
        return instemming(self.afspraak.partijen)

    @property
    def delen(self) -> frozenset[Meetdeel]:
        """Return which dots are lit."""
        return meetdelen(self.afspraak)

    @property
    def punten(self) -> tuple[tuple[Meetdeel, bool], ...]:
        """Return each dot with whether it is lit."""
        return tuple((deel, deel in self.delen) for deel in Meetdeel)

    @property
    def meetbaar(self) -> bool:
        """Return whether it can be measured."""
        return is_measurable(self.afspraak.meting)

    @property
    def ontbreekt(self) -> tuple[str, ...]:
        """Return in Dutch what misses."""
        return missing(self.afspraak)

    @property
    def te_laat(self) -> bool:
        """Return whether its last day went by while it runs."""
        return is_late(self.afspraak, self.today)

    @property
    def meting(self) -> str:
        """Return the target in words."""
        return describe_meting(self.afspraak.meting)

    @property
    def al_gehaald(self) -> bool:
        """Return whether the target is met where it starts."""
        return is_met_at_start(self.afspraak.meting)

    @property
    def oordeel(self) -> Any:
        """Return what the measured result says, or None."""
        return judge_result(self.afspraak)

    @property
    def trekker(self) -> str:
        """Return the name of who leads, '' for nobody."""
        return next((self.naam(one) for one in self.afspraak.partijen if one.trekt), "")

    def naam(self, one: Deelname) -> str:
        """Return the name of a partij."""
        return self.namen.get(one.partij, one.partij)

    @property
    def deelnames(self) -> tuple[tuple[str, Deelname], ...]:
        """Return the parties by name, with what they said."""
        return tuple((self.naam(one), one) for one in self.afspraak.partijen)

    @property
    def resultaat(self) -> str:
        """Return the measured value in words, '' when nothing was measured."""
        value = self.afspraak.werkelijk
        return "" if value is None else f"{number(value)} {self.afspraak.meting.eenheid}".rstrip()

    @property
    def teksten(self) -> tuple[str, ...]:
        """Return every text in which a search may find it."""
        one, from_ = self.afspraak, self.herkomst
        names = tuple(naam for naam, _ in self.deelnames)
        return (
            one.wat,
            self.toelichting,
            one.meting.maat,
            self.uitkomst,
            self.plicht,
            self.onderwerp,
            words_of(one.onderwerp),
            self.veld,
            self.speerpunt,
            from_.overleg,
            from_.punt_titel,
            from_.besluit,
            *names,
        )


def plain(one: Afspraakregel) -> dict[str, Any]:
    """Return an agreement as what fits in JSON; days as ISO text, numbers as they were typed."""
    value = one.afspraak
    return {
        "nummer": value.nummer,
        "wat": value.wat,
        "op": _iso(value.op),
        "voor": _iso(value.voor),
        "overleg": one.herkomst.overleg,
        "overleg_op": _iso(one.herkomst.overleg_op),
        "besluit": one.herkomst.besluit_nummer,
        "partijen": [
            {
                "partij": each.partij,
                "naam": naam,
                "trekt": each.trekt,
                "bevestiging": str(each.bevestiging),
                "op": _iso(each.op),
            }
            for naam, each in one.deelnames
        ],
        "instemming": str(one.instemming),
        "meetbaar": one.meetbaar,
        "ontbreekt": list(one.ontbreekt),
        "meting": _measure(value),
        "plicht": value.plicht,
        "onderwerp": value.onderwerp,
        "speerpunt": value.speerpunt,
        "actie": value.actie,
        "staat": str(value.staat),
        "te_laat": one.te_laat,
        "werkelijk": None if value.werkelijk is None else float(value.werkelijk),
        "werkelijk_op": _iso(value.werkelijk_op),
        "uitkomst": one.uitkomst,
    }


def _measure(value: Afspraak) -> dict[str, Any] | None:
    meting = value.meting
    if not meting.maat:
        return None
    return {
        "maat": meting.maat,
        "indicator": meting.indicator,
        "eenheid": meting.eenheid,
        "richting": str(meting.richting),
        "nulmeting": None if meting.nulmeting is None else float(meting.nulmeting),
        "nulmeting_op": _iso(meting.nulmeting_op),
        "streefwaarde": None if meting.doel is None else float(meting.doel),
        "peildatum": _iso(meting.peildatum),
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
