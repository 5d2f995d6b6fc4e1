"""The filter of the list of sources."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.http import QueryDict

from openlea.core.plaatsspelling import fold
from openlea.policy.bronstaat import BronStaat
from openlea.web.pages.bronnen.stand import BEELDEN, ORDER, Bronstand

EIGEN = "eigen"
SORTERINGEN = {
    "": "Naam",
    "staat": "Wat aandacht vraagt",
    "oud": "Oudste eerst",
    "rijen": "Meeste rijen eerst",
}


class BronFilter(forms.Form):
    """Part of a name, a state, a publisher, and the order."""

    q = forms.CharField(label="Naam", required=False, max_length=80)
    staat = forms.ChoiceField(label="Staat", required=False)
    uitgever = forms.ChoiceField(label="Uitgever", required=False)
    sorteer = forms.ChoiceField(label="Volgorde", required=False, choices=list(SORTERINGEN.items()))

    def __init__(self, asked: QueryDict, standen: Sequence[Bronstand]) -> None:
        """Offer the publishers that there are."""
        super().__init__(asked, auto_id="toon_%s")
        states = [(str(one), beeld.woord) for one, beeld in BEELDEN.items()]
        publishers = sorted({one.overzicht.source.bron.uitgever for one in standen})
        _choices(self, "staat", [("", "Alle"), *states, (EIGEN, "Eigen bestand")])
        _choices(self, "uitgever", [("", "Alle"), *((one, one) for one in publishers)])


def _choices(form: forms.Form, veld: str, choices: list[tuple[str, str]]) -> None:
    form.fields[veld].choices = choices  # type: ignore[attr-defined]


@dataclass(frozen=True, slots=True)
class Keuze:
    """What the address asks: the sources shown, what was chosen, and the address of the same."""

    standen: tuple[Bronstand, ...]
    actief: tuple[dict[str, str], ...] = ()
    vraag: str = ""
    formulier: Any = field(default=None, repr=False)


def chosen(standen: Sequence[Bronstand], asked: QueryDict) -> Keuze:
    """Return the sources that the address asks for; what it asks in vain is left out."""
    form = BronFilter(asked, standen)
    form.is_valid()
    kept = {name: form.cleaned_data.get(name, "") for name in form.fields}
    shown = [one for one in standen if _fits(one, kept)]
    return Keuze(
        standen=tuple(_sorted(shown, kept["sorteer"])),
        actief=tuple(_active(form, kept)),
        vraag=_query(kept),
        formulier=form,
    )


def _fits(one: Bronstand, kept: dict[str, str]) -> bool:
    bron, wanted = one.overzicht.source.bron, kept["staat"]
    states = {str(one.overzicht.staat), *([EIGEN] if one.eigen else [])}
    return (
        fold(kept["q"]) in fold(f"{one.titel} {one.id}")
        and (not wanted or wanted in states)
        and kept["uitgever"] in ("", bron.uitgever)
    )


def _sorted(standen: Sequence[Bronstand], order: str) -> Sequence[Bronstand]:
    if order == "staat":
        return sorted(standen, key=lambda one: ORDER.index(BronStaat(one.overzicht.staat)))
    if order == "oud":
        return sorted(standen, key=lambda one: one.nieuwste or "9999")
    if order == "rijen":
        return sorted(standen, key=lambda one: -_rows(one))
    return standen


def _rows(one: Bronstand) -> int:
    return one.overzicht.geheel.lading.rijen if one.overzicht.geheel else 0


def _active(form: BronFilter, kept: dict[str, str]) -> list[dict[str, str]]:
    states = dict(form.fields["staat"].choices)  # type: ignore[attr-defined]
    names = {
        "q": f"Naam: {kept['q']}",
        "staat": states.get(kept["staat"], ""),
        "uitgever": kept["uitgever"],
    }
    return [
        {"naam": naam, "weg_url": "?" + _query({**kept, veld: ""})}
        for veld, naam in names.items()
        if kept[veld]
    ]


def _query(kept: dict[str, str]) -> str:
    return urlencode({name: value for name, value in kept.items() if value})
