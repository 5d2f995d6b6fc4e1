"""The protocol of a placement for a notary: what was promised, drawn and placed, to sign."""

from datetime import date

from openlea.core.plaatsing import Regels, Wijze
from openlea.policy.schrijfwijze import day
from openlea.services.papier.blokken import Alinea, Blok, Feiten, Kop, Lijst, Stuk
from openlea.services.plaats.tabellen import Kerngetallen
from openlea.services.plaats.trekking import Trekking

WAAROM = (
    "Niemand kan de uitkomst sturen, ook de gemeente niet. Het zout en het register stonden vast "
    "en de vastlegging was openbaar vóórdat de tekst van de dag bestond. Wie het zout kent, kon de "
    "tekst van de dag niet kiezen. Wie de tekst van de dag zou kunnen beïnvloeden, kende het zout "
    "niet. Dit geldt alleen als de vastlegging echt eerder openbaar was, en als de tekst van de "
    "dag van tevoren is afgesproken."
)
STAPPEN = (
    "De vastlegging is vóór de trekking openbaar gemaakt, op: ____________________",
    "De tekst van de dag (zaad) komt uit: ____________________",
    "De vastlegging in dit protocol is gelijk aan wat toen openbaar was.",
    "controle.py is uitgevoerd en zegt bij elke controle 'goed'.",
    "De besloten bestanden (uitkomst.csv, brieven, geheim.json) zijn niet openbaar gemaakt.",
)
PROEF = (
    "LET OP: dit is een proef. Zout en tekst van de dag zijn op één moment gemaakt; de vastlegging "
    "bewijst hier niets."
)


def compose_protocol(
    regels: Regels, trekking: Trekking, telling: Kerngetallen, op: date | None
) -> Stuk:
    """Return the protocol as a document; it holds nothing about a single child."""
    return Stuk(
        titel="Protocol van de plaatsing",
        bovenkop=regels.naam,
        ondertitel=f"{telling.kinderen} kinderen, {trekking.plekken} plekken",
        voetregel=f"Volgens de regels van {day(op)}" if op else "",
        blokken=tuple(_blokken(regels, trekking)),
        omslag=False,
    )


def _blokken(regels: Regels, trekking: Trekking) -> list[Blok]:
    blokken: list[Blok] = [] if trekking.vooraf else [Alinea(PROEF)]
    return [
        *blokken,
        Kop(1, "Wat vooraf vastlag"),
        Feiten((("Vastlegging", trekking.vastlegging), ("Register", trekking.register))),
        Kop(1, "De trekking"),
        Feiten(
            (
                ("Tekst van de dag", trekking.zaad),
                ("Zout", trekking.zout),
                ("Loting", regels.loting.label),
                ("Volgorde", trekking.volgorde),
            )
        ),
        Alinea(
            "Lot = HMAC-SHA256 met als sleutel het zout gevolgd door de tekst van de dag, en als "
            "bericht het nummer van het kind (bij een lot per school: nummer, byte 1F, plek). De "
            "laagste gaat voor."
        ),
        Alinea(WAAROM),
        Kop(1, "De regels"),
        Feiten(_rules(regels)),
        Lijst(tuple(guarantees(regels))),
        Kop(1, "Nagaan en tekenen"),
        Lijst(STAPPEN),
        Alinea("Plaats, dag en handtekening: ______________________________"),
    ]


def _rules(regels: Regels) -> tuple[tuple[str, str], ...]:
    voorrang = "; ".join(one.criterium.label for one in regels.voorrang) or "geen"
    quota = "; ".join(
        f"{one.procent:g} % voor {one.groep.label} ({'hard' if one.hard else 'zacht'})"
        for one in regels.quota
    )
    return (
        ("Wijze", regels.wijze.label),
        ("Voorrang", voorrang),
        ("Quota", quota or "geen"),
        ("Bron", regels.bron),
        ("Nagelezen", "ja" if regels.nagelezen else "nee: de bron is niet nagelezen"),
        ("Geldt vanaf", day(regels.van)),
    )


def guarantees(regels: Regels) -> list[str]:
    """Return in sentences what these rules promise, and what they don't."""
    if regels.wijze is Wijze.BOSTON:
        return ["Eerlijk je lijst invullen is hier niet altijd het beste: de eerste keus telt."]
    if regels.wijze is Wijze.SERIE:
        return ["Eerlijk je lijst invullen is het beste. Voorrang telt hier niet."]
    said = [
        "Niemand wordt gepasseerd door een kind dat volgens de regels achter hem stond.",
        "Er blijft geen plaats leeg waar iemand liever heen wilde en heen mocht.",
    ]
    if any(one.alleen_eerste_keus for one in regels.voorrang):
        said.append("Voorrang die alleen bij de eerste keus telt, maakt de eerste keus een gok.")
    else:
        said.append("Eerlijk je lijst invullen is het beste, zolang de lijst lang genoeg mag zijn.")
    if regels.tweede_ronde:
        said.append("De tweede ronde gaat op volgorde van het lot en kijkt niet naar voorrang.")
    if regels.gekoppeld_samen:
        said.append(
            "Gekoppelde kinderen gaan samen. Daardoor kan een kind toch gepasseerd zijn; "
            "geen enkele regel kan dat altijd voorkomen (Roth 1984)."
        )
    else:
        said.append(
            "Gekoppelde kinderen hebben samen één lot. Dat maakt dezelfde school waarschijnlijk, "
            "niet zeker."
        )
    return said
