"""Describe an agenda as plain tables: its tree, its money, and how well it is kept."""

from datetime import date
from pathlib import Path
from typing import Any

from openlea.core.agenda import Actie, Agenda, Ambitie, Speerpunt
from openlea.core.catalogue import SHIPPED
from openlea.core.geldvoorwaarden import read_geldvoorwaarden
from openlea.policy.actualiteit import judge_acties, share_of_agenda
from openlea.policy.begroting import per_ambitie, per_speerpunt
from openlea.policy.dekking import dekking_per_actie
from openlea.policy.eigenaar import owners
from openlea.policy.geldsignalen import find_geldsignalen
from openlea.policy.meetbaarheid import Onderdeel, measurability
from openlea.policy.middelen import balans_per_jaar

Table = dict[str, Any]


def euros(cents: int) -> int | float:
    """Return whole cents as euros: a whole number where it is one.

    >>> euros(9000000), euros(125050)
    (90000, 1250.5)
    """
    return cents // 100 if cents % 100 == 0 else cents / 100


def describe_begroting(agenda: Agenda, catalogue: str = "") -> Table:
    """Return totals per year and per ambitie, the structural shortfall and all signals; in euros."""
    balansen = balans_per_jaar(agenda.begroting, agenda.jaren)
    roots = [SHIPPED, *([Path(catalogue)] if catalogue else [])]
    signalen = find_geldsignalen(agenda, read_geldvoorwaarden(roots))
    return {
        "jaren": {
            str(one.jaar): {
                "uitgaven": euros(one.uitgaven),
                "middelen": euros(one.middelen),
                "saldo": euros(one.saldo),
            }
            for one in balansen
        },
        "per_ambitie": _in_euros(per_ambitie(agenda.begroting, agenda.ambities, agenda.jaren)),
        "per_speerpunt": _in_euros(per_speerpunt(agenda.begroting, agenda.ambities, agenda.jaren)),
        "structureel_tekort": {str(one.jaar): euros(one.structureel_tekort) for one in balansen},
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
        code or "overig": {str(jaar): euros(cents) for jaar, cents in bedragen.items()}
        for code, bedragen in totalen.items()
    }


def describe_tree(agenda: Agenda) -> Table:
    """Return how much there is, and the tree by code and name."""
    return {
        "ambities": len(agenda.ambities),
        "speerpunten": len(agenda.speerpunten),
        "acties": len(agenda.acties),
        "boom": [_ambitie(one) for one in agenda.ambities],
    }


def _ambitie(one: Ambitie) -> Table:
    under = [_speerpunt(each) for each in one.speerpunten]
    return {"code": one.code, "naam": one.naam, "speerpunten": under}


def _speerpunt(one: Speerpunt) -> Table:
    return {"code": one.code, "naam": one.naam, "acties": [_actie(each) for each in one.acties]}


def _actie(one: Actie) -> Table:
    return {
        "code": one.code,
        "naam": one.naam,
        "staat": str(one.staat),
        "eigenaren": [each.partij for each in owners(one)],
    }


def describe_upkeep(agenda: Agenda, since: date, today: date) -> Table:
    """Return how measurable the agenda is, who owns what, and how fresh it is."""
    meting = measurability(agenda)
    owned = [actie for actie in agenda.acties if owners(actie)]
    fresh = share_of_agenda(agenda, since, today)
    return {
        "meetbaarheid": {
            "speerpunten": len(meting.speerpunten),
            "meetbaar": meting.meetbaar.aantal,
            **{f"met_{deel}": meting.share(deel).aantal for deel in Onderdeel},
            "ontbreekt": list(meting.ontbreekt),
        },
        "eigenaren": {
            "acties": len(agenda.acties),
            "met_eigenaar": len(owned),
            "zonder_eigenaar": [one.code for one in agenda.acties if not owners(one)],
        },
        "actualiteit": {
            "met_eigenaar_en_bijgewerkt": fresh.aantal,
            "van": fresh.van,
            "per_actie": {
                code: str(staat) for code, staat in judge_acties(agenda, since, today).items()
            },
        },
    }
