"""What is asked about the network: what to show, a new link, and the kind of an indicator."""

from collections.abc import Mapping

from django import forms

from openlea.core.agenda import Agenda
from openlea.core.netwerk import IndicatorSoort, Teken, Verband, Zekerheid
from openlea.policy.netwerk import Knoop, KnoopSoort


class NetwerkKeuze(forms.Form):
    """Which part of the network to show; without a choice everything but the acties."""

    speerpunt = forms.ChoiceField(label="Speerpunt, met zijn acties", required=False)
    doel = forms.ChoiceField(label="Doel", required=False)

    def __init__(self, asked: object, agenda: Agenda) -> None:
        """Offer the speerpunten and the goals of this agenda."""
        super().__init__(asked, auto_id="toon_%s")  # type: ignore[arg-type]
        punten = [(one.code, f"{one.code} {one.naam}") for one in agenda.speerpunten]
        doelen = [(one.code, one.naam) for one in agenda.netwerk.doelen]
        self.fields["speerpunt"].choices = [("", "Alle speerpunten"), *punten]  # type: ignore[attr-defined]
        self.fields["doel"].choices = [("", "Alle doelen"), *doelen]  # type: ignore[attr-defined]


class NieuwVerband(forms.Form):
    """A link from one thing to another."""

    van = forms.ChoiceField(label="Van")
    teken = forms.ChoiceField(label="Wat doet het", choices=Teken.choices())
    naar = forms.ChoiceField(label="Naar")
    zekerheid = forms.ChoiceField(
        label="Hoe zeker zijn we daarvan",
        choices=Zekerheid.choices(),
        initial=Zekerheid.ONBEKEND.value,
    )
    toelichting = forms.CharField(
        label="Waarom denken we dat",
        help_text="Een zin, het liefst met de bron erbij.",
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, asked: object, knopen: Mapping[str, Knoop]) -> None:
        """Offer everything in the agenda that a link may name, by kind."""
        super().__init__(asked, auto_id="verband_%s")  # type: ignore[arg-type]
        for veld in ("van", "naar"):
            self.fields[veld].choices = [("", "Kies"), *_by_kind(knopen)]  # type: ignore[attr-defined]

    def value(self) -> Verband:
        """Return what was filled in as a link; only of a valid form."""
        filled = self.cleaned_data
        return Verband(
            van=filled["van"],
            naar=filled["naar"],
            teken=Teken(filled["teken"]),
            zekerheid=Zekerheid(filled["zekerheid"]),
            toelichting=filled["toelichting"],
        )


class IndicatorForm(forms.Form):
    """What kind of indicator it is, and in what it is counted."""

    soort = forms.ChoiceField(
        label="Soort", choices=IndicatorSoort.choices(), widget=forms.RadioSelect
    )
    eenheid = forms.CharField(label="Eenheid", required=False, max_length=60)
    versie = forms.IntegerField(widget=forms.HiddenInput)


def _by_kind(knopen: Mapping[str, Knoop]) -> list[tuple[str, list[tuple[str, str]]]]:
    return [
        (
            soort.label,
            [(one.code, f"{one.code} {one.naam}") for one in knopen.values() if one.soort is soort],
        )
        for soort in KnoopSoort
    ]
