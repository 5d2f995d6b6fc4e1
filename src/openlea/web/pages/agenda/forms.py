"""The filter of the agenda: what one may ask, with only answers that exist in this agenda."""

from collections.abc import Iterable, Sequence

from django import forms

from openlea.core.agenda import ActieStaat, Agenda
from openlea.policy.actualiteit import Actualiteit
from openlea.policy.agenda_controle import OUDSTE_LEEFTIJD

SORTERINGEN = (
    ("", "Zoals in de agenda"),
    ("naam", "Naam"),
    ("staat", "Staat"),
    ("gemeld", "Langst niet gemeld"),
    ("geld", "Meeste geld"),
)
Choices = Sequence[tuple[str, str]]


class AgendaFilter(forms.Form):
    """What to show of the agenda; every field may be left open."""

    q = forms.CharField(
        label="Zoek in de acties",
        required=False,
        max_length=100,
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off"}),
    )
    partij = forms.ChoiceField(label="Partij", required=False)
    staat = forms.ChoiceField(
        label="Staat", required=False, choices=[("", "Elke staat"), *ActieStaat.choices()]
    )
    actualiteit = forms.ChoiceField(
        label="Actualiteit",
        required=False,
        choices=[("", "Hoe oud ook"), *Actualiteit.choices()],
    )
    werkgroep = forms.ChoiceField(label="Werkgroep", required=False)
    doelgroep = forms.ChoiceField(label="Doelgroep", required=False)
    leeftijd = forms.TypedChoiceField(
        label="Leeftijd",
        required=False,
        coerce=int,
        empty_value=None,
        choices=[
            ("", "Elke leeftijd"),
            *((str(jaar), f"{jaar} jaar") for jaar in range(OUDSTE_LEEFTIJD + 1)),
        ],
    )
    sorteer = forms.ChoiceField(label="Volgorde", required=False, choices=SORTERINGEN)

    def __init__(self, asked: object, agenda: Agenda) -> None:
        """Offer the partijen, werkgroepen and doelgroepen that this agenda has."""
        super().__init__(asked, auto_id="filter_%s")  # type: ignore[arg-type]
        used = {one.partij for actie in agenda.acties for one in actie.betrokkenen}
        partijen = [(one.code, one.naam) for one in agenda.partijen if one.code in used]
        self._offer("partij", "Alle partijen", sorted(partijen, key=lambda one: one[1]))
        self._offer("werkgroep", "Alle werkgroepen", _same(agenda.werkgroepen))
        doelgroepen = {actie.doelgroep for actie in agenda.acties if actie.doelgroep}
        self._offer("doelgroep", "Alle doelgroepen", _same(sorted(doelgroepen)))

    def _offer(self, veld: str, alles: str, choices: Choices) -> None:
        field = self.fields[veld]
        if isinstance(field, forms.ChoiceField):
            field.choices = [("", alles), *choices]


def _same(words: Iterable[str]) -> Choices:
    return [(word, word) for word in words]
