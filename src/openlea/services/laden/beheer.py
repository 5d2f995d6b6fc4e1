"""Who may change a table: a werkruimte its own, and the national ones only where it's alone.

National tables are shared by every werkruimte of an installation. Where there are more, one of them
must not change what another one sees; then only the command line changes them.
"""

from openlea.core.errors import NotAllowed
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.storage.records.models import Werkruimte
from openlea.storage.warehouse.versie import LANDELIJK

NIET_LANDELIJK = (
    "Landelijke tabellen gelden voor alle werkruimten van deze installatie. "
    "Daarom wijzigt alleen de beheerder van de installatie ze, op de opdrachtregel "
    "(openlea load en openlea held)."
)


def is_alone() -> bool:
    """Say whether this installation has one werkruimte."""
    return Werkruimte.objects.count() == 1


def may_change_layer(actor: Actor, laag: str) -> bool:
    """Say whether somebody may load, release and discard in a layer."""
    if not actor.may(Noun.BRON, Verb.WIJZIGEN):
        return False
    if laag == LANDELIJK:
        return is_alone()
    return Werkruimte.objects.filter(pk=actor.werkruimte, slug=laag).exists()


def refuse_other_layer(actor: Actor, laag: str) -> None:
    """Raise NotAllowed when somebody may not change the tables of a layer."""
    if not may_change_layer(actor, laag):
        is_national = laag == LANDELIJK and actor.may(Noun.BRON, Verb.WIJZIGEN)
        raise NotAllowed(NIET_LANDELIJK if is_national else "Deze tabel wijzigen mag jij niet.")
