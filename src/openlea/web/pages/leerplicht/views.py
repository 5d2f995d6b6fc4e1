"""The pages that show leerplicht: at a glance, per school, leaving school, and the region."""

from collections.abc import Mapping

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from openlea.core.errors import BadInput
from openlea.core.telling import Gebied, Telstaat
from openlea.policy import verzuim as maat
from openlea.policy.cijfertekst import number_text
from openlea.policy.rechten import Noun, Verb
from openlea.policy.thuiszitter import NIET
from openlea.policy.verzuimcijfers import value_text
from openlea.policy.vsv import NIET_VERGELIJKBAAR, UITLEG, Vsvwijze, vsv_share
from openlea.services.aanmelden.scholen import schools_here
from openlea.services.ask_figures import ask_figures
from openlea.services.describe_leerplicht import Leerplichtbeeld
from openlea.storage.records.models import Plan
from openlea.storage.records.scope import plannen_within
from openlea.storage.warehouse import verzuimtabellen as tabellen
from openlea.storage.warehouse.warehouse import open_warehouse
from openlea.web.pages.leerplicht.beelden import (
    home_lines,
    report_lines,
    school_bars,
    table_bars,
)
from openlea.web.pages.leerplicht.kader import may_answer, page, read
from openlea.web.pages.verklaar.vraag import told
from openlea.web.route import LeaRequest

JONGEREN = {
    "In traject": "In traject",
    "Geen traject": "Geen traject",
    "Uitgestroomd": "Uitgestroomd",
    "Onbekend": "Onbekend",
}


def leerplicht(request: LeaRequest) -> HttpResponse:
    """Return what stands out, who is at home over the years, and what the number leaves out."""
    found = read(request)
    beelden = [home_lines(found), report_lines(found)] if found.staat else []
    return page(
        request,
        "leerplicht",
        found,
        "Leerplicht en verzuim",
        beelden,
        kernzin=kernel(found),
        niet=NIET,
        kies_jaar=True,
        bron_leerplichtigen=tabellen.LEERPLICHTIGEN,
        leerplichtigen_bekend=bool(found.staat and found.leerplichtigen.get(found.staat.periode)),
        cijfertabellen=[one for one in found.tabellen if one.naam != "jongeren"],
    )


def kernel(found: Leerplichtbeeld) -> str:
    """Return what stands out in two sentences, with its number and that of the year before."""
    if found.staat is None:
        return ""
    said = _told(found.staat, maat.THUISZITTERS)
    long = _told(found.staat, maat.LANGER)
    first = (
        f"In {found.staat.periode} zaten {said} leerplichtigen thuis, van wie {long} langer dan "
        "drie maanden."
    )
    if found.vorige is None:
        return first
    return f"{first} Een jaar eerder waren dat er {_told(found.vorige, maat.THUISZITTERS)}."


def _told(staat: Telstaat, name: str) -> str:
    return value_text(staat.bereik(name)).replace("niet bekend", "een onbekend aantal")


def scholen(request: LeaRequest) -> HttpResponse:
    """Return reports per school, and what schools see before they report."""
    found = read(request)
    house, slug = open_warehouse(), request.werkruimte.slug
    here = schools_here(request.werkruimte.pk).scholen
    namen = tabellen.read_vo_names(house, slug) | {code: one.naam for code, one in here.items()}
    vroeg = tabellen.read_preventie(house, slug)
    return page(
        request,
        "leerplicht_scholen",
        found,
        "Verzuim per school",
        [school_bars(found, namen)] if found.staat else [],
        kies_jaar=True,
        kernzin=_school_sentence(found, namen),
        rijen=_school_rows(found, namen),
        vroeg=_early(vroeg, namen),
        bron=tabellen.PREVENTIE,
        mag_antwoorden=may_answer(request, tabellen.PREVENTIE),
    )


def _school_sentence(found: Leerplichtbeeld, namen: Mapping[str, str]) -> str:
    if found.staat is None or not found.scholen:
        return ""
    most = found.scholen[0]
    many = value_text(found.staat.bereik(maat.MELDINGEN, Gebied.SCHOOL, most))
    whole = _told(found.staat, maat.MELDINGEN)
    return (
        f"Scholen meldden {whole} keer verzuim in {found.staat.periode}. De meeste meldingen "
        f"kwamen van {namen.get(most, most)}: {many}. Veel melden kan ook goed melden zijn."
    )


