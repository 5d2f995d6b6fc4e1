"""Describe one legal task: what the law asks, what shows it was done, and who accepted that."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import QuerySet

from openlea.core.plicht import Plicht, Versie
from openlea.core.verplichting import BewijsStaat
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.policy.taak import Taak, version_of
from openlea.services.find_taak import find_taak
from openlea.services.taken.bewijsregel import Bewijsregel, Zicht, bewijsregel
from openlea.services.taken.blik import Blik
from openlea.services.taken.houderschap import houderschap_of
from openlea.services.taken.plank import plichten_here
from openlea.services.taken.verloop import Verloopregel, story_of
from openlea.storage.records import models as records
from openlea.storage.records.scope import acties_within, documents_within, plannen_within


@dataclass(frozen=True, slots=True, kw_only=True)
class Onderdeel:
    """A part that the law asks by itself; `staat` is that of its best proof, None without any."""

    code: str
    titel: str
    staat: BewijsStaat | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Taakblad:
    """A task on a page of its own; `plicht` and `versie` are None when the shelf lost the duty.

    `acties` are (code, name) of what serves the duty. `bewijzen` holds what this actor may see.
    """

    taak: Taak
    plicht: Plicht | None
    versie: Versie | None
    onderdelen: tuple[Onderdeel, ...]
    bewijzen: tuple[Bewijsregel, ...]
    acties: tuple[tuple[str, str], ...]
    verloop: tuple[Verloopregel, ...]

    @property
    def aanvaard(self) -> tuple[Bewijsregel, ...]:
        """Return the accepted proof."""
        return tuple(one for one in self.bewijzen if one.staat is BewijsStaat.AANVAARD)

    @property
    def bewezen_door(self) -> tuple[str, datetime] | None:
        """Return who accepted the last of the proof and when; None when there is none."""
        seen = [(one.beoordeeld_door, one.beoordeeld_op) for one in self.aanvaard]
        moments = [(who, op) for who, op in seen if op is not None]
        return max(moments, key=lambda pair: pair[1], default=None)


def describe_taak(actor: Actor, nummer: int, today: date) -> Taakblad:
    """Return a task by its number as this actor sees it, in a fixed number of queries.

    NotFound for what the actor may not see, NotAllowed for who may see none.
    """
    record = find_taak(actor, Verb.ZIEN, nummer)
    plichten = plichten_here()
    proof = list(records.Bewijs.objects.of(actor.werkruimte).filter(verplichting=record))
    counted = {(record.pk, str(staat)): _amount(proof, staat) for staat in BewijsStaat}
    blik = Blik(actor, today, plichten, counted, houderschap_of([record.partij]))
    taak, plicht = blik.taak(record), plichten.get(record.plicht)
    zicht = _zicht(blik, record, proof)
    shown = tuple(bewijsregel(one, taak, plicht, zicht) for one in proof if zicht.reaches(one))
    return Taakblad(
        taak=taak,
        plicht=plicht,
        versie=version_of(plicht, record.uiterlijk),
        onderdelen=_onderdelen(plicht, shown),
        bewijzen=shown,
        acties=_acties(actor, record.plicht),
        verloop=story_of(record, zicht),
    )


def _amount(proof: Iterable[records.Bewijs], staat: BewijsStaat) -> int:
    return sum(one.staat == staat for one in proof)


def _zicht(blik: Blik, taak: records.Verplichting, proof: Sequence[records.Bewijs]) -> Zicht:
    """Return what of the things that the proof points to is seen; three queries."""
    actor = blik.actor
    documents = records.Document.objects.filter(pk__in=[one.document_id for one in proof])
    plannen = records.Plan.objects.filter(pk__in=[one.plan_id for one in proof])
    acties = records.Actie.objects.filter(pk__in=[one.actie_id for one in proof])
    return Zicht(
        partij=taak.partij.naam,
        namen=blik.shows("bewijs", "door"),
        voorstellen=blik.shows("bewijs", "voorstel"),
        toelichting=blik.shows("bewijs", "toelichting"),
        notities=blik.shows("verplichting", "notitie"),
        documenten=_keys(documents_within(documents, actor.scope(Noun.DOCUMENT, Verb.ZIEN), actor)),
        plannen=_keys(plannen_within(plannen, actor.scope(Noun.PLAN, Verb.ZIEN), actor)),
        acties=_keys(acties_within(acties, actor.scope(Noun.ACTIE, Verb.ZIEN), actor)),
    )


def _keys(found: "QuerySet[Any]") -> frozenset[int]:
    return frozenset(found.values_list("pk", flat=True))


def _onderdelen(plicht: Plicht | None, shown: Sequence[Bewijsregel]) -> tuple[Onderdeel, ...]:
    """Return each part with the best that was shown for it; proof of the whole counts for all."""
    topics = plicht.onderwerpen if plicht else ()
    return tuple(
        Onderdeel(code=one.code, titel=one.titel, staat=_best(one.code, shown)) for one in topics
    )


def _best(code: str, shown: Sequence[Bewijsregel]) -> BewijsStaat | None:
    told = {one.staat for one in shown if code in (one.onderwerpen or (code,))}
    order = (BewijsStaat.AANVAARD, BewijsStaat.VOORGESTELD)
    return next((staat for staat in order if staat in told), None)


def _acties(actor: Actor, plicht: str) -> tuple[tuple[str, str], ...]:
    """Return what in the agenda in use serves the duty, as far as the actor may see it."""
    serving = records.Plichtkoppeling.objects.of(actor.werkruimte).filter(plicht=plicht)
    current = records.Agenda.objects.current(actor.werkruimte)
    acties = records.Actie.objects.filter(pk__in=serving.values("actie_id"), agenda=current)
    seen = acties_within(acties, actor.scope(Noun.ACTIE, Verb.ZIEN), actor)
    return tuple(seen.order_by("code").values_list("code", "naam"))
