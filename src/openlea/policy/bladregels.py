"""The rules of pseudonymising as plain values, for the page that works offline in a browser.

Everything that can be told is told from here, so that page and command can't differ in it.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from openlea.core.registratie import DROPPED, Registratie, Registratieveld, Veldrol
from openlea.policy import herkenning, persoonswaarde
from openlea.policy.kolombesluit import PSEUDONIEM, Behandeling
from openlea.policy.kopweigering import ABSENT


def rules_of(registraties: Sequence[Registratie]) -> Mapping[str, Any]:
    """Return patterns, heads, shares, reasons and declared registrations as JSON can hold them."""
    return {
        "wit": persoonswaarde.WIT,
        "patronen": persoonswaarde.PATTERNS,
        "jaren": persoonswaarde.YEARS,
        "dagen": persoonswaarde.DAYS,
        "langste_nummer": persoonswaarde.LONGEST,
        "redenen": persoonswaarde.REASONS,
        "koppen": herkenning.HEADS,
        "kopdelen": herkenning.PARTS,
        "deel": {"meeste": herkenning.MOST, "helft": herkenning.SOME, "iets": herkenning.ANY},
        "lang": {"letters": herkenning.LONG_LETTERS, "woorden": herkenning.LONG_WORDS},
        "klein_getal": herkenning.SMALL,
        "waarom": herkenning.WHY,
        "vervalt": sorted(DROPPED),
        "labels": {one.value: one.label for one in Behandeling},
        "rollen": {one.value: one.label for one in Veldrol},
        "pseudoniem": PSEUDONIEM,
        "ontbreekt": ABSENT,
        "registraties": [_registratie(one) for one in registraties],
    }


def _registratie(one: Registratie) -> Mapping[str, Any]:
    return {"id": one.id, "titel": one.titel, "velden": [_veld(veld) for veld in one.velden]}


def _veld(veld: Registratieveld) -> Mapping[str, Any]:
    return {
        "naam": veld.naam,
        "rol": veld.rol,
        "koppen": [herkenning.folded(kop) for kop in (veld.naam, *veld.koppen)],
        "kop": (*veld.koppen, veld.naam)[0],
        "verplicht": veld.verplicht,
        "vormen": list(veld.vormen),
        "waarden": list(veld.waarden),
        "hoofdletters": veld.hoofdletters,
    }
