"""What can be asked of the list of decisions, and what is filled in about a dispute."""

from collections.abc import Sequence
from typing import Any

from django import forms

from openlea.core.agenda import Zichtbaarheid
from openlea.core.besluit import GeschilStap
from openlea.core.plansoort import OverlegUitkomst
from openlea.policy.zoekwoorden import LANGSTE
from openlea.services.describe_besluit import Besluitblad
from openlea.services.keep_document import Stuk
from openlea.services.take_geschilstap import Geschilmelding
from openlea.web.pages.agenda.veld import Choices, offer
from openlea.web.pages.vergaderen.forms import Besluitvorm


class Besluitfilter(forms.Form):
    """What can be asked of the list; only what there is to choose from."""

    q = forms.CharField(required=False, max_length=LANGSTE, widget=forms.HiddenInput)
    jaar = forms.ChoiceField(label="Jaar", required=False)
    reeks = forms.ChoiceField(label="Overleg", required=False)
    uitkomst = forms.ChoiceField(
        label="Uitkomst", required=False, choices=[("", "Alle"), *OverlegUitkomst.choices()]
    )

    def __init__(self, data: Any, jaren: Sequence[int], reeksen: Choices) -> None:
        """Offer the years and series that there are."""
        super().__init__(data, auto_id="besluiten_%s")
        offer(self, "jaar", [("", "Elk jaar"), *((str(one), str(one)) for one in jaren)])
        offer(self, "reeks", [("", "Elk overleg"), *reeksen])


class Wijzigvorm(Besluitvorm):
    """A decision as somebody changes it, and the version that was seen."""

    versie = forms.IntegerField(widget=forms.HiddenInput)


class Geschilvorm(forms.Form):
    """A step in a dispute: which, on which day, and what shows it."""

    stap = forms.ChoiceField(label="Welke stap is gezet?", widget=forms.RadioSelect)
    op = forms.DateField(
        label="Op welke dag?",
        widget=forms.DateInput(attrs={"type": "date"}),
        error_messages={"required": "Vul de dag in.", "invalid": "Deze dag bestaat niet."},
    )
    toelichting = forms.CharField(
        label="Toelichting", required=False, widget=forms.Textarea(attrs={"rows": 3})
    )
    titel = forms.CharField(label="Naam van het stuk", required=False, max_length=200)
    bestand = forms.FileField(label="Brief, advies of besluit", required=False)
    partijen = forms.MultipleChoiceField(
        label="Naar welke partijen wordt het uitgebreid?",
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, data: Any, files: Any, blad: Besluitblad) -> None:
        """Offer the steps that may be taken now."""
        super().__init__(data, files, auto_id="geschil_%s")
        offer(self, "stap", [(str(one.stap), one.stap.label) for one in blad.keuzes])
        if any(one.stap is GeschilStap.UITGEBREID for one in blad.keuzes):
            offer(self, "partijen", list(blad.buiten))
        else:
            del self.fields["partijen"]

    def melding(self) -> Geschilmelding:
        """Return what was filled in; after is_valid."""
        clean = self.cleaned_data
        file = clean["bestand"]
        stuk = None
        if file is not None:
            stuk = Stuk(
                titel=clean["titel"] or file.name,
                zichtbaarheid=Zichtbaarheid.PARTNERS,
                inhoud=file.read(),
            )
        return Geschilmelding(
            stap=GeschilStap(clean["stap"]),
            op=clean["op"],
            toelichting=clean["toelichting"],
            stuk=stuk,
            partijen=tuple(clean.get("partijen", ())),
        )
