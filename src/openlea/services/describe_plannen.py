"""Describe the register of plans: per kind what holds, what runs out, and what isn't there yet."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.conf import settings

from openlea.catalogue.kaartenkast import open_plankaarten
from openlea.catalogue.plichtenkast import open_plichten
from openlea.core.catalogue import find_roots
from openlea.core.errors import NotAllowed, NotFound
from openlea.core.partij import PartijSoort
from openlea.core.plankaart import Plankaart, parts_of
from openlea.core.plicht import Aard, Onderwerp, Plicht
from openlea.policy.planregister import Planstaat, Planstand, stand_of_plan
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.storage.records.models import Partij
from openlea.storage.records.plan_values import Planrecord, plannen_seen

HARDHEID = ("Moet van de wet", "Bewijs voor een plicht", "Geen wettelijke plicht")
NU = frozenset({Planstaat.GELDT, Planstaat.LOOPT_AF})


@dataclass(frozen=True, slots=True, kw_only=True)
class Planregel:
    """A plan in the register: as it is kept, and how it stands today."""

    kept: Planrecord
    stand: Planstand

    @property
    def is_now(self) -> bool:
        """Return whether it holds today."""
        return self.stand.staat in NU


@dataclass(frozen=True, slots=True, kw_only=True)
class Plangroep:
    """A kind of plan with its plans, newest first, the duties that one proves, and its parts.

    `houders` are the partijen here of whom such a plan can be.
    """

    kaart: Plankaart
    regels: tuple[Planregel, ...]
    plichten: tuple[Plicht, ...]
    delen: tuple[Onderwerp, ...]
    houders: tuple[str, ...]

    @property
    def hardheid(self) -> str:
        """Return in words whether a law asks for this plan, or at least for what it proves."""
        if self.kaart.verplicht:
            return HARDHEID[0]
        proves = any(one.aard is Aard.PLICHT for one in self.plichten)
        return HARDHEID[1] if proves else HARDHEID[2]

    @property
    def signalen(self) -> int:
        """Return how many things ask for attention."""
        return sum(len(one.stand.signalen) for one in self.regels)


@dataclass(frozen=True, slots=True, kw_only=True)
class Register:
    """Every kind of plan, in the order of the shelf."""

    groepen: tuple[Plangroep, ...]

    @property
    def gevuld(self) -> tuple[Plangroep, ...]:
        """Return the kinds that have a plan."""
        return tuple(one for one in self.groepen if one.regels)

    @property
    def leeg(self) -> tuple[Plangroep, ...]:
        """Return the kinds without one, what the law asks first."""
        empty = [one for one in self.groepen if not one.regels]
        return tuple(sorted(empty, key=lambda one: HARDHEID.index(one.hardheid)))

    @property
    def regels(self) -> tuple[Planregel, ...]:
        """Return every plan."""
        return tuple(one for groep in self.groepen for one in groep.regels)

    def find(self, nummer: int) -> tuple[Plangroep, Planregel]:
        """Return a plan with its kind; NotFound for one that isn't there or may not be seen."""
        for groep in self.groepen:
            for regel in groep.regels:
                if regel.stand.plan.nummer == nummer:
                    return groep, regel
        raise NotFound("Dit plan is er niet.")


def describe_plannen(actor: Actor, today: date) -> Register:
    """Return the register as an actor may see it, in a fixed number of queries.

    NotAllowed for who may see none.
    """
    if not actor.may(Noun.PLAN, Verb.ZIEN):
        raise NotAllowed("Je rol geeft hier geen recht toe.")
    roots = find_roots(settings.CATALOGUE)
    plichten = open_plichten(roots).plichten
    kept, partijen = plannen_seen(actor), tuple(Partij.objects.of(actor.werkruimte))
    kaarten = _with_unknown(open_plankaarten(roots), kept)
    return Register(
        groepen=tuple(_groep(kaart, kept, plichten, partijen, today) for kaart in kaarten.values())
    )


def _groep(
    kaart: Plankaart,
    kept: Sequence[Planrecord],
    plichten: Mapping[str, Plicht],
    partijen: Sequence[Partij],
    today: date,
) -> Plangroep:
    here = [one for one in kept if one.plan.soort == kaart.id]
    delen = parts_of(kaart, plichten)
    others = [one.plan for one in here]
    return Plangroep(
        kaart=kaart,
        regels=tuple(
            Planregel(kept=one, stand=stand_of_plan(one.plan, kaart, delen, today, others))
            for one in here
        ),
        plichten=tuple(one for one in plichten.values() if one.plansoort == kaart.id),
        delen=delen,
        houders=tuple(one.naam for one in partijen if PartijSoort(one.soort) in kaart.houders),
    )


def _with_unknown(
    kaarten: Mapping[str, Plankaart], kept: Sequence[Planrecord]
) -> Mapping[str, Plankaart]:
    """Return the kinds, and a bare one for a plan whose kind was taken off the shelf."""
    some = next(iter(kaarten.values()))
    lost = dict.fromkeys(one.plan.soort for one in kept if one.plan.soort not in kaarten)
    return {**kaarten, **{soort: _bare(soort, some) for soort in lost}}


def _bare(soort: str, some: Plankaart) -> Plankaart:
    return Plankaart(
        id=soort,
        titel=soort.replace("_", " ").capitalize(),
        houders=(),
        vastgesteld_door="",
        waarom="Deze soort staat niet meer op de plank.",
        bron="",
        controle=some.controle,
        nagelezen_op=some.nagelezen_op,
    )
