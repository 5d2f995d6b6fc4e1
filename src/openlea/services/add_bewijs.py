"""Add proof to a legal task: a document, a decision, a plan, an action or a figure."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils import timezone

from openlea.core.errors import BadInput, Fout
from openlea.core.logboek import Logsoort
from openlea.core.plicht import Plicht
from openlea.core.verplichting import BewijsSoort, BewijsStaat
from openlea.policy.bewijsdag import fault_of_day
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.services._stuk import Stuk, check_stuk, keep_stuk
from openlea.services.find_taak import find_taak
from openlea.services.keep_record import keep_record
from openlea.services.log_deed import log_deed
from openlea.services.taken.dekking import follow_proof, hold_taak, said_of, topic_codes
from openlea.services.taken.plank import plicht_of
from openlea.services.taken.verwijzing import Doel, find_doel
from openlea.storage.records import models as records

NEEDS_STUK = {BewijsSoort.DOCUMENT}
NEEDS_TARGET = {BewijsSoort.PLAN, BewijsSoort.ACTIE, BewijsSoort.CIJFER}


@dataclass(frozen=True, slots=True, kw_only=True)
class NieuwBewijs:
    """What is handed in: dated, for some parts of the duty (`onderwerpen`, none for the whole).

    `stuk` is a file or link; `naar` the number of a plan, the code of an action or the id of an
    indicator, for proof of that kind. `aanvaard` accepts it at once, with name and date.
    """

    soort: BewijsSoort
    titel: str
    gedateerd_op: date | None
    toelichting: str = ""
    onderwerpen: tuple[str, ...] = ()
    stuk: Stuk | None = None
    naar: str = ""
    aanvaard: bool = False


def add_bewijs(actor: Actor, nummer: int, new: NieuwBewijs, today: date) -> records.Bewijs:
    """Keep proof of a task by its number and return it; it waits until somebody accepts it.

    Raises BadInput with every field that is wrong, NotFound and NotAllowed as every verb. What is
    dated after the last day is taken: the task is then proven late.
    """
    taak = find_taak(actor, Verb.MAKEN, nummer)
    plicht = plicht_of(taak.plicht)
    if fouten := list(_faults(taak, plicht, new, today)):
        raise BadInput(fouten)
    if new.stuk is not None:
        check_stuk(new.stuk, actor.scope(Noun.DOCUMENT, Verb.MAKEN))
    doel = find_doel(actor, new.soort, new.naar)
    if doel.verwijzing and taak.bewijzen.filter(verwijzing=doel.verwijzing).exists():
        raise BadInput([Fout("", "naar", "Dit is al als bewijs bij deze taak genoemd.")])
    with transaction.atomic():
        hold_taak(taak)
        bewijs = keep_record(actor, _bewijs(actor, taak, new, doel))
        follow_proof(actor, taak, said_of(taak))
        log_deed(
            actor,
            "bewijs toegevoegd",
            f"{taak.plicht} {taak.jaar}",
            bewijs.soort,
            soort=Logsoort.MAKEN,
            noun=Noun.TAAK,
        )
    return bewijs


def _bewijs(
    actor: Actor, taak: records.Verplichting, new: NieuwBewijs, doel: Doel
) -> records.Bewijs:
    document = doel.document if new.stuk is None else keep_stuk(actor, new.stuk)
    is_seen = new.aanvaard
    return records.Bewijs(
        werkruimte_id=actor.werkruimte,
        verplichting=taak,
        soort=new.soort,
        titel=new.titel.strip(),
        toelichting=new.toelichting.strip(),
        gedateerd_op=new.gedateerd_op,
        verwijzing=f"document:{document.pk}" if document else doel.verwijzing,
        onderwerpen=list(new.onderwerpen),
        document=document,
        plan=doel.plan,
        actie=doel.actie,
        staat=BewijsStaat.AANVAARD if is_seen else BewijsStaat.VOORGESTELD,
        voorgesteld_door_id=actor.persoon,
        beoordeeld_door_id=actor.persoon if is_seen else None,
        beoordeeld_op=timezone.now() if is_seen else None,
    )


def _faults(
    taak: records.Verplichting, plicht: Plicht | None, new: NieuwBewijs, today: date
) -> Iterator[Fout]:
    if not new.titel.strip():
        yield Fout("", "titel", "Geef het bewijs een naam.")
    if new.soort in NEEDS_STUK and new.stuk is None and not new.naar:
        yield Fout("", "bestand", "Kies een bestand of vul een link in.")
    if new.soort in NEEDS_TARGET and not new.naar:
        yield Fout("", "naar", f"Kies waar het om gaat: {new.soort.label.lower()}.")
    yield from _day_faults(taak, new.gedateerd_op, today)
    unknown = set(new.onderwerpen) - set(topic_codes(plicht))
    if unknown:
        yield Fout("", "onderwerpen", f"Deze taak kent geen onderdeel {min(unknown)!r}.")


def _day_faults(taak: records.Verplichting, op: date | None, today: date) -> Iterator[Fout]:
    if op is None:
        yield Fout("", "gedateerd_op", "Vul in van welke dag het bewijs is.")
    elif reden := fault_of_day(op, taak.vanaf, today):
        yield Fout("", "gedateerd_op", reden)
