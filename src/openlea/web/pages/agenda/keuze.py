"""Keeps, of all actions, those that were asked for, in the order that was asked for."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import QueryDict

from openlea.core.agenda import ActieStaat
from openlea.web.pages.agenda.forms import AgendaFilter
from openlea.web.pages.agenda.rijen import ActieRij


@dataclass(frozen=True, slots=True)
class Gekozen:
    """A filter that is on, and the address without it."""

    naam: str
    weg_url: str


@dataclass(frozen=True, slots=True)
class Keuze:
    """What was asked of the agenda and what it gave; `vraag` is the rest of the address."""

    rijen: tuple[ActieRij, ...]
    gekozen: tuple[Gekozen, ...]
    sorteer: str
    vraag: str


def _holds_words(rij: ActieRij, text: str) -> bool:
    """Return whether every word that was typed stands somewhere in the action."""
    actie = rij.actie
    partijen = " ".join(one.naam for one in rij.wie)
    held = f"{actie.code} {actie.naam} {actie.omschrijving} {actie.doelgroep} {partijen}".casefold()
    return all(word in held for word in text.casefold().split())


def _is_for(rij: ActieRij, jaar: int) -> bool:
    """Return whether an action names this age; without any age it says nothing of it."""
    van, tot = rij.actie.leeftijd_van, rij.actie.leeftijd_tot
    if van is None and tot is None:
        return False
    return (van is None or van <= jaar) and (tot is None or jaar <= tot)


_STATEN = list(ActieStaat)
_TESTS: Mapping[str, Callable[[ActieRij, Any], bool]] = {
    "q": _holds_words,
    "partij": lambda rij, code: any(one.code == code for one in rij.wie),
    "staat": lambda rij, staat: rij.actie.staat == staat,
    "actualiteit": lambda rij, fresh: rij.actualiteit == fresh,
    "werkgroep": lambda rij, naam: rij.actie.werkgroep == naam,
    "doelgroep": lambda rij, naam: rij.actie.doelgroep == naam,
    "leeftijd": _is_for,
}
_ORDERS: Mapping[str, Callable[[ActieRij], Any]] = {
    "naam": lambda rij: rij.actie.naam.casefold(),
    "staat": lambda rij: _STATEN.index(rij.actie.staat),
    "gemeld": lambda rij: rij.gemeld_op or date.min,
    "geld": lambda rij: -rij.geld,
}


def choose(rijen: Sequence[ActieRij], form: AgendaFilter, asked: QueryDict) -> Keuze:
    """Return the rows that pass every filter; a filter that makes no sense is left out."""
    form.is_valid()
    clean: dict[str, Any] = form.cleaned_data
    wanted = {veld: clean[veld] for veld in _TESTS if clean.get(veld) not in (None, "")}
    kept = [rij for rij in rijen if all(_TESTS[v](rij, w) for v, w in wanted.items())]
    sorteer = clean.get("sorteer", "")
    if sorteer:
        kept.sort(key=_ORDERS[sorteer])
    chips = tuple(Gekozen(_chip(form, veld), _without(asked, veld)) for veld in wanted)
    return Keuze(tuple(kept), chips, sorteer, _filled(asked).urlencode())


def _chip(form: AgendaFilter, veld: str) -> str:
    field = form.fields[veld]
    value = form.cleaned_data[veld]
    choices = dict(getattr(field, "choices", []))
    shown = choices.get(str(value), value)
    label = "Zoek" if veld == "q" else field.label
    return f"{label}: {shown}"


def _filled(asked: QueryDict) -> QueryDict:
    """Return what was asked without the fields that were left open."""
    kept = QueryDict(mutable=True)
    for veld, value in asked.items():
        if value and veld != "pagina":
            kept[veld] = str(value)
    return kept


def _without(asked: QueryDict, veld: str) -> str:
    rest = _filled(asked)
    rest.pop(veld, None)
    return f"?{rest.urlencode()}" if rest else "?"
