"""Every indicator by field of policy, and for which kinds of places each has figures."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from django import forms
from django.conf import settings
from django.http import HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse

from openlea.catalogue.shelf import IndicatorFile
from openlea.catalogue.zonderkast import open_zondercijfers
from openlea.core.catalogue import find_roots
from openlea.core.indicator import Soort
from openlea.core.plaatsspelling import fold
from openlea.core.place import PlaceKey
from openlea.policy.beleidsveld import Beleidsveld, beleidsveld, in_order
from openlea.policy.rechten import Noun, Verb
from openlea.services.describe_matrix import NIVEAUS, describe_matrix
from openlea.services.verklaring.matrix import Vak
from openlea.web.getal import Getal
from openlea.web.pages.verklaar.tabel import KOPPEN, MEERVOUD, number_of
from openlea.web.pages.verklaar.zicht import (
    name_of,
    own_place,
    read_shelf,
    seen_figures,
    seen_indicators,
)
from openlea.web.route import LeaRequest


class Keuze(forms.Form):
    """Words of a title or question, a field of policy, a kind and a kind of place."""

    q = forms.CharField(label="Zoek", required=False, max_length=80)
    veld = forms.ChoiceField(label="Beleidsveld", required=False)
    soort = forms.ChoiceField(
        label="Soort", required=False, choices=[("", "Alle soorten"), *Soort.choices()]
    )
    niveau = forms.ChoiceField(
        label="Met cijfer per",
        required=False,
        choices=[("", "Alle niveaus"), *((str(one), KOPPEN[one]) for one in NIVEAUS)],
    )

    def __init__(self, asked: QueryDict, velden: Sequence[str]) -> None:
        """Offer the fields that there are."""
        super().__init__(asked, auto_id="kies_%s")
        names = [("", "Alle beleidsvelden"), *((one, beleidsveld(one).naam) for one in velden)]
        self.fields["veld"].choices = names  # type: ignore[attr-defined]


@dataclass(frozen=True, slots=True, kw_only=True)
class Regel:
    """An indicator in the list: its card, its figure of the own place, and its cells."""

    entry: IndicatorFile
    getal: Getal | None
    vakken: tuple[Vak, ...]

    @property
    def niveaus(self) -> str:
        """Return for which kinds of places there are figures, in words."""
        return ", ".join(KOPPEN[one.niveau].lower() for one in self.vakken if one.cijfers)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cel:
    """A cell of the matrix: how many places, or the letter of the reason below it."""

    vak: Vak
    letter: str
    wat: str


def indicatoren(request: LeaRequest) -> HttpResponse:
    """Return the list, by field of policy, as far as the address asks."""
    shelf = read_shelf()
    seen = seen_indicators(request, shelf)
    keuze = Keuze(request.GET, in_order(one.veld for one in seen.values()))
    keuze.is_valid()
    eigen = own_place(request)
    every = _lines(request, seen, eigen)
    regels = [one for one in every if _fits(one, keuze.cleaned_data)]
    context = {
        "velden": list(_by_field(regels)),
        "aantal": len(regels),
        "alle": len(every),
        "keuze": keuze,
        "actief": list(_active(keuze, request.GET)),
        "kapot": [f"{naam}.py" for naam in shelf.fouten] if _mends(request) else [],
        "zonder": open_zondercijfers(find_roots(settings.CATALOGUE)),
        "kruimels": [_cijfers(request), {"naam": "Indicatoren", "url": ""}],
        "eigen": name_of(seen_figures(request), eigen) if eigen else "",
    }
    return render(request, "verklaar/indicatoren.html", context)


def matrix(request: LeaRequest) -> HttpResponse:
    """Return the matrix: a count for each indicator and kind of place, or a letter with why."""
    seen = seen_indicators(request, read_shelf())
    every = _lines(request, seen, None)
    reasons = list(dict.fromkeys(v.reden for one in every for v in one.vakken if v.reden))
    letters = {reden: _letter(n) for n, reden in enumerate(reasons)}
    context = {
        "koppen": [KOPPEN[one] for one in NIVEAUS],
        "velden": [
            (veld, [(one.entry, [_cell(v, letters) for v in one.vakken]) for one in regels])
            for veld, regels in _by_field(every)
        ],
        "redenen": [(letter, reden) for reden, letter in letters.items()],
        "aantal": len(every),
        "kruimels": [
            _cijfers(request),
            {"naam": "Indicatoren", "url": reverse("indicatoren", args=[request.werkruimte.slug])},
            {"naam": "Voor welke plaatsen", "url": ""},
        ],
    }
    return render(request, "verklaar/matrix.html", context)


def _mends(request: LeaRequest) -> bool:
    """Say whether somebody is told which own files are wrong."""
    return request.actor.may(Noun.BRON, Verb.WIJZIGEN)


def _cijfers(request: LeaRequest) -> dict[str, str]:
    return {"naam": "Cijfers", "url": reverse("cijfers", args=[request.werkruimte.slug])}


def _cell(vak: Vak, letters: Mapping[str, str]) -> Cel:
    wat = MEERVOUD[vak.niveau]
    return Cel(vak=vak, letter=letters.get(vak.reden, ""), wat=wat)


def _letter(number: int) -> str:
    """Return a to z, then aa, ab and so on."""
    first, last = divmod(number, 26)
    return (chr(96 + first) if first else "") + chr(97 + last)


def _lines(
    request: LeaRequest, seen: Mapping[str, IndicatorFile], eigen: PlaceKey | None
) -> list[Regel]:
    slug, store = request.werkruimte.slug, seen_figures(request)
    vakken: dict[str, list[Vak]] = {}
    for one in describe_matrix(laag=store.laag):
        vakken.setdefault(one.indicator, []).append(one)
    latest = {one.indicator: one for one in store.of_place(eigen)} if eigen else {}
    order = {veld: n for n, veld in enumerate(in_order(one.veld for one in seen.values()))}
    entries = sorted(seen.values(), key=lambda one: (order[one.veld], fold(one.card.titel)))
    found = []
    for entry in entries:
        getal = number_of(slug, entry, eigen, latest.get(entry.id)) if eigen else None
        found.append(Regel(entry=entry, getal=getal, vakken=tuple(vakken.get(entry.id, ()))))
    return found


def _by_field(regels: Sequence[Regel]) -> Iterator[tuple[Beleidsveld, list[Regel]]]:
    for veld, some in groupby(regels, key=lambda one: one.entry.veld):
        yield beleidsveld(veld), list(some)


def _fits(regel: Regel, filled: Mapping[str, str]) -> bool:
    card = regel.entry.card
    words = fold(filled.get("q", ""))
    niveau = filled.get("niveau", "")
    return (
        (
            not words
            or any(
                words in fold(text)
                for text in (card.titel, card.vraag, regel.entry.id, *regel.entry.needs)
            )
        )
        and filled.get("veld", "") in ("", regel.entry.veld)
        and filled.get("soort", "") in ("", card.soort)
        and (not niveau or any(one.cijfers and one.niveau == niveau for one in regel.vakken))
    )


def _active(keuze: Keuze, asked: QueryDict) -> Iterator[dict[str, str]]:
    """Yield what was chosen, each with the address without it."""
    for name, value in keuze.cleaned_data.items():
        if not value:
            continue
        rest = asked.copy()
        rest.pop(name, None)
        field = keuze.fields[name]
        label = dict(getattr(field, "choices", ())).get(value, f"'{value}'")
        yield {"naam": str(label), "weg_url": f"?{rest.urlencode()}"}
