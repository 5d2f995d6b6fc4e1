"""What every page about the voorschool shares: the count, its period, the tabs, and tables."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from openlea.core.onthulling import Bereik
from openlea.policy.cijfertekst import bereik_tekst, periode_tekst
from openlea.policy.rechten import Noun, Scope, Verb
from openlea.services.describe_voorschool import Voorschool, describe_voorschool
from openlea.services.voorschool.tellen import REGISTRATIE
from openlea.web.charts.csv_tabel import csv_answer
from openlea.web.charts.figuur import Grafiek, figures
from openlea.web.route import LeaRequest

REFUSED = 422
AFGESCHERMD, WIDEST = "afgeschermd", 9
BLADEN = (
    ("voorschool", "Overzicht"),
    ("voorschool_gebieden", "Waar"),
    ("voorschool_uren", "960 uur"),
    ("voorschool_groepen", "Groepen"),
    ("voorschool_overdracht", "Overdracht"),
    ("voorschool_behoefte", "Komende jaren"),
    ("voorschool_toezicht", "Toezicht"),
    ("voorschool_definitie", "Doelgroep en tarieven"),
    ("voorschool_afrekening", "Afrekening"),
)


@dataclass(frozen=True, slots=True)
class Cel:
    """A cell of a table: its words, and whether it is a number."""

    tekst: str
    getal: bool = False


@dataclass(frozen=True, slots=True)
class Tabel:
    """A table of a page; `anker` is its place there. A cell stands with the head above it."""

    anker: str
    titel: str
    koppen: tuple[Cel, ...]
    rijen: tuple[tuple[tuple[Cel, str], ...], ...]


def table(
    anker: str, titel: str, koppen: Sequence[str], rijen: Iterable[Sequence[str]], *, tekst: int = 1
) -> Tabel:
    """Return a table of which all but the first `tekst` columns are numbers."""
    heads = tuple(Cel(kop, n >= tekst) for n, kop in enumerate(koppen))
    rows = tuple(
        tuple((Cel(cel, n >= tekst), koppen[n]) for n, cel in enumerate(rij)) for rij in rijen
    )
    return Tabel(anker, titel, heads, rows)


def words(bereik: Bereik | None, decimals: int = 0, eenheid: str = "") -> str:
    """Return a number or a range, or that it is hidden."""
    return bereik_tekst(bereik, decimals, eenheid) if bereik is not None else AFGESCHERMD


def short_words(bereik: Bereik | None) -> str:
    """Return a count in a table; a range so wide that it says nothing is called hidden."""
    if bereik is not None and bereik.laag == 0 and bereik.hoog > WIDEST:
        return AFGESCHERMD
    return words(bereik)


def read(request: LeaRequest) -> Voorschool:
    """Return what is told of the period that the address asks for, else of the newest."""
    asked = request.GET.get("periode", "")
    today = timezone.localdate()
    found = describe_voorschool(request.actor, asked, today)
    if found.staat is None and asked:
        found = describe_voorschool(request.actor, "", today)
    return found


def page(
    request: LeaRequest,
    here: str,
    found: Voorschool,
    titel: str,
    beelden: Sequence[Grafiek] = (),
    **own: Any,
) -> HttpResponse:
    """Return a page with its pictures, or one of its tables as a file."""
    answer = csv_answer(request, beelden)
    if answer:
        return answer
    periode = found.staat.periode if found.staat else ""
    context = frame(request, here, titel) | {
        "vs": found,
        "figuren": figures(beelden, f"periode={periode}"),
        "peil": periode_tekst(periode),
        "perioden": [(one, periode_tekst(one)) for one in found.perioden],
        "definitietekst": found.staat.definitie if found.staat else "",
        "let_op": found.staat.let_op if found.staat else (),
    }
    return render(request, f"voorschool/{here}.html", context | own)


def frame(request: LeaRequest, here: str, titel: str) -> dict[str, Any]:
    """Return tabs, the way back, and who may bring rows."""
    slug, actor = request.werkruimte.slug, request.actor
    kruimels = [{"naam": "0-23 jaar", "url": reverse("loopbaan", args=[slug])}]
    if here != "voorschool":
        kruimels.append({"naam": "Voorschool", "url": reverse("voorschool", args=[slug])})
    naam = dict(BLADEN).get(here, titel)
    return {
        "titel": titel,
        "here": here,
        "tabs": [
            {"naam": name, "url": reverse(route, args=[slug]), "actief": route == here}
            for route, name in BLADEN
        ],
        "kruimels": [*kruimels, {"naam": "Voorschool" if here == "voorschool" else naam}],
        "mag_aanleveren": actor.may(Noun.REGISTRATIE, Verb.MAKEN),
        "mag_maken": actor.scope(Noun.VOORSCHOOL, Verb.MAKEN) is Scope.ALLES,
        "mag_inlezen": actor.scope(Noun.BRON, Verb.MAKEN) is Scope.ALLES,
        "registratie": REGISTRATIE,
    }
