"""The forms on the page of an action: an update, a comment, a document and a measurement."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from django import forms

from openlea.core.agenda import ActieStaat, Richting, Zichtbaarheid
from openlea.policy.actie_staat import TE_MELDEN
from openlea.policy.document_soort import ALLOWED, LARGEST
from openlea.policy.rechten import Scope, reach
from openlea.policy.streefwaarde import describe_jaar
from openlea.services.record_voortgang import Melding, Meting
from openlea.web.pages.agenda.rijen import Streef
from openlea.web.pages.agenda.veld import Dag, Getal

SHOWN_TARGETS = 3
JA_NEE = (("", "Geen keuze"), ("1", "Ja, gedaan"), ("0", "Nee, nog niet"))


class MeldingForm(forms.Form):
    """How it goes with an action, with a field for each target of this year."""

    staat = forms.ChoiceField(
        label="Kies wat past",
        choices=[(staat.value, staat.label) for staat in TE_MELDEN],
        widget=forms.RadioSelect,
        error_messages={"required": "Kies hoe het ermee staat."},
    )
    gedaan = forms.CharField(
        label="Wat is er gedaan?",
        help_text="Wie de actie mag zien, leest dit ook.",
        required=False,
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    blokkade = forms.CharField(
        label="Wat houdt het tegen?",
        help_text="Alleen gemeente en partners lezen dit.",
        required=False,
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(
        self, *args: Any, staat: ActieStaat, streven: Iterable[Streef], **kwargs: Any
    ) -> None:
        """Start from how the action stands, and ask for the targets that count now."""
        super().__init__(*args, **{"auto_id": "melding_%s"} | kwargs)
        if staat in TE_MELDEN:
            self.initial.setdefault("staat", staat.value)
        self.streven = [one for one in streven if one.jaar][:SHOWN_TARGETS]
        for one in self.streven:
            self.fields[_name(one)] = _question(one)
        self.order_fields(["staat", *(_name(one) for one in self.streven), "gedaan", "blokkade"])

    def melding(self) -> Melding:
        """Return what was told; a number that was left as it stood is not a new measurement."""
        clean = self.cleaned_data
        return Melding(
            staat=ActieStaat(clean["staat"]),
            gedaan=clean["gedaan"],
            blokkade=clean["blokkade"],
            metingen=tuple(
                Meting(
                    streefwaarde=one.streefwaarde.code,
                    jaar=one.jaar.jaar,
                    werkelijk=Decimal(str(clean[_name(one)])),
                )
                for one in self.streven
                if one.jaar and clean[_name(one)] not in (None, "") and _is_new(one, clean)
            ),
        )


def _name(one: Streef) -> str:
    return f"werkelijk {one.streefwaarde.code}"


def _is_new(one: Streef, clean: dict[str, Any]) -> bool:
    known = one.jaar.werkelijk if one.jaar else None
    return known is None or Decimal(str(clean[_name(one)])) != known


def _question(one: Streef) -> forms.Field:
    """Return the field that asks what a target came to so far."""
    jaar = one.jaar
    known = jaar.werkelijk if jaar else None
    label = f"{one.streefwaarde.maat}: tot nu in {jaar.jaar}" if jaar else one.streefwaarde.maat
    if one.streefwaarde.richting is Richting.GEDAAN:
        initial = "" if known is None else str(int(known))
        return forms.ChoiceField(
            label=one.streefwaarde.maat, required=False, choices=JA_NEE, initial=initial
        )
    hint = f"Het doel is {describe_jaar(one.streefwaarde, jaar)}." if jaar else ""
    return Getal(label=label, required=False, min_value=0, initial=known, help_text=hint)


def visible_choices(scope: Scope) -> list[tuple[str, str]]:
    """Return who may see it, as far as the writer's own sight reaches; the usual choice first."""
    words = {
        Zichtbaarheid.PARTNERS: "Gemeente en partners",
        Zichtbaarheid.INTERN: "Alleen de gemeente",
        Zichtbaarheid.PUBLIEK: "Iedereen",
    }
    return [(one.value, word) for one, word in words.items() if one in reach(scope)]


class OpmerkingForm(forms.Form):
    """A comment between partner and municipality."""

    tekst = forms.CharField(
        label="Opmerking of vraag",
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Schrijf eerst een opmerking."},
    )
    zichtbaarheid = forms.ChoiceField(label="Wie mag dit lezen?")

    def __init__(self, *args: Any, scope: Scope, **kwargs: Any) -> None:
        """Offer only who the writer may reach."""
        super().__init__(*args, **{"auto_id": "opmerking_%s"} | kwargs)
        field = self.fields["zichtbaarheid"]
        if isinstance(field, forms.ChoiceField):
            field.choices = visible_choices(scope)[:2]


class DocumentForm(forms.Form):
    """A file or a link."""

    titel = forms.CharField(
        label="Titel",
        max_length=200,
        error_messages={"required": "Geef het document een titel."},
    )
    bestand = forms.FileField(
        label="Bestand", required=False, help_text=f"Hoogstens {LARGEST // 1024**2} MB: {ALLOWED}."
    )
    adres = forms.CharField(
        label="Of een link",
        required=False,
        max_length=500,
        widget=forms.TextInput(attrs={"type": "url", "inputmode": "url"}),
        help_text="Zoals https://www.voorbeeld.nl/plan.",
    )
    zichtbaarheid = forms.ChoiceField(label="Wie mag dit openen?")

    def __init__(self, *args: Any, scope: Scope, **kwargs: Any) -> None:
        """Offer only who the writer may reach."""
        super().__init__(*args, **{"auto_id": "document_%s"} | kwargs)
        field = self.fields["zichtbaarheid"]
        if isinstance(field, forms.ChoiceField):
            field.choices = visible_choices(scope)


class MetingForm(forms.Form):
    """What a target came to in one year."""

    streefwaarde = forms.ChoiceField(label="Wat is gemeten?")
    jaar = forms.TypedChoiceField(label="Over welk jaar?", coerce=int)
    werkelijk = Getal(
        label="Uitkomst",
        required=False,
        min_value=0,
        help_text="Laat leeg om een meting weg te halen. Bij 'gedaan': 1 is ja, 0 is nee.",
    )
    peildatum = Dag(
        label="Peildatum", required=False, help_text="De dag waarop dit gold. Leeg is vandaag."
    )

    def __init__(
        self, *args: Any, streven: Iterable[Streef], jaren: Iterable[int], **kwargs: Any
    ) -> None:
        """Offer the targets of the action and the years of the agenda."""
        super().__init__(*args, **{"auto_id": "meting_%s"} | kwargs)
        for veld, choices in (
            ("streefwaarde", [(s.streefwaarde.code, s.streefwaarde.maat) for s in streven]),
            ("jaar", [(str(jaar), str(jaar)) for jaar in jaren]),
        ):
            field = self.fields[veld]
            if isinstance(field, forms.ChoiceField):
                field.choices = choices
