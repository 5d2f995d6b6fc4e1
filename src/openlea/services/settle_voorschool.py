"""Settle the voorschool of a year: hours per child times the tariff, told per houder alone.

The rows are opened here and nowhere else; what is kept are euros, hours and protected counts.
"""

from collections.abc import Mapping

from django.db import transaction

from openlea.core.errors import BadInput, Fout, NotAllowed, NotFound
from openlea.core.logboek import Logsoort
from openlea.policy.rechten import Actor, Noun, Scope, Verb
from openlea.policy.voorschool import peuter_of
from openlea.policy.voorschool_afrekening import (
    Houderjaar,
    Kindjaar,
    Kindsoort,
    Tarief,
    settle,
)
from openlea.services.keep_record import keep_record
from openlea.services.log_deed import log_deed
from openlea.services.tellen.leveringen import rows_of
from openlea.services.voorschool.tellen import REGISTRATIE
from openlea.storage.records.models import (
    Aanlevering,
    Voorschoolafrekening,
    Voorschooltarief,
    Werkruimte,
)
from openlea.storage.warehouse.voorschool_tabellen import read_offer
from openlea.storage.warehouse.warehouse import open_warehouse

NIET = "Afrekenen kan alleen wie rijen van registraties mag openen."
GEEN_TARIEF = "Er is voor {} nog geen tarief. Leg eerst de tarieven vast."
GEEN_LEVERING = "Over {} is nog niets over peuters aangeleverd."


def settle_voorschool(actor: Actor, jaar: int) -> list[Voorschoolafrekening]:
    """Return the settlement of every houder over a year, made anew unless it was decided.

    Call it outside a transaction. NotAllowed without the right to open rows, BadInput without
    tariffs, NotFound when nothing was delivered about the year.
    """
    if actor.scope(Noun.REGISTRATIE, Verb.ZIEN) is not Scope.ALLES:
        raise NotAllowed(NIET)
    tarieven = _tariffs(actor, jaar)
    levering = _delivery(actor, jaar)
    log_deed(
        actor,
        "rijen geopend om af te rekenen",
        f"voorschool {jaar}",
        f"aanlevering {', '.join(str(one.pk) for one in levering)}",
        soort=Logsoort.LEZEN,
        noun=Noun.REGISTRATIE,
    )
    found = settle(_children(actor, levering), tarieven)
    with transaction.atomic():
        return [_kept(actor, jaar, one, levering) for one in found]


def _tariffs(actor: Actor, jaar: int) -> Mapping[Kindsoort, Tarief]:
    rows = Voorschooltarief.objects.of(actor.werkruimte).filter(jaar=jaar)
    found = {
        (one.indicatie, one.toeslag): Tarief(
            uurtarief=one.uurtarief,
            ouderbijdrage=one.ouderbijdrage,
            meeste_uren=one.meeste_uren,
        )
        for one in rows
    }
    if not found:
        raise BadInput([Fout("", "jaar", GEEN_TARIEF.format(jaar))])
    return found


def _delivery(actor: Actor, jaar: int) -> list[Aanlevering]:
    """Return the deliveries of the last day of the year that there are."""
    counted = (
        Aanlevering.objects.of(actor.werkruimte).counted().select_related("werkruimte", "partij")
    )
    rows = list(counted.filter(registratie=REGISTRATIE, periode__startswith=f"{jaar}-"))
    if not rows:
        raise NotFound(GEEN_LEVERING.format(jaar))
    last = max(one.periode for one in rows)
    return [one for one in rows if one.periode == last]


def _children(actor: Actor, levering: list[Aanlevering]) -> list[Kindjaar]:
    """Return each child that used hours, under the houder of its location."""
    slug = Werkruimte.objects.values_list("slug", flat=True).get(pk=actor.werkruimte)
    houders = {one.lrk: one.houder for one in read_offer(open_warehouse(), slug)}
    rows = rows_of(levering)[REGISTRATIE].iter_rows(named=True)
    peuters = [one for row in rows if (one := peuter_of(row)) is not None]
    return [
        Kindjaar(
            houder=houders.get(one.locatie, ""),
            indicatie=one.is_doelgroep,
            toeslag=one.toeslag,
            uren=one.afgenomen,
        )
        for one in peuters
        if one.locatie and one.stand in {"geplaatst", "gestopt"} and one.afgenomen != 0
    ]


def _kept(
    actor: Actor, jaar: int, one: Houderjaar, levering: list[Aanlevering]
) -> Voorschoolafrekening:
    same = Voorschoolafrekening.objects.filter(
        werkruimte_id=actor.werkruimte, jaar=jaar, houder=one.houder
    ).first()
    if same is not None and same.vastgesteld_op is not None:
        return same
    record = same or Voorschoolafrekening(
        werkruimte_id=actor.werkruimte, jaar=jaar, houder=one.houder
    )
    record.uitkomst = one.as_shown() | {"peildatum": levering[0].periode}
    kept = keep_record(actor, record)
    log_deed(actor, "voorschool afgerekend", f"{one.houder} {jaar}", noun=Noun.VOORSCHOOL)
    return kept
