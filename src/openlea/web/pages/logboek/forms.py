"""What to look for in the log."""

from typing import Any

from django import forms

from openlea.core.logboek import Logsoort
from openlea.policy.rechten import LidRol, Noun
from openlea.storage.records.models import Logregel


class LogboekFilter(forms.Form):
    """Which lines to show."""

    persoon = forms.ChoiceField(label="Wie", required=False)
    rol = forms.ChoiceField(
        label="In welke rol", required=False, choices=[("", "Alle rollen"), *LidRol.choices()]
    )
    soort = forms.ChoiceField(
        label="Wat er gebeurde", required=False, choices=[("", "Alles"), *Logsoort.choices()]
    )
    noun = forms.ChoiceField(
        label="Waarover", required=False, choices=[("", "Alles"), *Noun.choices()]
    )
    onderwerp = forms.CharField(label="Onderwerp", required=False, max_length=80)
    van = forms.DateField(
        label="Van", required=False, widget=forms.DateInput(attrs={"type": "date"})
    )
    tot = forms.DateField(
        label="Tot en met", required=False, widget=forms.DateInput(attrs={"type": "date"})
    )

    def __init__(self, *args: Any, keten: str, **kwargs: Any) -> None:
        """Take the persons that have a line in this chain as the choices."""
        super().__init__(*args, **kwargs)
        people = Logregel.objects.people_of(keten)
        known = [(str(number), f"{naam} ({email})") for number, naam, email in people]
        choices: Any = [("", "Iedereen"), *known]
        self.fields["persoon"].choices = choices  # type: ignore[attr-defined]

    def asked(self) -> dict[str, Any]:
        """Return what was filled in well; a field that is wrong asks nothing."""
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value}
