"""What one can ask of the law and of the tasks: only answers that there are."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from django import forms
from django.http import QueryDict

from openlea.core.plicht import Aard, Houder
from openlea.policy.beleidsveld import beleidsveld, in_order
from openlea.policy.controlestand import Zekerheid

LONGEST = 80


class Dagkeuze(forms.Form):
    """On which day; nothing is today."""

    op = forms.DateField(
        label="Op welke dag",
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": "Dit is geen dag. Kies een dag, of schrijf 22-11-2026."},
    )


class Wetfilter(Dagkeuze):
    """Words, a day, a field of policy, a holder, how hard a rule is and how sure."""

    q = forms.CharField(
        label="Zoek op woord of artikel",
        required=False,
        max_length=LONGEST,
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off"}),
    )
    veld = forms.ChoiceField(label="Beleidsveld", required=False)
    houder = forms.ChoiceField(
        label="Van wie", required=False, choices=[("", "Iedereen"), *Houder.choices()]
    )
    aard = forms.ChoiceField(
        label="Hoe hard", required=False, choices=[("", "Elke regel"), *Aard.choices()]
    )
    zeker = forms.ChoiceField(
        label="Hoe zeker", required=False, choices=[("", "Elke zekerheid"), *Zekerheid.choices()]
    )
    field_order = ("q", "veld", "houder", "aard", "zeker", "op")

    def __init__(self, asked: QueryDict, velden: Iterable[str]) -> None:
        """Offer the fields of policy that have duties."""
        super().__init__(asked, auto_id="wet_%s")
        names = [(one, beleidsveld(one).naam) for one in in_order(velden)]
        self.fields["veld"].choices = [("", "Alle velden"), *names]  # type: ignore[attr-defined]


def clean_of(form: forms.Form) -> dict[str, Any]:
    """Return what was asked; what makes no sense is left out."""
    form.is_valid()
    return {naam: value for naam, value in form.cleaned_data.items() if value not in (None, "")}


def chips(
    form: forms.Form, asked: QueryDict, chosen: Mapping[str, Any]
) -> Iterator[Mapping[str, str]]:
    """Yield each filter that is on, with the address without it."""
    for naam, value in chosen.items():
        field = form.fields[naam]
        shown = dict(getattr(field, "choices", ())).get(str(value), value)
        if isinstance(field, forms.DateField):
            shown = value.strftime("%d-%m-%Y")
        rest = filled(asked)
        rest.pop(naam, None)
        yield {"naam": f"{field.label}: {shown}", "weg_url": f"?{rest.urlencode()}"}


def filled(asked: QueryDict) -> QueryDict:
    """Return what was asked without what was left open."""
    kept = QueryDict(mutable=True)
    for naam, value in asked.items():
        if value:
            kept[naam] = str(value)
    return kept
