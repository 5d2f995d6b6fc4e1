"""The demo's delivery of rows about persons: children who do not exist, by numbers of their own."""

from datetime import date

from openlea.core.bron import Bestand
from openlea.policy.rechten import Actor
from openlea.services.keep_aanlevering import keep_aanlevering
from openlea.services.offer_aanlevering import offer_aanlevering

REGISTRATIE = "doelgroepkinderen"
HEADS = "kindnummer;geboortedatum;postcode;datum indicatie;reden indicatie;status;uren per week"
CHILDREN = 24
PLAATSEN = ("1211", "1215", "1221", "1223")
REDENEN = ("thuistaal", "opleiding ouders", "taalachterstand")
STANDEN = ("geplaatst", "geplaatst", "geplaatst", "wachtlijst")


def fill_registratie(actor: Actor, today: date) -> None:
    """Deliver one period; `actor` may deliver for the gemeente."""
    peil = date(today.year if today.month > 9 else today.year - 1, 10, 1)  # noqa: PLR2004 - October
    lines = [HEADS, *(_child(number, peil) for number in range(CHILDREN))]
    file = Bestand(naam="peuters.csv", inhoud="\r\n".join(lines).encode())
    new = offer_aanlevering(actor, REGISTRATIE, file, peil.isoformat())
    keep_aanlevering(actor, new.pk, vervangt=None)


def _child(number: int, peil: date) -> str:
    born = date(peil.year - 3, 1 + number % 12, 1 + number)
    cells = (
        f"demo-{number:03d}",
        born.isoformat(),
        PLAATSEN[number % len(PLAATSEN)] + "AA",
        date(peil.year - 1, 1 + number % 12, 15).isoformat(),
        REDENEN[number % len(REDENEN)],
        STANDEN[number % len(STANDEN)],
        "16",
    )
    return ";".join(cells)
