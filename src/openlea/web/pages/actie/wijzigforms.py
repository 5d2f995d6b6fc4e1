"""The form that changes an action: all its fields, its partijen, pointers and targets."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from django import forms
from django.forms.formsets import formset_factory

from openlea.core.agenda import (
    Actie,
    ActieStaat,
    Agenda,
    Betrokkene,
    Rol,
    Schaal,
    Verwijzing,
    VerwijzingSoort,
    Zichtbaarheid,
)
from openlea.policy.agenda_controle import OUDSTE_LEEFTIJD
from openlea.web.pages.actie.streefforms import _Set
from openlea.web.pages.agenda.veld import GEEN, Dag, long_text, offer
from openlea.web.partijkeuze import Groep

FOR_GEMEENTE = ("speerpunt", "zichtbaarheid")
PLAIN = (
    "naam omschrijving doelgroep leeftijd_van leeftijd_tot van tot werkgroep staat_reden "
    "samengevoegd_met opgevolgd_door"
)


class ActieForm(forms.Form):
    """An action without what hangs on it."""

    naam = forms.CharField(
        label="Titel",
        max_length=300,
        help_text="Liefst een zin die zegt wat er verandert, en voor wie.",
    )
    omschrijving = long_text("Omschrijving", rows=4)
    speerpunt = forms.ChoiceField(label="Speerpunt")
    doelgroep = forms.CharField(label="Doelgroep", required=False, max_length=200)
    leeftijd_van = forms.IntegerField(
        label="Leeftijd vanaf", required=False, min_value=0, max_value=OUDSTE_LEEFTIJD
    )
    leeftijd_tot = forms.IntegerField(
        label="Leeftijd tot en met", required=False, min_value=0, max_value=OUDSTE_LEEFTIJD
    )
    schaal = forms.ChoiceField(label="Waar speelt het?", choices=Schaal.choices())
    van = Dag(label="Begint op", required=False)
    tot = Dag(label="Eindigt op", required=False)
    werkgroep = forms.ChoiceField(label="Werkgroep", required=False)
    staat = forms.ChoiceField(label="Staat", choices=ActieStaat.choices())
    staat_reden = long_text("Reden van deze staat", rows=2)
    samengevoegd_met = forms.ChoiceField(label="Samengevoegd met", required=False)
    opgevolgd_door = forms.ChoiceField(label="Opgevolgd door", required=False)
    zichtbaarheid = forms.ChoiceField(label="Wie mag dit zien?", choices=Zichtbaarheid.choices())
    versie = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, agenda: Agenda, code: str, beheer: bool, **kwargs: Any) -> None:
        """Offer what exists in the agenda; only the municipality moves and hides an action."""
        super().__init__(*args, **kwargs)
        others = [(a.code, f"{a.code} {a.naam}") for a in agenda.acties if a.code != code]
        offer(self, "speerpunt", [(s.code, f"{s.code} {s.naam}") for s in agenda.speerpunten])
        offer(self, "werkgroep", [GEEN, *((naam, naam) for naam in agenda.werkgroepen)])
        offer(self, "samengevoegd_met", [GEEN, *others])
        offer(self, "opgevolgd_door", [GEEN, *others])
        for veld in () if beheer else FOR_GEMEENTE:
            del self.fields[veld]

    def clean(self) -> None:
        """Refuse ages and days that run backward, at the second of both."""
        clean = self.cleaned_data
        for first, last, reden in (
            ("leeftijd_van", "leeftijd_tot", "De hoogste leeftijd is lager dan de laagste."),
            ("van", "tot", "De einddatum ligt voor de begindatum."),
        ):
            low, high = clean.get(first), clean.get(last)
            if low is not None and high is not None and high < low:
                self.add_error(last, reden)


class BetrokkeneForm(forms.Form):
    """A partij with its role, and the words that show it takes part."""

    partij = forms.ChoiceField(label="Partij")
    rol = forms.ChoiceField(label="Rol", choices=Rol.choices(), initial=Rol.MEDE_EIGENAAR)
    toelichting = long_text("Waaruit blijkt dat?", rows=2)

    def __init__(
        self, *args: Any, agenda: Agenda, gevonden: Sequence[Groep] = (), **kwargs: Any
    ) -> None:
        """Offer the partijen of the agenda, and beneath them what a start found."""
        super().__init__(*args, **kwargs)
        own = ((p.code, p.naam) for p in agenda.partijen)
        offer(self, "partij", [GEEN, *own, *gevonden])

    def has_changed(self) -> bool:
        """Return whether a row says anything: the role that stands ready says nothing yet."""
        return bool(set(self.changed_data) - {"rol"})


class _Betrokkenen(_Set):
    def add_fields(self, form: Any, index: int | None) -> None:
        """Let the first empty row of an action without trekker offer the trekker."""
        super().add_fields(form, index)
        known = [row["rol"] for row in self.initial or ()]
        if index == len(known) and Rol.TREKKER not in known:
            form.fields["rol"].initial = Rol.TREKKER


class VerwijzingForm(forms.Form):
    """A pointer to an indicator, a duty, an intervention or a document elsewhere."""

    soort = forms.ChoiceField(
        label="Soort", choices=VerwijzingSoort.choices(), initial=VerwijzingSoort.INDICATOR
    )
    naar = forms.CharField(label="Naar", max_length=300, help_text="Een code, een id of een adres.")
    toelichting = long_text("Toelichting", rows=1)

    def __init__(self, *args: Any, agenda: Agenda, **kwargs: Any) -> None:  # noqa: ARG002
        """Take the agenda, as the other rows of this page do."""
        super().__init__(*args, **kwargs)


BetrokkeneSet: Any = formset_factory(
    BetrokkeneForm, formset=_Betrokkenen, extra=2, can_delete=True, max_num=60, absolute_max=70
)
VerwijzingSet: Any = formset_factory(
    VerwijzingForm, formset=_Set, extra=1, can_delete=True, max_num=100, absolute_max=110
)


def start_actie(actie: Actie, speerpunt: str, versie: int) -> dict[str, Any]:
    """Return what the form shows first."""
    names = (*PLAIN.split(), "schaal", "staat", "zichtbaarheid")
    return {name: getattr(actie, name) for name in names} | {
        "speerpunt": speerpunt,
        "versie": versie,
    }


def read_actie_form(stored: Actie, form: ActieForm, wie: Any, wijst: Any) -> Actie:
    """Return the action as the form says it; what the form does not ask stays."""
    clean = form.cleaned_data
    seen = clean.get("zichtbaarheid", stored.zichtbaarheid)
    return replace(
        stored,
        **{name: clean[name] for name in PLAIN.split()},
        schaal=Schaal(clean["schaal"]),
        staat=ActieStaat(clean["staat"]),
        zichtbaarheid=Zichtbaarheid(seen),
        betrokkenen=stored.betrokkenen if wie is None else _betrokkenen(wie),
        verwijzingen=tuple(
            Verwijzing(
                soort=VerwijzingSoort(row["soort"]),
                naar=row["naar"],
                toelichting=row["toelichting"],
            )
            for row in filled(wijst)
        ),
    )


def _betrokkenen(wie: Any) -> tuple[Betrokkene, ...]:
    return tuple(
        Betrokkene(partij=row["partij"], rol=Rol(row["rol"]), toelichting=row["toelichting"])
        for row in filled(wie)
    )


def filled(rows: Any) -> list[dict[str, Any]]:
    """Return the rows that were filled in and not taken away."""
    return [
        form.cleaned_data
        for form in rows
        if form.cleaned_data and not form.cleaned_data.get("DELETE")
    ]
