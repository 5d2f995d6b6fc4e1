"""What the law asks on a day: the duties of that day, by field, holder or a word to look for."""

from datetime import date

from django.conf import settings

from openlea.catalogue.plichtenkast import open_plichten
from openlea.core.catalogue import find_roots
from openlea.policy.plichtvraag import Plichtvraag, select
from openlea.services.plichten.plicht_op_dag import Plichtenlijst, on_day


def describe_plichten(op: date, today: date, vraag: Plichtvraag | None = None) -> Plichtenlijst:
    """Return the duties in force on a day that answer to the question, in order of id.

    `aantal` counts all that are in force that day, so that a page can say how many it left out.
    """
    kast = open_plichten(find_roots(settings.CATALOGUE))
    found = select(kast.plichten.values(), vraag or Plichtvraag(), op, today)
    return Plichtenlijst(
        plichten=tuple(on_day(plicht, op, today) for plicht in found),
        op=op,
        aantal=sum(plicht.in_force(op) for plicht in kast.plichten.values()),
        fouten=kast.fouten,
    )
