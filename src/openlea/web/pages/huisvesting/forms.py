"""The forms about school buildings: a building, who uses it, an aanvraag, a project."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any, ClassVar

from django import forms

from openlea.core.agenda import Zichtbaarheid
from openlea.policy.huisvestingsronde import VOORZIENINGEN
from openlea.policy.schrijfwijze import number
from openlea.services.keep_gebouw import KLASSEN, TOEGANKELIJK, Gebouwopzet
from openlea.services.keep_gebouwgebruik import Gebruikopzet
from openlea.services.keep_huisvestingsaanvraag import Aanvraagopzet
from openlea.services.keep_huisvestingsproject import FASEN, INCLUSIEF, SOORTEN, Projectopzet
from openlea.services.xlsx.getal_lezen import Unreadable, parse_number
from openlea.storage.records.huisvesting import AanvraagStaat
from openlea.storage.records.models import (
    Gebouw,
    Gebouwgebruik,
    Huisvestingsaanvraag,
    Huisvestingsproject,
)
from openlea.web.pages.geld.velden import DagField, EuroField, GeldForm

CENTS = 100
BIGGEST = Decimal("9999999.9")
Choices = Iterable[tuple[str, str]]
NIET_BEKEND = ("", "Niet bekend")
GEEN = ("", "Geen")
WIE_ZIET = (
    (str(Zichtbaarheid.INTERN), "Alleen wie de agenda bijhoudt of alles mag lezen"),
    (str(Zichtbaarheid.PARTNERS), "Ook de partners van de agenda"),
    (str(Zichtbaarheid.PUBLIEK), "Iedereen"),
)
BETALERS = (("gemeente", "Gemeente"), ("schoolbestuur", "Schoolbestuur"), ("anders", "Anderen"))
NAAM = {"required": "Geef een naam."}


class GetalField(forms.CharField):
    """A number typed the Dutch way with at most one decimal, kept exactly; None when empty."""

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
        if not typed.strip():
            return None
        try:
            found = parse_number(typed)
        except Unreadable as reden:
            raise forms.ValidationError(str(reden)) from None
        if abs(found) > BIGGEST or found != round(found, 1):
            raise forms.ValidationError("Schrijf een getal met hoogstens één cijfer na de komma.")
        return found


def _whole(label: str, *, required: bool = False, help_text: str = "") -> forms.IntegerField:
    return forms.IntegerField(
        label=label,
        required=required,
        help_text=help_text,
        min_value=0,
        max_value=32_767,
        error_messages={
            "required": "Vul een getal in.",
            "invalid": "Schrijf een heel getal.",
            "min_value": "Dit kan niet onder nul zijn.",
            "max_value": "Dit getal is te groot.",
        },
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "geld-invoer"}),
    )


def _line(label: str, length: int, *, required: bool = False, help_text: str = "") -> Any:
    return forms.CharField(
        label=label,
        max_length=length,
        required=required,
        help_text=help_text,
        error_messages=NAAM,
    )


def _choice(label: str, choices: Choices, *, required: bool = False, help_text: str = "") -> Any:
    return forms.ChoiceField(
        label=label,
        choices=list(choices),
        required=required,
        help_text=help_text,
        error_messages={"invalid_choice": "Kies uit de lijst.", "required": "Kies uit de lijst."},
    )


def _seen() -> Any:
    return _choice("Wie mag dit zien?", WIE_ZIET, required=True)


def euros(cents: int | None) -> Decimal | None:
    """Return whole cents as euros."""
    return None if cents is None else Decimal(cents) / CENTS


def cents(amount: Decimal | str | None) -> int | None:
    """Return euros as whole cents."""
    return None if amount is None else int(Decimal(amount) * CENTS)


class _Vorm(GeldForm):
    """A form of one record; `versie` is the one that the writer saw."""

    versie = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def fill(self, name: str, choices: Choices) -> None:
        """Give a list its choices, and the empty one."""
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - what fill is for
        field.choices = [GEEN, *choices]

    def number_of(self, name: str) -> int | None:
        """Return the number that was chosen, None without."""
        return int(self.cleaned_data[name]) if self.cleaned_data[name] else None


class GebouwForm(_Vorm):
    """A building and what was measured about it."""

    delen: ClassVar[tuple[tuple[str, tuple[str, ...]], ...]] = (
        ("Het gebouw", ("naam", "adres", "pc4", "bouwjaar", "bvo", "gym")),
        ("De staat", ("fris", "co2", "energie", "toegankelijk", "keuring")),
        ("Bron en zicht", ("bron", "zichtbaarheid")),
    )
    naam = _line("Naam", 160, required=True)
    adres = _line("Adres", 200)
    pc4 = _line("Vier cijfers van de postcode", 4, help_text="Bijvoorbeeld: 1211.")
    bouwjaar = _whole("Bouwjaar")
    bvo = GetalField(label="Bruto vloeroppervlakte in m²")
    gym = forms.BooleanField(label="Dit is een gymzaal of sporthal", required=False)
    fris = _choice(
        "Klasse Frisse Scholen",
        [NIET_BEKEND, *((one, one) for one in KLASSEN)],
        help_text="A is het best. Frisse Scholen is een advies, geen wet.",
    )
    co2 = _whole("Hoogste CO₂ in een uur, in ppm")
    energie = _line("Energielabel", 6)
    toegankelijk = _choice(
        "Toegankelijk", [NIET_BEKEND, *((one, one.capitalize()) for one in TOEGANKELIJK)]
    )
    keuring = DagField(label="Laatste keuring", required=False)
    bron = _line("Waar staat dit?", 300, help_text="Bijvoorbeeld: meting van maart 2026.")
    zichtbaarheid = _seen()

    def opzet(self) -> Gebouwopzet:
        """Return what was typed."""
        return Gebouwopzet(
            **{key: one for key, one in self.cleaned_data.items() if key != "versie"}
        )

    @staticmethod
    def initial_of(record: Gebouw) -> dict[str, Any]:
        """Return what the boxes hold of a kept building."""
        names = [name for _, names in GebouwForm.delen for name in names]
        return {name: getattr(record, name) for name in [*names, "versie"]}


class GebruikForm(_Vorm):
    """Who uses the building."""

    school = _choice("School", (), help_text="Is het geen school? Kies dan niets.")
    naam = _line("Naam van de gebruiker", 160, required=True)
    m2 = GetalField(label="m² in gebruik", help_text="Leeg: wie alleen is, heeft het hele gebouw.")
    klokuren = GetalField(label="Klokuren gym per week")
    zichtbaarheid = _seen()

    def opzet(self, gebouw: int) -> Gebruikopzet:
        """Return what was typed."""
        typed = {key: one for key, one in self.cleaned_data.items() if key != "versie"}
        return Gebruikopzet(gebouw=gebouw, **typed)

    @staticmethod
    def initial_of(record: Gebouwgebruik) -> dict[str, Any]:
        """Return what the boxes hold of a kept use."""
        names = ("school", "naam", "m2", "klokuren", "zichtbaarheid", "versie")
        return {name: getattr(record, name) for name in names}


class AanvraagForm(_Vorm):
    """What a school board asks, and what was decided."""

    delen: ClassVar[tuple[tuple[str, tuple[str, ...]], ...]] = (
        ("De aanvraag", ("omschrijving", "soort", "gebouw", "partij", "bedrag", "ingediend_op")),
        ("Het besluit", ("staat", "reden", "besloten_op")),
        ("Voor wie", ("jaar", "zichtbaarheid")),
    )
    jaar = _whole("Voor welk programmajaar", required=True)
    omschrijving = _line("Wat is er gevraagd?", 400, required=True)
    soort = _choice("Voorziening", VOORZIENINGEN.items(), required=True, help_text="WPO 92.")
    gebouw = _choice("Gebouw", ())
    partij = _choice("Wie vraagt het?", ())
    bedrag = EuroField(label="Bedrag in euro", required=False)
    ingediend_op = DagField(label="Ingediend op", required=False)
    staat = _choice("Hoever is het?", AanvraagStaat.choices(), required=True)
    reden = _line("Reden van weigeren", 400, help_text="Nodig op het overzicht (WPO 96).")
    besloten_op = DagField(label="Beschikking van", required=False)
    zichtbaarheid = _seen()

    def opzet(self) -> Aanvraagopzet:
        """Return what was typed."""
        typed = {key: one for key, one in self.cleaned_data.items() if key != "versie"}
        typed |= {"gebouw": self.number_of("gebouw"), "partij": self.number_of("partij")}
        return Aanvraagopzet(**typed | {"bedrag": euros(typed["bedrag"])})

    @staticmethod
    def initial_of(record: Huisvestingsaanvraag) -> dict[str, Any]:
        """Return what the boxes hold of a kept aanvraag."""
        names = [name for _, names in AanvraagForm.delen for name in names]
        told = {name: getattr(record, name) for name in [*names, "versie"]}
        told |= {"gebouw": record.gebouw_id, "partij": record.partij_id}
        return told | {"bedrag": cents(record.bedrag)}


class ProjectForm(_Vorm):
    """A project of the IHP."""

    delen: ClassVar[tuple[tuple[str, tuple[str, ...]], ...]] = (
        ("Het project", ("naam", "soort", "fase", "jaar", "gebouw", "m2", "lost_op", "inclusief")),
        ("Het geld", ("kosten", *(f"dekking_{who}" for who, _ in BETALERS))),
        ("Bron en zicht", ("actie", "bron", "zichtbaarheid")),
    )
    naam = _line("Naam", 160, required=True)
    soort = _choice("Soort", SOORTEN.items(), required=True)
    fase = _choice("Fase", FASEN.items(), required=True)
    jaar = _whole("Jaar van oplevering", required=True)
    gebouw = _choice("Gebouw", ())
    m2 = GetalField(label="m² erbij", help_text="Gaat er ruimte af? Zet er een min voor.")
    lost_op = _line("Wat lost het op?", 400)
    inclusief = forms.MultipleChoiceField(
        label="Wat maakt het inclusiever?",
        choices=list(INCLUSIEF.items()),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    kosten = EuroField(label="Kosten in euro", required=False)
    dekking_gemeente = EuroField(label="Daarvan betaalt de gemeente", required=False)
    dekking_schoolbestuur = EuroField(label="Daarvan betaalt het schoolbestuur", required=False)
    dekking_anders = EuroField(label="Daarvan betalen anderen", required=False)
    actie = _choice("Hoort bij actie", ())
    bron = _line("Waar staat dit?", 300)
    zichtbaarheid = _seen()

    def opzet(self) -> Projectopzet:
        """Return what was typed."""
        names = ("naam", "soort", "fase", "jaar", "m2", "lost_op", "bron", "zichtbaarheid")
        typed = self.cleaned_data
        paid = {who: euros(typed[f"dekking_{who}"]) for who, _ in BETALERS}
        return Projectopzet(
            **{name: typed[name] for name in names},
            gebouw=self.number_of("gebouw"),
            actie=self.number_of("actie"),
            kosten=euros(typed["kosten"]),
            dekking={who: euro for who, euro in paid.items() if euro is not None},
            inclusief=tuple(typed["inclusief"]),
        )

    @staticmethod
    def initial_of(record: Huisvestingsproject) -> dict[str, Any]:
        """Return what the boxes hold of a kept project."""
        names = ("naam", "soort", "fase", "jaar", "m2", "lost_op", "bron", "zichtbaarheid")
        told = {name: getattr(record, name) for name in (*names, "inclusief", "versie")}
        told |= {f"dekking_{who}": cents(record.dekking.get(who)) for who, _ in BETALERS}
        told |= {"gebouw": record.gebouw_id, "actie": record.actie_id}
        return told | {"kosten": cents(record.kosten)}
