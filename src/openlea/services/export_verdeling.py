"""Make a workbook of a division, of what the reader may see."""

from dataclasses import replace

from openlea.core.errors import BadInput, Fout
from openlea.policy.rechten import Actor
from openlea.services.describe_verdeling import describe_verdeling
from openlea.services.verdelen.narekenen import reckon
from openlea.services.write_verdeling_xlsx import write_verdeling_xlsx

MOST_SCHOLEN = 1500
TE_VEEL = (
    f"Bij meer dan {MOST_SCHOLEN} scholen is er geen werkblad. Neem de csv: die opent in Excel."
)
ANDERS = (
    "De rekenregels of gegevens zijn sinds het besluit veranderd, dus dit werkblad zou iets anders "
    "zeggen. Neem de csv: die is wat besloten is."
)


def export_verdeling(actor: Actor, nummer: int) -> bytes:
    """Return the workbook; BadInput when there is no outcome, or when it isn't what was decided."""
    blad = describe_verdeling(actor, nummer)
    if len(blad.scholen) > MOST_SCHOLEN:
        raise BadInput([Fout("", "", TE_VEEL)])
    found = reckon(blad.record).uitkomst
    if found is None or blad.plain is None:
        raise BadInput([Fout("", "", "Er is nog geen uitkomst.")])
    if [one.bedrag for one in found.scholen] != [one["bedrag"] for one in blad.scholen]:
        raise BadInput([Fout("", "", ANDERS)])
    return write_verdeling_xlsx(
        found if blad.binnen else replace(found, varianten=(), gevoeligheid=None)
    )
