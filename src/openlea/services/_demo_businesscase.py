"""The business cases in the demo: the shipped examples, said to be examples."""

from dataclasses import replace

from openlea.core.agenda import Zichtbaarheid
from openlea.policy.rechten import Actor
from openlea.services.businesscase.vinden import case_in
from openlea.services.copy_businesscase import copy_businesscase
from openlea.services.keep_businesscase import Caseopzet, keep_businesscase
from openlea.services.keep_caseaanname import keep_caseaanname
from openlea.services.keep_caseuitkomst import keep_caseuitkomst

MINDER, VERANDERD = 8.0, "leerlingen"


def fill_businesscase(actor: Actor) -> None:
    """Make a case that everybody sees, with two outcomes, and one that is worked on."""
    made = copy_businesscase(actor, "thuisnabij_so")
    case = case_in(made)
    opzet = Caseopzet(
        titel="Leerlingen so blijven dichter bij huis (voorbeeld)",
        toelichting=f"{case.toelichting} Dit is een voorbeeld: de bedragen zijn een begin.",
        zichtbaarheid=Zichtbaarheid.PUBLIEK,
    )
    keep_businesscase(actor, opzet, made.pk)
    keep_caseuitkomst(actor, made.pk, "Eerste opzet")
    least = next(one for one in case.aannamen if one.id == VERANDERD)
    keep_caseaanname(actor, made.pk, replace(least, midden=MINDER))
    keep_caseuitkomst(actor, made.pk, "Met acht leerlingen")
    copy_businesscase(actor, "schoolmaatschappelijk_werk")
