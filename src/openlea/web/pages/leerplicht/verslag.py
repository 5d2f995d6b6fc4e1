"""The pages of the report: which there are, writing one, settling it, and taking it out."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from openlea.core.agenda import Zichtbaarheid
from openlea.core.errors import BadInput, NotFound
from openlea.policy.leerplichtverslag import due_on, last_day
from openlea.services.describe_leerplichtverslag import (
    Verslagbeeld,
    describe_leerplichtverslag,
)
from openlea.services.find_leerplichtverslagen import find_leerplichtverslagen
from openlea.services.keep_leerplichtverslag import keep_leerplichtverslag
from openlea.services.papier.leerplichtverslag import compose_leerplichtverslag, compose_opgave
from openlea.services.settle_leerplichtverslag import settle_leerplichtverslag
from openlea.storage.records.verslag import VerslagSoort
from openlea.web.pages.leerplicht.kader import frame, page, read, sees_figures
from openlea.web.pages.stukken.uitvoer import check_kind, send_stuk
from openlea.web.pages.verdelen.forms import WIE_ZIET
from openlea.web.route import LeaRequest

FORMATEN, OPGAVE = frozenset({"docx", "pdf"}), frozenset({"xlsx", "docx", "pdf"})
REFUSED, MOST_DIGITS = 422, 9


def verslagen(request: LeaRequest) -> HttpResponse:
    """Return the schooljaren that a report can be about, with how far each report is."""
    seen = find_leerplichtverslagen(request.actor).filter(soort=str(VerslagSoort.LEERPLICHT))
    if not sees_figures(request):
        context = frame(request, "leerplicht_verslagen", "Leerplichtverslag")
        public = seen.order_by("-schooljaar")
        return render(request, "leerplicht/verslagen_openbaar.html", context | {"regels": public})
    found, today = read(request), timezone.localdate()
    kept = {one.schooljaar: one for one in seen}
    rows = [
        {
            "schooljaar": jaar,
            "record": kept.get(jaar),
            "voor": due_on(jaar),
            "open": today <= last_day(jaar),
        }
        for jaar in sorted({*found.periodes, *kept}, reverse=True)
    ]
    return page(request, "leerplicht_verslagen", found, "Leerplichtverslag", regels=rows)


def verslag(
    request: LeaRequest, soort: str, schooljaar: str, fouten: BadInput | None = None
) -> HttpResponse:
    """Return the report: its figures, its texts with their questions, and what is still missing."""
    if request.method == "POST" and fouten is None:
        return _keep(request, soort, schooljaar)
    beeld = _beeld(request, soort, schooljaar)
    if _is_not_yet_public(request, beeld):
        return _to_reports(request, "Dit verslag is er nog niet, of het is nog niet openbaar.")
    typed = request.POST if fouten else {}
    by_part = {one.cel: one.reden for one in fouten.fouten} if fouten else {}
    title = f"{beeld.soort.label} {schooljaar}"
    context: dict[str, Any] = frame(request, _home(beeld.soort), title)
    context |= {
        "beeld": beeld,
        "soort": soort,
        "delen": [
            {
                "deel": deel,
                "tekst": typed.get(deel.naam, beeld.blokken.get(deel.naam, "")),
                "tabellen": beeld.tables_of(deel),
                "fout": by_part.get(deel.naam, ""),
                "klaar": bool(beeld.blokken.get(deel.naam, "").strip()),
            }
            for deel in beeld.delen
        ],
        "fouten": [(one.cel, one.reden) for one in fouten.fouten] if fouten else [],
        "voorbij": timezone.localdate() > last_day(schooljaar),
        "voor": due_on(schooljaar),
        "wie_ziet": WIE_ZIET,
        "gekozen": beeld.record.zichtbaarheid if beeld.record else str(Zichtbaarheid.INTERN),
    }
    return render(
        request, "leerplicht/leerplicht_verslag.html", context, status=REFUSED if fouten else 200
    )


def _keep(request: LeaRequest, soort: str, schooljaar: str) -> HttpResponse:
    kind = _soort(soort)
    beeld = _beeld(request, soort, schooljaar)
    texts = {one.naam: request.POST.get(one.naam, "") for one in beeld.delen}
    seen = request.POST.get("zichtbaarheid", "")
    typed = request.POST.get("versie", "")
    versie = int(typed) if typed.isdecimal() and len(typed) <= MOST_DIGITS else None
    try:
        kept = keep_leerplichtverslag(
            request.actor,
            schooljaar,
            texts,
            soort=kind,
            versie=versie if beeld.record else None,
            zichtbaarheid=Zichtbaarheid(seen) if seen in set(Zichtbaarheid) else None,
        )
        if "vaststellen" in request.POST:
            settle_leerplichtverslag(request.actor, schooljaar, kind, timezone.localdate())
            messages.success(request, "Vastgesteld. De cijfers veranderen nu niet meer.")
        else:
            messages.success(request, f"Bewaard: {kept.get_soort_display()} {schooljaar}.")
    except BadInput as refused:
        return verslag(request, soort, schooljaar, fouten=refused)
    return redirect("leerplicht_verslag", request.werkruimte.slug, soort, schooljaar)


def verslag_uit(request: LeaRequest, soort: str, schooljaar: str, formaat: str) -> HttpResponse:
    """Return the report as a file."""
    check_kind(formaat, FORMATEN)
    beeld = _beeld(request, soort, schooljaar)
    if _is_not_yet_public(request, beeld):
        return _to_reports(request, "Dit verslag is er nog niet, of het is nog niet openbaar.")
    return send_stuk(request, compose_leerplichtverslag(beeld, timezone.localdate()), formaat)


def opgave(request: LeaRequest, schooljaar: str, formaat: str) -> HttpResponse:
    """Return the figures for the yearly opgave of verzuim as a file."""
    check_kind(formaat, OPGAVE)
    beeld = _beeld(request, str(VerslagSoort.LEERPLICHT), schooljaar)
    if not beeld.heeft_cijfers:
        return _to_reports(request, f"Over {schooljaar} is nog niets geteld.")
    return send_stuk(request, compose_opgave(beeld, timezone.localdate()), formaat)


def _is_not_yet_public(request: LeaRequest, beeld: Verslagbeeld) -> bool:
    """Say whether somebody outside asks for a report that isn't there for them."""
    return beeld.record is None and not sees_figures(request)


def _to_reports(request: LeaRequest, why: str) -> HttpResponse:
    messages.info(request, why)
    return redirect("leerplicht_verslagen", request.werkruimte.slug)


def _beeld(request: LeaRequest, soort: str, schooljaar: str) -> Verslagbeeld:
    last_day(schooljaar)
    return describe_leerplichtverslag(request.actor, schooljaar, _soort(soort))


def _soort(soort: str) -> VerslagSoort:
    if soort not in set(VerslagSoort):
        raise NotFound("Dit verslag is er niet.")
    return VerslagSoort(soort)


def _home(soort: VerslagSoort) -> str:
    return "leerplicht_verslagen" if soort is VerslagSoort.LEERPLICHT else "leerplicht_regio"
