"""The forms of public schools: who governs, a seat, a process, and a step that was taken."""

from collections.abc import Sequence
from typing import Any

from django import forms

from openlea.core.agenda import Zichtbaarheid
from openlea.core.traject import Bestuursvorm
from openlea.policy.document_soort import ALLOWED, LARGEST
from openlea.policy.zitting import Zetel
from openlea.services.start_traject import Trajectopzet
from openlea.services.take_stap import Stapmelding
from openlea.storage.records.models import Trajectstap
from openlea.web.pages.geld.velden import DagField, GeldForm
from openlea.web.pages.plannen.planforms import typed_stuk

Choices = Sequence[tuple[str, str]]
HOOGSTE = 5


class BestuurForm(GeldForm):
    """Which schoolbestuur governs public schools, and in which form."""

    partij = forms.ChoiceField(label="Welk bestuur geeft openbaar onderwijs?")
    vorm = forms.ChoiceField(
        label="In welke vorm?",
        choices=Bestuursvorm.choices(),
        widget=forms.RadioSelect,
        initial=str(Bestuursvorm.MET_RVT),
        help_text="De vorm staat in de statuten. Hij bepaalt wat de gemeenteraad moet doen.",
    )

    def __init__(self, *args: Any, partijen: Choices, **kwargs: Any) -> None:
        """Offer the schoolbesturen."""
        super().__init__(*args, **kwargs)
        self.fields["partij"].choices = partijen  # type: ignore[attr-defined]


class ZetelForm(GeldForm):
    """A seat, never a person."""

    versie = forms.IntegerField(required=False, widget=forms.HiddenInput)
    naam = forms.CharField(
        label="Zetel",
        max_length=120,
        help_text="De functie, zoals voorzitter of lid onderwijs. Nooit een naam van iemand.",
        error_messages={"required": "Vul in welke zetel het is."},
    )
    voordracht_ouders = forms.BooleanField(label="Op voordracht van ouders", required=False)
    benoemd_op = DagField(label="Benoemd op")
    tot = DagField(label="Loopt tot en met")
    termijn = forms.IntegerField(
        label="De hoeveelste termijn is dit?", min_value=1, max_value=HOOGSTE, initial=1
    )
    hoogste_termijn = forms.IntegerField(
        label="Hoeveel termijnen mogen er hoogstens zijn?",
        min_value=1,
        max_value=HOOGSTE,
        initial=2,
        help_text="Dat staat in de statuten of de verordening.",
    )

    def zetel(self) -> Zetel:
        """Return the seat that was typed."""
        typed = {key: value for key, value in self.cleaned_data.items() if key != "versie"}
        return Zetel(**typed)


class TrajectForm(GeldForm):
    """A process that begins."""

    titel = forms.CharField(
        label="Titel",
        max_length=200,
        help_text="Zoals: Begroting 2027, of de naam van de school.",
        error_messages={"required": "Vul een titel in."},
    )
    begonnen_op = DagField(label="Begint op", help_text="Vanaf deze dag tellen de data van de wet.")
    zichtbaarheid = forms.ChoiceField(label="Wie mag dit zien?")

    def __init__(self, *args: Any, zichten: Choices, **kwargs: Any) -> None:
        """Offer only who the writer may reach."""
        super().__init__(*args, **kwargs)
        self.fields["zichtbaarheid"].choices = zichten  # type: ignore[attr-defined]

    def opzet(self, soort: str, partij: str) -> Trajectopzet:
        """Return the process that was typed."""
        typed = self.cleaned_data
        return Trajectopzet(
            soort=soort,
            partij=partij,
            titel=typed["titel"],
            begonnen_op=typed["begonnen_op"],
            zichtbaarheid=Zichtbaarheid(typed["zichtbaarheid"]),
        )


class StapForm(GeldForm):
    """What was done of one step."""

    versie = forms.IntegerField(required=False, widget=forms.HiddenInput)
    gedaan_op = DagField(
        label="Gedaan op", required=False, help_text="Leeg: het is nog niet gedaan."
    )
    notitie = forms.CharField(label="Notitie", required=False, widget=forms.Textarea)
    bestand = forms.FileField(
        label="Bewijs", required=False, help_text=f"Hoogstens {LARGEST // 1024**2} MB: {ALLOWED}."
    )
    adres = forms.CharField(
        label="Of een link naar het bewijs",
        required=False,
        max_length=500,
        widget=forms.TextInput(attrs={"type": "url", "inputmode": "url"}),
    )

    def melding(self, stap: str, titel: str) -> Stapmelding:
        """Return what was typed; what shows it is called after the step."""
        typed = self.cleaned_data
        return Stapmelding(
            stap=stap,
            gedaan_op=typed["gedaan_op"],
            notitie=typed["notitie"],
            stuk=typed_stuk({**typed, "titel": titel}),
        )


def stap_initial(kept: Trajectstap | None) -> dict[str, Any]:
    """Return a kept step as the form opens with it."""
    if kept is None:
        return {}
    return {"gedaan_op": kept.gedaan_op, "notitie": kept.notitie, "versie": kept.versie}
