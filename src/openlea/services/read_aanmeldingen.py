"""Open the applications of a round, in memory alone; every time is in the log."""

from openlea.core.logboek import Logsoort
from openlea.core.plaatsing import Kind, Plek, Regels
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.services.find_kinderronde import find_kinderronde
from openlea.services.kluis.plek import vak_of
from openlea.services.log_deed import log_deed
from openlea.services.plaats.ronde import gelezen_of, there
from openlea.storage.vault import kluis


def read_aanmeldingen(
    actor: Actor, ronde_pk: int, waarvoor: str
) -> tuple[tuple[Kind, ...], tuple[Plek, ...], Regels]:
    """Return children, places and rules; `waarvoor` goes into the log.

    NotAllowed for who may not see applications, NotFound when there are none or they were erased,
    BadInput when places or rules of today don't fit them.
    """
    ronde = find_kinderronde(actor, ronde_pk, Verb.ZIEN)
    levering = there(ronde.aanmeldingen, "aanmeldingen")
    # The line is there before a row is: what was opened is never without one.
    log_deed(
        actor,
        "aanmeldingen gelezen",
        f"ronde {ronde.pk}",
        waarvoor,
        soort=Logsoort.LEZEN,
        noun=Noun.AANMELDING,
    )
    found = gelezen_of(ronde, kluis.read(vak_of(levering)))
    return found.kinderen, found.plekken, found.regels
