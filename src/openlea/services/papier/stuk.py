"""The whole agenda on paper, as blocks that Word and PDF both show."""

from datetime import date

from openlea.core.agenda import Agenda
from openlea.policy.schrijfwijze import day
from openlea.services.papier.ambities import compose_ambities
from openlea.services.papier.blokken import Blok, Stuk, Tabel, in_parts
from openlea.services.papier.geld import compose_geld
from openlea.services.papier.opening import compose_opening
from openlea.services.papier.slot import compose_slot
from openlea.services.papier.tekst import every_text, readable


def compose_stuk(agenda: Agenda, op: date | None = None) -> Stuk:
    """Return the agenda as a document; `op` is the day it was taken out, if that is to be said."""
    moment = f"Stand op {day(op)}" if op else ""
    blokken = (
        *compose_opening(agenda),
        *compose_ambities(agenda),
        *compose_geld(agenda),
        *compose_slot(agenda),
    )
    stuk = Stuk(
        titel=" ".join(agenda.titel.split()) or "Educatieve agenda",
        bovenkop="Lokale Educatieve Agenda",
        ondertitel=", ".join(filter(None, (f"{agenda.van}-{agenda.tot}", agenda.staat.label))),
        voetregel=moment,
        blokken=tuple(part for blok in blokken for part in _fitting(blok)),
    )
    return every_text(stuk, readable)


def _fitting(blok: Blok) -> tuple[Blok, ...]:
    return in_parts(blok) if isinstance(blok, Tabel) else (blok,)
