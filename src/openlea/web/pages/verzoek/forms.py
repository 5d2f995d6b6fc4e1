"""The question card: how it goes, what was measured, and what the others should know."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django import forms

from openlea.core.agenda import ActieStaat, Jaarwaarde, Richting, Streefwaarde
from openlea.policy.actie_staat import MET_REDEN
from openlea.policy.streefwaarde import describe_jaar
from openlea.services.record_voortgang import Melding, Meting

STATEN = (
    (ActieStaat.OP_SCHEMA, "Op schema"),
    (ActieStaat.LOOPT_ACHTER, "Loopt achter"),
    (ActieStaat.GESTOPT, "Gestopt"),
    (ActieStaat.AFGEROND, "Afgerond"),
    (ActieStaat.NIET_GESTART, "Nog niet begonnen"),
    (ActieStaat.UITGESTELD, "Uitgesteld"),
)
"""What a card offers; the three that are told most come first."""
STOPPING = frozenset({ActieStaat.LOOPT_ACHTER, *MET_REDEN})
"""With these states the text says what stands in the way; with the others what was done."""


@dataclass(frozen=True, slots=True)
class Maat:
    """A target of the action in the year that is asked about."""

    streefwaarde: Streefwaarde
    jaar: Jaarwaarde

    @property
    def veld(self) -> str:
        """Return the name of its field."""
        return f"waarde_{self.streefwaarde.code}"


def field_of(maat: Maat) -> forms.Field:
    """Return the field of one measurement; yes or no for what is done or not."""
    one, jaar = maat.streefwaarde, maat.jaar
    label = f"{one.maat}, {jaar.jaar}" if one.richting is Richting.GEDAAN else _label(maat)
    if one.richting is Richting.GEDAAN:
        return forms.TypedChoiceField(
            label=label,
            required=False,
            choices=(("1", "Ja"), ("0", "Nee")),
            coerce=Decimal,
            empty_value=None,
            initial="" if jaar.werkelijk is None else str(int(jaar.werkelijk > 0)),
            widget=forms.RadioSelect,
        )
    return forms.DecimalField(
        label=label,
        help_text="" if jaar.doel is None else f"Doel: {describe_jaar(one, jaar)}.",
        required=False,
        min_value=0,
        max_digits=14,
        localize=True,
        initial=jaar.werkelijk,
        widget=forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"}),
        error_messages={
            "invalid": "Vul een getal in, zoals 38 of 12,5.",
            "min_value": "Vul een getal in van 0 of meer.",
        },
    )


def _label(maat: Maat) -> str:
    one = maat.streefwaarde
    return f"{one.maat} in {maat.jaar.jaar}{f' ({one.eenheid})' if one.eenheid else ''}"


class MeldingForm(forms.Form):
    """How an action goes, with the measurements of its targets."""

    staat = forms.ChoiceField(
        label="Hoe gaat het?",
        choices=[(str(staat), woord) for staat, woord in STATEN],
        widget=forms.RadioSelect,
        error_messages={"required": "Kies hoe het gaat."},
    )

    def __init__(self, *args: object, maten: Sequence[Maat] = (), **kwargs: object) -> None:
        """Add a field for each target, then room for what the others should know."""
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.maten = tuple(maten)
        for maat in self.maten:
            self.fields[maat.veld] = field_of(maat)
        self.fields["weten"] = forms.CharField(
            label="Wat moeten we weten?",
            help_text="Wat is er gedaan, of wat houdt tegen? Wie de actie mag zien, leest mee.",
            required=False,
            max_length=4000,
            widget=forms.Textarea(attrs={"rows": 3}),
        )

    def melding(self, today: date) -> Melding:
        """Return what was told; a measurement that stayed the same is not told again."""
        staat = ActieStaat(self.cleaned_data["staat"])
        text = self.cleaned_data["weten"].strip()
        stopped = staat in STOPPING
        return Melding(
            staat=staat,
            gedaan="" if stopped else text,
            blokkade=text if stopped else "",
            metingen=tuple(self._metingen(today)),
        )

    def _metingen(self, today: date) -> Iterator[Meting]:
        for maat in self.maten:
            value = self.cleaned_data.get(maat.veld)
            if value is None or value == maat.jaar.werkelijk:
                continue
            day = min(today, date(maat.jaar.jaar, 12, 31))
            yield Meting(
                streefwaarde=maat.streefwaarde.code,
                jaar=maat.jaar.jaar,
                werkelijk=value,
                peildatum=day,
            )


class MetingForm(forms.Form):
    """What one target came to in a year."""

    def __init__(self, *args: object, maat: Maat, **kwargs: object) -> None:
        """Ask for the one number."""
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        field = field_of(maat)
        field.required = True
        field.error_messages["required"] = "Vul de uitkomst in. Niet gemeten? Zeg het ons per mail."
        self.fields["waarde"] = field

    def waarde(self) -> Decimal:
        """Return the number that was filled in."""
        return Decimal(self.cleaned_data["waarde"])
