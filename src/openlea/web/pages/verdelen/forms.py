"""The forms of a division: what it is, its file of schools, its decision, its grants."""

from collections.abc import Sequence
from typing import Any, ClassVar

from django import forms
from django.utils import timezone

from openlea.core.agenda import Zichtbaarheid
from openlea.policy.verdeeluitleg import CENTS
from openlea.services.decide_verdeling import Verdeelbesluit
from openlea.services.keep_verdeling import BEGIN, Verdelingopzet
from openlea.storage.records.models import Verdeling
from openlea.web.pages.geld.velden import DagField, EuroField, GeldForm

Choices = Sequence[tuple[str, str]]
WIE_ZIET = (
    (str(Zichtbaarheid.INTERN), "Alleen wie de agenda bijhoudt of alles mag lezen"),
    (str(Zichtbaarheid.PARTNERS), "Ook de partners van de agenda"),
    (str(Zichtbaarheid.PUBLIEK), "Iedereen: de bedragen en per school waarom"),
)


class VerdelingForm(GeldForm):
    """What a division is: name, year, budget, regeling, and who may see it."""

    delen: ClassVar[tuple[tuple[str, tuple[str, ...]], ...]] = (
        ("Het geld", ("naam", "jaar", "budget", "regeling")),
        ("De criteria", ("voorbeeld",)),
        ("Vergelijken", ("vorig",)),
        ("Voor wie", ("zichtbaarheid",)),
    )
    versie = forms.IntegerField(required=False, widget=forms.HiddenInput)
    naam = forms.CharField(
        label="Naam",
        max_length=160,
        help_text="Bijvoorbeeld: Rijk dagprogramma.",
        error_messages={"required": "Geef de verdeling een naam."},
    )
    jaar = forms.IntegerField(
        label="Voor welk jaar",
        error_messages={"required": "Vul een jaar in.", "invalid": "Schrijf een jaar, zoals 2026."},
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "geld-invoer"}),
    )
    budget = EuroField(
        label="Hoeveel euro is er te verdelen?",
        help_text="Hele euro's. Alles wordt verdeeld.",
        error_messages={"required": "Vul het budget in."},
    )
    regeling = forms.CharField(
        label="Regeling",
        max_length=200,
        required=False,
        help_text="De regeling waaronder scholen het geld krijgen. Die komt ook op de subsidie.",
    )
    voorbeeld = forms.ChoiceField(
        label="Begin met deze criteria",
        help_text="Je past ze daarna aan.",
        error_messages={"required": "Kies een voorbeeld."},
    )
    vorig = forms.ChoiceField(
        label="Kolom met de bedragen van vorig jaar",
        required=False,
        help_text="Dan staat naast elk bedrag wat de school eerst kreeg.",
    )
    zichtbaarheid = forms.ChoiceField(label="Wie mag dit zien?", choices=WIE_ZIET)

    def __init__(
        self, *args: Any, voorbeelden: Choices, record: Verdeling | None = None, **kwargs: Any
    ) -> None:
        """Offer what is on the shelf, or the columns of the table that is there."""
        super().__init__(*args, **kwargs)
        koppen = record.tabel.get("koppen", []) if record else []
        self.fields["voorbeeld"].choices = list(voorbeelden)  # type: ignore[attr-defined]
        self.fields["vorig"].choices = [  # type: ignore[attr-defined]
            ("", "Geen"),
            *((kop, kop) for kop in koppen if kop),
        ]
        for name in ("voorbeeld",) if record else ("vorig",):
            del self.fields[name]
        if record is not None and not koppen:
            del self.fields["vorig"]

    def clean_budget(self) -> int:
        """Return whole euros; cents can't be divided here."""
        cents: int = self.cleaned_data["budget"]
        if cents % CENTS:
            raise forms.ValidationError("Vul hele euro's in, zonder centen.")
        return cents // CENTS

    def opzet(self) -> Verdelingopzet:
        """Return what was typed."""
        typed = self.cleaned_data
        return Verdelingopzet(
            naam=typed["naam"],
            jaar=typed["jaar"],
            budget=typed["budget"],
            regeling=typed["regeling"],
            zichtbaarheid=Zichtbaarheid(typed["zichtbaarheid"]),
            vorig=typed.get("vorig", ""),
            voorbeeld=typed.get("voorbeeld", BEGIN),
        )


