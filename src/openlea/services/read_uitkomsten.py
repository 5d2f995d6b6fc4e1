"""Open the outcome of a round per child, in memory alone; every time is in the log."""

import polars as pl

from openlea.core.logboek import Logsoort
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.services.find_kinderronde import find_kinderronde
from openlea.services.kluis.plek import vak_of
from openlea.services.log_deed import log_deed
from openlea.services.plaats.ronde import there
from openlea.storage.vault import kluis


def read_uitkomsten(actor: Actor, ronde_pk: int, waarvoor: str) -> pl.DataFrame:
    """Return nummer, pc4, plek, wens, ronde, reservelijst, sleutel and brief (HTML), all as text.

    `plek` is the id of a place, null without one. `waarvoor` goes into the log. NotAllowed for who
    may not see applications, NotFound when nothing was drawn or it was erased.
    """
    ronde = find_kinderronde(actor, ronde_pk, Verb.ZIEN)
    levering = there(ronde.uitkomsten, "uitkomsten")
    log_deed(
        actor,
        "uitkomsten gelezen",
        f"ronde {ronde.pk}",
        waarvoor,
        soort=Logsoort.LEZEN,
        noun=Noun.AANMELDING,
    )
    return kluis.read(vak_of(levering))
