"""Open the rows of one delivery, in memory, to count or link them; every time is in the log."""

import polars as pl

from openlea.core.errors import Conflict, NotFound
from openlea.core.logboek import Logsoort
from openlea.policy.rechten import Actor, Noun
from openlea.services.find_aanlevering import find_aanlevering
from openlea.services.kluis.ketting import lifted
from openlea.services.kluis.plek import refuse_own_door, registraties, vak_of
from openlea.services.log_deed import log_deed
from openlea.storage.vault import kluis
from openlea.storage.vault.pseudoniemsleutels import chain_length


def read_aanlevering(actor: Actor, nummer: int, waarvoor: str) -> pl.DataFrame:
    """Return the rows, with pseudonyms that link to every other delivery of the werkruimte.

    For verbs that count, never for a page: what is counted passes the rules of onthulling before
    anybody sees it. `waarvoor` goes into the log. NotAllowed, NotFound for what is erased or has
    lost its key, Conflict for a draft, BadFile for a damaged file.
    """
    one = find_aanlevering(actor, nummer)
    if one.registratie in registraties():
        refuse_own_door(registraties()[one.registratie])
    if one.gewist_op is not None:
        raise NotFound("Deze aanlevering is gewist.")
    if one.bevestigd_op is None:
        raise Conflict("Deze aanlevering is nog niet bevestigd.")
    # The line is there before a row is: what was opened is never without one.
    what = f"{one.registratie} {one.periode}"
    log_deed(
        actor, "aanlevering gelezen", what, waarvoor, soort=Logsoort.LEZEN, noun=Noun.REGISTRATIE
    )
    return lifted(one, kluis.read(vak_of(one)), chain_length(one.werkruimte.slug))
