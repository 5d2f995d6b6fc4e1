"""Describe the tree of an agenda as a plain table: what `openlea agenda show` prints."""

from typing import Any

from openlea.core.agenda import Actie, Agenda, Ambitie, Speerpunt
from openlea.policy.eigenaar import owners

Table = dict[str, Any]


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
