"""The outcome of a division: what each school gets, why this school gets it, and both as a file."""

from collections.abc import Mapping
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.text import slugify

from openlea.catalogue.verdeelkast import read_criteria_text
from openlea.core.errors import BadInput, NotFound
from openlea.core.notatie import euro
from openlea.core.onthulling import Bereik
from openlea.policy.rechten import Noun, Verb
from openlea.policy.schrijfwijze import count
from openlea.policy.verdeeluitleg import CENTS
from openlea.services.copy_verdeling import copy_verdeling
from openlea.services.describe_verdeling import Verdelingblad, describe_verdeling
from openlea.services.export_verdeling import MOST_SCHOLEN, export_verdeling
from openlea.storage.records.models import Besluit
from openlea.storage.records.scope_overleg import besluiten_within
from openlea.web.charts.csv_tabel import csv_answer, csv_text
from openlea.web.charts.figuur import Cel, Grafiek, Kolom, figures, number_column
from openlea.web.charts.staven import Staaf, staven_chart
from openlea.web.pages.verdelen.kader import attempt, frame, to_outcome
from openlea.web.pages.verdelen.schooluitleg import explain_school
from openlea.web.route import LeaRequest

PER_PAGE, MOST_BARS = 100, 40
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def verdeling(request: LeaRequest, nummer: str) -> HttpResponse:
    """Return the outcome as it is now, or as it was decided."""
    blad = describe_verdeling(request.actor, int(nummer))
    context = frame(request, blad, "verdeling")
    if blad.plain is None:
        return render(request, "verdelen/verdeling.html", context | _waits(request, blad))
    beelden = [_bars(blad)]
    if answer := csv_answer(request, beelden):
        return answer
    rows = [{"nummer": n, **one} for n, one in enumerate(blad.scholen, start=1)]
    context |= {
        "zin": sentence(blad),
        "regels": Paginator(rows, PER_PAGE).get_page(request.GET.get("pagina")),
        "figuren": figures(beelden),
        "mag_xlsx": len(rows) <= MOST_SCHOLEN,
        "getoond": min(len(rows), MOST_BARS),
        "bronnen": _sources(blad),
        "besluit": _decision(request, blad),
        "mag_kopie": blad.is_besloten and request.actor.may(Noun.VERDELING, Verb.MAKEN),
        "mag_geld": request.actor.may(Noun.GELD, Verb.ZIEN) and blad.mag_wijzigen,
    }
    return render(request, "verdelen/verdeling.html", context)


def verdeling_school(request: LeaRequest, nummer: str, plek: str) -> HttpResponse:
    """Return why one school gets what it gets, step by step; places count from 1."""
    blad = describe_verdeling(request.actor, int(nummer))
    if blad.plain is None or not 1 <= int(plek) <= len(blad.scholen):
        raise NotFound("Deze school staat niet in de verdeling.")
    school = blad.scholen[int(plek) - 1]
    naam = str(school["school"])
    context = frame(request, blad, "", naam) | {
        "school": school,
        "uitleg": explain_school(blad.plain, int(plek) - 1, vorig=blad.record.vorig),
    }
    return render(request, "verdelen/school.html", context)


