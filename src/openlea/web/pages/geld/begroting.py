"""The page of the money: whether it adds up, and until when."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.safestring import mark_safe

from openlea.policy.rechten import Noun, Verb
from openlea.services.write_geld_xlsx import write_geld_xlsx
from openlea.web.charts.begroting_svg import draw_begroting
from openlea.web.charts.saldo_svg import draw_saldo
from openlea.web.pages.geld.beeld import geldbeeld, need_beeld
from openlea.web.pages.geld.dekking import jaarsaldi
from openlea.web.pages.geld.overzicht import Overzicht, make_overzicht
from openlea.web.pages.geld.samenvatting import saldo_zin, structureel_zinnen
from openlea.web.pages.geld.vellen import vellen_van
from openlea.web.pages.geld.weergave import Weergave, read_weergave
from openlea.web.route import LeaRequest

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
PER = (("ambitie", "Per ambitie"), ("taakveld", "Per taakveld"))


def begroting(request: LeaRequest) -> HttpResponse:
    """Return the page of the money."""
    beeld = geldbeeld(request)
    if beeld is None:
        mag = request.actor.may(Noun.BESTAND, Verb.WIJZIGEN)
        return render(request, "geld/leeg.html", {"mag_inlezen": mag})
    slug = request.werkruimte.slug
    weergave = read_weergave(request.GET.get("stand"))
    per = "taakveld" if request.GET.get("per") == "taakveld" else "ambitie"
    overzicht = make_overzicht(beeld, weergave, slug)
    context = {
        "overzicht": overzicht,
        "beeld": beeld,
        "weergave": weergave,
        "per": per,
        "tabs": _tabs(slug, weergave, per),
        "indelingen": [
            {"naam": naam, "url": f"?stand={weergave}&per={code}", "actief": code == per}
            for code, naam in PER
        ],
        "uit": f"{reverse('geld_uit', args=[slug])}?stand={weergave}&per={per}",
        "saldo_zin": saldo_zin(overzicht.balansen),
        "structureel": tuple(structureel_zinnen(overzicht.balansen)),
        "oab_jaar": _oab_year(overzicht),
        **_drawings(overzicht),
    }
    return render(request, "geld/begroting.html", context)


def geld_uit(request: LeaRequest) -> HttpResponse:
    """Return what the page shows as a workbook."""
    weergave = read_weergave(request.GET.get("stand"))
    overzicht = make_overzicht(need_beeld(request), weergave, request.werkruimte.slug)
    answer = HttpResponse(write_geld_xlsx(vellen_van(overzicht)), content_type=XLSX)
    name = f"geld-{request.werkruimte.slug}-{weergave}.xlsx"
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def _tabs(slug: str, here: Weergave, per: str) -> list[dict[str, object]]:
    return [
        {
            "naam": one.label,
            "url": f"{reverse('geld', args=[slug])}?stand={one}&per={per}",
            "actief": one is here,
        }
        for one in Weergave
    ]


def _drawings(overzicht: Overzicht) -> dict[str, object]:
    """Return the pictures; what they are made of is escaped where it is drawn."""
    jaren = overzicht.agenda.jaren
    uitgaven, middelen = overzicht.uitgaven_delen, overzicht.middelen_delen
    return {
        "saldo_svg": mark_safe(  # noqa: S308
            draw_saldo(jaarsaldi(overzicht.balansen), "Het saldo per jaar, stap voor stap")
        ),
        "uitgaven_svg": mark_safe(  # noqa: S308
            draw_begroting(jaren, uitgaven, "Uitgaven per ambitie, per jaar", "uitgaven")
        ),
        "middelen_svg": mark_safe(  # noqa: S308
            draw_begroting(jaren, middelen, "Middelen per geldstroom, per jaar", "middelen")
        ),
        "uitgaven": uitgaven,
        "middelen": middelen,
    }


def _oab_year(overzicht: Overzicht) -> int:
    """Return the year of which the OAB account is due next: the last one with money booked."""
    booked = [boeking.jaar for boeking in overzicht.agenda.begroting.boekingen]
    return max(
        [year for year in booked if year in overzicht.agenda.jaren] or [overzicht.agenda.van]
    )
