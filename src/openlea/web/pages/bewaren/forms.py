"""The forms of holding something back and of an own term."""

from collections.abc import Sequence

from django import forms

from openlea.core.bewaring import LONGEST
from openlea.web.pages.mensen.forms import day_field


class StopForm(forms.Form):
    """What is held back, why, and until when."""

    soort = forms.ChoiceField(label="Waarvan?")
    nummer = forms.IntegerField(
        label="Nummer",
        required=False,
        min_value=1,
        help_text="Leeg: alles van deze soort. Het nummer staat in de lijst bij Verwijderen.",
        error_messages={"invalid": "Vul een nummer in, of niets."},
    )
    reden = forms.CharField(
        label="Waarom moet dit blijven?",
        max_length=300,
        help_text="Bijvoorbeeld: bezwaarprocedure, Woo-verzoek of onderzoek.",
        error_messages={"required": "Zeg waarom dit langer bewaard moet blijven."},
    )
    tot = day_field("Laatste dag", help_text="Leeg: tot iemand de bewaarstop opheft.")

    def __init__(self, *args: object, soorten: Sequence[tuple[str, str]], **kwargs: object) -> None:
        """Offer the kinds of this werkruimte."""
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields["soort"].choices = soorten  # type: ignore[attr-defined]


class TermijnForm(forms.Form):
    """An own term in months, with the reason."""

    maanden = forms.IntegerField(
        label="Aantal maanden",
        required=False,
        min_value=1,
        max_value=LONGEST,
        help_text="Leeg: het voorstel geldt weer.",
        error_messages={"invalid": "Vul een getal in, of niets."},
    )
    waarom = forms.CharField(
        label="Waarom deze termijn?",
        required=False,
        max_length=300,
        help_text="Noem bijvoorbeeld de selectielijst of het besluit waar hij op rust.",
    )
