"""The page on segregation: one sentence, the schools, how much is chance, and what isn't known."""

from django.http import HttpResponse
from django.shortcuts import render

from openlea.core.errors import NotFound
from openlea.core.onthulling import Bereik
from openlea.core.place import PlaceKind
from openlea.policy.cijfertekst import periode_tekst
from openlea.policy.rechten import Noun, Scope, Verb
from openlea.policy.segregatietekst import (
    chance_sentence,
    change_sentence,
    move_sentence,
    residence_sentence,
)
from openlea.services.describe_segregatie import Segregatie, describe_segregatie
from openlea.services.segregatie.groepen import GROEPEN, Keuze, own_choices
from openlea.services.segregatie.meting import FEWEST_SCHOOLS
from openlea.web.charts.csv_tabel import csv_answer
from openlea.web.charts.figuur import figures
from openlea.web.charts.vlakken import Kleur
from openlea.web.pages.cijfers.adres import place_of
from openlea.web.pages.cijfers.leeg import with_figures
from openlea.web.pages.cijfers.profiel import crumbs, tabs_of
from openlea.web.pages.cijfers.stand import Stand, read_stand
from openlea.web.pages.segregatie.beelden import drawings
from openlea.web.pages.segregatie.tabellen import (
    by_cluster,
    by_group,
    by_part,
    by_year,
    two_indices,
)
from openlea.web.route import LeaRequest

KLEUREN = (Kleur.OORDEEL, Kleur.MIDDEN)
"""What the map of the country can be coloured by; the first unless asked."""


@with_figures
def segregatie(request: LeaRequest, soort: str, code: str) -> HttpResponse:
    """Return how unevenly the asked group is spread over the schools; only for a gemeente."""
    key = place_of(soort, code)
    if key.kind is not PlaceKind.GEMEENTE:
        raise NotFound("Segregatie wordt alleen van de scholen van een gemeente berekend.")
    stand = read_stand(request, key)
    keuzes = _choices(stand)
    groep = _asked(keuzes, request.GET.get("groep", ""))
    found = None
    if groep:
        jaar = request.GET.get("jaar", "")
        found = describe_segregatie(key.code, stand.store.laag, groep=groep, jaar=jaar)
    context = {
        "stand": stand,
        "plaats": stand.plaats,
        "tabs": tabs_of(stand, "segregatie"),
        "kruimels": crumbs(stand, "Segregatie"),
        "keuzes": keuzes,
        "minstens": FEWEST_SCHOOLS,
        "seg": found,
        "mag_inlezen": request.actor.scope(Noun.BRON, Verb.MAKEN) is Scope.ALLES,
    }
    if found is None or groep is None:
        return render(request, "segregatie/segregatie.html", context)
    context |= {"jaren": [(one, periode_tekst(one)) for one in found.jaren]}
    if found.meting:
        kleur = _colour(request.GET.get("kaart", ""))
        beelden = drawings(stand, found, kleur)
        answer = csv_answer(request, beelden)
        if answer:
            return answer
        keuze = f"groep={groep.id}&jaar={found.jaar}"
        context |= {
            "figuren": figures(beelden, f"{keuze}&kaart={kleur}"),
            "kaarten": [(f"?{keuze}&kaart={one}#land", one.label, one is kleur) for one in KLEUREN],
            **_told(stand, found),
        }
    return render(request, "segregatie/segregatie.html", context)


def _choices(stand: Stand) -> tuple[Keuze, ...]:
    """Return the groups that one may see: the public ones, then those of the own layer."""
    public = tuple(one for one in GROEPEN if one.id in stand.kaarten)
    return (*public, *own_choices(stand.store.laag))


def _colour(asked: str) -> Kleur:
    return next((one for one in KLEUREN if str(one) == asked), KLEUREN[0])


def _asked(keuzes: tuple[Keuze, ...], asked: str) -> Keuze | None:
    usual = keuzes[0] if keuzes else None
    return next((one for one in keuzes if one.id == asked), usual)


def _alike(groep: Keuze, keuzes: tuple[Keuze, ...]) -> tuple[Keuze, ...]:
    return tuple(one for one in keuzes if one.is_eigen == groep.is_eigen)


def _told(stand: Stand, found: Segregatie) -> dict[str, object]:
    """Return the sentences and tables of what was measured."""
    if found.meting is None:
        return {}
    main = found.meting.dissimilariteit
    known = [one.dissimilariteit.marge for one in found.jaren.values() if one]
    hidden = sum(one.school.is_hidden for one in found.delen)
    return {
        "periode": periode_tekst(found.jaar),
        "kernzin": move_sentence(found.groep.in_zin, main.geteld, main.toeval),
        "toevalzin": chance_sentence(
            is_toeval=main.is_toeval,
            zonder_toeval=main.zonder_toeval,
            is_verborgen=main.is_verborgen,
        ),
        "trendzin": change_sentence(known[0], known[-1]) if len(known) > 1 else "",
        "geen_trend": len(known) > 1 and known[0].overlapt(known[-1]),
        "afgeschermd": hidden,
        "indices": two_indices(found.meting),
        "per_groep": by_group(found, _alike(found.groep, _choices(stand))),
        "per_jaar": by_year(found),
        "aandeel": found.aandeel or Bereik(0, 0),
        "tussen": by_cluster(found),
        "veranderd": by_part(found),
        **_residence(found),
    }


def _residence(found: Segregatie) -> dict[str, object]:
    wonen = found.wonen
    if wonen is None:
        return {"woonzin": ""}
    return {
        "woonzin": residence_sentence(wonen.geteld, wonen.wonen),
        "woonpeil": periode_tekst(wonen.peildatum),
        "zonder_buurt": wonen.zonder,
    }
