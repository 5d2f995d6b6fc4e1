"""The plan of a year as it is handed out: plain values, days as days."""

from typing import Any

from openlea.policy.overlegplan import Overlegplan, Overlegregel
from openlea.policy.vergaderregel import Vergaderregel
from openlea.policy.wetsonderwerp import Vastpunt, Wetsonderwerp


def plan_as_plain(plan: Overlegplan) -> list[dict[str, Any]]:
    """Return every consultation of the plan, what the law asks first."""
    return [_row(one) for one in plan.regels]


def _row(one: Overlegregel) -> dict[str, Any]:
    return {
        "soort": one.kaart.id,
        "titel": one.titel,
        "reeks": one.reeks.nummer if one.reeks else None,
        "ambitie": one.ambitie or (one.reeks.ambitie if one.reeks else ""),
        "karakter": str(one.kaart.karakter),
        "wet_vraagt_dit_jaar": one.wet_vraagt,
        "grondslag": [
            {"plicht": plicht, "wet": law.wet, "artikel": law.artikel}
            for plicht, law in one.grondslagen
        ],
        "gevraagd": one.gevraagd,
        "gehouden": [_meeting(each) for each in one.gehouden],
        "gepland": [_meeting(each) for each in one.gepland],
        "niet_gesloten": [_meeting(each) for each in one.niet_gesloten],
        "nog_te_plannen": [
            {"van": each.van, "voor": each.voor, "reden": each.reden} for each in one.nog_te_plannen
        ],
        "onderwerpen": [_topic(each) for each in one.onderwerpen],
        "vaste_punten": [_standing(each) for each in one.vaste_punten],
    }


def _meeting(one: Vergaderregel) -> dict[str, Any]:
    return {"nummer": one.nummer, "titel": one.titel, "op": one.op}


def _topic(one: Wetsonderwerp) -> dict[str, Any]:
    return {
        "plicht": one.plicht,
        "code": one.code,
        "titel": one.titel,
        "elk_jaar": one.elk_jaar,
        "wanneer": one.wanneer,
        "staat": str(one.staat),
        "op": one.behandeling.op,
        "vergadering": one.behandeling.vergadering,
    }


def _standing(one: Vastpunt) -> dict[str, Any]:
    return {
        "code": one.vast,
        "titel": one.titel,
        "staat": str(one.behandeling.staat),
        "op": one.behandeling.op,
        "ontbreekt_bij": list(one.ontbreekt),
    }
