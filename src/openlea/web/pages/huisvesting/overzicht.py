"""The pages that tell: which schools fit, one building, the round of a year, the projects."""

from dataclasses import dataclass
from decimal import Decimal

from django.http import Http404, HttpResponse
from django.shortcuts import render

from openlea.core.onthulling import Bereik
from openlea.policy.huisvestingsronde import TAKEN, VOORZIENINGEN
from openlea.policy.rechten import Noun, Verb
from openlea.services.huisvesting.uitkomst import Huisvesting
from openlea.services.huisvesting.vinden import find_own
from openlea.services.keep_huisvestingsproject import FASEN, INCLUSIEF, SOORTEN
from openlea.storage.records.huisvesting import AanvraagStaat
from openlea.storage.records.models import (
    Gebouw,
    Gebouwgebruik,
    Huisvestingsaanvraag,
    Huisvestingsproject,
)
from openlea.web.charts.csv_tabel import csv_answer
from openlea.web.charts.figuur import Grafiek, figures
from openlea.web.charts.ruimte import Ruimtestaaf, ruimte_chart
from openlea.web.charts.staven import Staaf, staven_chart
from openlea.web.pages.huisvesting.forms import BETALERS, cents
from openlea.web.pages.huisvesting.kader import frame, read
from openlea.web.route import LeaRequest

YEARS = range(2000, 2101)
CO2_GRENS = {"A": 800, "B": 950, "C": 1200}
"""Ppm that each class of Frisse Scholen 2021 allows at most; background knowledge, not verified."""


def huisvesting(request: LeaRequest) -> HttpResponse:
    """Return what stands out: which schools lack room now or later, and the buildings."""
    found = read(request)
    drawn = _space(found)
    answer = csv_answer(request, [drawn])
    if answer:
        return answer
    known = sorted(found.bekend, key=lambda one: -(one.straks.midden if one.straks else 0))
    context = frame(request, "Huisvesting", found.ronde.jaar, "huisvesting") | {
        "h": found,
        "rijen": [(one, one.nodig[0], one.nodig[-1]) for one in known],
        "tekort": [one for one in known if one.komt_tekort],
        "onbekend": len(found.scholen) - len(known),
        "figuur": figures([drawn])[drawn.naam],
        "gebouwen": [(one, found.users_of(one)) for one in found.gebouwen],
        "stap": found.ronde.next_step(found.today),
        "taken": TAKEN,
        "normen": [(norm, bool(norm.unverified())) for norm in found.regels.ruimte.values()],
        "mag_prognose": request.actor.may(Noun.PROGNOSE, Verb.ZIEN),
        "per_jaar": cents(found.doordecentralisatie),
        "per_leerling": cents(found.regels.per_leerling),
    }
    return render(request, "huisvesting/huisvesting.html", context)


def _space(found: Huisvesting) -> Grafiek:
    lacks = [(one, one.straks) for one in found.bekend]
    bars = [
        Ruimtestaaf(
            naam=school.naam,
            jaar=lack.jaar,
            laag=float(lack.laag),
            midden=float(lack.midden),
            hoog=float(lack.hoog),
        )
        for school, lack in lacks
        if lack is not None
    ]
    bars.sort(key=lambda one: -one.midden)
    return ruimte_chart("ruimte", "Ruimte tekort of over per school", bars)


def gebouw(request: LeaRequest, nummer: int) -> HttpResponse:
    """Return one building: its state, its users, what is asked and planned for it."""
    record = find_own(request.actor, Gebouw, nummer)
    scope = request.actor.scope(Noun.HUISVESTING, Verb.ZIEN)
    room = request.werkruimte.pk
    uses = Gebouwgebruik.objects.of(room).within(scope).filter(gebouw=record)
    asked = Huisvestingsaanvraag.objects.of(room).within(scope).filter(gebouw=record)
    plans = Huisvestingsproject.objects.of(room).within(scope).filter(gebouw=record)
    limit = CO2_GRENS.get(record.fris)
    context = frame(request, record.naam, read(request).ronde.jaar) | {
        "g": record,
        "gebruik": uses,
        "aanvragen": asked,
        "projecten": plans,
        "co2_grens": limit if record.co2 and limit and record.co2 > limit else None,
    }
    return render(request, "huisvesting/gebouw.html", context)


