"""The filter of the history."""

from django import forms

from openlea.storage.records.geschiedenis import RegelSoort
from openlea.storage.records.geschiedenis_soort import SOORTEN


class GeschiedenisFilter(forms.Form):
    """Which changes to show."""

    wat = forms.ChoiceField(
        label="Wat er gebeurde", required=False, choices=[("", "Alles"), *RegelSoort.choices()]
    )
    soort = forms.ChoiceField(
        label="Waarvan",
        required=False,
        choices=[("", "Van alles"), *((one.naam, one.naam) for one in SOORTEN)],
    )
    actie = forms.CharField(required=False, max_length=20, widget=forms.HiddenInput)
