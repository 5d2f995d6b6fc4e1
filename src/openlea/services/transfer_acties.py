"""Hand everything of one partij or person over to another: parts in actions, asks, speerpunten."""

from collections.abc import Sequence
from dataclasses import replace

from django.db import transaction
from django.utils import timezone

from openlea.core.agenda import Rol
from openlea.core.verzoek import Verzoek, VerzoekStaat
from openlea.policy.ontvanger import hand_over, receiver
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.services.log_deed import log_deed
from openlea.services.open_agenda import open_agenda
from openlea.services.overdracht.stappen import Stap, Stappen
from openlea.services.overdracht.wat import (
    Soort,
    Wat,
    collect,
    find_kant,
    heaviest,
    refuse_mismatch,
)
from openlea.services.rondvraag.bewaren import keep_new
from openlea.services.rondvraag.kring import Kring, kring_of
from openlea.storage.records import models as records
from openlea.storage.records.verzoek_values import verzoek_value


def transfer_acties(actor: Actor, van: str, naar: str) -> tuple[Wat, Sequence[Stap]]:
    """Move everything from one side to the other ('partij:ggd', 'lid:7').

    Returns what moved and the steps with which `undo_transfer` takes it back. The history of each
    record keeps who it was of. Raises BadInput, NotFound and NotAllowed as every verb.
    """
    agenda = open_agenda(actor, Noun.ACTIE, Verb.WIJZIGEN)
    today = timezone.localdate()
    with transaction.atomic():
        sides = find_kant(actor.werkruimte, van), find_kant(actor.werkruimte, naar)
        refuse_mismatch(*sides, today)
        wat = collect(agenda, *sides)
        stappen = Stappen(actor)
        if wat.van.soort is Soort.PARTIJ:
            _move_partij(stappen, wat)
        else:
            for one in wat.betrokken:
                stappen.change("betrokkenheid", one, lid_id=wat.naar.record.pk)
        _move_verzoeken(stappen, agenda, wat)
        log_deed(
            actor,
            "overgedragen",
            f"{wat.van.naam} → {wat.naar.naam}",
            f"{wat.aantal} dingen",
            noun=Noun.ACTIE,
        )
    return wat, stappen.gezet


def _move_partij(stappen: Stappen, wat: Wat) -> None:
    """Move the parts in actions, the speerpunten and the targets of a partij."""
    theirs = _parts_of(wat)
    new = wat.naar.record.pk
    for one in wat.betrokken:
        other = theirs.get(one.actie_id)
        if other is None:
            stappen.change("betrokkenheid", one, partij_id=new, lid_id=None)
            continue
        role = heaviest(one.rol, other.rol)
        stappen.remove(one)
        if Rol(other.rol) is not role:
            stappen.change("betrokkenheid", other, rol=str(role))
    for speerpunt in wat.speerpunten:
        stappen.change("speerpunt", speerpunt, trekker_id=new)
    for streefwaarde in wat.streefwaarden:
        stappen.change("streefwaarde", streefwaarde, eigenaar_id=new)


def _parts_of(wat: Wat) -> dict[int, records.Betrokkenheid]:
    """Return the parts that the other side already has, by action."""
    found = records.Betrokkenheid.objects.filter(
        partij=wat.naar.record.pk, actie__in=wat.al_betrokken
    )
    return {one.actie_id: one for one in found.select_related("actie", "partij")}


def _move_verzoeken(stappen: Stappen, agenda: records.Agenda, wat: Wat) -> None:
    """Close each open ask as handed over, and ask it anew of whoever has to answer now."""
    if not wat.verzoeken:
        return
    kring = kring_of(agenda, timezone.localdate())
    asked = records.Verzoek.objects.of(stappen.actor.werkruimte).open()
    known = set(asked.values_list("sleutel", flat=True))
    for one in wat.verzoeken:
        stappen.change("verzoek", one, staat=str(VerzoekStaat.OVERGEDRAGEN))
        known.discard(one.sleutel)
        new = _asked_anew(verzoek_value(one), wat, kring)
        if new is not None and new.sleutel not in known:
            known.add(new.sleutel)
            stappen.made(keep_new(stappen.actor, agenda, new))


def _asked_anew(verzoek: Verzoek, wat: Wat, kring: Kring) -> Verzoek | None:
    """Return the ask for the other side, or None when there is nobody to ask."""
    if wat.naar.soort is Soort.PARTIJ:
        verzoek = replace(verzoek, partij=wat.naar.sleutel)
        aan = _receiver(kring, verzoek)
    else:
        aan = wat.naar.record.pk
    return None if aan is None else hand_over(verzoek, aan, kring.today)[1]


def _receiver(kring: Kring, verzoek: Verzoek) -> int | None:
    """Return who of the partij answers now, or else the next in line."""
    found = receiver(kring.in_line(verzoek), kring.leden, kring.today)
    return None if found is None else found.id
