"""Is there a fitting place for every child: what is needed beside what schools say they offer."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.conf import settings

from openlea.catalogue.ondersteuningkast import open_soorten
from openlea.core.catalogue import find_roots
from openlea.core.ondersteuning import Ondersteuningsgroep, Ondersteuningssoort, Ondersteuningsvorm
from openlea.core.onthulling import Bereik
from openlea.core.telling import Gebied, Telsoort, Telstaat
from openlea.policy import toelating as maat
from openlea.policy.profielinhoud import Profielinhoud
from openlea.policy.rechten import Actor
from openlea.services.aanmelden.scholen import schools_here
from openlea.services.find_tellingen import find_tellingen
from openlea.services.passend.afstand import between
from openlea.services.passend.gepubliceerd import published
from openlea.storage.records.models import Ondersteuningsprofiel
from openlea.storage.warehouse.passend_tabellen import read_swv_postcodes
from openlea.storage.warehouse.versie import LANDELIJK
from openlea.storage.warehouse.voorschool_tabellen import read_places
from openlea.storage.warehouse.warehouse import open_warehouse

VER = 6.0
"""Kilometres over the road from which an offer is far; a proposal, no norm says it."""
THUIS = "thuiszitters"


@dataclass(frozen=True, slots=True, kw_only=True)
class Aanbodregel:
    """What one school offers of one kind; numbers are None when it didn't say."""

    soort: str
    school: str
    naam: str
    pc4: str
    vorm: Ondersteuningsvorm
    groepsgrootte: int | None
    plekken: int | None
    is_voorbeeld: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Behoefteregel:
    """A kind of support: how many need it, how many places schools name, and how many schools."""

    soort: Ondersteuningssoort
    behoefte: Bereik | None
    plekken: int
    scholen: int
    zonder_getal: int

    @property
    def tekort(self) -> Bereik | None:
        """Return how many more need it than there are places named; None when that's unknown."""
        if self.behoefte is None:
            return None
        return Bereik(self.behoefte.laag - self.plekken, self.behoefte.hoog - self.plekken)

    @property
    def is_gat(self) -> bool:
        """Say whether surely more need it than the places that are named."""
        short = self.tekort
        return short is not None and short.laag > 0 and not self.zonder_getal


@dataclass(frozen=True, slots=True, kw_only=True)
class Vak:
    """A postcode and a group of kinds: how many need it, and how far the nearest offer is."""

    groep: Ondersteuningsgroep
    behoefte: Bereik | None
    km: float | None
    scholen: int

    @property
    def is_ver(self) -> bool:
        """Say whether somebody surely needs it and no offer is near."""
        needed = self.behoefte is not None and self.behoefte.laag > 0
        return needed and (self.scholen == 0 or (self.km is not None and self.km > VER))


@dataclass(frozen=True, slots=True, kw_only=True)
class Dekking:
    """All of it; `staat` is None before anything was counted."""

    swv: str
    staat: Telstaat | None
    vorige: Telstaat | None
    perioden: tuple[str, ...]
    soorten: tuple[Behoefteregel, ...]
    gebieden: tuple[tuple[str, tuple[Vak, ...]], ...]
    aanbod: tuple[Aanbodregel, ...]
    thuiszitters: Bereik | None
    profielen: int
    scholen: int
    voorbeelden: int

    @property
    def gaten(self) -> tuple[Behoefteregel, ...]:
        """Return the kinds that surely lack places, largest first."""
        found = [one for one in self.soorten if one.is_gat]
        return tuple(sorted(found, key=lambda one: -(one.tekort.laag if one.tekort else 0)))

    def getal(self, name: str) -> Bereik | None:
        """Return a number of the count that is looked at."""
        return self.staat.bereik(name) if self.staat else None

    @property
    def let_op(self) -> tuple[str, ...]:
        """Return what to mind."""
        told = [
            *(self.staat.let_op if self.staat else ()),
            (
                f"Van {self.profielen} van de {self.scholen} scholen is een profiel vastgesteld: "
                "van de andere is niet bekend wat zij bieden."
            ),
            "Speciale scholen bieden ook zonder profiel plekken: die staan hier dan niet bij.",
        ]
        if self.voorbeelden:
            told.append(f"{self.voorbeelden} profielen zijn een voorbeeld, niet van de school.")
        return tuple(told)


