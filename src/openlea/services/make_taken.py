"""Make the legal tasks of a year: what is missing is added, what the law changed is changed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone
from simple_history.utils import bulk_create_with_history, bulk_update_with_history

from openlea.core.agenda import Zichtbaarheid
from openlea.core.errors import BadInput, Fout, NotAllowed
from openlea.core.logboek import Logsoort
from openlea.core.verplichting import Verplichting
from openlea.core.verzoek import VerzoekStaat
from openlea.policy.rechten import Actor, Noun, Scope, Verb
from openlea.services.log_deed import log_deed
from openlea.services.taken.overnemen import carry_over
from openlea.services.taken.uitrekenen import Sleutel, due_here
from openlea.services.taken.vragen import close_asks
from openlea.storage.records import models as records

FIRST, LAST = 2015, 2100
_FIELDS = [
    *("titel", "over", "vanaf", "uiterlijk", "zichtbaarheid", "vervallen"),
    *("staat", "reden"),  # as last year, where the duty is never for this partij
    *("versie", "bijgewerkt_op"),  # what many rows at once would leave as they are
]
_AT_ONCE = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class Gemaakt:
    """How many tasks are new, changed because the law or a plan did, and no longer asked."""

    nieuw: int = 0
    gewijzigd: int = 0
    vervallen: int = 0
    totaal: int = 0


@transaction.atomic
def make_taken(actor: Actor, jaar: int) -> Gemaakt:
    """Bring the tasks of a calendar year in a werkruimte to what the law asks now.

    A second time nothing changes. What last year was said not to be for a partij of this kind,
    isn't this year. State, reason, note and proof are of people and stay, also of what is no longer
    asked. NotAllowed for who may not make them for every partij, BadInput for a year that can't be.
    """
    if actor.scope(Noun.TAAK, Verb.MAKEN) is not Scope.ALLES:
        raise NotAllowed("Je rol geeft hier geen recht toe.")
    if not FIRST <= jaar <= LAST:
        raise BadInput([Fout("", "jaar", f"Kies een jaar van {FIRST} tot en met {LAST}.")])
    # Two at once take their turn, so that the second finds what the first has made.
    held = records.Werkruimte.objects.select_for_update(no_key=True)
    due = due_here(held.get(pk=actor.werkruimte), jaar)
    # Held, so that nothing that a person says meanwhile is written over.
    every = records.Verplichting.objects.select_for_update(no_key=True).filter(
        werkruimte_id=actor.werkruimte, jaar=jaar
    )
    known = {(one.plicht, one.termijn, one.volgnummer, one.partij_id): one for one in every}
    new = [_new(actor, jaar, key, *due[key]) for key in due if key not in known]
    spared = carry_over(actor.werkruimte, jaar, [*new, *known.values()])
    changed = [known[key] for key in due if key in known and _follows(known[key], *due[key])]
    lapsed = _lapse(one for key, one in known.items() if key not in due)
    _keep(new, {one.pk: one for one in (*changed, *lapsed, *spared) if one.pk}.values())
    close_asks(actor, [one.pk for one in lapsed], VerzoekStaat.VERVALLEN)
    made = Gemaakt(nieuw=len(new), gewijzigd=len(changed), vervallen=len(lapsed), totaal=len(due))
    if new or changed or lapsed:
        log_deed(
            actor,
            "wettelijke taken klaargezet",
            str(jaar),
            f"{len(new)} nieuw",
            soort=Logsoort.MAKEN,
            noun=Noun.TAAK,
        )
    return made


def _new(
    actor: Actor, jaar: int, key: Sleutel, due: Verplichting, zicht: Zichtbaarheid
) -> records.Verplichting:
    plicht, termijn, nummer, partij = key
    return records.Verplichting(
        werkruimte_id=actor.werkruimte,
        plicht=plicht,
        termijn=termijn,
        volgnummer=nummer,
        jaar=jaar,
        partij_id=partij,
        **_told(due, zicht),
    )


def _told(due: Verplichting, zicht: Zichtbaarheid) -> Mapping[str, object]:
    """Return what the law says of an obligation, by the field in which it is kept."""
    return {
        "titel": due.titel[:200],
        "over": due.over,
        "vanaf": due.vanaf,
        "uiterlijk": due.uiterlijk,
        "zichtbaarheid": zicht,
        "vervallen": False,
    }


def _follows(one: records.Verplichting, due: Verplichting, zicht: Zichtbaarheid) -> bool:
    """Take over what the law says now; return whether anything of it is new."""
    told = _told(due, zicht)
    is_new = any(getattr(one, veld) != waarde for veld, waarde in told.items())
    if is_new:
        for veld, waarde in told.items():
            setattr(one, veld, waarde)
        _turn(one)
    return is_new


def _lapse(no_longer: Iterable[records.Verplichting]) -> list[records.Verplichting]:
    lapsed = [one for one in no_longer if not one.vervallen]
    for one in lapsed:
        one.vervallen = True
        _turn(one)
    return lapsed


def _turn(one: records.Verplichting) -> None:
    one.versie += 1
    one.bijgewerkt_op = timezone.now()


def _keep(new: list[records.Verplichting], changed: Iterable[records.Verplichting]) -> None:
    bulk_create_with_history(new, records.Verplichting, batch_size=_AT_ONCE)
    bulk_update_with_history(list(changed), records.Verplichting, _FIELDS, batch_size=_AT_ONCE)
