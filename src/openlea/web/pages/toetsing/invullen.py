"""Scoring one uitgangspunt of the programma van eisen for a party."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from openlea.core.errors import BadInput, Conflict, NotAllowed, NotFound
from openlea.policy.rechten import Noun, Verb
from openlea.policy.schrijfwijze import count
from openlea.services.describe_eisen_partij import Eisdeel, Partijbeeld, describe_eisen_partij
from openlea.services.score_eisen import score_eisen
from openlea.web.pages.toetsing.eisen import crumbs
from openlea.web.pages.toetsing.eisvorm import EisenForm
from openlea.web.pages.toetsing.kop import year_of
from openlea.web.route import LeaRequest

REFUSED = 422


def eisen_invullen(request: LeaRequest, partij: str, deel: int) -> HttpResponse:
    """Return the form of an uitgangspunt, or keep what was scored and go on to the next one."""
    jaar = year_of(request)
    beeld = describe_eisen_partij(request.actor, partij, jaar)
    if not beeld.mag_wijzigen:
        raise NotAllowed("Een partij vult alleen de eigen beoordeling in.")
    here = _find(beeld, deel)
    form = _form(request, here)
    is_conflict = False
    if request.method == "POST" and form.is_valid():
        try:
            changed = score_eisen(request.actor, partij, jaar, form.beoordelingen())
        except BadInput as refused:
            form.place(refused)
        except Conflict:
            is_conflict = True
            form.set_beside(here.regels)
        else:
            _tell(request, changed)
            return _onwards(request, beeld, here)
    context = _context(request, beeld, here, form, is_conflict=is_conflict)
    status = REFUSED if is_conflict or form.errors else 200
    return render(request, "toetsing/eisen_invullen.html", context, status=status)


def _find(beeld: Partijbeeld, nummer: int) -> Eisdeel:
    for deel in beeld.delen:
        if deel.nummer == nummer:
            return deel
    raise NotFound("Bij dit uitgangspunt is niets gevraagd.")


def _form(request: LeaRequest, deel: Eisdeel) -> EisenForm:
    posted = request.method == "POST"
    return EisenForm(
        request.POST if posted else None,
        request.FILES if posted else None,
        regels=deel.regels,
        with_proof=request.actor.may(Noun.DOCUMENT, Verb.MAKEN),
    )


def _tell(request: LeaRequest, changed: tuple[str, ...]) -> None:
    said = f"{count(len(changed), 'beoordeling', 'beoordelingen')} bewaard."
    messages.success(request, said if changed else "Er was niets gewijzigd.")


def _onwards(request: LeaRequest, beeld: Partijbeeld, here: Eisdeel) -> HttpResponse:
    slug, code = request.werkruimte.slug, beeld.partij.code
    later = [deel for deel in beeld.delen if deel.nummer > here.nummer]
    if "volgende" in request.POST and later:
        url = reverse("eisen_invullen", args=[slug, code, later[0].nummer])
        return redirect(f"{url}?jaar={beeld.jaar}")
    url = reverse("eisen_partij", args=[slug, code])
    return redirect(f"{url}?jaar={beeld.jaar}#deel-{here.nummer}")


def _context(
    request: LeaRequest, beeld: Partijbeeld, here: Eisdeel, form: EisenForm, *, is_conflict: bool
) -> dict[str, Any]:
    url = reverse("eisen_partij", args=[request.werkruimte.slug, beeld.partij.code])
    back = f"{url}?jaar={beeld.jaar}"
    trail = crumbs(request, beeld.jaar, beeld.partij.naam, here.titel)
    trail[1]["url"] = back
    return {
        "beeld": beeld,
        "deel": here,
        "jaar": beeld.jaar,
        "formulier": form,
        "vragen": list(form.vragen()),
        "is_conflict": is_conflict,
        "is_laatste": here.nummer == beeld.delen[-1].nummer,
        "terug": back,
        "kruimels": trail,
    }