def describe_dekking(actor: Actor, periode: str = "", swv: str = "") -> Dekking:
    """Return it for a count, the newest when `periode` is ''; NotAllowed as find_tellingen.

    With `swv` only postcodes of that samenwerkingsverband stand in `gebieden`.
    """
    found = find_tellingen(actor, Telsoort.PASSEND, periode)
    school = find_tellingen(actor, Telsoort.LEERPLICHT).staat
    house = open_warehouse()
    soorten = open_soorten(find_roots(settings.CATALOGUE))
    every = published(actor)
    offers = _offers([(one, Profielinhoud.of(one.inhoud)) for one in every])
    areas = read_swv_postcodes(house, swv) if swv else frozenset()
    staat = found.staat
    return Dekking(
        swv=swv,
        staat=staat,
        vorige=found.vorige,
        perioden=tuple(one.periode for one in found.reeks),
        soorten=tuple(_line(one, staat, offers) for one in soorten.values()),
        gebieden=_areas(staat, soorten, offers, read_places(house, LANDELIJK), areas)
        if staat
        else (),
        aanbod=offers,
        thuiszitters=school.bereik(THUIS) if school else None,
        profielen=len(every),
        scholen=len(schools_here(actor.werkruimte).scholen),
        voorbeelden=sum(bool(one.inhoud.get("voorbeeld")) for one in every),
    )


def _offers(
    every: Sequence[tuple[Ondersteuningsprofiel, Profielinhoud]],
) -> tuple[Aanbodregel, ...]:
    return tuple(
        Aanbodregel(
            soort=extra.soort,
            school=record.school,
            naam=record.schoolnaam,
            pc4=record.pc4,
            vorm=extra.vorm,
            groepsgrootte=extra.groepsgrootte,
            plekken=extra.plekken,
            is_voorbeeld=inhoud.is_voorbeeld,
        )
        for record, inhoud in every
        for extra in inhoud.extra
    )


def _line(
    soort: Ondersteuningssoort, staat: Telstaat | None, offers: Sequence[Aanbodregel]
) -> Behoefteregel:
    own = [one for one in offers if one.soort == soort.id]
    return Behoefteregel(
        soort=soort,
        behoefte=staat.bereik(f"behoefte_{soort.id}") if staat else None,
        plekken=sum(one.plekken or 0 for one in own),
        scholen=len(own),
        zonder_getal=sum(one.plekken is None for one in own),
    )


def _areas(
    staat: Telstaat,
    soorten: Mapping[str, Ondersteuningssoort],
    offers: Sequence[Aanbodregel],
    places: Mapping[str, tuple[float, float]],
    within: frozenset[str],
) -> tuple[tuple[str, tuple[Vak, ...]], ...]:
    codes = [one.code for one in staat.of(maat.BEHOEFTE, Gebied.PC4)]
    kept = [one for one in codes if not within or one in within or one == maat.ZONDER_POSTCODE]
    by_group = {
        groep: {one.pc4 for one in offers if soorten[one.soort].groep is groep}
        for groep in Ondersteuningsgroep
    }
    return tuple(
        (code, tuple(_cell(staat, code, groep, by_group[groep], places) for groep in by_group))
        for code in sorted(kept)
    )


def _cell(
    staat: Telstaat,
    code: str,
    groep: Ondersteuningsgroep,
    where: set[str],
    places: Mapping[str, tuple[float, float]],
) -> Vak:
    far = [km for one in where if (km := between(places, code, one)) is not None]
    return Vak(
        groep=groep,
        behoefte=staat.bereik(f"groep_{groep}", Gebied.PC4, code),
        km=min(far) if far else None,
        scholen=len(where),
    )
