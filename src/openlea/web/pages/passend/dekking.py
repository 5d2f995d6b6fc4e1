"""What is needed beside what schools offer, the gaps, and the button that puts one on an agenda."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from openlea.core.errors import NotFound
from openlea.core.ondersteuning import Ondersteuningsgroep
from openlea.policy import toelating as maat
from openlea.policy.rechten import Noun, Verb
from openlea.services.add_agendapunt import Puntopzet
from openlea.services.describe_dekking import VER, Behoefteregel, Dekking, Vak, describe_dekking
from openlea.services.passend.afstand import HOE
from openlea.services.passend.tellen import REGISTRATIE
from openlea.services.put_on_agenda import put_on_agenda
from openlea.web.charts.csv_tabel import csv_answer
from openlea.web.charts.figuur import Grafiek, figures
from openlea.web.charts.staven import Staaf, staven_chart
from openlea.web.pages.passend.kader import crumbs, tabs, words
from openlea.web.pages.samenwerking.agenderen import meetings_to_choose
from openlea.web.route import LeaRequest

LONGEST = 9


def passend(request: LeaRequest) -> HttpResponse:
    """Return the page of a count, the newest unless the address asks another."""
    found = describe_dekking(request.actor, request.GET.get("periode", "")[:9])
    beelden = [_need(found)] if found.staat else []
    if answer := csv_answer(request, beelden):
        return answer
    slug = request.werkruimte.slug
    shown = {
        "dk": found,
        "kernzin": kernel(found),
        "vergelijkzin": _compared(found),
        "figuren": figures(beelden, f"periode={found.staat.periode}" if found.staat else ""),
        "groepen": list(Ondersteuningsgroep),
        "matrix": [(code, [_cell(one) for one in cells]) for code, cells in found.gebieden],
        "gaten": [_gap(one) for one in found.gaten],
        "reeksen": meetings_to_choose(request),
        "ver": f"{VER:g}",
        "hoe": HOE,
        "thuis": words(found.thuiszitters) if found.thuiszitters else "",
        "mag_leveren": request.actor.may(Noun.REGISTRATIE, Verb.MAKEN),
        "registratie": REGISTRATIE,
        "kruimels": crumbs(request, "Passend onderwijs"),
        "tabs": tabs(request, "passend"),
        "profielen_url": reverse("profielen", args=[slug]),
    }
    return render(request, "passend/passend.html", shown)


def kernel(found: Dekking) -> str:
    """Return in one or two sentences what stands out."""
    if found.staat is None:
        return ""
    need = words(found.getal(maat.BEHOEFTE))
    begin = f"{need} leerlingen hebben een TLV of arrangement."
    if not found.gaten:
        return f"{begin} Van geen soort is zeker dat er te weinig plekken bekend zijn."
    most = found.gaten[0]
    more = f" Bij {len(found.gaten)} soorten noemen scholen minder plekken dan er nodig zijn."
    return (
        f"{begin}{more} Het grootste verschil: {most.soort.titel.lower()}, "
        f"{words(most.behoefte)} leerlingen en {most.plekken} plekken."
    )


def gat_agenderen(request: LeaRequest) -> HttpResponse:
    """Put a gap on the next agenda of a series, or in its backlog when no meeting comes."""
    found = describe_dekking(request.actor, request.POST.get("periode", "")[:9])
    wanted = request.POST.get("soort", "")
    gap = next((one for one in found.gaten if one.soort.id == wanted), None)
    word = request.POST.get("reeks", "")
    if gap is None or not (word.isascii() and word.isdigit() and len(word) <= LONGEST):
        raise NotFound("Dit verschil is er niet.")
    opzet = Puntopzet(
        titel=f"Te weinig plekken: {gap.soort.titel.lower()}"[:200],
        toelichting=(
            f"{_gap_sentence(gap)} Peildatum {found.staat.peildatum if found.staat else ''}. "
            f"{' '.join(found.let_op)}"
        ),
    )
    punt = put_on_agenda(request.actor, int(word), opzet)
    where = punt.vergadering.titel if punt.vergadering else f"de wachtrij van {punt.reeks.naam}"
    messages.success(request, f"'{gap.soort.titel}' staat op de agenda van {where}.")
    return redirect("passend", request.werkruimte.slug)


def _need(found: Dekking) -> Grafiek:
    known = sorted(found.soorten, key=lambda one: -(one.behoefte.hoog if one.behoefte else -1))
    bars = [
        Staaf(naam=one.soort.titel, bereik=one.behoefte, eigen=one.is_gat, woord="afgeschermd")
        for one in known
    ]
    return staven_chart(
        "behoefte",
        "Hoeveel leerlingen hebben wat nodig?",
        bars,
        eenheid="",
        decimals=0,
        wat="Soort ondersteuning",
    )


def _cell(one: Vak) -> dict[str, object]:
    far = "geen school bekend" if one.km is None else f"{one.km:.1f} km".replace(".", ",")
    if one.km == 0:
        far = "zelfde postcode"
    return {"behoefte": words(one.behoefte), "ver": one.is_ver, "km": far, "groep": one.groep.label}


def _gap(one: Behoefteregel) -> dict[str, object]:
    return {
        "een": one,
        "behoefte": words(one.behoefte),
        "tekort": words(one.tekort),
        "zin": _gap_sentence(one),
    }


def _gap_sentence(one: Behoefteregel) -> str:
    return (
        f"{one.soort.titel}: {words(one.behoefte)} leerlingen hebben dit nodig; "
        f"{one.scholen} scholen noemen samen {one.plekken} plekken."
    )


def _compared(found: Dekking) -> str:
    before = found.vorige.bereik(maat.BEHOEFTE) if found.vorige else None
    if before is None or found.vorige is None:
        return ""
    return f"In {found.vorige.periode} waren het er {words(before)}."
