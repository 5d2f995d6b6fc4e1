"""The agenda as a file: to take along, and to take in."""

from collections.abc import Mapping

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.text import slugify

from openlea.core.errors import BadInput, NotFound
from openlea.policy.rechten import Noun, Verb
from openlea.policy.schrijfwijze import count
from openlea.services.correct_cells import correct_cells
from openlea.services.export_agenda import export_agenda
from openlea.services.herstel import kluis
from openlea.services.herstel.plek import Plek
from openlea.services.import_agenda import import_agenda
from openlea.services.read_agenda_file import read_agenda_file
from openlea.services.write_xlsx_template import write_xlsx_template
from openlea.storage.records.models import Agenda
from openlea.web.pages.bestand.forms import InleesForm
from openlea.web.pages.bestand.wachten import forget, keep_waiting, look_through, waiting
from openlea.web.route import LeaRequest

SOORTEN: Mapping[str, str] = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
    "json": "application/json",
}
NIETS_MEER = "Het bestand is er niet meer: het wacht hoogstens een dag. Kies het opnieuw."


def bestand(request: LeaRequest) -> HttpResponse:
    """Return the page with every file, and take a new one in."""
    form = InleesForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["bestand"]
        keep_waiting(request, file.name, file.read())
        return _go(request, reverse("bestand_inlezen", args=[request.werkruimte.slug]))
    context = {
        "agenda": Agenda.objects.current(request.werkruimte.pk),
        "form": form,
        "mag_inlezen": request.actor.may(Noun.BESTAND, Verb.WIJZIGEN),
        "wachtend": waiting(request),
        "kruimels": [{"naam": "Inlezen en uitvoeren"}],
    }
    return render(request, "bestand/bestand.html", context, status=400 if form.errors else 200)


def _go(request: HttpRequest, adres: str) -> HttpResponse:
    """Go to a page: as a redirect, or by htmx, which showed that the file was on its way."""
    if getattr(request, "htmx", False):
        return HttpResponse(headers={"HX-Redirect": adres})
    return redirect(adres)


def agenda_uit(request: LeaRequest, formaat: str) -> HttpResponse:
    """Return the agenda as a file, with what this person may see."""
    if formaat not in SOORTEN:
        raise NotFound("Zo'n bestand is er niet.")
    content = export_agenda(request.actor, formaat)
    agenda = Agenda.objects.current(request.werkruimte.pk)
    name = slugify(agenda.titel if agenda else request.werkruimte.naam)[:80] or "agenda"
    return _file(content, formaat, f"{name}.{formaat}")


def sjabloon(request: LeaRequest) -> HttpResponse:
    """Return an empty workbook to fill in, for the years of the agenda or the coming four."""
    agenda = Agenda.objects.current(request.werkruimte.pk)
    first = timezone.localdate().year + 1
    van, tot = (agenda.van, agenda.tot) if agenda else (first, first + 3)
    return _file(write_xlsx_template(van, tot), "xlsx", "sjabloon-educatieve-agenda.xlsx")


def _file(content: bytes, formaat: str, naam: str) -> HttpResponse:
    answer = HttpResponse(content, content_type=SOORTEN[formaat])
    answer["Content-Disposition"] = f'attachment; filename="{naam}"'
    return answer


def inlezen(request: LeaRequest) -> HttpResponse:
    """Return what the waiting file would do, or what is wrong in it."""
    file = waiting(request)
    if file is None:
        return _nothing_waits(request)
    context = {
        "naam": file.naam,
        "nakijk": look_through(request.actor, file),
        "agenda": Agenda.objects.current(request.werkruimte.pk),
        "kruimels": [
            {
                "naam": "Inlezen en uitvoeren",
                "url": reverse("bestand", args=[request.werkruimte.slug]),
            },
            {"naam": "Nakijken"},
        ],
    }
    return render(request, "bestand/inlezen.html", context)


def herstel(request: LeaRequest) -> HttpResponse:
    """Put what was typed in the waiting file, and look at it again."""
    file = waiting(request)
    if file is None:
        return _nothing_waits(request)
    texts = {
        Plek(request.POST.get(f"blad-{n}", ""), request.POST.get(f"cel-{n}", "")): text
        for n in request.POST.getlist("plek")
        if (text := request.POST.get(f"waarde-{n}")) is not None
        and text != request.POST.get(f"was-{n}")
    }
    if not texts:
        messages.info(request, "Er was niets anders ingevuld.")
    else:
        kluis.put(correct_cells(file.naam, file.inhoud, texts), file.sleutel)
        messages.info(request, f"{count(len(texts), 'plek', 'plekken')} verbeterd en nagekeken.")
    return redirect("bestand_inlezen", request.werkruimte.slug)


def vastleggen(request: LeaRequest) -> HttpResponse:
    """Take the waiting file in: all of it, or nothing."""
    file = waiting(request)
    if file is None:
        return _nothing_waits(request)
    try:
        new = read_agenda_file(file.naam, file.inhoud)
        verslag = import_agenda(request.actor, new, verwijder="verwijder" in request.POST)
    except BadInput:
        messages.error(request, "Er is niets ingelezen. Hieronder staat wat er nog moet gebeuren.")
        return redirect("bestand_inlezen", request.werkruimte.slug)
    forget(request)
    changes = count(len(verslag.veranderingen), "verandering", "veranderingen")
    messages.success(request, f"‘{verslag.titel}’ is ingelezen: {changes}.")
    return redirect("agenda", request.werkruimte.slug)


def weg(request: LeaRequest) -> HttpResponse:
    """Throw the waiting file away; nothing was taken in."""
    forget(request)
    messages.info(request, "Het bestand is weggegooid. Er is niets veranderd.")
    return redirect("bestand", request.werkruimte.slug)


def _nothing_waits(request: LeaRequest) -> HttpResponse:
    messages.info(request, NIETS_MEER)
    return redirect("bestand", request.werkruimte.slug)
