"""The whole agenda on paper, as blocks that Word and PDF both show."""

from datetime import date

from openlea.core.agenda import Agenda
from openlea.policy.schrijfwijze import day
from openlea.services.papier.ambities import compose_ambities
from openlea.services.papier.blokken import Stuk
from openlea.services.papier.geld import compose_geld
from openlea.services.papier.opening import compose_opening
from openlea.services.papier.slot import compose_slot


def compose_stuk(agenda: Agenda, op: date | None = None) -> Stuk:
    """Return the agenda as a document; `op` is the day it was taken out, if that is to be said."""
    moment = f"Stand op {day(op)}" if op else ""
    return Stuk(
        titel=" ".join(agenda.titel.split()) or "Educatieve agenda",
        bovenkop="Lokale Educatieve Agenda",
        ondertitel=", ".join(filter(None, (f"{agenda.van}-{agenda.tot}", agenda.staat.label))),
        voetregel=moment,
        blokken=(
            *compose_opening(agenda),
            *compose_ambities(agenda),
            *compose_geld(agenda),
            *compose_slot(agenda),
        ),
    )
