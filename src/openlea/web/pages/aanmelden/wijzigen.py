"""The form of one school: what is kept, or what is wrong; two who write at once see both texts."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from openlea.core.aanmeldbeleid import Aanmeldbeleid
from openlea.core.errors import BadInput, Conflict, NotFound
from openlea.policy.rechten import Noun, Scope, Verb
from openlea.policy.schooljaar import is_school_year
from openlea.services.aanmelden.kolommen import changes
from openlea.services.aanmelden.scholen import School, refuse_others, schools_here
from openlea.services.describe_aanmeldbeleid import Keuze, describe_aanmeldbeleid
from openlea.services.keep_aanmeldbeleid import keep_aanmeldbeleid
from openlea.storage.records.aanmeldbeleid_values import aanmeldbeleid_value
from openlea.storage.records.models import Aanmeldbeleid as Record
from openlea.storage.records.models import Partij
from openlea.web.pages.aanmelden.forms import Beleidvorm, Schoolvorm
from openlea.web.pages.vergaderen.leiden import put_faults
from openlea.web.route import LeaRequest


def school_wijzigen(request: LeaRequest, school: str, jaar: str) -> HttpResponse:
    """Show the form of a school in a year, and keep it."""
    here, record = _found(request, school, jaar)
    before = aanmeldbeleid_value(record) if record else None
    if request.method == "GET":
        form = Beleidvorm(beleid=before)
        form.initial["versie"] = record.versie if record else None
        return _page(request, form, here, jaar)
    form = Beleidvorm(request.POST)
    if not form.is_valid():
        return _page(request, form, here, jaar, status=422)
    beleid = form.beleid(school, here.naam, jaar)
    try:
        keep_aanmeldbeleid(request.actor, beleid, timezone.localdate(), form.cleaned_data["versie"])
    except BadInput as refused:
        if record is None or form.cleaned_data["versie"] is not None:
            put_faults(form, refused)
            return _page(request, form, here, jaar, status=422)
        return _conflict(request, here, jaar, beleid)
    except Conflict:
        return _conflict(request, here, jaar, beleid)
    messages.success(request, f"Bewaard: {here.naam}, {jaar}.")
    return _done(request, jaar)


def school_nieuw(request: LeaRequest) -> HttpResponse:
    """Show the form of a school that stands in no register, and keep it."""
    form = Schoolvorm(request.POST or None, *_choices(request))
    if request.method == "POST" and form.is_valid():
        try:
            kept = keep_aanmeldbeleid(request.actor, form.whole(), timezone.localdate())
        except BadInput as refused:
            put_faults(form, refused)
        else:
            messages.success(request, f"Bewaard: {kept.naam}, {kept.schooljaar}.")
            return _done(request, kept.schooljaar)
    context = {"formulier": form, "kruimels": _crumbs(request, "Andere school"), "is_nieuw": True}
    status = 422 if request.method == "POST" else 200
    return render(request, "aanmelden/wijzigen.html", context, status=status)


def _found(request: LeaRequest, school: str, jaar: str) -> tuple[School, Record | None]:
    """Return the school and what is kept of it; NotFound for what isn't here."""
    every = Record.objects.of(request.werkruimte.pk).filter(school=school)
    here = schools_here(request.werkruimte.pk, every).scholen.get(school)
    if here is None or not is_school_year(jaar):
        raise NotFound("Deze school is er niet.")
    refuse_others(request.actor, here, Verb.MAKEN)
    return here, every.filter(schooljaar=jaar).first()


def _conflict(request: LeaRequest, here: School, jaar: str, beleid: Aanmeldbeleid) -> HttpResponse:
    """Show what somebody else kept beside what was typed; keeping again replaces it."""
    _, record = _found(request, here.code, jaar)
    if record is None:
        raise NotFound("Dit aanmeldbeleid is er niet meer.")
    form = Beleidvorm({**request.POST.dict(), "versie": str(record.versie)})
    form.is_valid()
    naast = changes(aanmeldbeleid_value(record), beleid)
    return _page(request, form, here, jaar, status=409, naast=naast)


def _page(
    request: LeaRequest,
    form: Beleidvorm,
    here: School,
    jaar: str,
    *,
    status: int = 200,
    naast: tuple[tuple[str, str, str], ...] | None = None,
) -> HttpResponse:
    context: dict[str, Any] = {
        "formulier": form,
        "school": here,
        "jaar": jaar,
        "naast": naast,
        "is_botsing": naast is not None,
        "kruimels": _crumbs(request, here.naam),
    }
    return render(request, "aanmelden/wijzigen.html", context, status=status)


def _choices(request: LeaRequest) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """Return the years, and the parties that this reader may write for."""
    blad = describe_aanmeldbeleid(request.actor, Keuze(), timezone.localdate())
    partijen = Partij.objects.of(request.werkruimte.pk).order_by("naam")
    if request.actor.scope(Noun.AANMELDBELEID, Verb.MAKEN) is Scope.ALLES:
        first = [("", "Niet bekend")]
    else:
        first, partijen = [], partijen.filter(pk=request.actor.partij or 0)
    jaren = [(one, one) for one in reversed(blad.jaren)]
    return jaren, [*first, *((one.code, one.naam) for one in partijen)]


def _done(request: LeaRequest, jaar: str) -> HttpResponse:
    adres = reverse("aanmeldbeleid", args=[request.werkruimte.slug])
    return redirect(f"{adres}?schooljaar={jaar}")


def _crumbs(request: LeaRequest, naam: str) -> list[dict[str, str]]:
    slug = request.werkruimte.slug
    return [
        {"naam": "Kansen", "url": reverse("kansen", args=[slug])},
        {"naam": "Aanmelden", "url": reverse("aanmeldbeleid", args=[slug])},
        {"naam": naam, "url": ""},
    ]
