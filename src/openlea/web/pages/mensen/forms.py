"""The forms about people: an invitation, another role, a last day, and days away."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django import forms

from openlea.core.errors import BadInput
from openlea.policy.lidmaatschap import TE_GEVEN
from openlea.policy.rechten import LidRol
from openlea.services.invite_lid import Uitnodiging

Choices = Sequence[tuple[str, str]]
ROLLEN: Choices = [(str(rol), rol.label) for rol in TE_GEVEN]
DAY_INVALID = "Vul een dag in, zoals 31-12-2026."


def day_field(label: str, *, help_text: str = "") -> forms.DateField:
    """Return a field for a day, with the calendar of the browser."""
    return forms.DateField(
        label=label,
        required=False,
        help_text=help_text,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        input_formats=["%Y-%m-%d", "%d-%m-%Y"],
        error_messages={"invalid": DAY_INVALID},
    )


def refuse(form: forms.Form, refused: BadInput) -> None:
    """Put the faults of a verb at the fields of a form."""
    for fout in refused.fouten:
        form.add_error(fout.cel if fout.cel in form.fields else None, fout.reden)


def in_words(form: forms.Form, values: Mapping[str, Any]) -> dict[str, Any]:
    """Return values by the label of their field, a choice by its own words."""
    shown = {}
    for field in form.visible_fields():
        value = values[field.name]
        if isinstance(field.field, forms.ChoiceField):
            choices: Any = field.field.choices
            value = dict(choices).get(str(value or ""), "")
        shown[str(field.label)] = value
    return shown


class UitnodigenForm(forms.Form):
    """Who is invited, and as what."""

    naam = forms.CharField(
        label="Naam", max_length=120, error_messages={"required": "Vul een naam in."}
    )
    email = forms.EmailField(
        label="E-mailadres",
        max_length=254,
        error_messages={
            "required": "Vul een e-mailadres in.",
            "invalid": "Vul een e-mailadres in, zoals naam@voorbeeld.nl.",
        },
    )
    rol = forms.ChoiceField(
        label="Rol",
        choices=ROLLEN,
        initial=str(LidRol.PARTNER),
        help_text="Een partner meldt hoe het gaat met de acties van de eigen partij.",
    )
    partij = forms.ChoiceField(label="Partij", required=False)

    def __init__(self, *args: object, partijen: Sequence[Any], **kwargs: object) -> None:
        """Offer the partijen of this werkruimte, some of them in groups."""
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields["partij"] = _partij_field(partijen)

    def uitnodiging(self) -> Uitnodiging:
        """Return what was filled in."""
        clean = self.cleaned_data
        return Uitnodiging(
            naam=clean["naam"],
            email=clean["email"],
            rol=LidRol(clean["rol"]),
            partij=clean["partij"],
        )


class RolForm(forms.Form):
    """Another role or partij."""

    rol = forms.ChoiceField(label="Rol", choices=ROLLEN)
    partij = forms.ChoiceField(label="Partij", required=False)
    versie = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: object, partijen: Choices, **kwargs: object) -> None:
        """Offer the partijen of this werkruimte."""
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields["partij"] = _partij_field(partijen)


class EindeForm(forms.Form):
    """The last day of a membership."""

    tot = day_field(
        "Laatste dag",
        help_text="Wat aan deze persoon gevraagd is, gaat dan door naar de volgende.",
    )
    versie = forms.IntegerField(widget=forms.HiddenInput)


class VervangingForm(forms.Form):
    """Days away, and who answers meanwhile."""

    van = day_field("Afwezig van")
    tot = day_field("Afwezig tot en met")
    vervanger = forms.TypedChoiceField(
        label="Wie antwoordt zolang?", required=False, coerce=int, empty_value=None
    )
    versie = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: object, vervangers: Choices, **kwargs: object) -> None:
        """Offer who can stand in."""
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        field = self.fields["vervanger"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [("", "Niemand, vragen wachten"), *vervangers]

    def days(self) -> tuple[date | None, date | None]:
        """Return the first and last day away."""
        return self.cleaned_data["van"], self.cleaned_data["tot"]


def _partij_field(partijen: Sequence[Any]) -> forms.ChoiceField:
    return forms.ChoiceField(
        label="Partij", required=False, choices=[("", "Geen partij"), *partijen]
    )
