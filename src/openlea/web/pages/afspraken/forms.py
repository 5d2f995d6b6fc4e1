"""The forms of an agreement: writing it down, saying what came of it, and agreeing to it."""

from collections.abc import Sequence
from typing import Any

from django import forms

from openlea.core.afspraak import AfspraakStaat, Bevestiging, Meting
from openlea.core.agenda import Richting, Zichtbaarheid
from openlea.services.afspraken.opzet import Afspraakopzet
from openlea.services.settle_afspraak import Afloop
from openlea.services.suggest_metingen import Metingvoorstel
from openlea.web.pages.agenda.veld import Choices, Dag, Getal, long_text, offer

GEEN_VOORSTEL = ("", "Een eigen maat")
RICHTINGEN = (
    (str(Richting.MINSTENS), "minstens"),
    (str(Richting.HOOGSTENS), "hoogstens"),
    (str(Richting.PRECIES), "precies"),
    (str(Richting.GEDAAN), "het is gedaan"),
)


class AfspraakForm(forms.Form):
    """What was agreed, by whom, by when, and how it is measured; only the first is needed."""

    wat = forms.CharField(
        label="Wat spreken jullie af?",
        max_length=4000,
        help_text="Eén zin die zegt wat er gebeurt, en voor wie.",
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": "Zeg in één zin wat er is afgesproken."},
    )
    partijen = forms.MultipleChoiceField(
        label="Wie doet mee?", required=False, widget=forms.CheckboxSelectMultiple
    )
    trekker = forms.ChoiceField(label="Wie trekt?", required=False)
    voor = Dag(label="Wanneer is het klaar?", required=False)
    indicator = forms.ChoiceField(
        label="Kies een maat die past", required=False, widget=forms.RadioSelect
    )
    maat = forms.CharField(
        label="Wat tel of meet je?",
        required=False,
        max_length=200,
        help_text="Zoals: gezinnen die een VE-aanbod gebruiken.",
    )
    richting = forms.ChoiceField(label="Doel", choices=RICHTINGEN, required=False)
    doel = Getal(label="Streefwaarde", required=False)
    eenheid = forms.CharField(label="Eenheid", required=False, max_length=60)
    peildatum = Dag(label="Gemeten op", required=False)
    nulmeting = Getal(label="Waarde nu", required=False)
    nulmeting_op = Dag(
        label="Op welke dag",
        required=False,
        help_text="Nog niet bekend? Laat de waarde leeg en zet hier de dag waarvóór je meet.",
    )
    speerpunt = forms.ChoiceField(label="Bij welk speerpunt?", required=False)
    toelichting = long_text("Toelichting", rows=2)
    zichtbaarheid = forms.ChoiceField(
        label="Wie mag dit lezen?",
        choices=Zichtbaarheid.choices(),
        initial=str(Zichtbaarheid.PARTNERS),
        required=False,
    )
    sleutel = forms.CharField(widget=forms.HiddenInput, required=False, max_length=64)
    terug = forms.CharField(widget=forms.HiddenInput, required=False, max_length=500)
    punt = forms.IntegerField(widget=forms.HiddenInput, required=False, localize=False)
    besluit = forms.IntegerField(widget=forms.HiddenInput, required=False, localize=False)
    plicht = forms.CharField(widget=forms.HiddenInput, required=False, max_length=40)
    onderwerp = forms.CharField(widget=forms.HiddenInput, required=False, max_length=60)
    versie = forms.IntegerField(widget=forms.HiddenInput, required=False, localize=False)

    def __init__(
        self,
        *args: Any,
        partijen: Choices,
        speerpunten: Choices,
        voorstellen: Sequence[Metingvoorstel] = (),
        aan_tafel: int = 0,
        **kwargs: Any,
    ) -> None:
        """Offer the parties (the first `aan_tafel` sit there), speerpunten and measures."""
        super().__init__(*args, **kwargs)
        self.aan_tafel = aan_tafel
        self.voorstellen = {one.indicator: one for one in voorstellen}
        offer(self, "partijen", partijen)
        offer(self, "trekker", [("", "Nog niet gekozen"), *partijen])
        offer(self, "speerpunt", [("", "Geen speerpunt"), *speerpunten])
        chosen = str(self["indicator"].value() or "")
        extra = [chosen] if chosen and chosen not in self.voorstellen else []
        offer(self, "indicator", [(one, one) for one in ("", *self.voorstellen, *extra)])

    def opzet(self) -> Afspraakopzet:
        """Return what was written; an empty measure takes what was chosen from the suggestions."""
        clean = self.cleaned_data
        return Afspraakopzet(
            wat=clean["wat"],
            partijen=tuple(clean["partijen"]),
            trekker=clean["trekker"],
            voor=clean["voor"],
            meting=self._meting(),
            toelichting=clean["toelichting"],
            plicht=clean["plicht"],
            onderwerp=clean["onderwerp"],
            speerpunt=clean["speerpunt"],
            punt=clean["punt"],
            besluit=clean["besluit"],
            zichtbaarheid=Zichtbaarheid(clean["zichtbaarheid"] or Zichtbaarheid.PARTNERS),
            sleutel=clean["sleutel"],
        )

    def _meting(self) -> Meting:
        clean = self.cleaned_data
        chosen = self.voorstellen.get(clean["indicator"])
        typed = clean["nulmeting"] is not None or clean["nulmeting_op"] is not None
        fill = chosen if chosen and not clean["maat"] else None
        start = chosen if chosen and not typed and clean["maat"] in ("", chosen.maat) else None
        return Meting(
            maat=fill.maat if fill else clean["maat"],
            indicator=clean["indicator"],
            eenheid=fill.eenheid if fill and not clean["eenheid"] else clean["eenheid"],
            richting=fill.richting if fill else Richting(clean["richting"] or Richting.MINSTENS),
            nulmeting=start.nulmeting if start else clean["nulmeting"],
            nulmeting_op=start.nulmeting_op if start else clean["nulmeting_op"],
            doel=clean["doel"],
            peildatum=clean["peildatum"],
        )


