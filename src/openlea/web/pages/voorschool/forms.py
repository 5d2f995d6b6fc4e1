"""The forms of the voorschool: a definition of the doelgroep, a tariff, the grant of a houder."""

from collections.abc import Sequence
from decimal import Decimal

from django import forms

from openlea.services.keep_doelgroepdefinitie import Opzet
from openlea.services.keep_voorschooltarief import Tariefopzet
from openlea.web.pages.geld.velden import DagField, EuroField, GeldForm

CENTS = 100
SOORTEN = (
    ("ja-ja", "Met indicatie, ouders krijgen kinderopvangtoeslag"),
    ("ja-nee", "Met indicatie, zonder kinderopvangtoeslag"),
    ("nee-ja", "Zonder indicatie, ouders krijgen kinderopvangtoeslag"),
    ("nee-nee", "Zonder indicatie en zonder kinderopvangtoeslag"),
)


def _number(label: str, help_text: str, initial: int) -> forms.IntegerField:
    return forms.IntegerField(
        label=label,
        help_text=help_text,
        initial=initial,
        error_messages={"required": "Vul een getal in.", "invalid": "Schrijf een heel getal."},
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "geld-invoer"}),
    )


class DefinitieForm(GeldForm):
    """Who belongs to the doelgroep from a day on."""

    naam = forms.CharField(
        label="Naam",
        max_length=120,
        help_text="Bijvoorbeeld: Doelgroep 2027.",
        error_messages={"required": "Geef de definitie een naam."},
    )
    tekst = forms.CharField(
        label="Wie hoort tot de doelgroep?",
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Zoals gemeente, scholen en houders het afspraken.",
        error_messages={"required": "Schrijf wie er tot de doelgroep hoort."},
    )
    van = DagField(label="Vanaf welke dag?", help_text="De vorige definitie stopt de dag ervoor.")
    vanaf_maanden = _number("Vanaf welke leeftijd, in maanden?", "2,5 jaar is 30 maanden.", 30)
    redenen = forms.CharField(
        label="Redenen van een indicatie",
        required=False,
        help_text="Zet een komma tussen de redenen.",
    )
    zwaar_boven = _number(
        "Boven welk percentage is een groep zwaar?",
        "Lokaal gekozen; veel gemeenten streven naar half om half.",
        50,
    )
    bron = forms.CharField(
        label="Waar is dit besloten?",
        max_length=300,
        required=False,
        help_text="Bijvoorbeeld een overleg met dag, of een nota.",
    )

    def opzet(self) -> Opzet:
        """Return what was typed."""
        typed = self.cleaned_data
        reasons = tuple(one.strip() for one in typed["redenen"].split(",") if one.strip())
        return Opzet(
            naam=typed["naam"],
            tekst=typed["tekst"],
            van=typed["van"],
            vanaf_maanden=typed["vanaf_maanden"],
            redenen=reasons,
            zwaar_boven=typed["zwaar_boven"],
            bron=typed["bron"],
        )


class TariefForm(GeldForm):
    """What is paid for an hour of one kind of child in a year."""

    jaar = forms.IntegerField(
        label="Voor welk jaar?",
        error_messages={"required": "Vul een jaar in.", "invalid": "Schrijf een jaar, zoals 2026."},
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "geld-invoer"}),
    )
    soort = forms.ChoiceField(label="Voor welke kinderen?", choices=SOORTEN)
    uurtarief = EuroField(
        label="Euro per uur", error_messages={"required": "Vul een bedrag in, zoals 11,23."}
    )
    ouderbijdrage = EuroField(
        label="Waarvan ouders betalen, per uur",
        required=False,
        help_text="De gemeente betaalt de rest.",
    )
    meeste_uren = _number("Hoogstens uren per jaar", "Meer uren van een kind tellen niet mee.", 640)

    def opzet(self) -> Tariefopzet:
        """Return what was typed."""
        typed = self.cleaned_data
        indicatie, _, toeslag = typed["soort"].partition("-")
        return Tariefopzet(
            jaar=typed["jaar"],
            indicatie=indicatie == "ja",
            toeslag=toeslag == "ja",
            uurtarief=Decimal(typed["uurtarief"]) / CENTS,
            ouderbijdrage=Decimal(typed["ouderbijdrage"] or 0) / CENTS,
            meeste_uren=typed["meeste_uren"],
        )


class VaststelForm(GeldForm):
    """Which grant was the advance of a houder."""

    subsidie = forms.ChoiceField(
        label="Welke subsidie was het voorschot?",
        help_text="Het vastgestelde bedrag komt ook bij die subsidie te staan.",
        error_messages={"required": "Kies een subsidie."},
    )

    def __init__(
        self, *args: object, subsidies: Sequence[tuple[str, str]], **kwargs: object
    ) -> None:
        """Offer the grants of the year that aren't settled yet."""
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields["subsidie"].choices = [  # type: ignore[attr-defined]
            ("", "Kies een subsidie"),
            *subsidies,
        ]
