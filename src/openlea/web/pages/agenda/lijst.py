"""The list of actions as a file for a spreadsheet, guarded against formulas in people's text."""

import csv
import io
from collections.abc import Iterable, Iterator

from openlea.policy.dekking import DekkingStaat
from openlea.web.pages.agenda.rijen import ActieRij

KOP = (
    "Code",
    "Actie",
    "Ambitie",
    "Speerpunt",
    "Eigenaren",
    "Betrokken partijen",
    "Doelgroep",
    "Leeftijd van",
    "Leeftijd tot en met",
    "Werkgroep",
    "Staat",
    "Actualiteit",
    "Gemeld op",
    "Maat",
    "Doel",
    "Werkelijk",
    "Eenheid",
    "Begroting",
)
_DANGEROUS = ("=", "+", "-", "@", "\t", "\r")


def write_csv(rijen: Iterable[ActieRij], jaar: int) -> str:
    """Return the rows as text with semicolons, as a Dutch spreadsheet reads it."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow([*KOP, f"Geld {jaar} (euro)"])
    for rij in rijen:
        writer.writerow([guarded(cel) for cel in _cells(rij)])
    return out.getvalue()


def guarded(text: str) -> str:
    """Return text that a spreadsheet shows and never runs.

    >>> guarded("=1+1"), guarded("Opstapje")
    ("'=1+1", 'Opstapje')
    """
    return f"'{text}" if text.startswith(_DANGEROUS) else text


def _cells(rij: ActieRij) -> Iterator[str]:
    actie, streef = rij.actie, rij.streef
    owning = {one.code for one in rij.eigenaren}
    yield from (actie.code, actie.naam, rij.ambitie.naam)
    yield f"{rij.speerpunt.code} {rij.speerpunt.naam}"
    yield ", ".join(one.naam for one in rij.eigenaren)
    yield ", ".join(one.naam for one in rij.wie if one.code not in owning)
    yield actie.doelgroep
    yield from (_written(actie.leeftijd_van), _written(actie.leeftijd_tot), actie.werkgroep)
    yield from (actie.staat.label, rij.actualiteit.label)
    yield rij.gemeld_op.isoformat() if rij.gemeld_op else ""
    yield streef.streefwaarde.maat if streef else ""
    yield _written(streef.jaar.doel if streef and streef.jaar else None)
    yield _written(streef.jaar.werkelijk if streef and streef.jaar else None)
    yield streef.streefwaarde.eenheid if streef else ""
    yield rij.dekking.staat.label
    has_row = rij.dekking.staat is not DekkingStaat.GEEN_RIJ
    yield f"{rij.geld / 100:.2f}".replace(".", ",") if has_row else ""


def _written(value: object) -> str:
    return "" if value is None else str(value).replace(".", ",")
