"""The forms of registrations: a file with its period and sender, and why rows are erased."""

from typing import Any

from django import forms
from django.utils import timezone

from openlea.core.registratie import Registratie
from openlea.policy.registratieperiode import newest_period
from openlea.services.describe_aanleveringen import GEMEENTE
from openlea.services.erase_aanlevering import LONGEST
from openlea.services.kolommen.vellen import MOST_BYTES
from openlea.storage.records.models import Partij

MOST = MOST_BYTES // 1024**2


class AanleverForm(forms.Form):
    """Which file, about which period, and from whom when one may deliver for another."""

    periode = forms.CharField(
        label="Over welke periode?",
        max_length=20,
        error_messages={"required": "Vul een periode in."},
    )
    partij = forms.ChoiceField(label="Van wie komt het?", required=False)
    bestand = forms.FileField(
        label="Bestand",
        help_text=f"Excel, OpenDocument (.ods) of csv, hoogstens {MOST} MB.",
        error_messages={"required": "Kies een bestand.", "empty": "Dit bestand is leeg."},
        widget=forms.ClearableFileInput(attrs={"accept": ".xlsx,.ods,.csv,.txt,.zip"}),
    )

    def __init__(
        self, *args: Any, registratie: Registratie, werkruimte: int, kiest: bool, **kw: Any
    ) -> None:
        """Propose the newest period; who delivers for the own partij alone chooses none."""
        super().__init__(*args, **kw)
        soort = registratie.periode
        self.fields["periode"].initial = newest_period(soort, timezone.localdate())
        self.fields["periode"].help_text = f"{soort.label}."
        if not kiest:
            del self.fields["partij"]
            return
        partijen = Partij.objects.of(werkruimte).taking_part().values_list("pk", "naam")
        choices = [("", GEMEENTE), *((str(pk), naam) for pk, naam in partijen)]
        self.fields["partij"].choices = choices  # type: ignore[attr-defined]

    def clean_partij(self) -> int | None:
        """Return the number of the partij; None for the gemeente itself."""
        chosen = self.cleaned_data["partij"]
        return int(chosen) if chosen else None

    def clean_bestand(self) -> Any:
        """Refuse what is too large before it is read."""
        file = self.cleaned_data["bestand"]
        if file.size > MOST_BYTES:
            raise forms.ValidationError(f"Dit bestand is groter dan {MOST} MB. Splits het.")
        return file


class WisForm(forms.Form):
    """Why the rows of a delivery are erased."""

    reden = forms.CharField(
        label="Waarom wis je dit?",
        max_length=LONGEST,
        help_text="Dit blijft bewaard. Zet er geen namen in.",
        error_messages={"required": "Zeg waarom."},
    )
    versie = forms.IntegerField(widget=forms.HiddenInput, required=False)
