"""Say which column of a waiting file is which field; its rows then pass the door."""

from collections.abc import Mapping

from django.db import transaction

from openlea.core.logboek import Logsoort
from openlea.policy.kolomkeuze import Kolomkeuze, treat_choice
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.services.find_aanlevering import find_aanlevering
from openlea.services.keep_record import keep_record
from openlea.services.kluis.concept import open_raw, resealed, take_up
from openlea.services.kluis.deur import open_bladen, treat_blad
from openlea.services.kluis.ketting import keys_of, needed_chain
from openlea.services.kluis.koppelen import askable, remember
from openlea.services.kluis.plek import registratie_of
from openlea.services.kluis.vergelijken import note_difference
from openlea.services.log_deed import log_deed
from openlea.storage.records.models import Aanlevering


def choose_kolommen(actor: Actor, nummer: int, keuzes: Mapping[int, Kolomkeuze]) -> Aanlevering:
    """Return the delivery; `keuzes` are by number of column, from 1. The file itself is destroyed.

    The choice is remembered for files with the same heads. Call it outside a transaction.
    NotAllowed, NotFound; BadInput when the choice can't be or no row may be kept: then nothing is
    changed; Conflict when this delivery asks nothing, or somebody else was first.
    """
    one = find_aanlevering(actor, nummer, Verb.MAKEN)
    found = registratie_of(one.registratie)
    bladen = open_bladen(open_raw(one))
    blad = askable(found, bladen)
    kop = treat_choice(blad.koppen, found, keuzes)
    one.sleutels = needed_chain(actor.werkruimte, one.werkruimte.slug)
    treated = treat_blad(kop, blad, keys_of(one))
    one.koppeling = {"hoe": "gekozen"}
    rows = take_up(one, treated, kop.persoon.naam)
    note_difference(actor, one, rows)
    with resealed(one, rows), transaction.atomic():
        keep_record(actor, one)
        remember(actor, found, blad, keuzes)
        what = f"{one.registratie} {one.periode}"
        log_deed(actor, "kolommen gekozen", what, noun=Noun.REGISTRATIE, soort=Logsoort.WIJZIGEN)
    return one
