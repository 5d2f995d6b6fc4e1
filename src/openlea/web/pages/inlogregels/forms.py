"""The form of a rule: which service, who of it, which role, and for which partij."""

from django import forms

from openlea.policy.rechten import LidRol
from openlea.services.keep_inlogregel import Regelwoorden
from openlea.storage.records.models import Inlogdienst
from openlea.web.pages.mensen.forms import ROLLEN, Choices


class RegelForm(forms.Form):
    """Who of a service becomes what here."""

    dienst = forms.ChoiceField(label="Inlogdienst")
    claim = forms.CharField(
        label="Kenmerk van het account",
        required=False,
        max_length=80,
        help_text="Bijvoorbeeld groups of realm_access.roles. Leeg: iedereen van deze dienst.",
    )
    waarde = forms.CharField(
        label="Met de waarde",
        required=False,
        max_length=200,
        help_text="Precies zoals de dienst hem geeft, ook met dezelfde hoofdletters.",
    )
    rol = forms.ChoiceField(label="Krijgt de rol", choices=ROLLEN, initial=str(LidRol.PARTNER))
    partij = forms.ChoiceField(label="Voor de partij", required=False)

    def __init__(self, *args: object, partijen: Choices) -> None:
        """Offer the services that are on, and the partijen of this werkruimte."""
        super().__init__(*args)  # type: ignore[arg-type]
        on = Inlogdienst.objects.filter(is_aan=True).values_list("slug", "naam")
        self.fields["dienst"].choices = list(on)  # type: ignore[attr-defined]
        self.fields["partij"].choices = [("", "Geen partij"), *partijen]  # type: ignore[attr-defined]
        for field in self.fields.values():
            field.error_messages["required"] = f"Kies {str(field.label).lower()}."
            field.error_messages["invalid_choice"] = "Kies iets uit de lijst."

    def woorden(self) -> Regelwoorden:
        """Return what was filled in."""
        clean = self.cleaned_data
        return Regelwoorden(
            dienst=clean["dienst"],
            rol=LidRol(clean["rol"]),
            partij=clean["partij"],
            claim=clean["claim"],
            waarde=clean["waarde"],
        )
