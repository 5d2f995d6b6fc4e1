"""The transport of pupils as plain values: the same words in JSON, in a file and on paper."""

from collections.abc import Mapping
from typing import Any

from openlea.core.onthulling import Bereik
from openlea.policy.vervoer import GRENZEN, Gebruikt, Rekenwijze, cost_of
from openlea.services.describe_vervoer import Soortvervoer, Vervoer

KOLOMMEN = (
    *("gemeente", "soort", "pc4", "school", "schoolnaam", "laag", "hoog", "km", "km_recht", "weg"),
    *("minuten", "dichtstbij", "dichtstbij_naam", "dichtstbij_km"),
)
LET_OP = (
    "Bij '<5' geeft DUO geen aantal: dat zijn 1 tot 4 leerlingen. Daarom staat er laag en hoog.",
    "De afstand loopt van midden tot midden van postcodes. 'weg' zegt of het over de weg is.",
    "Niet over de weg is de rechte lijn keer een omwegfactor.",
    "Verder dan de grens is geen recht: een handicap telt zonder afstand, het college beslist.",
    "Kosten zijn wat het kost als iedereen verder dan de grens vervoer krijgt.",
)


def as_plain(vervoer: Vervoer) -> dict[str, Any]:
    """Return everything with plain values; a range is laag and hoog, unknown is None."""
    return {
        "peildatum": vervoer.peildatum,
        "bron": "DUO, leerlingen po naar postcode en leeftijd",
        "rekenwijze": _way(vervoer.wijze),
        "verordening": {
            "titel": vervoer.verordening.titel,
            "eigen": bool(vervoer.verordening.gemeente),
            "km_grens": vervoer.regels.km_grens,
            "van": str(vervoer.regels.van),
            "bron": vervoer.regels.bron,
            "niet_nagelezen": list(vervoer.regels.unverified()),
        },
        "let_op": list(LET_OP),
        "totalen": [total_of(one) for one in vervoer.soorten],
        "andere_grenzen": changes_of(vervoer),
        "rijen": vervoer.stromen.select(KOLOMMEN).to_dicts(),
    }


def total_of(one: Soortvervoer) -> dict[str, Any]:
    """Return the totals of one gemeente and kind of school."""
    return {
        "gemeente": one.gemeente,
        "soort": one.soort,
        "grens_km": one.grens,
        "leerlingen": span(one.leerlingen),
        "verder_dan_grens": span(one.verder),
        "aandeel_verder_procent": span(one.aandeel),
        "verder_terwijl_dichterbij_kan": span(one.dichterbij),
        "afstand_onbekend": span(one.onbekend),
        "gemiddelde_km": span(one.km),
        "kosten_per_jaar": span(one.kosten),
        "tarief": None if one.tarief is None else {
            "euro_per_leerling": one.tarief.euro,
            "jaar": one.tarief.jaar,
            "bron": one.tarief.bron,
        },
    }  # fmt: skip


def changes_of(vervoer: Vervoer) -> list[dict[str, Any]]:
    """Return per kind what each other limit does beside that of the ordinance; all homes together.

    Empty for more gemeenten than one: each may have a limit of its own.
    """
    if len({one.gemeente for one in vervoer.soorten}) != 1:
        return []
    own = vervoer.regels.km_grens
    found = []
    for one in vervoer.soorten:
        for km in (km for km in GRENZEN if km != own):
            change = vervoer.change_of(one.soort, float(km))
            found.append(
                {
                    "soort": one.soort,
                    "grens_km": km,
                    "erbij": km < own,
                    "leerlingen": span(change),
                    "kosten_per_jaar": span(cost_of(change, one.tarief)),
                }
            )
    return found


def span(bereik: Bereik | None) -> dict[str, float] | None:
    """Return the ends of a range; None when nothing is known."""
    return None if bereik is None else {"laag": bereik.laag, "hoog": bereik.hoog}


def _way(wijze: Rekenwijze) -> Mapping[str, Any]:
    return {"omwegfactor": _used(wijze.omweg), "snelheid_km_per_uur": _used(wijze.snelheid)}


def _used(one: Gebruikt) -> dict[str, Any]:
    return {"waarde": one.waarde, "bron": one.bron, "aanname": one.is_aanname, "noot": one.noot}
