"""The schools of a division: take those of the gemeente, download them, send an own file."""

import re
from collections.abc import Sequence

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.text import slugify

from openlea.core.bron import Bestand
from openlea.core.errors import NotFound
from openlea.policy.rechten import Verb
from openlea.services.describe_verdeling import Verdelingblad
from openlea.services.find_verdeling import find_verdeling
from openlea.services.keep_verdelingtabel import keep_verdelingtabel
from openlea.services.take_scholen import take_scholen
from openlea.services.verdelen.bewaard import tabel_of
from openlea.services.write_scholen_xlsx import write_scholen_xlsx
from openlea.storage.warehouse.schoolkenmerken import BASISSCHOOL
from openlea.web.pages.verdelen.forms import BestandForm
from openlea.web.pages.verdelen.kader import (
    REFUSED,
    attempt,
    concept_of,
    frame,
    seen_version,
    to_outcome,
)
from openlea.web.pages.verdelen.uitkomst import PER_PAGE, XLSX
from openlea.web.route import LeaRequest

SBO = "sbo"
CODES = ("vestiging", "soort", "bestuursnummer")
"""What programs know a school by: in the file, not on the page."""
_BROKEN = re.compile(r"-?\d+\.\d{1,2}")


def verdeling_scholen(request: LeaRequest, nummer: str) -> HttpResponse:
    """Show the schools and where their numbers are from; sent, take those of the gemeente."""
    blad = concept_of(request, nummer)
    if blad is None:
        return to_outcome(request, nummer)
    form = BestandForm(initial={"versie": blad.record.versie})
    if request.method == "POST" and request.POST.get("doe") == "neem":
        kinds = (BASISSCHOOL, SBO) if request.POST.get("sbo") else (BASISSCHOOL,)
        seen = seen_version(request)
        taken = attempt(
            request,
            lambda: take_scholen(request.actor, blad.record.pk, kinds, seen),
            "De scholen staan in de tabel. Kijk ze na en vul aan wat ontbreekt.",
        )
        if taken is not None:
            return redirect("verdeling_scholen", request.werkruimte.slug, nummer)
    elif request.method == "POST":
        form = BestandForm(request.POST, request.FILES)
        if form.is_valid() and _kept(request, blad, form):
            return redirect("verdeling_scholen", request.werkruimte.slug, nummer)
    return _page(request, blad, form)


def verdeling_scholen_uit(request: LeaRequest, nummer: str) -> HttpResponse:
    """Return the table as a workbook, to add columns to."""
    record = find_verdeling(request.actor, Verb.WIJZIGEN, int(nummer))
    tabel = tabel_of(record.tabel)
    if tabel is None:
        raise NotFound("Er zijn nog geen scholen.")
    answer = HttpResponse(write_scholen_xlsx(tabel, record.bronnen), content_type=XLSX)
    name = slugify(f"scholen {record}")[:80]
    answer["Content-Disposition"] = f'attachment; filename="{name}.xlsx"'
    return answer


def _kept(request: LeaRequest, blad: Verdelingblad, form: BestandForm) -> bool:
    sent = form.cleaned_data["bestand"]
    bestand = Bestand(naam=sent.name, inhoud=sent.read())
    seen = form.cleaned_data["versie"] or 0
    kept = form.try_to(lambda: keep_verdelingtabel(request.actor, blad.record.pk, bestand, seen))
    return kept is not None


def _shown(row: Sequence[str], place: int) -> str:
    """Return a cell as it is written in Dutch: a workbook keeps 31.5."""
    cel = row[place] if place < len(row) else ""
    return cel.replace(".", ",") if _BROKEN.fullmatch(cel) else cel


def _page(request: LeaRequest, blad: Verdelingblad, form: BestandForm) -> HttpResponse:
    tabel = tabel_of(blad.record.tabel)
    koppen = tabel.koppen if tabel else ()
    shown = [place for place, kop in enumerate(koppen) if kop not in CODES]
    page = Paginator(tabel.rijen if tabel else (), PER_PAGE).get_page(request.GET.get("pagina"))
    context = frame(request, blad, "verdeling_scholen", "Scholen") | {
        "formulier": form,
        "koppen": [koppen[place].split("_") for place in shown],
        "codes": len(shown) < len(koppen),
        "pagina": page,
        "rijen": [[_shown(row, place) for place in shown] for _, row in page],
        "aantal": len(tabel.rijen) if tabel else 0,
        "bronnen": blad.record.bronnen,
    }
    return render(
        request, "verdelen/scholen.html", context, status=REFUSED if form.errors else None
    )