class AfloopForm(forms.Form):
    """What came of an agreement."""

    staat = forms.ChoiceField(
        label="Wat kwam ervan?",
        choices=AfspraakStaat.choices(),
        widget=forms.RadioSelect,
        error_messages={"required": "Kies wat ervan kwam."},
    )
    werkelijk = Getal(label="Gemeten waarde", required=False)
    werkelijk_op = Dag(label="Gemeten op", required=False)
    uitkomst = long_text("In een zin", hint="Wat is er gebeurd, of waarom niet?")
    versie = forms.IntegerField(widget=forms.HiddenInput, localize=False)

    def afloop(self) -> Afloop:
        """Return what was told."""
        clean = self.cleaned_data
        return Afloop(
            staat=AfspraakStaat(clean["staat"]),
            werkelijk=clean["werkelijk"],
            werkelijk_op=clean["werkelijk_op"],
            uitkomst=clean["uitkomst"],
        )


ANTWOORDEN = (
    (str(Bevestiging.BEVESTIGD), "Ja, dit klopt"),
    (str(Bevestiging.VOORBEHOUD), "Ja, maar met een voorbehoud"),
    (str(Bevestiging.BEZWAAR), "Nee, wij zijn niet akkoord"),
)


class BevestigForm(forms.Form):
    """What the own partij says of an agreement; `tekst` is the version that was read."""

    bevestiging = forms.ChoiceField(
        label="Wat zegt jouw organisatie?",
        choices=ANTWOORDEN,
        widget=forms.RadioSelect,
        error_messages={"required": "Kies wat jullie ervan vinden."},
    )
    reden = long_text(
        "Waarom?", rows=2, hint="Nodig bij een voorbehoud of een nee. Wie meedoet, leest dit."
    )
    tekst = forms.IntegerField(widget=forms.HiddenInput, localize=False)
