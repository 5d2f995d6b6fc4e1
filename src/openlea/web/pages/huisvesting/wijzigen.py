"""The pages that write: add, change and take away what is kept about school buildings."""

from typing import Any, TypeVar

from django.http import HttpResponse
from django.urls import reverse

from openlea.policy.rechten import Noun, Verb
from openlea.services.drop_gebouw import drop_gebouw
from openlea.services.drop_gebouwgebruik import drop_gebouwgebruik
from openlea.services.drop_huisvestingsaanvraag import drop_huisvestingsaanvraag
from openlea.services.drop_huisvestingsproject import drop_huisvestingsproject
from openlea.services.huisvesting.vinden import find_own
from openlea.services.keep_gebouw import keep_gebouw
from openlea.services.keep_gebouwgebruik import keep_gebouwgebruik
from openlea.services.keep_huisvestingsaanvraag import keep_huisvestingsaanvraag
from openlea.services.keep_huisvestingsproject import keep_huisvestingsproject
from openlea.storage.records.models import (
    Actie,
    Gebouw,
    Gebouwgebruik,
    Huisvestingsaanvraag,
    Huisvestingsproject,
    Partij,
)
from openlea.web.pages.huisvesting.forms import (
    AanvraagForm,
    GebouwForm,
    GebruikForm,
    ProjectForm,
)
from openlea.web.pages.huisvesting.kader import dropped, keep_form, read
from openlea.web.route import LeaRequest

F = TypeVar("F", AanvraagForm, ProjectForm)
SEEN_BY = {"zichtbaarheid": "partners"}


def _url(request: LeaRequest, name: str, *args: object) -> str:
    return reverse(name, args=[request.werkruimte.slug, *args])


def gebouw_nieuw(request: LeaRequest) -> HttpResponse:
    """Add a building."""
    form = GebouwForm(request.POST or None, initial=SEEN_BY)
    return keep_form(
        request,
        form,
        "Gebouw toevoegen",
        _url(request, "huisvesting"),
        lambda: keep_gebouw(request.actor, form.opzet()),
    )


def gebouw_wijzigen(request: LeaRequest, nummer: int) -> HttpResponse:
    """Change a building."""
    record = find_own(request.actor, Gebouw, nummer)
    form = GebouwForm(request.POST or None, initial=GebouwForm.initial_of(record))
    return keep_form(
        request,
        form,
        f"{record.naam} wijzigen",
        _url(request, "huisvesting_gebouw", nummer),
        lambda: keep_gebouw(request.actor, form.opzet(), nummer, form.cleaned_data["versie"]),
    )


def gebouw_weg(request: LeaRequest, nummer: int) -> HttpResponse:
    """Take a building away."""
    back = _url(request, "huisvesting")
    return dropped(request, lambda: drop_gebouw(request.actor, nummer), back)


def _use_form(request: LeaRequest, initial: dict[str, Any]) -> GebruikForm:
    form = GebruikForm(request.POST or None, initial=initial)
    schools = [(one.vestiging, one.naam) for one in read(request).scholen]
    kept = initial.get("school", "")
    if kept and kept not in dict(schools):
        schools.append((kept, kept))
    form.fill("school", schools)
    return form


def gebruik_nieuw(request: LeaRequest, nummer: int) -> HttpResponse:
    """Add who uses a building."""
    record = find_own(request.actor, Gebouw, nummer)
    form = _use_form(request, dict(SEEN_BY))
    return keep_form(
        request,
        form,
        f"Gebruiker van {record.naam}",
        _url(request, "huisvesting_gebouw", nummer),
        lambda: keep_gebouwgebruik(request.actor, form.opzet(nummer)),
    )


def gebruik_wijzigen(request: LeaRequest, nummer: int) -> HttpResponse:
    """Change who uses a building."""
    record = find_own(request.actor, Gebouwgebruik, nummer)
    form = _use_form(request, GebruikForm.initial_of(record))
    opzet, gebouw = form.opzet, record.gebouw_id
    return keep_form(
        request,
        form,
        f"{record.naam} wijzigen",
        _url(request, "huisvesting_gebouw", gebouw),
        lambda: keep_gebouwgebruik(
            request.actor, opzet(gebouw), nummer, form.cleaned_data["versie"]
        ),
    )


