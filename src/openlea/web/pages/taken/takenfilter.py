"""What to show of the tasks: a year, a partij, a field of policy and a state."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.http import QueryDict

from openlea.core.verplichting import TaakStaat
from openlea.services.describe_taken import Taken, Vraag

ALLE = "alle"
"""In the address: every partij, where leaving it out is the own partij."""
FIRST, LAST = 2015, 2100


class Takenfilter(forms.Form):
    """A year, a partij, a field and a state; only what there is to choose from."""

    jaar = forms.ChoiceField(label="Jaar", required=False)
    partij = forms.ChoiceField(label="Partij", required=False)
    veld = forms.ChoiceField(label="Beleidsveld", required=False)
    staat = forms.ChoiceField(
        label="Staat", required=False, choices=[("", "Elke staat"), *TaakStaat.choices()]
    )

    def __init__(self, vraag: Vraag, found: Taken) -> None:
        """Offer what there is, with what was asked already chosen."""
        chosen = {
            "jaar": str(vraag.jaar),
            "partij": found.partij or ALLE,
            "veld": vraag.veld,
            "staat": vraag.staat,
        }
        super().__init__(chosen, auto_id="taken_%s")
        jaren = sorted({*found.jaren, vraag.jaar}, reverse=True)
        self._offer("jaar", [(str(jaar), str(jaar)) for jaar in jaren])
        self._offer("partij", [(ALLE, "Alle partijen"), *found.partijen])
        self._offer("veld", [("", "Alle velden"), *found.velden])

    def _offer(self, naam: str, choices: list[tuple[str, str]]) -> None:
        self.fields[naam].choices = choices  # type: ignore[attr-defined]


def asked(query: Mapping[str, Any], today: date) -> Vraag:
    """Return what an address asks; what makes no sense is as if it were left out."""
    jaar, staat = str(query.get("jaar", "")), str(query.get("staat", ""))
    partij = query.get("partij") or None
    known = jaar.isascii() and jaar.isdigit() and len(jaar) == len(str(FIRST))
    return Vraag(
        jaar=int(jaar) if known and FIRST <= int(jaar) <= LAST else today.year,
        partij="" if partij == ALLE else partij,
        veld=str(query.get("veld", "")),
        staat=staat if staat in set(TaakStaat) else "",
    )


def address(query: QueryDict, **anders: str) -> str:
    """Return the rest of the address with some of it otherwise; '' leaves a part out."""
    kept = QueryDict(mutable=True)
    for naam, value in {**query.dict(), **anders}.items():
        if value:
            kept[naam] = str(value)
    return f"?{kept.urlencode()}" if kept else "?"
