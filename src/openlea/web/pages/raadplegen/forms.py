"""The form of a round of questions: its name, its days, and who is asked."""

from collections.abc import Iterator, Sequence
from typing import Any, ClassVar

from django import forms

from openlea.services.keep_raadpleging import Groepopzet, Raadplegingopzet
from openlea.storage.records.models import Partij, Raadpleeggroep, Raadpleging
from openlea.web.pages.geld.velden import DagField, GeldForm

EIGEN_UITLEG = (
    "Eén groep op een regel, met als je wilt een komma en hoeveel mensen het zijn. "
    "Zoals: Ouders van basisschool De Wilg, 180."
)
DIGITS = 6
DREMPEL_UITLEG = "Van minder dan vijf antwoorden tonen we niets. Maak groepen dus niet te klein."


class RaadplegingForm(GeldForm):
    """A round of questions while it is a concept."""

    delen: ClassVar[tuple[tuple[str, tuple[str, ...]], ...]] = (
        ("De raadpleging", ("titel", "toelichting")),
        ("Wie vraag je?", ("partijen", "eigen")),
        ("Wanneer?", ("opent_op", "sluit_op")),
    )
    versie = forms.IntegerField(required=False, widget=forms.HiddenInput)
    titel = forms.CharField(
        label="Naam",
        max_length=200,
        help_text="Zo staat het boven de vragen.",
        error_messages={"required": "Geef de raadpleging een naam."},
    )
    toelichting = forms.CharField(
        label="Waarom vraag je dit?",
        required=False,
        max_length=2000,
        help_text="Wie antwoordt, leest dit boven de vragen.",
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    partijen = forms.MultipleChoiceField(
        label="Partijen",
        required=False,
        help_text=DREMPEL_UITLEG,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": "Kies partijen uit de lijst."},
    )
    eigen = forms.CharField(
        label="Andere groepen",
        required=False,
        max_length=6000,
        help_text=EIGEN_UITLEG,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    opent_op = DagField(label="Eerste dag")
    sluit_op = DagField(label="Laatste dag")

    def __init__(self, *args: Any, vragenlijst: str, partijen: Sequence[Partij], **kw: Any) -> None:
        """Offer the parties of the werkruimte."""
        super().__init__(*args, **kw)
        self.vragenlijst = vragenlijst
        self.namen = {one.code: one.naam for one in partijen}
        self.fields["partijen"].choices = list(self.namen.items())  # type: ignore[attr-defined]

    def opzet(self) -> Raadplegingopzet:
        """Return the round that was typed."""
        typed = self.cleaned_data
        partijen = [Groepopzet(naam=self.namen[one], partij=one) for one in typed["partijen"]]
        return Raadplegingopzet(
            vragenlijst=self.vragenlijst,
            titel=typed["titel"],
            toelichting=typed["toelichting"],
            opent_op=typed["opent_op"],
            sluit_op=typed["sluit_op"],
            groepen=[*partijen, *_own(typed["eigen"])],
        )

    def _field(self, cel: str) -> str | None:
        return "eigen" if cel == "groepen" else super()._field(cel)


class SlotForm(GeldForm):
    """The last day of a round that is open."""

    versie = forms.IntegerField(required=False, widget=forms.HiddenInput)
    sluit_op = DagField(label="Laatste dag")


def round_initial(record: Raadpleging, groepen: Sequence[Raadpleeggroep]) -> dict[str, Any]:
    """Return a round as its form opens with it."""
    return {
        "versie": record.versie,
        "titel": record.titel,
        "toelichting": record.toelichting,
        "opent_op": record.opent_op,
        "sluit_op": record.sluit_op,
        "partijen": [one.partij.code for one in groepen if one.partij],
        "eigen": "\n".join(_line(one) for one in groepen if one.partij is None),
    }


def _line(groep: Raadpleeggroep) -> str:
    return f"{groep.naam}, {groep.gevraagd}" if groep.gevraagd else groep.naam


def _own(typed: str) -> Iterator[Groepopzet]:
    """Yield the groups that were typed, one on a line."""
    for line in filter(None, (part.strip() for part in typed.splitlines())):
        naam, comma, last = line.rpartition(",")
        number = last.strip()
        if (
            comma
            and naam.strip()
            and number.isascii()
            and number.isdigit()
            and len(number) <= DIGITS
        ):
            yield Groepopzet(naam=naam.strip()[:160], gevraagd=int(number))
        else:
            yield Groepopzet(naam=line[:160])
