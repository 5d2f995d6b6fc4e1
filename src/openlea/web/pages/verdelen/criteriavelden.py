"""The fields of the form of criteria: a number, a column, and the parts they stand in."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from django import forms

from openlea.policy.schrijfwijze import number
from openlea.policy.verdeelcriteria import (
    Drempelregel,
    Puntrichting,
    Telwijze,
    Verdeelmethode,
    Voorwaarde,
)
from openlea.services.verdelen.tabel import number_in

NODIG = {"required": "Vul dit in."}
PLACES = 9


class GetalField(forms.CharField):
    """A number typed the Dutch way, with at most nine digits behind the comma."""

    def __init__(self, **options: Any) -> None:
        """Show a short box that opens a keyboard of digits on a phone."""
        widget = forms.TextInput(attrs={"inputmode": "decimal", "class": "vd-getal"})
        super().__init__(widget=widget, max_length=30, **options)

    def prepare_value(self, value: Any) -> Any:
        """Return what stands in the box."""
        if isinstance(value, Decimal):
            return number(value).replace(".", "")
        return value

    def clean(self, value: Any) -> Any:
        """Return a number, or None for an empty box."""
        typed = super().clean(value)
        try:
            found = number_in(typed.strip().replace(".", ","), werkmap=False)
        except ValueError:
            raise forms.ValidationError("Schrijf een getal, zoals 50 of 12,5.") from None
        return None if found is None else round(found, PLACES)


class KolomField(forms.ChoiceField):
    """A column of the table; one that isn't there stays, and says so."""

    def offer(self, koppen: Sequence[str], bewaard: str) -> None:
        """Offer the columns, and the kept one when it isn't among them."""
        lost = [(bewaard, f"{bewaard} (staat niet in de tabel)")] if bewaard else []
        known = {kop.casefold(): kop for kop in koppen if kop}
        same = known.get(bewaard.casefold(), "")
        listed = [(bewaard if kop == same else kop, kop) for kop in known.values()]
        self.choices = [("", "Kies een kolom"), *listed, *([] if same else lost)]


class Deelvorm(forms.Form):
    """A part of the form whose selects offer the columns of the table."""

    def __init__(self, *args: Any, koppen: Sequence[str], **kwargs: Any) -> None:
        """Offer the columns in every field that asks one."""
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            if isinstance(field, KolomField):
                field.offer(koppen, str(self[name].value() or ""))


class RegelsForm(Deelvorm):
    """What holds for the whole division."""

    titel = forms.CharField(label="Naam van deze criteria", max_length=120, error_messages=NODIG)
    school = KolomField(label="Kolom met de naam van de school", error_messages=NODIG)
    leerlingen = KolomField(
        label="Kolom met het aantal leerlingen",
        required=False,
        help_text="Nodig bij criteria die per leerling tellen.",
    )
    ondergrens = GetalField(
        label="Ondergrens in euro's",
        required=False,
        help_text="Wie punten heeft, krijgt ten minste dit.",
    )
    bovengrens = GetalField(
        label="Bovengrens in euro's", required=False, help_text="Niemand krijgt meer dan dit."
    )
    afronding = GetalField(
        label="Afronden op", required=False, help_text="Bijvoorbeeld 1, 50 of 100 euro."
    )
    methode = forms.ChoiceField(
        label="Hoe worden het hele euro's?", choices=Verdeelmethode.choices()
    )
    bij_gelijk = KolomField(
        label="Wie gaat voor bij de laatste euro?",
        required=False,
        help_text="De school met het meeste in deze kolom; anders het alfabet.",
    )
    bron = forms.CharField(
        label="Waar komen deze criteria vandaan?", max_length=500, required=False
    )
    toelichting = forms.CharField(label="Toelichting", max_length=1000, required=False)


class CriteriumForm(Deelvorm):
    """One criterion; the fields from `drempel_telt` on are for who wants more."""

    naam = forms.CharField(label="Naam", max_length=120, error_messages=NODIG)
    kolom = KolomField(label="Kolom", error_messages=NODIG)
    gewicht = GetalField(
        label="Gewicht", error_messages=NODIG, help_text="Van alle gewichten samen."
    )
    richting = forms.ChoiceField(label="Wie krijgt meer?", choices=Puntrichting.choices())
    per = forms.ChoiceField(label="De waarde is", choices=Telwijze.choices())
    drempel = GetalField(label="Drempel", required=False, help_text="Vanaf hier telt de waarde.")
    drempel_telt = forms.ChoiceField(
        label="Wat telt er bij een drempel?", choices=Drempelregel.choices()
    )
    minimum = GetalField(label="Lager telt als", required=False)
    maximum = GetalField(label="Hoger telt als", required=False)
    leeg_mag = forms.BooleanField(label="Leeg mag: dan geen punten", required=False)
    bron = forms.CharField(label="Bron", max_length=300, required=False)
    toelichting = forms.CharField(label="Toelichting", max_length=500, required=False)


class UitsluitingForm(Deelvorm):
    """Which schools get nothing, and why."""

    naam = forms.CharField(label="Naam", max_length=120, error_messages=NODIG)
    kolom = KolomField(label="Kolom", error_messages=NODIG)
    als = forms.ChoiceField(label="Als de cel", choices=Voorwaarde.choices())
    waarde = forms.CharField(label="Waarde", max_length=120, required=False)
    reden = forms.CharField(
        label="Reden, zoals de school die leest", max_length=300, error_messages=NODIG
    )


KINDS: Mapping[str, type[Deelvorm]] = {"criterium": CriteriumForm, "uitsluiting": UitsluitingForm}
