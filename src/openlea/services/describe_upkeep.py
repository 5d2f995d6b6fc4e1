"""Describe how well an agenda is kept as a plain table: what `openlea agenda check` prints."""

from datetime import date
from typing import Any

from openlea.core.agenda import Agenda
from openlea.policy.actualiteit import judge_acties, share_of_agenda
from openlea.policy.eigenaar import owners
from openlea.policy.meetbaarheid import Onderdeel, measurability

Table = dict[str, Any]


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
