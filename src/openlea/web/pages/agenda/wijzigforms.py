"""The forms that change the agenda itself, and that add to its tree."""

from typing import Any

from django import forms

from openlea.core.agenda import Agenda
from openlea.web.pages.agenda.veld import Dag, long_text, offer


class AgendaForm(forms.Form):
    """The agenda itself: its title, years, vision and rhythm."""

    titel = forms.CharField(label="Titel", max_length=200)
    van = forms.IntegerField(label="Eerste jaar", localize=False)
    tot = forms.IntegerField(label="Laatste jaar", localize=False)
    visie = long_text("Visie", rows=5, hint="Waar willen de partijen samen heen?")
    geraadpleegd = long_text("Wie is geraadpleegd?", rows=2)
    werkgroepen = long_text(
        "Werkgroepen", hint="Eén per regel. Een werkgroep die je weghaalt, verdwijnt bij de acties."
    )
    bijwerken_dagen = forms.IntegerField(
        label="Na hoeveel dagen vragen we hoe het gaat?", min_value=1
    )
    te_laat_dagen = forms.IntegerField(label="Na hoeveel dagen is een actie te laat?", min_value=1)
    voorganger = forms.CharField(label="Vorige agenda", required=False, max_length=200)
    opvolger = forms.CharField(label="Volgende agenda", required=False, max_length=200)
    bron = long_text("Bron", rows=2, hint="Het stuk waar deze agenda in staat.")
    versie = forms.IntegerField(widget=forms.HiddenInput)

    def clean_werkgroepen(self) -> tuple[str, ...]:
        """Return the werkgroepen, each once and in the order that they were typed."""
        lines = str(self.cleaned_data["werkgroepen"]).splitlines()
        return tuple(dict.fromkeys(line.strip() for line in lines if line.strip()))


def start_agenda(agenda: Agenda, versie: int) -> dict[str, Any]:
    """Return what the form shows first."""
    plain = [name for name in AgendaForm.base_fields if name not in ("werkgroepen", "versie")]
    return {name: getattr(agenda, name) for name in plain} | {
        "werkgroepen": "\n".join(agenda.werkgroepen),
        "versie": versie,
    }


class BesluitForm(forms.Form):
    """The decision on an agenda."""

    door = forms.CharField(
        label="Wie stelde de agenda vast?",
        max_length=160,
        help_text="Zoals de gemeenteraad, of het college.",
        error_messages={"required": "Vul in wie de agenda vaststelde."},
    )
    op = Dag(label="Op welke dag?", error_messages={"required": "Vul in op welke dag dat was."})
    ondertekenaars = forms.MultipleChoiceField(
        label="Wie tekende?",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Kies minstens één partij die tekende."},
    )
    geraadpleegd = long_text("Wie is geraadpleegd?", rows=2)
    versie = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, agenda: Agenda, **kwargs: Any) -> None:
        """Offer the partijen of the agenda."""
        super().__init__(*args, **kwargs)
        offer(self, "ondertekenaars", [(one.code, one.naam) for one in agenda.partijen])


class StapForm(forms.Form):
    """A step that asks for nothing but the version that was seen."""

    versie = forms.IntegerField(widget=forms.HiddenInput)


class NieuweActie(forms.Form):
    """An action to be: everything else is filled in on its own page."""

    speerpunt = forms.ChoiceField(label="Onder welk speerpunt?")
    code = forms.CharField(
        label="Code", max_length=20, help_text="Zoals 1B9. Je kunt de code later nog wijzigen."
    )
    naam = forms.CharField(
        label="Wat gaat er gebeuren?",
        max_length=300,
        help_text="Liefst een zin die zegt wat er verandert, en voor wie.",
    )

    def __init__(self, *args: Any, agenda: Agenda, **kwargs: Any) -> None:
        """Offer the speerpunten of the agenda."""
        super().__init__(*args, **kwargs)
        offer(self, "speerpunt", [(s.code, f"{s.code} {s.naam}") for s in agenda.speerpunten])


class NieuwSpeerpunt(forms.Form):
    """A speerpunt to be."""

    ambitie = forms.ChoiceField(label="Onder welke ambitie?")
    code = forms.CharField(label="Code", max_length=20, help_text="Zoals 1F.")
    naam = forms.CharField(label="Naam", max_length=300)
    doel = long_text("Doel", rows=2, hint="In één zin: wat is er dan bereikt?")

    def __init__(self, *args: Any, agenda: Agenda, **kwargs: Any) -> None:
        """Offer the ambities of the agenda."""
        super().__init__(*args, **kwargs)
        offer(self, "ambitie", [(a.code, f"{a.code} {a.naam}") for a in agenda.ambities])


class NieuweAmbitie(forms.Form):
    """An ambitie to be."""

    code = forms.CharField(label="Code", max_length=20, help_text="Zoals 3.")
    naam = forms.CharField(label="Naam", max_length=300)
    omschrijving = long_text("Omschrijving")

    def __init__(self, *args: Any, agenda: Agenda, **kwargs: Any) -> None:  # noqa: ARG002
        """Take the agenda, as the other forms that add to it do."""
        super().__init__(*args, **kwargs)
