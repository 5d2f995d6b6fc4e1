"""Whether there is a place for every child, as plain values: a number, a range, or null."""

from typing import Any

from openlea.core.onthulling import Bereik
from openlea.services.describe_dekking import VER, Aanbodregel, Behoefteregel, Dekking
from openlea.services.passend.afstand import HOE, OMWEG, OMWEG_BRON

NOG_NIETS = "Er is nog niets over TLV's en arrangementen aangeleverd en geteld."


def as_plain(found: Dekking) -> dict[str, Any]:
    """Return the contract of `openlea dekkend --json`."""
    told = [] if found.staat else [NOG_NIETS]
    return {
        "swv": found.swv,
        "peildatum": found.staat.peildatum if found.staat else None,
        "periode": found.staat.periode if found.staat else None,
        "behoefte": [
            {"soort": one.soort.id, "groep": str(one.soort.groep), "aantal": number(one.behoefte)}
            for one in found.soorten
        ],
        "thuiszitters": number(found.thuiszitters),
        "aanbod": [_offer(one) for one in found.aanbod],
        "gaten": [_gap(one) for one in found.gaten],
        "afstand": {
            "hoe": HOE,
            "factor": OMWEG,
            "bron": OMWEG_BRON,
            "ver_vanaf_km": VER,
            "per_gebied": [
                {
                    "pc4": code,
                    "groep": str(one.groep),
                    "behoefte": number(one.behoefte),
                    "km": None if one.km is None else round(one.km, 1),
                    "ver": one.is_ver,
                }
                for code, cells in found.gebieden
                for one in cells
            ],
        },
        "let_op": [*told, *found.let_op],
    }


def number(bereik: Bereik | None) -> Any:
    """Return a known number, the two ends of a range, or null."""
    if bereik is None:
        return None
    if bereik.precies is None:
        return {"laag": int(bereik.laag), "hoog": int(bereik.hoog)}
    return int(bereik.precies)


def _offer(one: Aanbodregel) -> dict[str, Any]:
    return {
        "soort": one.soort,
        "school": one.school,
        "naam": one.naam,
        "pc4": one.pc4,
        "vorm": str(one.vorm),
        "groepsgrootte": one.groepsgrootte,
        "plekken": one.plekken,
        "voorbeeld": one.is_voorbeeld,
    }


def _gap(one: Behoefteregel) -> dict[str, Any]:
    return {
        "soort": one.soort.id,
        "titel": one.soort.titel,
        "behoefte": number(one.behoefte),
        "plekken": one.plekken,
        "tekort": number(one.tekort),
        "scholen": one.scholen,
    }
