"""The forms of an assignment and of a proposal; each part asks one question with an example."""

from collections.abc import Sequence
from typing import Any, ClassVar

from django import forms

from openlea.core.agenda import Zichtbaarheid
from openlea.core.opdracht import VoorstelStaat
from openlea.policy.document_soort import ALLOWED, LARGEST
from openlea.policy.opdracht import UITKOMSTEN
from openlea.policy.opdrachtvorm import DELEN, NODIG, Opdrachtdeel
from openlea.services.decide_voorstel import Beslissing
from openlea.services.keep_opdracht import Opdrachtopzet
from openlea.services.keep_voorstel import Voorstelopzet
from openlea.storage.records.models import Opdracht, Voorstel
from openlea.web.pages.geld.velden import DagField, GeldForm
from openlea.web.pages.plannen.planforms import typed_stuk

Choices = Sequence[tuple[str, str]]


def part_field(deel: Opdrachtdeel) -> forms.CharField:
    """Return the box of one part: its question and an example stand above it."""
    return forms.CharField(
        label=deel.naam,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=f"{deel.vraag} Bijvoorbeeld: {deel.voorbeeld}"
        + (" Nodig om de opdracht te verstrekken." if deel.veld in NODIG else ""),
    )


class OpdrachtForm(GeldForm):
    """An assignment: who asks whom, and the six parts.

    A draft may leave parts empty and giving it may not, so no label says that it isn't needed.
    """

    kaal: ClassVar[bool] = True
    delen: ClassVar[tuple[tuple[str, tuple[str, ...]], ...]] = (
        ("Wie vraagt wat aan wie", ("titel", "opdrachtgever", "werkgroep", "speerpunt")),
        ("De vraag", ("aanleiding", "doel", "resultaat")),
        ("Hoe en met wie", ("planning", "voor", "middelen", "samenstelling")),
        ("Voor wie", ("zichtbaarheid",)),
    )
    versie = forms.IntegerField(required=False, widget=forms.HiddenInput)
    punt = forms.IntegerField(required=False, widget=forms.HiddenInput)
    titel = forms.CharField(
        label="Titel",
        max_length=200,
        help_text="Waar gaat de opdracht over? Bijvoorbeeld: Dekkend aanbod.",
        error_messages={"required": "Geef de opdracht een titel."},
    )
    opdrachtgever = forms.ChoiceField(label="Welk overleg vraagt dit?")
    werkgroep = forms.ChoiceField(
        label="Aan welke werkgroep?", error_messages={"required": "Kies een werkgroep."}
    )
    speerpunt = forms.ChoiceField(label="Bij welk speerpunt?", required=False)
    voor = DagField(
        label="Voorstel uiterlijk", required=False, help_text="De dag waarop het voorstel er is."
    )
    zichtbaarheid = forms.ChoiceField(label="Wie mag dit zien?")

    def __init__(
        self,
        *args: Any,
        gevers: Choices,
        werkgroepen: Choices,
        speerpunten: Choices,
        zichten: Choices,
        **kwargs: Any,
    ) -> None:
        """Offer what there is here."""
        super().__init__(*args, **kwargs)
        self.fields |= {deel.veld: part_field(deel) for deel in DELEN}
        lists = {
            "opdrachtgever": gevers,
            "werkgroep": [("", "Kies een werkgroep"), *werkgroepen],
            "speerpunt": [("", "Geen speerpunt"), *speerpunten],
            "zichtbaarheid": zichten,
        }
        for name, choices in lists.items():
            self.fields[name].choices = choices  # type: ignore[attr-defined]

    def opzet(self) -> Opdrachtopzet:
        """Return the assignment that was typed."""
        typed = self.cleaned_data
        return Opdrachtopzet(
            titel=typed["titel"],
            opdrachtgever=int(typed["opdrachtgever"]),
            werkgroep=int(typed["werkgroep"]),
            **{deel.veld: typed[deel.veld] for deel in DELEN},
            voor=typed["voor"],
            speerpunt=typed["speerpunt"],
            punt=typed["punt"],
            zichtbaarheid=Zichtbaarheid(typed["zichtbaarheid"]),
        )


