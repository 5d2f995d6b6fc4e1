"""The form of a sign-in service: its name on the button, its address, and what it is trusted in."""

from django import forms
from django.http import QueryDict

from openlea.services.keep_inlogdienst import Dienstwoorden
from openlea.storage.records.models import Inlogdienst


class DienstForm(forms.Form):
    """What a provider of accounts gave, and for which addresses it speaks."""

    slug = forms.CharField(
        label="Adres op deze site",
        max_length=40,
        help_text="Kort, met kleine letters en streepjes. Dit verandert later niet meer.",
    )
    naam = forms.CharField(
        label="Naam op de knop", max_length=120, help_text="Bijvoorbeeld: Gemeente Voorbeeld."
    )
    issuer = forms.CharField(
        label="Issuer",
        max_length=300,
        help_text="Precies zoals de dienst zichzelf noemt, beginnend met https://.",
        widget=forms.TextInput(attrs={"inputmode": "url", "autocomplete": "off"}),
    )
    client_id = forms.CharField(
        label="Client-id", max_length=200, widget=forms.TextInput(attrs={"autocomplete": "off"})
    )
    geheim = forms.CharField(
        label="Geheim",
        required=False,
        strip=True,
        max_length=500,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text="Wordt versleuteld bewaard en nooit meer getoond. Leeg laten verandert niets.",
    )
    domeinen = forms.CharField(
        label="E-maildomeinen",
        max_length=400,
        help_text="Met komma's. Alleen voor deze adressen spreekt de dienst.",
    )
    tweede_factor = forms.BooleanField(
        label="De dienst vraagt zelf een tweede stap",
        required=False,
        help_text="Dan vraagt deze site die stap niet nog eens.",
    )

    def __init__(self, posted: QueryDict | None, *, dienst: Inlogdienst | None = None) -> None:
        """Show what is kept, when there is anything; its own address is then fixed."""
        names = ("naam", "issuer", "client_id", "domeinen", "tweede_factor")
        initial = {name: getattr(dienst, name) for name in names} if dienst else {}
        super().__init__(posted, initial=initial)
        for name, field in self.fields.items():
            field.error_messages["required"] = f"Vul {str(field.label).lower()} in."
            if field.label and isinstance(field, forms.CharField) and field.max_length:
                field.error_messages["max_length"] = f"Gebruik hoogstens {field.max_length} tekens."
            if dienst is not None and name == "slug":
                field.required = False
                field.widget = forms.HiddenInput()

    def woorden(self) -> Dienstwoorden:
        """Return what was filled in."""
        return Dienstwoorden(**self.cleaned_data)