class ZichtForm(GeldForm):
    """Who may see what was decided: all that can still change."""

    versie = forms.IntegerField(required=False, widget=forms.HiddenInput)
    zichtbaarheid = forms.ChoiceField(label="Wie mag dit zien?", choices=WIE_ZIET)


def verdeling_initial(record: Verdeling) -> dict[str, Any]:
    """Return a kept division as the form opens with it."""
    return {
        "naam": record.naam,
        "jaar": record.jaar,
        "budget": record.budget * CENTS,
        "regeling": record.regeling,
        "vorig": record.vorig,
        "zichtbaarheid": record.zichtbaarheid,
        "versie": record.versie,
    }


class BestandForm(GeldForm):
    """A file of schools."""

    versie = forms.IntegerField(required=False, widget=forms.HiddenInput)
    bestand = forms.FileField(
        label="Bestand met scholen",
        help_text="Excel (.xlsx) of csv: bovenaan de namen van de kolommen, daaronder per school "
        "een rij. Hoogstens 10 MB.",
        error_messages={
            "required": "Kies eerst een bestand.",
            "empty": "Dit bestand is leeg.",
            "invalid": "Het bestand kwam niet goed aan. Kies het opnieuw.",
        },
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv"}),
    )


class BesluitForm(GeldForm):
    """Who decided and when, and the decision of a meeting when there is one."""

    delen: ClassVar[tuple[tuple[str, tuple[str, ...]], ...]] = (
        ("Het besluit", ("door", "op", "besluit")),
    )
    versie = forms.IntegerField(required=False, widget=forms.HiddenInput)
    door = forms.CharField(
        label="Wie besloot dit?",
        max_length=160,
        help_text="Bijvoorbeeld: het college van burgemeester en wethouders.",
        error_messages={"required": "Vul in wie het besluit nam."},
    )
    op = DagField(label="Op welke dag?")
    besluit = forms.ChoiceField(
        label="Besluit van een overleg",
        required=False,
        help_text="Als het in een overleg is genomen en daar is vastgelegd.",
    )

    def __init__(self, *args: Any, besluiten: Choices, **kwargs: Any) -> None:
        """Offer the decisions that the actor may see."""
        super().__init__(*args, **kwargs)
        none = ("", "Geen, of staat hier niet bij")
        self.fields["besluit"].choices = [none, *besluiten]  # type: ignore[attr-defined]
        self.fields["op"].initial = timezone.localdate

    def gegevens(self) -> Verdeelbesluit:
        """Return what was typed."""
        typed = self.cleaned_data
        chosen = typed["besluit"]
        return Verdeelbesluit(
            door=typed["door"], op=typed["op"], besluit=int(chosen) if chosen else None
        )


class ToekenForm(GeldForm):
    """From which post the grants come, on which day and terms, and who gets what nobody chose."""

    versie = forms.IntegerField(required=False, widget=forms.HiddenInput)
    post = forms.ChoiceField(
        label="Uit welke post van de begroting?",
        error_messages={"required": "Kies een post."},
    )
    beschikt_op = DagField(label="Dag van de beschikking")
    voorwaarden = forms.CharField(
        label="Voorwaarden", required=False, widget=forms.Textarea(attrs={"rows": 3})
    )

    def __init__(self, *args: Any, posten: Choices, **kwargs: Any) -> None:
        """Offer the posts of the begroting."""
        super().__init__(*args, **kwargs)
        self.fields["post"].choices = list(posten)  # type: ignore[attr-defined]
        self.fields["beschikt_op"].initial = timezone.localdate
