"""A business case as JSON: what a record keeps of it, and the case that such a record holds."""

from collections.abc import Mapping
from typing import Any

from openlea.policy.businesscase import Aanname, Aard, Businesscase, Kaspost
from openlea.policy.businesscase_invoer import read_businesscase
from openlea.policy.invoerdeel import Invoerdeel


def case_of(inhoud: Mapping[str, Any]) -> Businesscase:
    """Return the case that JSON holds; BadInput names every wrong key and the reason."""
    return read_businesscase(Invoerdeel("", "", inhoud))


def content_of(case: Businesscase) -> dict[str, Any]:
    """Return a case with the keys of its file, so that `case_of` gives the same case."""
    found: dict[str, Any] = {
        "titel": case.titel,
        "toelichting": case.toelichting,
        "eerste_jaar": case.eerste_jaar,
        "jaren": case.jaren,
        "rente": case.rente,
        "aanname": [_aanname(one) for one in case.aannamen],
        "post": [_post(one) for one in case.posten],
        "niet_in_geld": [
            {"wat": one.wat, "wie": one.wie, "effect": one.effect.value, "bron": one.bron}
            for one in case.niet_in_geld
        ],
    }
    if case.scenario:
        plan = case.scenario
        found["scenario"] = {
            "soort": plan.soort,
            "leerlingen": plan.leerlingen,
            "vanaf": plan.vanaf,
        }
    return found


def _aanname(one: Aanname) -> dict[str, Any]:
    return {
        "id": one.id,
        "naam": one.naam,
        "laag": one.laag,
        "midden": one.midden,
        "hoog": one.hoog,
        "eenheid": one.eenheid,
        "verdeling": one.verdeling.value,
        "bron": one.bron,
        "eigenaar": one.eigenaar,
    }


def _post(one: Kaspost) -> dict[str, Any]:
    found: dict[str, Any] = {
        "naam": one.naam,
        "kas": one.kas.value,
        "richting": one.richting.value,
        "aard": one.aard.value,
        "maal": list(one.maal),
        "van": one.van,
        "ingroei": list(one.ingroei),
        "groei": one.groei,
    }
    return found if one.aard is Aard.EENMALIG else found | {"tot": one.tot}
