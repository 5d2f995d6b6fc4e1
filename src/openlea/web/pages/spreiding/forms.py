"""What is asked of a balanced spread: the group, the mix, the way there, and how much room."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from django import forms

from openlea.services.segregatie.groepen import Keuze
from openlea.web.pages.agenda.veld import Getal

VRAAG: Mapping[str, Decimal] = {"band": Decimal(10), "ruimte": Decimal(10)}
MOST_KM = 100


class SpreidingForm(forms.Form):
    """The question; what stays empty isn't a limit."""

    groep = forms.ChoiceField(
        label="Welke groep wil je spreiden?",
        error_messages={"required": "Kies een groep.", "invalid_choice": "Kies een groep."},
    )
    doel = Getal(
        label="Gewenst aandeel op elke school, in procent",
        help_text="Leeg is het aandeel in de hele gemeente.",
        required=False,
        min_value=0,
        max_value=100,
    )
    band = Getal(
        label="Hoeveel procentpunt mag een school afwijken?",
        help_text="10 of 20 is gebruikelijk. Kleiner is gelijker, en vraagt meer.",
        min_value=0,
        max_value=100,
        error_messages={"required": "Vul een getal in, zoals 10."},
    )
    reis = Getal(
        label="Hoe ver mag wie van school wisselt hooguit reizen, in km?",
        help_text="Hemelsbreed. Leeg is geen grens. Wie nu al verder reist, mag blijven.",
        required=False,
        min_value=0,
        max_value=MOST_KM,
    )
    ruimte = Getal(
        label="Hoeveel procent mag een school groeien of krimpen?",
        help_text="Van de leerlingen die er nu zijn. 0 is: elke school blijft even groot.",
        min_value=0,
        max_value=100,
        error_messages={"required": "Vul een getal in, zoals 10."},
    )

    def __init__(self, asked: Any, keuzes: Sequence[Keuze]) -> None:
        """Offer the groups that this person may see."""
        super().__init__(asked, auto_id="spr_%s", initial=dict(VRAAG))
        self.fields["groep"].choices = [  # type: ignore[attr-defined]
            (one.id, f"{one.naam} (eigen telling)" if one.is_eigen else one.naam) for one in keuzes
        ]

    def arguments(self, gemeente: str) -> dict[str, Any]:
        """Return what is asked as plain JSON."""
        told = self.cleaned_data
        numbers = {
            naam: None if told[naam] is None else float(told[naam])
            for naam in ("doel", "band", "reis", "ruimte")
        }
        return {"gemeente": gemeente, "groep": told["groep"], **numbers}
