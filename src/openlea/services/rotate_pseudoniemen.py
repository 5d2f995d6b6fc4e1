"""Give every pseudonym of a werkruimte a new form, delivery by delivery, in the background."""

from typing import Any

from django.db import transaction

from openlea.core.errors import Conflict, NotAllowed
from openlea.core.logboek import Logsoort
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.services.keep_record import keep_record
from openlea.services.kluis.ketting import lifted, needed_chain
from openlea.services.kluis.plek import slug_of, vak_of
from openlea.services.log_deed import log_deed
from openlea.services.werk.voortgang import Voortgang
from openlea.storage.records.models import Aanlevering
from openlea.storage.vault import kluis
from openlea.storage.vault.envelop import Vak
from openlea.storage.vault.pseudoniemsleutels import chain_length, lengthen_chain


def rotate_pseudoniemen(voortgang: Voortgang, naar: int) -> dict[str, Any]:
    """Return what was written anew; asked again with the same `naar` it goes on where it was.

    `naar` is how many keys the chain must have: one more than it had when this was asked. Each
    delivery is rewritten under a new data key, whole or not at all; NotAllowed, Conflict when keys
    were lost.
    """
    actor = voortgang.actor
    if not actor.may(Noun.REGISTRATIE, Verb.WIJZIGEN):
        raise NotAllowed("Alleen wie registraties beheert, wisselt de pseudoniemen.")
    slug = slug_of(actor)
    if naar > needed_chain(actor.werkruimte, slug) + 1:
        raise Conflict("Er wordt al gewisseld. Kijk bij het werk op de achtergrond.")
    lengthen_chain(slug, naar)
    # What was kept with no key at all (0) holds no pseudonym.
    kept = Aanlevering.objects.of(actor.werkruimte).kept().filter(sleutels__gt=0)
    behind = kept.filter(sleutels__lt=naar)
    numbers = list(behind.order_by("pk").values_list("pk", flat=True))
    skipped = 0
    for done, number in enumerate(numbers):
        voortgang.step("Pseudoniemen wisselen", done, len(numbers))
        skipped += not _rewritten(actor, number)
    log_deed(
        actor,
        "pseudoniemen gewisseld",
        f"sleutel {naar}",
        soort=Logsoort.WIJZIGEN,
        noun=Noun.REGISTRATIE,
    )
    return {"zin": _told(len(numbers) - skipped, skipped), "naar": "registraties/"}


def _rewritten(actor: Actor, number: int) -> bool:
    """Write one delivery anew; False when it was erased meanwhile or can't be opened."""
    found = Aanlevering.objects.of(actor.werkruimte).kept().select_related("werkruimte")
    one = found.filter(pk=number).first()
    if one is None or not kluis.is_readable(vak_of(one)):
        return False
    old = vak_of(one)
    new = Vak(werkruimte=old.werkruimte, registratie=old.registratie, nummer=kluis.new_number())
    length = chain_length(old.werkruimte)
    sealed = kluis.write(new, lifted(one, kluis.read(old), length))
    one.kluis, one.sha256, one.grootte = new.nummer, sealed.sha256, sealed.grootte
    one.sleutels = length
    try:
        with transaction.atomic():
            keep_record(actor, one)
    except Conflict:
        kluis.erase(new)  # somebody confirmed or erased it meanwhile
        return False
    kluis.erase(old)
    return True


def _told(done: int, skipped: int) -> str:
    many = "aanlevering is" if done == 1 else "aanleveringen zijn"
    said = f"{done} {many} opnieuw geschreven, met andere pseudoniemen."
    if skipped:
        said += f" {skipped} overgeslagen: gewist, net gewijzigd of niet te openen."
    return said