@dataclass(frozen=True, slots=True)
class Aanvraagregel:
    """An aanvraag as it's told: whether it came on time is None without a day."""

    een: Huisvestingsaanvraag
    soort: str
    cents: int | None
    op_tijd: bool | None


def ronde(request: LeaRequest, jaar: int) -> HttpResponse:
    """Return the round of a programme year: its days, what was asked, what was decided."""
    if jaar not in YEARS:
        raise Http404("Van dit jaar is er geen ronde.")
    found = read(request, jaar)
    lines = [_line(found, one) for one in found.aanvragen]
    over = found.plafond.over
    context = frame(request, f"Ronde {jaar}", jaar, "huisvesting_ronde") | {
        "h": found,
        "jaar": jaar,
        "stappen": [(one, one.is_over(found.today)) for one in found.ronde.stappen],
        "stap": found.ronde.next_step(found.today),
        "delen": [
            (naam, [one for one in lines if one.een.staat == staat])
            for staat, naam in AanvraagStaat.choices()
            if any(one.een.staat == staat for one in lines)
        ],
        "plafond": cents(found.plafond.plafond),
        "toegekend": cents(found.plafond.toegekend),
        "over": cents(over) if over is not None and over >= 0 else None,
        "boven": cents(-over) if over is not None and over < 0 else None,
    }
    return render(request, "huisvesting/ronde.html", context)


def _line(found: Huisvesting, one: Huisvestingsaanvraag) -> Aanvraagregel:
    day = one.ingediend_op
    return Aanvraagregel(
        een=one,
        soort=VOORZIENINGEN.get(one.soort, one.soort),
        cents=cents(one.bedrag),
        op_tijd=None if day is None else found.ronde.is_on_time(day),
    )


@dataclass(frozen=True, slots=True)
class Projectregel:
    """A project as it's told, its money in cents; `open` is what nobody pays yet."""

    een: Huisvestingsproject
    soort: str
    fase: str
    cents: int | None
    dekking: list[tuple[str, int | None]]
    open: int | None
    inclusief: list[str]


def ihp(request: LeaRequest) -> HttpResponse:
    """Return the projects by year: what each costs, who pays, and what it solves."""
    found = read(request)
    drawn = _costs(found)
    answer = csv_answer(request, [drawn])
    if answer:
        return answer
    years = sorted({one.jaar for one in found.projecten})
    known = [one.kosten for one in found.projecten if one.kosten is not None]
    context = frame(request, "Projecten (IHP)", found.ronde.jaar, "huisvesting_ihp") | {
        "h": found,
        "jaren": [
            (year, [_project(one) for one in found.projecten if one.jaar == year]) for year in years
        ],
        "totaal": cents(sum(known, Decimal(0))),
        "zonder": len(found.projecten) - len(known),
        "figuur": figures([drawn])[drawn.naam],
    }
    return render(request, "huisvesting/ihp.html", context)


def _project(one: Huisvestingsproject) -> Projectregel:
    paid = {who: Decimal(euro) for who, euro in one.dekking.items()}
    names = dict(BETALERS)
    left = None if one.kosten is None else one.kosten - sum(paid.values())
    return Projectregel(
        een=one,
        soort=SOORTEN.get(one.soort, one.soort),
        fase=FASEN.get(one.fase, one.fase),
        cents=cents(one.kosten),
        dekking=[(names.get(who, who), cents(euro)) for who, euro in paid.items()],
        open=cents(left) or None,
        inclusief=[INCLUSIEF.get(name, name) for name in one.inclusief],
    )


def _costs(found: Huisvesting) -> Grafiek:
    """Return a bar of costs per year, every year between the first and the last."""
    years = [one.jaar for one in found.projecten]
    bars = []
    for year in range(min(years), max(years) + 1) if years else ():
        rows = [one.kosten for one in found.projecten if one.jaar == year]
        known = [float(one) for one in rows if one is not None]
        total = sum(known) / 1000
        word = "geen kosten bekend" if rows else "geen project"
        bars.append(
            Staaf(naam=str(year), bereik=Bereik(total, total) if known else None, woord=word)
        )
    return staven_chart(
        "kosten",
        "Kosten per jaar van oplevering",
        bars,
        eenheid="× € 1.000",
        decimals=0,
        wat="Jaar",
    )
