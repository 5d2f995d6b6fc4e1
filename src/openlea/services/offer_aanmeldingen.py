"""Bring applications to the door: what decides a place goes into the vault, the rest nowhere.

They don't count before somebody looked at what became of each column (keep_aanmeldingen).
"""

from django.db import transaction
from django.utils import timezone

from openlea.core.bron import Bestand
from openlea.core.errors import Conflict
from openlea.core.logboek import Logsoort
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.services.find_kinderronde import find_kinderronde
from openlea.services.keep_record import keep_record
from openlea.services.kluis.concepten import drop_expired
from openlea.services.kluis.plek import vak_of
from openlea.services.log_deed import log_deed
from openlea.services.plaats.aanmelddeur import as_table, open_blad, read_aanmeldblad
from openlea.services.plaats.aanmeldkoppen import Koppeling, guess_kind
from openlea.services.plaats.levering import sealed_levering
from openlea.services.plaats.ronde import AANMELDINGEN, plekken_of, refuse_promised, regels_of
from openlea.storage.records.models import Aanlevering
from openlea.storage.vault import kluis


def offer_aanmeldingen(
    actor: Actor,
    nummer: int,
    bestand: Bestand,
    koppeling: Koppeling | None = None,
    *,
    verzonnen: bool = False,
) -> Aanlevering:
    """Return the delivery to look at; without `koppeling` the columns are guessed.

    Call it outside a transaction. Nothing is kept as long as anything is wrong: BadInput names
    every line, column and reason, never a value. Conflict without places or rules, or when a
    promise stands.
    """
    ronde = find_kinderronde(actor, nummer, Verb.MAKEN)
    refuse_promised(ronde)
    if not ronde.plekken:
        raise Conflict("Lees eerst de scholen en hun plekken in.")
    regels = regels_of(ronde)
    drop_expired(timezone.now())
    blad = open_blad(bestand)
    chosen = guess_kind(blad.koppen) if koppeling is None else koppeling
    kinderen = read_aanmeldblad(blad, chosen, plekken_of(ronde), regels)
    new = sealed_levering(
        actor,
        AANMELDINGEN,
        ronde.schooljaar,
        as_table(kinderen),
        dropped=[n for n in range(1, len(blad.koppen) + 1) if n - 1 not in chosen],
        verzonnen=verzonnen,
    )
    try:
        return _kept(actor, new, ronde.pk)
    except BaseException:
        kluis.erase(vak_of(new))
        raise


def _kept(actor: Actor, new: Aanlevering, nummer: int) -> Aanlevering:
    with transaction.atomic():
        kept = keep_record(actor, new)
        log_deed(
            actor,
            "aanmeldingen bekeken",
            f"ronde {nummer}",
            soort=Logsoort.MAKEN,
            noun=Noun.AANMELDING,
        )
    return kept
