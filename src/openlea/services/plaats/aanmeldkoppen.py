"""Which column of a file becomes what: guessed by its head first, then chosen by a person."""

import re
from collections.abc import Mapping, Sequence

from openlea.services.plaats.invoer import KOPPEN_KIND, KOPPEN_PLEK

Koppeling = Mapping[int, str]
"""By the place of a column, from 0: what it becomes. A column that isn't in it is left out."""
MOST_WISHES = 15
WENS = tuple(f"wens{n}" for n in range(1, MOST_WISHES + 1))
KIND = (*KOPPEN_KIND[:3], *WENS, *KOPPEN_KIND[3:])
"""What a column of applications may become."""
PLEK = KOPPEN_PLEK
"""What a column of places may become."""
TITELS: Mapping[str, str] = {
    "nummer": "nummer van het kind",
    "pc4": "postcode, alleen de vier cijfers",
    "wensen": "wensen in één kolom, met | ertussen",
    **{one: f"wens {n}" for n, one in enumerate(WENS, start=1)},
    "broer_zus": "school van een broer of zus",
    "voorschool": "school met de voorschool",
    "leerkrachtkind": "school waar een ouder werkt",
    "indicatie": "indicatie (ja of nee)",
    "doelgroep": "doelgroep (ja of nee)",
    "gekoppeld": "nummers van gekoppelde kinderen",
    "zekere_plek": "zekere plek",
    "advies": "schooladvies",
    "plek": "code van de plek",
    "naam": "naam van de school",
    "capaciteit": "aantal plaatsen",
    "gebied": "postcodes van het gebied",
    "adviezen": "adviezen die de school aanneemt",
}
_ALSO: Mapping[str, Mapping[str, str]] = {
    "kind": {
        "kindnummer": "nummer", "aanmeldnummer": "nummer", "id": "nummer", "kind": "nummer",
        "postcode": "pc4", "postcode4": "pc4", "postcode_cijfers": "pc4",
        "voorkeuren": "wensen", "voorkeur": "wensen", "scholen": "wensen",
        "eerste_keus": "wens1", "tweede_keus": "wens2", "derde_keus": "wens3",
        "eerste_voorkeur": "wens1", "tweede_voorkeur": "wens2", "derde_voorkeur": "wens3",
        "broer_of_zus": "broer_zus", "broer_zus_op": "broer_zus", "broertje_zusje": "broer_zus",
        "voorschool_op": "voorschool", "ouder_werkt_op": "leerkrachtkind",
        "doelgroepkind": "doelgroep", "tweeling": "gekoppeld", "samen_met": "gekoppeld",
        "zeker": "zekere_plek", "schooladvies": "advies",
    },
    "plek": {
        "brin": "plek", "vestiging": "plek", "vestigingsnummer": "plek", "code": "plek",
        "schoolcode": "plek", "school": "naam", "schoolnaam": "naam", "instellingsnaam": "naam",
        "plaatsen": "capaciteit", "aantal_plaatsen": "capaciteit", "plekken": "capaciteit",
        "aantal": "capaciteit", "postcode": "pc4", "postcode4": "pc4", "postcodes": "gebied",
        "wijk": "gebied",
    },
}  # fmt: skip
_NUMBERED = re.compile(
    r"(?:wens|voorkeur|keus|keuze|school)_?(\d{1,2})|(\d{1,2})e?_(?:keus|voorkeur)"
)


def folded(text: str) -> str:
    """Return a text in small letters, without blanks around it."""
    return text.strip().casefold()


def guess_kind(koppen: Sequence[str]) -> dict[int, str]:
    """Return what each column of applications most likely becomes."""
    return _guess(koppen, KIND, _ALSO["kind"])


def guess_plek(koppen: Sequence[str]) -> dict[int, str]:
    """Return what each column of places most likely becomes."""
    return _guess(koppen, PLEK, _ALSO["plek"])


def _guess(koppen: Sequence[str], known: Sequence[str], also: Mapping[str, str]) -> dict[int, str]:
    found: dict[int, str] = {}
    for place, kop in enumerate(koppen):
        word = re.sub(r"[^a-z0-9]+", "_", folded(kop)).strip("_")
        numbered = _NUMBERED.fullmatch(word)
        naam = f"wens{numbered[1] or numbered[2]}" if numbered else also.get(word, word)
        if naam in known and naam not in found.values():
            found[place] = naam
    return found


def order_of(naam: str) -> int:
    """Return where a column comes: wishes in their order."""
    every = (*KIND, *PLEK)
    return every.index(naam)