def gebruik_weg(request: LeaRequest, nummer: int) -> HttpResponse:
    """Take away who uses a building."""
    gebouw = find_own(request.actor, Gebouwgebruik, nummer).gebouw_id
    back = _url(request, "huisvesting_gebouw", gebouw)
    return dropped(request, lambda: drop_gebouwgebruik(request.actor, nummer), back)


def _with_lists(request: LeaRequest, form: F) -> F:
    """Return the form with the buildings, partijen and actions that may be chosen."""
    room, actor = request.werkruimte.pk, request.actor
    seen = actor.scope(Noun.HUISVESTING, Verb.ZIEN)
    buildings = Gebouw.objects.of(room).within(seen)
    form.fill("gebouw", [(str(one.pk), one.naam) for one in buildings])
    if "partij" in form.fields:
        boards = Partij.objects.of(room).order_by("naam")
        form.fill("partij", [(str(one.pk), one.naam) for one in boards])
    if "actie" in form.fields:
        actions = Actie.objects.filter(werkruimte_id=room).order_by("code")
        form.fill("actie", [(str(one.pk), f"{one.code} {one.naam}") for one in actions])
    return form


def aanvraag_nieuw(request: LeaRequest, jaar: int) -> HttpResponse:
    """Add an aanvraag to the round of a year."""
    initial = {"jaar": jaar, "staat": "ingediend", **SEEN_BY}
    form = _with_lists(request, AanvraagForm(request.POST or None, initial=initial))
    return keep_form(
        request,
        form,
        "Aanvraag toevoegen",
        _url(request, "huisvesting_ronde", jaar),
        lambda: keep_huisvestingsaanvraag(request.actor, form.opzet()),
    )


def aanvraag_wijzigen(request: LeaRequest, nummer: int) -> HttpResponse:
    """Change an aanvraag, or note what was decided."""
    record = find_own(request.actor, Huisvestingsaanvraag, nummer)
    form = AanvraagForm(request.POST or None, initial=AanvraagForm.initial_of(record))
    _with_lists(request, form)
    return keep_form(
        request,
        form,
        "Aanvraag wijzigen",
        _url(request, "huisvesting_ronde", record.jaar),
        lambda: keep_huisvestingsaanvraag(
            request.actor, form.opzet(), nummer, form.cleaned_data["versie"]
        ),
    )


def aanvraag_weg(request: LeaRequest, nummer: int) -> HttpResponse:
    """Take an aanvraag away."""
    jaar = find_own(request.actor, Huisvestingsaanvraag, nummer).jaar
    back = _url(request, "huisvesting_ronde", jaar)
    return dropped(request, lambda: drop_huisvestingsaanvraag(request.actor, nummer), back)


def project_nieuw(request: LeaRequest) -> HttpResponse:
    """Add a project."""
    initial = {"fase": "plan", **SEEN_BY}
    form = _with_lists(request, ProjectForm(request.POST or None, initial=initial))
    return keep_form(
        request,
        form,
        "Project toevoegen",
        _url(request, "huisvesting_ihp"),
        lambda: keep_huisvestingsproject(request.actor, form.opzet()),
    )


def project_wijzigen(request: LeaRequest, nummer: int) -> HttpResponse:
    """Change a project."""
    record = find_own(request.actor, Huisvestingsproject, nummer)
    form = ProjectForm(request.POST or None, initial=ProjectForm.initial_of(record))
    _with_lists(request, form)
    return keep_form(
        request,
        form,
        f"{record.naam} wijzigen",
        _url(request, "huisvesting_ihp"),
        lambda: keep_huisvestingsproject(
            request.actor, form.opzet(), nummer, form.cleaned_data["versie"]
        ),
    )


def project_weg(request: LeaRequest, nummer: int) -> HttpResponse:
    """Take a project away."""
    back = _url(request, "huisvesting_ihp")
    return dropped(request, lambda: drop_huisvestingsproject(request.actor, nummer), back)
