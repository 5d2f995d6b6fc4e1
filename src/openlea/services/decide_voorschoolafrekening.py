"""Decide a settlement: tie it to the grant that was paid in advance, and settle that grant."""

from datetime import date

from django.db import transaction

from openlea.core.begroting import Subsidie
from openlea.core.errors import BadInput, Conflict, Fout, NotAllowed, NotFound
from openlea.policy.rechten import Actor, Noun, Scope, Verb
from openlea.services.keep_record import keep_record
from openlea.services.keep_subsidie import keep_subsidie
from openlea.services.log_deed import log_deed
from openlea.storage.records import models as records

NIET = "Vaststellen kan alleen wie de voorschool van deze werkruimte beheert."
AL = "Deze afrekening is al vastgesteld."


@transaction.atomic
def decide_voorschoolafrekening(
    actor: Actor, nummer: int, kenmerk: str, today: date
) -> records.Voorschoolafrekening:
    """Return the settlement, decided today; its grant gets what was done as its final amount.

    `kenmerk` names the grant of that year. NotAllowed, NotFound, BadInput when there is no such
    grant, Conflict when it was decided already or the grant was.
    """
    if actor.scope(Noun.VOORSCHOOL, Verb.WIJZIGEN) is not Scope.ALLES:
        raise NotAllowed(NIET)
    one = (
        records.Voorschoolafrekening.objects.filter(werkruimte_id=actor.werkruimte, pk=nummer)
        .select_for_update(of=("self",), no_key=True)
        .first()
    )
    if one is None:
        raise NotFound("Deze afrekening is er niet.")
    if one.vastgesteld_op is not None:
        raise Conflict(AL)
    subsidie = _advance(actor, one.jaar, kenmerk)
    keep_subsidie(actor, _settled(subsidie, int(one.uitkomst["cents"]), today), subsidie.versie)
    one.subsidie, one.partij, one.vastgesteld_op = subsidie, subsidie.ontvanger, today
    one.uitkomst = one.uitkomst | {"voorschot": subsidie.beschikt}
    kept = keep_record(actor, one)
    log_deed(
        actor,
        "afrekening voorschool vastgesteld",
        f"{one.houder} {one.jaar}",
        kenmerk,
        noun=Noun.VOORSCHOOL,
    )
    return kept


def _advance(actor: Actor, jaar: int, kenmerk: str) -> records.Subsidie:
    rows = records.Subsidie.objects.filter(werkruimte_id=actor.werkruimte, jaar=jaar)
    found = rows.select_related("post", "ontvanger").filter(kenmerk=kenmerk).first()
    if found is None:
        raise BadInput([Fout("", "subsidie", f"Kies een subsidie van {jaar} uit de lijst.")])
    if found.vastgesteld is not None:
        raise Conflict("Deze subsidie is al vastgesteld.")
    return found


def _settled(one: records.Subsidie, cents: int, today: date) -> Subsidie:
    return Subsidie(
        kenmerk=one.kenmerk,
        post=one.post.code,
        regeling=one.regeling,
        ontvanger=one.ontvanger.code,
        jaar=one.jaar,
        beschikt=one.beschikt,
        beschikt_op=one.beschikt_op,
        voorwaarden=one.voorwaarden,
        prestatie=one.prestatie,
        tussenrapportage_op=one.tussenrapportage_op,
        vastgesteld=cents,
        vastgesteld_op=today,
        teruggevorderd=one.teruggevorderd,
    )