def verdeling_uit(request: LeaRequest, nummer: str, formaat: str) -> HttpResponse:
    """Return the outcome as csv or xlsx."""
    blad = describe_verdeling(request.actor, int(nummer))
    if blad.plain is None or formaat not in {"csv", "xlsx"}:
        raise NotFound("Dit bestand is er niet.")
    name = f"{slugify(str(blad.record))[:80] or 'verdeling'}.{formaat}"
    if formaat == "xlsx":
        answer = HttpResponse(export_verdeling(request.actor, int(nummer)), content_type=XLSX)
    else:
        answer = HttpResponse(csv_text(*_table(blad)), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def verdeling_kopie(request: LeaRequest, nummer: str) -> HttpResponse:
    """Begin the division of the year after, and show it."""
    made = attempt(
        request,
        lambda: copy_verdeling(request.actor, int(nummer)),
        "De kopie staat klaar. Wat scholen nu krijgen, staat ernaast. Kijk de gegevens na.",
    )
    if made is None:
        return to_outcome(request, nummer)
    return redirect("verdeling_scholen", request.werkruimte.slug, made.pk)


def sentence(blad: Verdelingblad) -> str:
    """Return the outcome in one sentence."""
    got = sorted(one["bedrag"] for one in blad.scholen if one["bedrag"])
    none = len(blad.scholen) - len(got)
    total = euro(sum(got) * CENTS)
    ends = f"van {euro(got[0] * CENTS)} tot {euro(got[-1] * CENTS)} per school" if got else ""
    rest = f" {count(none, 'school krijgt', 'scholen krijgen')} niets." if none else ""
    return f"{total} voor {count(len(got), 'school', 'scholen')}, {ends}.{rest}"


def _waits(request: LeaRequest, blad: Verdelingblad) -> dict[str, Any]:
    """Return what is to be done first, when nothing can be reckoned yet."""
    slug, nummer = request.werkruimte.slug, blad.record.pk
    return {
        "leeg": not blad.record.tabel,
        "scholen_url": reverse("verdeling_scholen", args=[slug, nummer]),
        "criteria_url": reverse("verdeling_criteria", args=[slug, nummer]),
    }


def _bars(blad: Verdelingblad) -> Grafiek:
    most = sorted(blad.scholen, key=lambda one: (-one["bedrag"], one["school"]))[:MOST_BARS]
    bars = [Staaf(naam=one["school"], bereik=Bereik(one["bedrag"], one["bedrag"])) for one in most]
    return staven_chart(
        "bedragen", "Bedrag per school, van meest naar minst", bars, eenheid="euro", decimals=0
    )


def _sources(blad: Verdelingblad) -> list[Mapping[str, str]]:
    """Return where the columns are from that the criteria read."""
    record = blad.record
    told: list[Mapping[str, str]] = (
        (record.uitkomst or {}).get("bronnen") if blad.is_besloten else record.bronnen
    ) or []
    try:
        used = {one.casefold() for one in read_criteria_text(record.criteria).columns()}
    except BadInput:
        return []
    wanted = used | {record.vorig.casefold()}
    return [one for one in told if one["kolom"].casefold() in wanted]


def _decision(request: LeaRequest, blad: Verdelingblad) -> Besluit | None:
    """Return the decision of the meeting, when the actor may see it."""
    if blad.record.besluit_id is None:
        return None
    every = Besluit.objects.of(request.werkruimte.pk).filter(pk=blad.record.besluit_id)
    scope = request.actor.scope(Noun.BESLUIT, Verb.ZIEN)
    return besluiten_within(every, scope, request.actor, timezone.localdate()).first()


def _table(blad: Verdelingblad) -> tuple[list[Kolom], list[list[Cel]]]:
    plain = blad.plain or {}
    names = [one["criterium"] for one in plain["criteria"]]
    koppen = [
        Kolom("School"),
        number_column("Bedrag", "euro"),
        Kolom("Grens"),
        Kolom("Uitgesloten"),
    ]
    koppen += [number_column(naam, "euro naar rato") for naam in names]
    koppen += [number_column("Vorig", "euro"), number_column("Verschil", "euro"), Kolom("Waarom")]
    rows: list[list[Cel]] = []
    for one in blad.scholen:
        parts = {part["criterium"]: part["euro"] for part in one["waarom"]}
        rows.append(
            [
                one["school"],
                one["bedrag"],
                one["grens"] or "",
                one["uitgesloten"] or "",
                *(parts.get(naam) for naam in names),
                one.get("vorig"),
                one.get("verschil"),
                one["zin"],
            ]
        )
    return koppen, rows
