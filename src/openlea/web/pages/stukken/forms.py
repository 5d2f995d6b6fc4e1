"""The form that takes a Word template in."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile

from openlea.services.sjabloon.keuring import MOST_BYTES

FORMATEN = (".docx", ".dotx")


class SjabloonForm(forms.Form):
    """A Word file of at most 10 MB, and what it is called."""

    naam = forms.CharField(
        label="Hoe heet dit sjabloon?",
        max_length=160,
        help_text="Bijvoorbeeld: Brief met logo.",
        error_messages={"required": "Geef het sjabloon een naam."},
    )
    bestand = forms.FileField(
        label="Kies een Wordbestand",
        help_text=f"Een .docx of .dotx, hoogstens {MOST_BYTES // 1024**2} MB, zonder macro's.",
        allow_empty_file=True,
        error_messages={
            "required": "Kies eerst een bestand.",
            "invalid": "Het bestand kwam niet goed aan. Kies het opnieuw.",
            "max_length": "De naam van het bestand is te lang.",
        },
        widget=forms.FileInput(attrs={"accept": ",".join(FORMATEN)}),
    )

    def clean_bestand(self) -> Any:
        """Refuse what is too large before it is read."""
        file: UploadedFile[Any] = self.cleaned_data["bestand"]
        if (file.size or 0) > MOST_BYTES:
            raise forms.ValidationError(
                f"Dit sjabloon is groter dan {MOST_BYTES // 1024**2} MB. Maak het kleiner."
            )
        return file
