"""Describe the money of an agenda as a plain table: what `openlea agenda begroting` prints."""

from typing import Any

from openlea.core.agenda import Agenda
from openlea.core.catalogue import find_roots
from openlea.core.geldvoorwaarden import read_geldvoorwaarden
from openlea.policy.begroting import per_ambitie, per_speerpunt
from openlea.policy.dekking import dekking_per_actie
from openlea.policy.geldsignalen import find_geldsignalen
from openlea.policy.middelen import balans_per_jaar

Table = dict[str, Any]


def _euros(cents: int) -> int | float:
    """Return whole cents as euros: a whole number where it is one.

    >>> _euros(9000000), _euros(125050)
    (90000, 1250.5)
    """
    return cents // 100 if cents % 100 == 0 else cents / 100


def describe_begroting(agenda: Agenda, catalogue: str = "") -> Table:
    """Return totals per year and place, the structural shortfall and all signals, in euros."""
    balansen = balans_per_jaar(agenda.begroting, agenda.jaren)
    signalen = find_geldsignalen(agenda, read_geldvoorwaarden(find_roots(catalogue)))
    return {
        "jaren": {
            str(one.jaar): {
                "uitgaven": _euros(one.uitgaven),
                "middelen": _euros(one.middelen),
                "saldo": _euros(one.saldo),
            }
            for one in balansen
        },
        "per_ambitie": _in_euros(per_ambitie(agenda.begroting, agenda.ambities, agenda.jaren)),
        "per_speerpunt": _in_euros(per_speerpunt(agenda.begroting, agenda.ambities, agenda.jaren)),
        "structureel_tekort": {str(one.jaar): _euros(one.structureel_tekort) for one in balansen},
        "dekking": {
            code: str(one.staat)
            for code, one in dekking_per_actie(
                agenda.begroting, agenda.acties, agenda.jaren
            ).items()
        },
        "signalen": [
            {"code": one.code, "ernst": str(one.ernst), "tekst": one.tekst, "waar": one.waar}
            for one in signalen
        ],
    }


def _in_euros(totalen: Any) -> dict[str, dict[str, int | float]]:
    return {
        code or "overig": {str(jaar): _euros(cents) for jaar, cents in bedragen.items()}
        for code, bedragen in totalen.items()
    }
