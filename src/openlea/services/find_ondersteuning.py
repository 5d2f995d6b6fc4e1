"""Find schools that can give a kind of support, nearest first: for parents, without an account."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from django.conf import settings

from openlea.catalogue.ondersteuningkast import open_soorten
from openlea.core.catalogue import find_roots
from openlea.core.ondersteuning import Ondersteuningssoort
from openlea.policy.profielinhoud import GEBOUW, Profielinhoud
from openlea.policy.profieltekst import offer_sentence
from openlea.policy.rechten import Actor
from openlea.services.passend.afstand import between
from openlea.services.passend.gepubliceerd import published
from openlea.storage.records.models import Ondersteuningsprofiel
from openlea.storage.warehouse.versie import LANDELIJK
from openlea.storage.warehouse.voorschool_tabellen import read_places
from openlea.storage.warehouse.warehouse import open_warehouse

POSTCODE = re.compile(r"([1-9]\d{3}) ?(?:[A-Za-z]{2})?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Gevonden:
    """A school that can: how far in km (None: not known), and what it says."""

    school: str
    naam: str
    pc4: str
    km: float | None
    zin: str
    gebouw: tuple[str, ...]
    schooljaar: str
    is_voorbeeld: bool
    plek: tuple[float, float] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Zoekuitkomst:
    """What was asked and found; `profielen` is how many schools were looked at."""

    soorten: Mapping[str, Ondersteuningssoort]
    soort: Ondersteuningssoort | None
    pc4: str
    fout: str
    gevonden: tuple[Gevonden, ...]
    profielen: int
    thuis: tuple[float, float] | None


def find_ondersteuning(actor: Actor, soort: str, postcode: str) -> Zoekuitkomst:
    """Return the schools with a decided profile that give this support, nearest first."""
    soorten = open_soorten(find_roots(settings.CATALOGUE))
    places = read_places(open_warehouse(), LANDELIJK)
    match = POSTCODE.fullmatch(postcode.strip())
    pc4 = match[1] if match else ""
    wanted = soorten.get(soort)
    profiles = published(actor)
    found = [
        _found(one, wanted, inhoud, pc4, places)
        for one in profiles
        if wanted and (inhoud := Profielinhoud.of(one.inhoud)).offers(soort)
    ]
    return Zoekuitkomst(
        soorten=soorten,
        soort=wanted,
        pc4=pc4,
        fout=_fault(postcode, pc4, places),
        gevonden=tuple(sorted(found, key=lambda one: (one.km is None, one.km or 0, one.naam))),
        profielen=len(profiles),
        thuis=places.get(pc4),
    )


def _found(
    one: Ondersteuningsprofiel,
    soort: Ondersteuningssoort,
    inhoud: Profielinhoud,
    pc4: str,
    places: Mapping[str, tuple[float, float]],
) -> Gevonden:
    extra = inhoud.offers(soort.id)
    return Gevonden(
        school=one.school,
        naam=one.schoolnaam,
        pc4=one.pc4,
        km=between(places, pc4, one.pc4),
        zin=offer_sentence(soort, extra) if extra else "",
        gebouw=tuple(GEBOUW[name] for name in inhoud.gebouw),
        schooljaar=one.schooljaar,
        is_voorbeeld=inhoud.is_voorbeeld,
        plek=places.get(one.pc4),
    )


def _fault(typed: str, pc4: str, places: Mapping[str, tuple[float, float]]) -> str:
    if typed.strip() and not pc4:
        return "Dit is geen postcode. Schrijf vier cijfers, zoals 1211."
    if pc4 and places and pc4 not in places:
        return f"Postcode {pc4} kennen we niet. Kijk of hij klopt."
    return ""
