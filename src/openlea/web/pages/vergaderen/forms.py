"""What can be filled in during a meeting: a line, who is there, and a decision."""

from collections.abc import Iterator, Sequence
from typing import Any
from uuid import uuid4

from django import forms

from openlea.core.agenda import Zichtbaarheid
from openlea.core.besluit import Standpunt
from openlea.core.overleg import Aanwezigheid
from openlea.core.plansoort import OverlegUitkomst
from openlea.services.record_besluit import Besluitopzet
from openlea.services.vergaderen.aan_tafel import Tafelpartij, Tafelpersoon

VOLGT = ""
UITKOMSTEN = [
    (VOLGT, "Volgt uit wat de partijen vinden"),
    (str(OverlegUitkomst.GEEN), "Geen overeenstemming"),
    (str(OverlegUitkomst.GESCHIL), "Er is een geschil"),
]
STANDPUNTEN = [
    (str(one), one.label)
    for one in (Standpunt.EENS, Standpunt.VOORBEHOUD, Standpunt.NIET_EENS, Standpunt.AFWEZIG)
]


def new_key() -> str:
    """Return a mark for a line, so that one that is sent twice is kept once."""
    return uuid4().hex


class Regelvorm(forms.Form):
    """A line about an item."""

    punt = forms.IntegerField(widget=forms.HiddenInput)
    sleutel = forms.CharField(max_length=64, widget=forms.HiddenInput)
    tekst = forms.CharField(
        label="Schrijf mee",
        max_length=4000,
        error_messages={
            "required": "Schrijf eerst iets op.",
            "max_length": "Een regel is hoogstens 4000 tekens. Maak er twee regels van.",
        },
        widget=forms.Textarea(attrs={"rows": 2, "maxlength": 4000}),
    )


class Wijzigvorm(forms.Form):
    """A line as somebody changes it, and the version that was seen."""

    tekst = forms.CharField(
        label="Regel",
        max_length=4000,
        error_messages={"required": "Een regel kan niet leeg zijn. Haal hem anders door."},
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    versie = forms.IntegerField(widget=forms.HiddenInput)


class Aanwezigvorm(forms.Form):
    """Who is there: one choice per person."""

    def __init__(self, data: Any, personen: Sequence[Tafelpersoon]) -> None:
        """Ask it of each of these people."""
        super().__init__(data, auto_id="er_%s")
        self.personen = personen
        for een in personen:
            self.fields[f"er-{een.nummer}"] = forms.ChoiceField(
                label=een.naam,
                choices=[(str(one), one.label) for one in Aanwezigheid],
                initial=str(een.aanwezigheid),
                widget=forms.RadioSelect,
            )

    def rijen(self) -> Iterator[tuple[Tafelpersoon, forms.BoundField]]:
        """Yield each person with the choice."""
        for een in self.personen:
            yield een, self[f"er-{een.nummer}"]

    def wie(self) -> dict[int, Aanwezigheid]:
        """Return the presence that was filled in, by number; after is_valid."""
        return {
            een.nummer: Aanwezigheid(self.cleaned_data[f"er-{een.nummer}"]) for een in self.personen
        }


class Besluitvorm(forms.Form):
    """A decision: the words, and what every partij at the table thinks of it."""

    tekst = forms.CharField(
        label="Wat is er besloten?",
        max_length=4000,
        error_messages={"required": "Schrijf op wat er is besloten."},
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    rest = forms.BooleanField(
        label="Iedereen die er is, is het eens. Kruis hieronder alleen aan wie anders denkt.",
        required=False,
    )
    uitkomst = forms.ChoiceField(
        label="Hoe eindigt het?", choices=UITKOMSTEN, required=False, widget=forms.RadioSelect
    )
    toelichting = forms.CharField(
        label="Toelichting", required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    zichtbaarheid = forms.ChoiceField(
        label="Wie mag dit besluit lezen?", choices=Zichtbaarheid.choices()
    )

    def __init__(
        self,
        data: Any,
        partijen: Sequence[Tafelpartij],
        *,
        initial: dict[str, Any] | None = None,
    ) -> None:
        """Ask it of each of these parties; who is away is put down as absent."""
        super().__init__(data, initial=initial, auto_id="besluit_%s")
        self.partijen = partijen
        for een in partijen:
            self.fields[f"partij-{een.code}"] = forms.ChoiceField(
                label=een.naam,
                choices=STANDPUNTEN,
                required=False,
                initial=str(Standpunt.AFWEZIG) if een.is_weg else None,
                widget=forms.RadioSelect,
            )

    def rijen(self) -> Iterator[tuple[Tafelpartij, forms.BoundField]]:
        """Yield each partij with the choice."""
        for een in self.partijen:
            yield een, self[f"partij-{een.code}"]

    def opzet(self) -> Besluitopzet:
        """Return what was filled in; after is_valid."""
        clean = self.cleaned_data
        said = {
            een.code: Standpunt(clean[f"partij-{een.code}"])
            for een in self.partijen
            if clean[f"partij-{een.code}"]
        }
        return Besluitopzet(
            tekst=clean["tekst"],
            standpunten=said,
            rest=Standpunt.EENS if clean["rest"] else None,
            uitkomst=OverlegUitkomst(clean["uitkomst"]) if clean["uitkomst"] else None,
            toelichting=clean["toelichting"],
            zichtbaarheid=Zichtbaarheid(clean["zichtbaarheid"]),
        )
