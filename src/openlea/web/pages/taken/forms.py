"""What one fills in at a task: proof, how far it is, and whether proof holds."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms

from openlea.core.agenda import Zichtbaarheid
from openlea.core.verplichting import BewijsSoort, BewijsStaat, TaakStaat
from openlea.policy.rechten import Actor, Noun, Verb, reach
from openlea.services.add_bewijs import NieuwBewijs
from openlea.services.attach_document import Stuk
from openlea.services.change_taak import SAYABLE, Taakwijziging
from openlea.services.describe_taak import Taakblad

Choices = Sequence[tuple[str, str]]
SOORTEN = (
    BewijsSoort.DOCUMENT,
    BewijsSoort.BESLUIT,
    BewijsSoort.AFSPRAAK,
    BewijsSoort.AGENDAPUNT,
    BewijsSoort.PLAN,
    BewijsSoort.ACTIE,
    BewijsSoort.CIJFER,
)
POINTS = {
    BewijsSoort.PLAN: "plan",
    BewijsSoort.ACTIE: "actie",
    BewijsSoort.CIJFER: "cijfer",
}
"""The kinds of proof that are something kept here already, and the field that names it."""
LONG = 2000


class Bewijsvorm(forms.Form):
    """Proof: what it is, of which day, as a file, a link, a plan or an action."""

    titel = forms.CharField(label="Wat is het?", max_length=200)
    gedateerd_op = forms.DateField(
        label="Van welke dag?",
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text="De dag van het besluit, het overleg of het verslag.",
    )
    soort = forms.ChoiceField(
        label="Wat voor bewijs?", choices=[(str(one), one.label) for one in SOORTEN]
    )
    bestand = forms.FileField(label="Bestand", required=False)
    adres = forms.URLField(
        label="Of een link", required=False, max_length=500, assume_scheme="https"
    )
    plan = forms.ChoiceField(label="Plan uit het planregister", required=False)
    actie = forms.ChoiceField(label="Actie van de agenda", required=False)
    cijfer = forms.ChoiceField(label="Cijfer", required=False)
    onderwerpen = forms.MultipleChoiceField(
        label="Welke onderdelen dekt het?",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Kies er geen als het voor het geheel geldt.",
    )
    toelichting = forms.CharField(
        label="Toelichting",
        required=False,
        max_length=LONG,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    zichtbaarheid = forms.ChoiceField(label="Wie mag het stuk lezen?")
    aanvaard = forms.BooleanField(
        label="Ik aanvaard dit meteen als bewijs, met mijn naam en de dag van vandaag",
        required=False,
    )

    def __init__(
        self,
        blad: Taakblad,
        actor: Actor,
        naar: Mapping[str, Choices],
        given: Any = None,
        files: Any = None,
    ) -> None:
        """Offer the parts of this duty, and in `naar` what there is to point to per kind."""
        super().__init__(given, files, auto_id="bewijs_%s")
        for veld in POINTS.values():
            self._offer(veld, [("", f"Kies een {veld}"), *naar[veld]])
        self._offer("onderwerpen", [(one.code, one.titel) for one in blad.onderdelen])
        seen = reach(actor.scope(Noun.DOCUMENT, Verb.MAKEN))
        self._offer("zichtbaarheid", [(str(z), z.label) for z in Zichtbaarheid if z in seen])
        self.fields["zichtbaarheid"].initial = str(Zichtbaarheid.PARTNERS)
        if not blad.onderdelen:
            del self.fields["onderwerpen"]
        if not blad.taak.mag_oordelen:
            del self.fields["aanvaard"]

    def _offer(self, naam: str, choices: list[tuple[str, str]]) -> None:
        self.fields[naam].choices = choices  # type: ignore[attr-defined]

    @property
    def wijst(self) -> str:
        """Return the field that names what the chosen kind of proof points to, or ''."""
        return POINTS.get(BewijsSoort(self.cleaned_data["soort"]), "")

    def bewijs(self) -> NieuwBewijs:
        """Return what was handed in."""
        clean: dict[str, Any] = self.cleaned_data
        return NieuwBewijs(
            soort=BewijsSoort(clean["soort"]),
            titel=clean["titel"],
            gedateerd_op=clean["gedateerd_op"],
            toelichting=clean["toelichting"],
            onderwerpen=tuple(clean.get("onderwerpen", ())),
            stuk=_stuk(clean),
            naar=clean[self.wijst] if self.wijst else "",
            aanvaard=clean.get("aanvaard", False),
        )


def _stuk(clean: dict[str, Any]) -> Stuk | None:
    if not (clean["bestand"] or clean["adres"]):
        return None
    return Stuk(
        titel=clean["titel"],
        zichtbaarheid=Zichtbaarheid(clean["zichtbaarheid"]),
        inhoud=clean["bestand"].read() if clean["bestand"] else None,
        adres=clean["adres"],
    )


class Staatvorm(forms.Form):
    """How far a task is, in a person's words."""

    staat = forms.ChoiceField(
        label="Hoe staat het?",
        choices=[(str(one), one.label) for one in SAYABLE],
        widget=forms.RadioSelect,
    )
    reden = forms.CharField(
        label="Waarom niet van toepassing?",
        required=False,
        max_length=LONG,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Alleen nodig bij 'niet van toepassing'.",
    )
    notitie = forms.CharField(
        label="Notitie",
        required=False,
        max_length=LONG,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    versie = forms.IntegerField(widget=forms.HiddenInput)

    def wijziging(self) -> Taakwijziging:
        """Return what changes."""
        clean: dict[str, Any] = self.cleaned_data
        return Taakwijziging(
            staat=TaakStaat(clean["staat"]), reden=clean["reden"], notitie=clean["notitie"]
        )


class Oordeelvorm(forms.Form):
    """Whether proof holds."""

    staat = forms.ChoiceField(choices=BewijsStaat.choices())
    gedateerd_op = forms.DateField(label="Van welke dag is dit stuk?", required=False)
    reden = forms.CharField(
        label="Waarom niet?",
        required=False,
        max_length=LONG,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    versie = forms.IntegerField(widget=forms.HiddenInput)
