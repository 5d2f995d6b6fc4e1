"""The forms of a profile, one per step."""

from typing import Any

from django import forms

from openlea.core.ondersteuning import (
    Antwoord,
    Basisstelling,
    Ondersteuningssoort,
    Ondersteuningsvorm,
)
from openlea.policy.profielinhoud import DESKUNDIGEN, GEBOUW, Profielextra, Profielinhoud
from openlea.web.pages.agenda.veld import Dag

MOST = 999


class Stapvorm(forms.Form):
    """A step; `versie` is what the writer saw."""

    versie = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def parts(self) -> dict[str, Any]:
        """Return which parts of the content this step fills; after is_valid."""
        return {}


class Basisvorm(Stapvorm):
    """Which statements on basisondersteuning hold."""

    def __init__(
        self, data: Any, stellingen: dict[str, Basisstelling], inhoud: Profielinhoud, **kw: Any
    ) -> None:
        """Ask every statement, beginning with what is known."""
        super().__init__(data, **kw)
        self.namen = list(stellingen)
        for naam, one in stellingen.items():
            self.fields[naam] = forms.ChoiceField(
                label=one.stelling,
                choices=Antwoord.choices(),
                widget=forms.RadioSelect,
                initial=str(inhoud.basis[naam]) if naam in inhoud.basis else None,
                error_messages={"required": "Kies ja, deels of nee."},
            )

    def parts(self) -> dict[str, Any]:
        """Return the answers."""
        return {"basis": {naam: Antwoord(self.cleaned_data[naam]) for naam in self.namen}}


class Extravorm(Stapvorm):
    """Which kinds of extra support there are, how, and for how many."""

    def __init__(
        self, data: Any, soorten: dict[str, Ondersteuningssoort], inhoud: Profielinhoud, **kw: Any
    ) -> None:
        """Ask every kind, beginning with what is known."""
        super().__init__(data, **kw)
        self.soorten = soorten
        for naam, one in soorten.items():
            known = inhoud.offers(naam)
            self.fields[f"vorm_{naam}"] = forms.ChoiceField(
                label=one.titel,
                required=False,
                choices=[("", "Nee"), *Ondersteuningsvorm.choices()],
                initial=str(known.vorm) if known else "",
            )
            self.fields[f"groep_{naam}"] = _number("Leerlingen per groep", known, "groepsgrootte")
            self.fields[f"plekken_{naam}"] = _number("Plekken", known, "plekken")

    @property
    def regels(self) -> list[tuple[Ondersteuningssoort, list[forms.BoundField]]]:
        """Return the fields by kind."""
        heads = ("vorm", "groep", "plekken")
        return [
            (one, [self[f"{head}_{naam}"] for head in heads]) for naam, one in self.soorten.items()
        ]

    def parts(self) -> dict[str, Any]:
        """Return what is offered; numbers beside a 'nee' are left out."""
        clean = self.cleaned_data
        chosen = (
            Profielextra(
                soort=naam,
                vorm=Ondersteuningsvorm(clean[f"vorm_{naam}"]),
                groepsgrootte=clean[f"groep_{naam}"],
                plekken=clean[f"plekken_{naam}"],
            )
            for naam in self.soorten
            if clean[f"vorm_{naam}"]
        )
        return {"extra": tuple(chosen)}


class Gebouwvorm(Stapvorm):
    """Who works there, and what the building has."""

    deskundigen = forms.MultipleChoiceField(
        label="Wie werken er op school?",
        required=False,
        choices=list(DESKUNDIGEN.items()),
        widget=forms.CheckboxSelectMultiple,
    )
    gebouw = forms.MultipleChoiceField(
        label="Wat heeft het gebouw?",
        required=False,
        choices=list(GEBOUW.items()),
        widget=forms.CheckboxSelectMultiple,
    )

    def parts(self) -> dict[str, Any]:
        """Return both lists."""
        return {name: tuple(self.cleaned_data[name]) for name in ("deskundigen", "gebouw")}


class Adviesvorm(Stapvorm):
    """What the MR advised, and what the school adds in its own words."""

    eigen = forms.CharField(
        label="In eigen woorden",
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text="Voor ouders, in gewone taal. Noem geen kinderen of ouders.",
    )
    mr_advies = forms.CharField(
        label="Wat adviseerde de medezeggenschapsraad?", required=False, max_length=400
    )
    mr_op = Dag(label="Op welke dag?", required=False)

    def parts(self) -> dict[str, Any]:
        """Return the own words; the advice is no part of the content."""
        return {"eigen": self.cleaned_data["eigen"]}


def _number(label: str, known: Profielextra | None, what: str) -> forms.IntegerField:
    return forms.IntegerField(
        label=label,
        required=False,
        min_value=0,
        max_value=MOST,
        initial=getattr(known, what) if known else None,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "size": 4}),
        error_messages={"invalid": "Schrijf een heel getal."},
    )