def opdracht_initial(opdracht: Opdracht) -> dict[str, Any]:
    """Return a kept assignment as the form opens with it."""
    return {
        "titel": opdracht.titel,
        "opdrachtgever": str(opdracht.opdrachtgever_id),
        "werkgroep": str(opdracht.werkgroep_id),
        "speerpunt": opdracht.speerpunt.code if opdracht.speerpunt else "",
        "punt": opdracht.punt_id,
        "voor": opdracht.voor,
        "zichtbaarheid": opdracht.zichtbaarheid,
        "versie": opdracht.versie,
        **{deel.veld: getattr(opdracht, deel.veld) for deel in DELEN},
    }


class RedenForm(GeldForm):
    """Why an assignment is withdrawn."""

    versie = forms.IntegerField(required=False, widget=forms.HiddenInput)
    reden = forms.CharField(
        label="Waarom vraagt het overleg dit niet meer?",
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="De werkgroep leest deze reden.",
        error_messages={"required": "Schrijf op waarom de opdracht wordt ingetrokken."},
    )


class VoorstelForm(GeldForm):
    """A proposal: what the werkgroep wants to do, and which decision it asks."""

    delen: ClassVar[tuple[tuple[str, tuple[str, ...]], ...]] = (
        ("Het voorstel", ("titel", "tekst")),
        ("Wat je vraagt", ("gevraagd",)),
        ("Een stuk erbij", ("bestand", "adres")),
    )
    versie = forms.IntegerField(required=False, widget=forms.HiddenInput)
    titel = forms.CharField(
        label="Titel",
        max_length=200,
        help_text="Bijvoorbeeld: Vier prioriteiten voor een dekkend aanbod.",
        error_messages={"required": "Geef het voorstel een titel."},
    )
    tekst = forms.CharField(
        label="Wat stelt de werkgroep voor?",
        widget=forms.Textarea(attrs={"rows": 10}),
        help_text="Wat gaat er gebeuren, door wie, wanneer, en wat kost het?",
        error_messages={"required": "Schrijf op wat de werkgroep voorstelt."},
    )
    gevraagd = forms.CharField(
        label="Welk besluit vraag je?",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Schrijf het zoals het in het besluit kan staan. Bijvoorbeeld: Het overleg "
        "stelt de vier prioriteiten en hun planning vast.",
    )
    bestand = forms.FileField(
        label="Bestand", required=False, help_text=f"Hoogstens {LARGEST // 1024**2} MB: {ALLOWED}."
    )
    adres = forms.CharField(
        label="Of een link",
        required=False,
        max_length=500,
        widget=forms.TextInput(attrs={"type": "url", "inputmode": "url"}),
        help_text="Zoals https://www.voorbeeld.nl/stuk.",
    )

    def opzet(self) -> Voorstelopzet:
        """Return the proposal that was typed."""
        typed = self.cleaned_data
        return Voorstelopzet(
            titel=typed["titel"],
            tekst=typed["tekst"],
            gevraagd=typed["gevraagd"],
            stuk=typed_stuk(typed),
        )


def voorstel_initial(voorstel: Voorstel) -> dict[str, Any]:
    """Return a kept proposal as the form opens with it."""
    return {
        "titel": voorstel.titel,
        "tekst": voorstel.tekst,
        "gevraagd": voorstel.gevraagd,
        "versie": voorstel.versie,
    }


class UitkomstForm(GeldForm):
    """What the board made of a proposal."""

    versie = forms.IntegerField(required=False, widget=forms.HiddenInput)
    uitkomst = forms.ChoiceField(
        label="Wat besloot het overleg?",
        choices=[(str(one), one.label) for one in UITKOMSTEN],
        widget=forms.RadioSelect,
        error_messages={"required": "Kies wat het overleg besloot."},
    )
    reden = forms.CharField(
        label="Waarom?",
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Nodig als het voorstel is aangehouden of afgewezen: de werkgroep gaat hiermee "
        "verder.",
    )
    klaar = forms.BooleanField(
        label="De opdracht is hiermee klaar",
        required=False,
        help_text="Laat leeg als de werkgroep nog een voorstel maakt.",
    )

    def beslissing(self) -> Beslissing:
        """Return the outcome that was chosen."""
        typed = self.cleaned_data
        return Beslissing(
            uitkomst=VoorstelStaat(typed["uitkomst"]), reden=typed["reden"], klaar=typed["klaar"]
        )
