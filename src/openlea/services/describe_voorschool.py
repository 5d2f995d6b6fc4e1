"""What is told of the voorschool: the counts, what houders offer, and what may be compared."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from openlea.core.onthulling import KLEINSTE_NOEMER, NUL, Bereik, share_of
from openlea.core.telling import TOTAAL, Gebied, Telsoort, Telstaat
from openlea.policy import voorschool as maat
from openlea.policy.rechten import Actor
from openlea.policy.voorschool_behoefte import Jaarbehoefte, children_of_age
from openlea.policy.voorschool_uren import offered_hours
from openlea.policy.voorschool_vergelijking import why_not_comparable
from openlea.services.find_tellingen import find_tellingen
from openlea.services.voorschool.definities import Definitie, definition_on
from openlea.services.voorschool.normen import Normen, norms_on
from openlea.storage.records.models import Werkruimte
from openlea.storage.warehouse.voorschool_tabellen import (
    Aanbod,
    Meting,
    Toezicht,
    read_ages,
    read_offer,
    read_places,
    read_quality,
    read_supervision,
)
from openlea.storage.warehouse.warehouse import open_warehouse

AHEAD = 3
"""So many years ahead children are born already, at the latest in the year of the count."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plek:
    """A postcode, location or the whole, with where its doelgroep is; None isn't shown."""

    code: str
    naam: str
    standen: Mapping[str, Bereik | None]
    doelgroep: Bereik | None
    kindplaatsen: int | None = None
    spot: tuple[float, float] | None = None

    @property
    def bereik(self) -> Bereik | None:
        """Return the share placed in percent; None for too few, or when it may be anything."""
        deel, geheel = self.standen[maat.GEPLAATST], self.doelgroep
        if deel is None or geheel is None or geheel.precies is None:
            return None
        if geheel.laag < KLEINSTE_NOEMER or deel == Bereik(0, geheel.hoog):
            return None
        rest = Bereik(max(geheel.laag - deel.hoog, 0), geheel.hoog - deel.laag)
        return share_of(deel, rest)

    @property
    def verschil(self) -> Bereik | None:
        """Return how many of the doelgroep are more than the places there are."""
        if self.doelgroep is None or self.kindplaatsen is None:
            return None
        return Bereik(
            self.doelgroep.laag - self.kindplaatsen, self.doelgroep.hoog - self.kindplaatsen
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Voorschool:
    """Everything; `staat` is None before anything was counted."""

    staat: Telstaat | None
    vorige: Telstaat | None
    perioden: tuple[str, ...]
    niet_vergelijkbaar: str
    geheel: Plek | None
    gebieden: tuple[Plek, ...]
    locaties: tuple[Plek, ...]
    aanbod: tuple[Aanbod, ...]
    kwaliteit: tuple[Meting, ...]
    toezicht: tuple[Toezicht, ...]
    normen: Normen
    definitie: Definitie
    leeftijden_van: str
    leeftijden: Mapping[int, float] = field(repr=False)

    def getal(self, name: str, gebied: Gebied = Gebied.GEHEEL, code: str = TOTAAL) -> Bereik | None:
        """Return a number of the count that is looked at."""
        return self.staat.bereik(name, gebied, code) if self.staat else None

    @property
    def pbm_gepland(self) -> float | None:
        """Return the planned hours of coaching; None when a location didn't say."""
        known = [one.pbm_uren for one in self.aanbod]
        if not known or any(one is None for one in known):
            return None
        return float(sum(one for one in known if one is not None))

    def hours_of(self, one: Aanbod) -> float:
        """Return the hours that a location offers over the whole term."""
        return float(offered_hours(one.dagen, one.uren_per_dag, one.weken, self.normen.uren))

    @property
    def genoeg_plaatsen(self) -> int:
        """Return the places on locations that offer enough hours."""
        least = float(self.normen.uren.uren)
        return sum(one.kindplaatsen for one in self.aanbod if self.hours_of(one) >= least)

    @property
    def behoefte(self) -> tuple[Jaarbehoefte, ...]:
        """Return what the coming years ask, from the children there are; none without them."""
        whole = self.geheel.doelgroep if self.geheel else None
        now = children_of_age(self.leeftijden, 0, self.definitie.vanaf)
        if whole is None or not now or not self.staat:
            return ()
        first = int(self.leeftijden_van)
        found = (
            self._need(first + n, kids, now, whole)
            for n in range(AHEAD)
            if (kids := children_of_age(self.leeftijden, n, self.definitie.vanaf)) is not None
        )
        return tuple(found)

    def _need(self, jaar: int, kids: float, now: float, whole: Bereik) -> Jaarbehoefte:
        group = Bereik(whole.laag * kids / now, whole.hoog * kids / now)
        places = sum(one.kindplaatsen for one in self.aanbod)
        short = Bereik(group.laag - places, group.hoog - places) if self.aanbod else None
        return Jaarbehoefte(
            jaar=jaar,
            kinderen=kids,
            doelgroep=group,
            tekort=short,
            per_groep=self.normen.per_groep,
        )


def describe_voorschool(actor: Actor, periode: str, today: date) -> Voorschool:
    """Return it for a count, the newest when `periode` is '' ; NotAllowed as find_tellingen."""
    found = find_tellingen(actor, Telsoort.VOORSCHOOL, periode)
    here = Werkruimte.objects.get(pk=actor.werkruimte)
    house, slug = open_warehouse(), here.slug
    day = date.fromisoformat(found.staat.peildatum) if found.staat else today
    offer = read_offer(house, slug)
    van, ages = read_ages(house, slug, here.plaats.partition(":")[2])
    staat = found.staat
    return Voorschool(
        staat=staat,
        vorige=found.vorige,
        perioden=tuple(one.periode for one in found.reeks),
        niet_vergelijkbaar=why_not_comparable(staat, found.vorige) if staat else "",
        geheel=_place(staat, Gebied.GEHEEL, TOTAAL, here.naam) if staat else None,
        gebieden=_areas(staat, offer, read_places(house, slug)) if staat else (),
        locaties=_locations(staat, offer) if staat else (),
        aanbod=offer,
        kwaliteit=read_quality(house, slug),
        toezicht=read_supervision(house, slug),
        normen=norms_on(day),
        definitie=definition_on(here.pk, day),
        leeftijden_van=van,
        leeftijden=ages,
    )


def _areas(
    staat: Telstaat, offer: tuple[Aanbod, ...], spots: Mapping[str, tuple[float, float]]
) -> tuple[Plek, ...]:
    places: dict[str, int] = {}
    for one in offer:
        places[one.pc4] = places.get(one.pc4, 0) + one.kindplaatsen
    codes = {one.code for one in staat.of(maat.DOELGROEP, Gebied.PC4)} | set(places)
    return tuple(
        _place(
            staat,
            Gebied.PC4,
            code,
            "Postcode niet bekend" if code == maat.ZONDER_PLEK else code,
            places=places.get(code, 0) if offer else None,
            spot=spots.get(code),
        )
        for code in sorted(codes)
    )


def _locations(staat: Telstaat, offer: tuple[Aanbod, ...]) -> tuple[Plek, ...]:
    known = {one.lrk: one for one in offer}
    codes = [one.code for one in staat.of(maat.DOELGROEP, Gebied.OPVANG)]
    found = []
    for code in sorted({*codes, *known}):
        one = known.get(code)
        usual = "Geen locatie genoemd" if code == maat.ZONDER_PLEK else f"LRK {code}"
        found.append(
            _place(
                staat,
                Gebied.OPVANG,
                code,
                one.locatie if one else usual,
                places=one.kindplaatsen if one else None,
            )
        )
    return tuple(sorted(found, key=lambda one: (one.code == maat.ZONDER_PLEK, one.naam)))


def _place(
    staat: Telstaat,
    gebied: Gebied,
    code: str,
    naam: str,
    *,
    places: int | None = None,
    spot: tuple[float, float] | None = None,
) -> Plek:
    counted = any(one.code == code for one in staat.of(maat.DOELGROEP, gebied))
    nothing = None if counted else NUL
    return Plek(
        code=code,
        naam=naam,
        standen={name: staat.bereik(name, gebied, code) or nothing for name in maat.STANDEN},
        doelgroep=staat.bereik(maat.DOELGROEP, gebied, code) or nothing,
        kindplaatsen=places,
        spot=spot,
    )
