"""The forms about help at schools: one line, and by which kind to compare."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any, ClassVar

from django import forms

from openlea.core.agenda import Zichtbaarheid
from openlea.core.onthulling import VERBORGEN_LAAG
from openlea.policy.aanbodbalans import reach_words
from openlea.policy.schrijfwijze import number
from openlea.services.keep_aanbod import Aanbodopzet
from openlea.services.xlsx.getal_lezen import Unreadable, parse_number
from openlea.storage.records.models import Aanbod
from openlea.web.pages.geld.velden import DagField, GeldForm

ONDER_VIJF = "<5"
Choices = Iterable[tuple[str, str]]
GEEN = ("", "Niet ingevuld")
WIE_ZIET = (
    (str(Zichtbaarheid.INTERN), "Alleen wie de agenda bijhoudt of alles mag lezen"),
    (str(Zichtbaarheid.PARTNERS), "Ook de partners van de agenda"),
    (str(Zichtbaarheid.PUBLIEK), "Iedereen"),
)
KIES = {"required": "Kies uit de lijst.", "invalid_choice": "Kies uit de lijst."}


class AantalField(forms.CharField):
    """A number typed the Dutch way, kept exactly; None when empty."""

    def __init__(self, **options: Any) -> None:
        """Show a short box that opens a keyboard of digits on a phone."""
        widget = forms.TextInput(attrs={"inputmode": "decimal", "class": "geld-invoer"})
        super().__init__(widget=widget, required=False, **options)

    def prepare_value(self, value: Any) -> Any:
        """Return what stands in the box."""
        return number(value) if isinstance(value, Decimal) else value

    def clean(self, value: Any) -> Any:
        """Return the number."""
        typed = super().clean(value)
        try:
            return parse_number(typed) if typed.strip() else None
        except Unreadable as reden:
            raise forms.ValidationError(str(reden)) from None


class BereikField(forms.CharField):
    """How many pupils are reached: a whole number, or '<5' for one to four; None when empty."""

    def __init__(self, **options: Any) -> None:
        """Show a short box."""
        widget = forms.TextInput(attrs={"class": "geld-invoer"})
        super().__init__(widget=widget, required=False, **options)

    def prepare_value(self, value: Any) -> Any:
        """Return what stands in the box; one to four only as '<5'."""
        return reach_words(value) if isinstance(value, int) else value

    def clean(self, value: Any) -> Any:
        """Return the number; what '<5' stands for is kept no finer."""
        typed = "".join(super().clean(value).split())
        if typed in ("", ONDER_VIJF):
            return VERBORGEN_LAAG if typed else None
        try:
            found = parse_number(typed)
        except Unreadable as reden:
            raise forms.ValidationError(str(reden)) from None
        if found != found.to_integral_value():
            raise forms.ValidationError("Schrijf een heel getal, of <5.")
        return int(found)


def _choice(label: str, choices: Choices = (), **more: Any) -> Any:
    return forms.ChoiceField(label=label, choices=list(choices), error_messages=KIES, **more)


def _line(label: str, length: int, help_text: str = "") -> Any:
    return forms.CharField(label=label, max_length=length, required=False, help_text=help_text)


class AanbodForm(GeldForm):
    """One kind of help at one school."""

    delen: ClassVar[tuple[tuple[str, tuple[str, ...]], ...]] = (
        ("Welke hulp, en waar?", ("soort", "school", "partij", "actie")),
        ("Hoeveel?", ("uren", "fte", "bereik", "bereik_jaar", "van", "tot")),
        ("Wie betaalt, en wie ziet het?", ("betaler", "bron", "zichtbaarheid")),
    )
    soort = _choice("Soort hulp")
    school = _choice("School")
    partij = _choice("Wie biedt het?", required=False)
    actie = _choice("Hoort bij actie", required=False)
    uren = AantalField(label="Uur per week", help_text="Vul uren in, of hieronder fte.")
    fte = AantalField(label="Fte", help_text="Bijvoorbeeld: 0,5.")
    bereik = BereikField(
        label="Leerlingen bereikt", help_text="Minder dan vijf? Schrijf <5. Meer bewaren we niet."
    )
    bereik_jaar = _line("In welk schooljaar?", 9, "Bijvoorbeeld: 2025-2026.")
    van = DagField(label="Sinds", required=False)
    tot = DagField(label="Tot en met", required=False)
    betaler = _line("Wie betaalt het?", 160)
    bron = _line("Waar staat dit?", 300, "Bijvoorbeeld: subsidiebesluit van maart 2026.")
    zichtbaarheid = _choice("Wie mag dit zien?", WIE_ZIET)
    versie = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def offer(self, **lists: Choices) -> None:
        """Give each list its choices; one that isn't given is not asked."""
        for name in ("soort", "school", "partij", "actie"):
            field = self.fields[name]
            if name not in lists:
                del self.fields[name]
            elif isinstance(field, forms.ChoiceField):
                field.choices = [GEEN, *lists[name]]
        if "partij" not in lists:
            seen = self.fields["zichtbaarheid"]
            if isinstance(seen, forms.ChoiceField):
                seen.choices = list(WIE_ZIET[1:])

    def opzet(self) -> Aanbodopzet:
        """Return what was typed."""
        typed = {key: one for key, one in self.cleaned_data.items() if key != "versie"}
        for name in ("partij", "actie"):
            typed[name] = int(typed[name]) if typed.get(name) else None
        return Aanbodopzet(**typed)

    @staticmethod
    def initial_of(record: Aanbod) -> dict[str, Any]:
        """Return what the boxes hold of a kept line."""
        names = [name for _, names in AanbodForm.delen for name in names]
        told = {name: getattr(record, name) for name in [*names, "versie"]}
        return told | {"partij": record.partij_id, "actie": record.actie_id}
