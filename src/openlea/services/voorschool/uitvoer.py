"""The voorschool as plain values for other programs: a known number, a range, or null."""

from collections.abc import Iterable
from typing import Any

from openlea.core.onthulling import Bereik
from openlea.core.telling import Gebied
from openlea.policy import voorschool as maat
from openlea.services.describe_voorschool import Plek, Voorschool
from openlea.services.voorschool.groepsregels import Groepsregel, group_lines
from openlea.services.voorschool.overdracht_tellen import REDENEN

NOG_NIETS = "Er is nog niets over peuters aangeleverd en geteld."


def as_plain(found: Voorschool) -> dict[str, Any]:
    """Return the contract of `openlea vve --json`."""
    staat, geheel = found.staat, found.geheel
    if staat is None or geheel is None:
        return {"peildatum": None, "let_op": [NOG_NIETS]}
    told: dict[str, Any] = {
        "peildatum": staat.peildatum,
        "definitie": staat.definitie or None,
        **_standen(geheel),
        "per_gebied": [_place(one) for one in found.gebieden],
        "per_locatie": [_place(one) for one in found.locaties],
        "wachten": {
            "weken_mediaan": number(found.getal(maat.WACHT_MEDIAAN)),
            "nu_wachtend_weken_mediaan": number(found.getal(maat.WACHT_NU)),
        },
        "uren960": {
            "ja": number(found.getal(maat.UREN_JA)),
            "nee": number(found.getal(maat.UREN_NEE)),
            "onbekend": number(found.getal(maat.UREN_ONBEKEND)),
            "norm": float(found.normen.uren.uren),
            "plaatsen_die_voldoen": found.genoeg_plaatsen if found.aanbod else None,
        },
        "groepen": [_group(one) for one in group_lines(found)],
        "overdracht": _handover(found),
        "pbm": {
            "kinderen_1_januari": number(found.getal(maat.PBM_KINDEREN)),
            "nodig": number(found.getal(maat.PBM_UREN)),
            "gepland": found.pbm_gepland,
        },
        "let_op": list(staat.let_op),
    }
    return told | _compared(found)


def number(bereik: Bereik | None) -> Any:
    """Return a known number, the two ends of a range, or null."""
    if bereik is None:
        return None
    if bereik.precies is None:
        return {"laag": _short(bereik.laag), "hoog": _short(bereik.hoog)}
    return _short(bereik.precies)


def _short(value: float) -> float | int:
    return int(value) if value == int(value) else round(value, 2)


def _standen(one: Plek) -> dict[str, Any]:
    return {
        "doelgroep": number(one.doelgroep),
        "geplaatst": number(one.standen[maat.GEPLAATST]),
        "bereik": number(one.bereik),
        "non_bereik": {name: number(one.standen[name]) for name in maat.NON_BEREIK},
    }


def _place(one: Plek) -> dict[str, Any]:
    return {
        "code": one.code,
        "naam": one.naam,
        **_standen(one),
        "kindplaatsen": one.kindplaatsen,
    }


def _group(one: Groepsregel) -> dict[str, Any]:
    return {
        "locatie": one.lrk,
        "naam": one.locatie,
        "groep": one.groep,
        "aandeel_met_indicatie": number(one.mix),
        "met": number(one.met),
        "zonder": number(one.zonder),
        "behaald": number(one.behaald),
    }


def _handover(found: Voorschool) -> dict[str, Any]:
    return {
        "doelgroep": number(found.getal(maat.OVERDRACHT)),
        "gedaan": number(found.getal(maat.GEDAAN)),
        "niet_gedaan": number(found.getal(maat.NIET_GEDAAN)),
        "onbekend": number(found.getal(maat.NIET_BEKEND)),
        "redenen": _reasons(found, REDENEN),
        "doel": 100,
    }


def _reasons(found: Voorschool, redenen: Iterable[str]) -> dict[str, Any]:
    return {
        reden: number(found.getal(maat.OVERDRACHT_REDEN, Gebied.KLASSE, reden)) for reden in redenen
    }


def _compared(found: Voorschool) -> dict[str, Any]:
    """Return the count before beside this one, or why they aren't laid side by side."""
    if found.niet_vergelijkbaar or found.vorige is None:
        return {"vergelijking": None, "niet_vergelijkbaar": found.niet_vergelijkbaar}
    before = found.vorige
    return {
        "vergelijking": {
            "peildatum": before.peildatum,
            "doelgroep": number(before.bereik(maat.DOELGROEP)),
            "geplaatst": number(before.bereik(maat.GEPLAATST)),
        },
        "niet_vergelijkbaar": None,
    }
