"""Reading in a file, the first steps: choose it, point at the heads, say which column is what."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from openlea.core.bron import Bestand
from openlea.core.errors import BadInput, Conflict, NotFound
from openlea.policy.inlezing import Inleesstap, Inleesvorm
from openlea.services.choose_sheet import choose_sheet
from openlea.services.kolommen.deel import own_inlezingen, own_part
from openlea.services.map_columns import map_columns
from openlea.services.start_inlezing import start_inlezing
from openlea.storage.records.models import Inlezing
from openlea.web.pages.bronnen.inleesforms import KOP, InleesForm, KolommenForm
from openlea.web.pages.bronnen.inleespad import (
    first_step,
    number,
    page_context,
    seen_version,
    tell_conflict,
    to_step,
    work_on,
)
from openlea.web.pages.bronnen.stand import read_stand, read_standen, readable
from openlea.web.pages.bronnen.views import begun, crumbs
from openlea.web.route import LeaRequest

PREVIEW = 12


def inlezen(request: LeaRequest, bron: str = "") -> HttpResponse:
    """Return the form to choose a file, or take the file and go on."""
    stand = read_stand(request, bron) if bron else None
    if stand:
        own_part(request.actor, stand.overzicht.source)
    standen = readable(request, read_standen(request))
    form = InleesForm(request.POST or None, request.FILES or None, standen=standen, vast=bron)
    if request.method == "POST" and form.is_valid():
        new = _started(request, form, bron or form.cleaned_data["bron"])
        if new:
            return redirect("inlezing", request.werkruimte.slug, new.pk)
    context = {
        "formulier": form,
        "stand": stand,
        "onafgemaakt": begun(request, bron),
        "kruimels": crumbs(request, *([stand] if stand else []), last="Bestand inlezen"),
    }
    status = 422 if form.errors else 200
    return render(request, "bronnen/inlezen.html", context, status=status)


def inlezing(request: LeaRequest, nummer: str) -> HttpResponse:
    """Go on where a reading in was left; of a finished one, return what became of it."""
    done = own_inlezingen(request.actor).filter(pk=int(nummer)).first()
    if done is not None and done.is_klaar:
        from openlea.web.pages.bronnen.inleesklaar import finished  # it needs this page's steps

        return finished(request, done)
    stuk = work_on(request, nummer)
    return to_step(request, stuk, first_step(stuk))


def blad(request: LeaRequest, nummer: str) -> HttpResponse:
    """Return the sheets with their first rows, or keep which one and which row has the heads."""
    stuk = work_on(request, nummer)
    if stuk.vorm is Inleesvorm.UITGEVER:
        return to_step(request, stuk, Inleesstap.KLAAR)
    chosen = number(request.POST.get("blad") or request.GET.get("blad"), stuk.inlezing.blad)
    if not 0 <= chosen < len(stuk.vellen):
        raise NotFound("Dit blad is er niet.")
    fout = ""
    if request.method == "POST":
        try:
            koprij = number(request.POST.get("koprij"))
            choose_sheet(
                request.actor, int(nummer), seen_version(request), blad=chosen, koprij=koprij
            )
            return to_step(request, stuk, Inleesstap.KOLOMMEN)
        except Conflict:
            tell_conflict(request)
            return to_step(request, stuk, Inleesstap.BLAD)
        except BadInput as wrong:
            fout = str(wrong.fouten[0].reden)
    rijen = stuk.vellen[chosen].rijen[:PREVIEW]
    width = min(max((len(row) for row in rijen), default=0), 12)
    context = {
        **page_context(request, stuk, Inleesstap.BLAD),
        "vellen": [(place, vel.naam, place == chosen) for place, vel in enumerate(stuk.vellen)],
        "blad": chosen,
        "breedte": range(width),
        "rijen": [(place + 1, _padded(row, width)) for place, row in enumerate(rijen)],
        "koprij": stuk.inlezing.koprij if chosen == stuk.inlezing.blad else 1,
        "fout": fout,
    }
    return render(request, "bronnen/inlezing_blad.html", context, status=422 if fout else 200)


def kolommen(request: LeaRequest, nummer: str) -> HttpResponse:
    """Return which column fills which field, or keep what was chosen."""
    stuk = work_on(request, nummer)
    if stuk.vorm is Inleesvorm.UITGEVER:
        return to_step(request, stuk, Inleesstap.KLAAR)
    tabel = stuk.tabel
    sent = request.POST if request.method == "POST" else None
    form = KolommenForm(sent, velden=stuk.velden, tabel=tabel, nu=stuk.koppeling)
    if sent is not None and form.is_valid():
        try:
            map_columns(request.actor, int(nummer), seen_version(request), form.koppeling())
            return to_step(request, stuk, Inleesstap.RIJEN)
        except Conflict:
            tell_conflict(request)
        except BadInput as wrong:
            for fout in wrong.fouten:
                form.add_error(f"{KOP}-{fout.cel}", fout.reden)
    context: dict[str, Any] = {
        **page_context(request, stuk, Inleesstap.KOLOMMEN),
        "formulier": form,
        "aantal": tabel.cellen.height,
        "bewaard": stuk.koppeling,
    }
    return render(
        request, "bronnen/inlezing_kolommen.html", context, status=422 if form.errors else 200
    )


def _started(request: LeaRequest, form: InleesForm, bron: str) -> Inlezing | None:
    """Return the new reading in; None when the file can't be read, which the form then says."""
    file = form.cleaned_data["bestand"]
    try:
        new = start_inlezing(request.actor, bron, Bestand(naam=file.name, inhoud=file.read()))
    except BadInput as wrong:
        for fout in wrong.fouten:
            form.add_error("bestand", fout.reden[:1].upper() + fout.reden[1:])
        return None
    except NotFound as gone:
        form.add_error(None, str(gone))
        return None
    if not new.kolommen and new.vorm == Inleesvorm.EIGEN:
        messages.info(request, "Geen enkele kolom lijkt op een veld. Kies ze hieronder zelf.")
    return new


def _padded(row: tuple[str, ...], width: int) -> list[str]:
    return [*row[:width], *[""] * (width - len(row))]
