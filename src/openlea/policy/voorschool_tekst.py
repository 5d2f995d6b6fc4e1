"""What stands out about the voorschool, in one or two sentences with their figure."""

from collections.abc import Mapping

from openlea.core.onthulling import Bereik
from openlea.policy import voorschool as maat
from openlea.policy.cijfertekst import bereik_tekst

WOORDEN = {
    maat.AFGEWEZEN: "zijn er door hun ouders niet aangemeld",
    maat.WACHTLIJST: "staan er op een wachtlijst",
    maat.ELDERS: "gaan er elders heen",
    maat.ONBEKEND: "zijn er uit beeld: niet bekend waar",
}


def reach_sentence(
    standen: Mapping[str, Bereik | None], doelgroep: Bereik | None, bereik: Bereik | None
) -> str:
    """Return how many of the doelgroep are reached, and where most of the others are."""
    placed = standen.get(maat.GEPLAATST)
    if doelgroep is None or placed is None:
        return "Hoeveel doelgroeppeuters er zijn en gaan, is hier niet te zeggen."
    told = (
        f"Van de {bereik_tekst(doelgroep, 0)} doelgroeppeuters gaan er {bereik_tekst(placed, 0)} "
        "naar de voorschool"
    )
    share = f": {bereik_tekst(bereik, 0, '%')}." if bereik else "."
    return told + share + _others(standen)


def _others(standen: Mapping[str, Bereik | None]) -> str:
    known = [
        (found.laag, name)
        for name in maat.NON_BEREIK
        if (found := standen.get(name)) is not None and found.precies
    ]
    if not known:
        return ""
    count, name = max(known)
    return f" Van wie niet gaat, {_whole(count)} {WOORDEN[name]}."


def _whole(count: float) -> str:
    return f"{count:.0f}"


def hours_sentence(ja: Bereik | None, nee: Bereik | None, onbekend: Bereik | None) -> str:
    """Return how many of the placed children get their hours before they are four."""
    if ja is None or nee is None or onbekend is None:
        return "Hoeveel kinderen 960 uur halen, is hier niet te zeggen."
    return (
        f"{bereik_tekst(ja, 0)} geplaatste doelgroeppeuters halen 960 uur tot hun vierde "
        f"verjaardag. {bereik_tekst(nee, 0)} halen dat niet. Van {bereik_tekst(onbekend, 0)} is "
        "het niet bekend."
    )


def handover_sentence(gedaan: Bereik | None, geheel: Bereik | None) -> str:
    """Return how many were handed over, and what is left to a hundred percent."""
    if gedaan is None or geheel is None or not geheel.hoog:
        return "Over warme overdracht is nog niets te zeggen."
    if gedaan.precies is None or geheel.precies is None:
        return (
            f"Van {bereik_tekst(geheel, 0)} kinderen zijn er {bereik_tekst(gedaan, 0)} warm "
            "overgedragen."
        )
    share = 100 * gedaan.laag / geheel.laag
    left = geheel.laag - gedaan.laag
    return (
        f"{_whole(gedaan.laag)} van de {_whole(geheel.laag)} doelgroepkinderen die vier werden, "
        f"zijn warm overgedragen: {bereik_tekst(Bereik(share, share), 0, '%')}. "
        f"Voor 100 % ontbreken er {_whole(left)}."
    )


def coaching_sentence(nodig: Bereik | None, gepland: float | None) -> str:
    """Return whether the planned hours of coaching are enough."""
    if nodig is None:
        return "Hoeveel uur beleidsmedewerker nodig is, is hier niet te zeggen."
    need = f"Nodig: {bereik_tekst(nodig, 0)} uur pedagogisch beleidsmedewerker in het jaar."
    if gepland is None:
        return f"{need} Hoeveel er gepland is, is niet van elke locatie bekend."
    planned = bereik_tekst(Bereik(gepland, gepland), 0)
    enough = "Dat is genoeg." if gepland >= nodig.hoog else "Dat is te weinig."
    if nodig.laag <= gepland < nodig.hoog:
        enough = "Of dat genoeg is, is niet te zeggen."
    return f"{need} Gepland: {planned} uur. {enough}"
