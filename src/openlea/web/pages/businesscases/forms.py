"""The forms of a business case: what it is about, one assumption, and an outcome to keep."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any, ClassVar

from django import forms

from openlea.core.agenda import Zichtbaarheid
from openlea.policy.businesscase import Aanname, Spreidingsvorm
from openlea.services.keep_businesscase import MOST_TEXT, Caseopzet
from openlea.services.keep_caseuitkomst import LONGEST
from openlea.services.xlsx.getal_lezen import Unreadable, parse_number
from openlea.storage.records.businesscase import CaseStaat
from openlea.web.pages.geld.velden import GeldForm

MOST_BYTES = 1024**2

Choices = Sequence[tuple[str, str]]
WIE_ZIET = (
    (str(Zichtbaarheid.INTERN), "Alleen wie de agenda bijhoudt of alles mag lezen"),
    (str(Zichtbaarheid.PARTNERS), "Ook de partners van de agenda"),
    (str(Zichtbaarheid.PUBLIEK), "Iedereen"),
)


class GetalField(forms.CharField):
    """A number typed the Dutch way, kept as a float."""

    def __init__(self, **options: Any) -> None:
        """Show a short box that opens a keyboard of digits on a phone."""
        widget = forms.TextInput(attrs={"inputmode": "decimal", "class": "geld-invoer"})
        super().__init__(widget=widget, error_messages={"required": "Vul een getal in."}, **options)

    def prepare_value(self, value: Any) -> Any:
        """Return what stands in the box, as in '0,02'."""
        if not isinstance(value, float):
            return value
        return format(Decimal(str(value)).normalize(), "f").replace(".", ",")

    def clean(self, value: Any) -> Any:
        """Return the number."""
        typed = super().clean(value)
        try:
            return float(parse_number(typed))
        except Unreadable as reden:
            raise forms.ValidationError(str(reden)) from None


class CaseForm(GeldForm):
    """What a case is about, how far it is, and who may see it."""

    delen: ClassVar[tuple[tuple[str, tuple[str, ...]], ...]] = (
        ("Waar gaat het over?", ("titel", "toelichting", "actie")),
        ("Hoe ver en voor wie", ("staat", "zichtbaarheid")),
    )
    versie = forms.IntegerField(required=False, widget=forms.HiddenInput)
    titel = forms.CharField(
        label="Titel", max_length=200, error_messages={"required": "Geef een titel."}
    )
    toelichting = forms.CharField(
        label="Toelichting",
        required=False,
        max_length=MOST_TEXT,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Wat gaat er gebeuren, en in plaats waarvan?",
    )
    actie = forms.ChoiceField(
        label="Actie van de agenda", required=False, help_text="De actie waar dit bij hoort."
    )
    staat = forms.ChoiceField(label="Hoe ver is het?", choices=CaseStaat.choices())
    zichtbaarheid = forms.ChoiceField(label="Wie mag dit zien?", choices=WIE_ZIET)

    def __init__(self, *args: Any, acties: Choices, **kwargs: Any) -> None:
        """Offer the actions of the agenda."""
        super().__init__(*args, **kwargs)
        self.fields["actie"].choices = [("", "Geen"), *acties]  # type: ignore[attr-defined]

    def opzet(self) -> Caseopzet:
        """Return what was typed."""
        typed = self.cleaned_data
        return Caseopzet(
            titel=typed["titel"],
            toelichting=typed["toelichting"],
            actie=int(typed["actie"]) if typed["actie"] else None,
            staat=CaseStaat(typed["staat"]),
            zichtbaarheid=Zichtbaarheid(typed["zichtbaarheid"]),
        )


class AannameForm(GeldForm):
    """One assumption: its values, where they come from, and who stands behind them."""

    delen: ClassVar[tuple[tuple[str, tuple[str, ...]], ...]] = (
        ("De waarde", ("naam", "eenheid", "laag", "midden", "hoog", "verdeling")),
        ("Waar het vandaan komt", ("bron", "eigenaar")),
    )
    versie = forms.IntegerField(required=False, widget=forms.HiddenInput)
    naam = forms.CharField(
        label="Naam", max_length=160, error_messages={"required": "Geef de aanname een naam."}
    )
    eenheid = forms.CharField(
        label="Eenheid",
        max_length=80,
        help_text="Bijvoorbeeld: euro per leerling per jaar.",
        error_messages={"required": "Vul de eenheid in."},
    )
    laag = GetalField(label="Laagste waarde die kan")
    midden = GetalField(label="Meest waarschijnlijke waarde")
    hoog = GetalField(label="Hoogste waarde die kan")
    verdeling = forms.ChoiceField(
        label="Hoe waarschijnlijk zijn de waarden ertussen?",
        choices=Spreidingsvorm.choices(),
        help_text="Vast kan alleen als laag, midden en hoog gelijk zijn.",
    )
    bron = forms.CharField(
        label="Bron",
        required=False,
        max_length=400,
        help_text="Waar komt dit getal vandaan? Leeg telt mee als: mist een bron.",
    )
    eigenaar = forms.CharField(
        label="Eigenaar",
        required=False,
        max_length=160,
        help_text="Welke organisatie of functie staat voor dit getal?",
    )

    def aanname(self, ident: str) -> Aanname:
        """Return what was typed, under the id that it has."""
        typed = {name: one for name, one in self.cleaned_data.items() if name != "versie"}
        typed["verdeling"] = Spreidingsvorm(typed["verdeling"])
        return Aanname(id=ident, **typed)


class UitkomstForm(GeldForm):
    """The name under which an outcome is kept."""

    naam = forms.CharField(
        label="Naam van deze uitkomst",
        max_length=LONGEST,
        help_text="Bijvoorbeeld: voorstel voor het overleg van maart.",
        error_messages={"required": "Geef de uitkomst een naam."},
    )


class VoorbeeldForm(GeldForm):
    """What to begin with: an example, or a file of one's own."""

    voorbeeld = forms.ChoiceField(
        label="Begin met dit voorbeeld",
        required=False,
        widget=forms.RadioSelect,
        help_text="Je past de aannamen daarna aan. De bedragen zijn een begin.",
        error_messages={
            "invalid_choice": "Kies een voorbeeld uit de lijst.",
        },
    )
    bestand = forms.FileField(
        label="Of lees een eigen bestand in",
        required=False,
        help_text="Een bestand met eigen posten en aannamen (toml), zoals openlea businesscase "
        "het leest.",
        error_messages={"empty": "Dit bestand is leeg."},
        widget=forms.FileInput(attrs={"accept": ".toml"}),
    )

    def __init__(self, *args: Any, voorbeelden: Choices, **kwargs: Any) -> None:
        """Offer what is on the shelf."""
        super().__init__(*args, **kwargs)
        self.fields["voorbeeld"].choices = list(voorbeelden)  # type: ignore[attr-defined]

    def clean_bestand(self) -> Any:
        """Refuse what is too large before it is read."""
        file = self.cleaned_data["bestand"]
        if file and file.size > MOST_BYTES:
            raise forms.ValidationError("Dit bestand is te groot: het mag hoogstens 1 MB zijn.")
        return file

    def clean(self) -> dict[str, Any]:
        """Refuse nothing, and both."""
        found = super().clean() or {}
        if bool(found.get("voorbeeld")) == bool(found.get("bestand")) and not self.errors:
            self.add_error("voorbeeld", "Kies een voorbeeld, of een eigen bestand.")
        return found
