"""The forms of a beginning cooperation: with whom and on what, when a step is, what it yielded."""

from collections.abc import Sequence
from typing import Any, ClassVar

from django import forms

from openlea.core.overleg import Vergadermoment
from openlea.core.vierstappen import Beginstap
from openlea.services.start_vierstappen import LANGST, Begin
from openlea.web.pages.geld.velden import DagField, GeldForm
from openlea.web.pages.overleg.forms import TijdField, tekst

Choices = Sequence[tuple[str, str]]


class BeginForm(GeldForm):
    """With whom a cooperation begins, on what, and the days that are known already."""

    delen: ClassVar[tuple[tuple[str, tuple[str, ...]], ...]] = (
        ("Waarover en met wie", ("thema", "waarom", "partijen")),
        ("Wanneer", ("dag_1", "dag_2", "dag_3", "dag_4", "van", "plek")),
    )
    thema = forms.CharField(
        label="Waarover gaan jullie samenwerken?",
        max_length=LANGST,
        help_text="Een onderwerp in een paar woorden, zoals: Van voorschool naar basisschool.",
        error_messages={"required": "Vul in waarover jullie samenwerken."},
    )
    waarom = forms.CharField(
        label="Waarom nu?",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Wat is de aanleiding? In de tweede stap maken jullie hier samen een gedeeld "
        "probleem van.",
    )
    partijen = forms.MultipleChoiceField(
        label="Wie zitten aan tafel?",
        widget=forms.CheckboxSelectMultiple,
        help_text="Wie er nog mist, bespreken jullie in de eerste stap.",
        error_messages={"required": "Kies minstens twee partijen."},
    )
    van = TijdField(label="Begintijd", required=False)
    plek = tekst("Plek", 200)

    def __init__(
        self, *args: Any, partijen: Choices, stappen: Sequence[Beginstap], **kwargs: Any
    ) -> None:
        """Offer the partijen of the agenda, and a day per step."""
        super().__init__(*args, **kwargs)
        self.fields["partijen"].choices = partijen  # type: ignore[attr-defined]
        for nummer, stap in enumerate(stappen, start=1):
            hint = "Een dag die nog niet vaststaat, kan later." if nummer == 1 else ""
            self.fields[f"dag_{nummer}"] = DagField(
                label=f"Stap {nummer}: {stap.titel}", required=False, help_text=hint
            )
        self.aantal = len(stappen)

    def begin(self) -> Begin:
        """Return the beginning that was typed."""
        typed = self.cleaned_data
        return Begin(
            thema=typed["thema"],
            waarom=typed["waarom"],
            partijen=tuple(typed["partijen"]),
            dagen=tuple(typed[f"dag_{nummer}"] for nummer in range(1, self.aantal + 1)),
            van=typed["van"],
            plek=typed["plek"],
        )


class StapForm(GeldForm):
    """When the meeting of a step is."""

    op = DagField(label="Op welke dag?")
    van = TijdField(label="Van", required=False)
    tot = TijdField(label="Tot", required=False)
    plek = tekst("Plek", 200, help_text="Leeg: de gewone plek van dit overleg.")

    def moment(self) -> Vergadermoment:
        """Return the moment that was typed."""
        typed = self.cleaned_data
        return Vergadermoment(
            op=typed["op"], van=typed["van"], tot=typed["tot"], plek=typed["plek"].strip()
        )


class OpbrengstForm(GeldForm):
    """What a step yielded."""

    versie = forms.IntegerField(required=False, widget=forms.HiddenInput)
    tekst = forms.CharField(
        label="Wat leverde deze stap op?",
        widget=forms.Textarea(attrs={"rows": 8}),
        max_length=4000,
        error_messages={"required": "Schrijf op wat de stap opleverde."},
    )
