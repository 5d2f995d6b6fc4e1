"""The form that takes a file in."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile

MOST_BYTES = 20_000_000
FORMATEN = (".xlsx", ".json")


class InleesForm(forms.Form):
    """One workbook or JSON file of at most 20 MB."""

    bestand = forms.FileField(
        label="Kies een bestand",
        help_text="Excel (.xlsx) of JSON, hoogstens 20 MB.",
        allow_empty_file=True,
        error_messages={
            "required": "Kies eerst een bestand.",
            "invalid": "Het bestand kwam niet goed aan. Kies het opnieuw.",
            "max_length": "De naam van het bestand is te lang.",
        },
        widget=forms.FileInput(attrs={"accept": ",".join(FORMATEN)}),
    )

    def clean_bestand(self) -> Any:
        """Refuse what is too large or is no form that can be read."""
        file: UploadedFile[Any] = self.cleaned_data["bestand"]
        if (file.size or 0) > MOST_BYTES:
            raise forms.ValidationError("Dit bestand is groter dan 20 MB. Dat is geen agenda.")
        if not (file.name or "").lower().endswith(FORMATEN):
            raise forms.ValidationError(
                "Dit bestand kan niet gelezen worden. Kies er een dat eindigt op .xlsx of .json."
            )
        return file
