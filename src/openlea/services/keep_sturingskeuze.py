"""Keep what a group told of itself, which form of steering that suggests, and what it chose."""

from datetime import date

from django.conf import settings
from django.db import transaction

from openlea.catalogue.samenwerkingskast import open_sturingstabel
from openlea.core.catalogue import find_roots
from openlea.core.errors import BadInput, Fout, NotAllowed
from openlea.core.samenwerking import Sturingsvorm
from openlea.core.sturingstabel import Antwoorden
from openlea.policy.rechten import Actor, Noun, Scope, Verb
from openlea.policy.sturing import suggest_sturing
from openlea.services.find_reeks import find_reeks
from openlea.services.keep_record import keep_record
from openlea.services.log_deed import log_deed
from openlea.storage.records.models import Overlegreeks, Sturingskeuze


def keep_sturingskeuze(
    actor: Actor,
    antwoorden: Antwoorden,
    today: date,
    *,
    reeks: int | None = None,
    gekozen: Sturingsvorm | None = None,
    waarom: str = "",
) -> Sturingskeuze:
    """Keep the answers with what the table suggests today, and what the group chose; return it.

    Without a series it is about all parties together. Choosing otherwise than the table suggests
    asks why. Raises BadInput, NotFound and NotAllowed.
    """
    found = _reeks(actor, reeks)
    advies = suggest_sturing(open_sturingstabel(find_roots(settings.CATALOGUE)), antwoorden)
    suggestie = advies.suggestie.vorm if advies.suggestie else None
    if gekozen is not None and gekozen is not suggestie and not waarom.strip():
        reden = "Jullie kiezen anders dan de suggestie. Schrijf in een zin waarom."
        raise BadInput([Fout("", "waarom", reden)])
    with transaction.atomic():
        kept = keep_record(
            actor,
            Sturingskeuze(
                werkruimte_id=actor.werkruimte,
                reeks=found,
                antwoorden=dict(antwoorden),
                suggestie=suggestie or "",
                gekozen=gekozen or "",
                waarom=waarom.strip(),
                op=today,
            ),
        )
        log_deed(
            actor,
            "sturingsvorm bewaard",
            found.naam if found else "alle partijen",
            noun=Noun.SAMENWERKING,
        )
    return kept


def _reeks(actor: Actor, nummer: int | None) -> Overlegreeks | None:
    """Return the series; a partner keeps it only for a series that it leads."""
    scope = actor.scope(Noun.SAMENWERKING, Verb.WIJZIGEN)
    if scope is Scope.NIETS or (nummer is None and scope is not Scope.ALLES):
        raise NotAllowed("Wat alle partijen samen aangaat, legt de gemeente vast.")
    return None if nummer is None else find_reeks(actor, Verb.WIJZIGEN, nummer)