def _school_rows(found: Leerplichtbeeld, namen: Mapping[str, str]) -> list[list[str]]:
    staat = found.staat
    if staat is None:
        return []
    kinds = [*map(str, maat.GEMELD), maat.MELDINGEN]
    codes = [*found.scholen, maat.ZONDER_SCHOOL]
    return [
        [
            namen.get(code, "Geen school bekend" if code == maat.ZONDER_SCHOOL else code),
            *(value_text(staat.bereik(kind, Gebied.SCHOOL, code)) for kind in kinds),
        ]
        for code in codes
    ]


def _early(
    vroeg: tuple[tabellen.Preventie, ...], namen: Mapping[str, str]
) -> list[dict[str, object]]:
    """Return of every school what it told last, with the year before and a text to agree on."""
    found: dict[str, dict[str, object]] = {}
    for one in vroeg:
        if one.school in found:
            found[one.school].setdefault("eerder", one)
        else:
            naam = namen.get(one.school, one.school)
            wat = f"{naam} en gemeente voorkomen verzuim voordat het gemeld wordt: "
            found[one.school] = {"naam": naam, "nu": one, "wat": wat}
    return sorted(found.values(), key=lambda one: str(one["naam"]))


def vragen(request: LeaRequest) -> HttpResponse:
    """Ask the school boards what absence they see before it is reported."""
    try:
        done = ask_figures(request.actor, tabellen.PREVENTIE, timezone.localdate())
    except BadInput as refused:
        messages.warning(request, str(refused))
    else:
        messages.success(request, told(done))
    return redirect("leerplicht_scholen", request.werkruimte.slug)


def vsv(request: LeaRequest) -> HttpResponse:
    """Return the two meanings of vsv side by side, and the share with a startkwalificatie."""
    found = read(request)
    slug, gemeente = request.werkruimte.slug, request.werkruimte.plaats.partition(":")[2]
    house = open_warehouse()
    tabel = found.tabel("jongeren")
    has_young = any(value for one in tabel.regels for value in one.waarden[-1:])
    years = tabellen.read_vsv(house, slug, gemeente)
    return page(
        request,
        "leerplicht_vsv",
        found,
        "Van school zonder startkwalificatie",
        [table_bars(tabel, found.staat.periode, JONGEREN)] if found.staat and has_young else [],
        kernzin="Er zijn twee getallen die allebei ‘vsv’ heten. Zij gaan over andere jongeren.",
        statistiek=(Vsvwijze.STATISTIEK.label, UITLEG[Vsvwijze.STATISTIEK]),
        steungroep=(Vsvwijze.STEUNGROEP.label, UITLEG[Vsvwijze.STEUNGROEP]),
        waarschuwing=NIET_VERGELIJKBAAR,
        vsv_rijen=[_vsv_row(jaar, vsv, n) for jaar, (vsv, n) in years.items()],
        vsv_bron=tabellen.VSV,
        jongeren=tabel if has_young else None,
        sk=[
            (jaar, f"{van} tot en met {tot} jaar", number_text(n, 0), number_text(100 * met / n, 1))
            for jaar, van, tot, n, met in tabellen.read_startkwalificatie(house, slug, gemeente)
            if n >= 10  # noqa: PLR2004 - a share of fewer says too much of persons
        ],
        sk_bron=tabellen.STARTKWALIFICATIE,
    )


def _vsv_row(jaar: str, vsv: int | None, deelnemers: int | None) -> tuple[str, str, str, str]:
    if vsv is None or not deelnemers:
        return jaar, "niet bekend", "niet bekend", "–"
    share = f"{vsv_share(vsv, deelnemers)}".replace(".", ",")
    return jaar, number_text(vsv, 0), number_text(deelnemers, 0), f"{share} %"


def regio(request: LeaRequest) -> HttpResponse:
    """Return the regional programme, its aims beside what came of them, and the report on it."""
    found = read(request)
    aims = tabellen.read_streefcijfers(open_warehouse(), request.werkruimte.slug)
    own = Plan.objects.of(request.werkruimte.pk).filter(soort="rmc_programma")
    plans = plannen_within(own, request.actor.scope(Noun.PLAN, Verb.ZIEN), request.actor)
    known = [one for one in aims if one.uitkomst is not None]
    return page(
        request,
        "leerplicht_regio",
        found,
        "Regionaal programma",
        kernzin=f"Van {len(known)} van de {len(aims)} streefcijfers is de uitkomst bekend."
        if aims
        else "",
        plannen=list(plans),
        streefcijfers=[
            (
                one,
                number_text(one.doel, 1),
                "nog niet bekend" if one.uitkomst is None else number_text(one.uitkomst, 1),
            )
            for one in aims
        ],
        bron=tabellen.STREEFCIJFERS,
        schooljaar=f"{int(aims[0].jaar) - 1}-{aims[0].jaar}" if aims else "",
    )
