"""People and roles: who speaks for which partij, who is away, and who comes in."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from openlea.core.errors import BadInput
from openlea.policy.rechten import Noun, Scope, Verb
from openlea.services.invite_lid import invite_lid
from openlea.storage.records.models import Partij
from openlea.web.pages.mensen.forms import Choices, UitnodigenForm, refuse
from openlea.web.pages.mensen.lijst import people, silent_partijen
from openlea.web.partijkeuze import found_groups
from openlea.web.route import LeaRequest


def mensen(request: LeaRequest) -> HttpResponse:
    """Return everybody, per partij."""
    groepen = people(request.actor, request.scope, timezone.localdate())
    may_invite = request.actor.may(Noun.LID, Verb.MAKEN)
    shown = {
        "groepen": groepen,
        "mag_uitnodigen": may_invite,
        "stil": silent_partijen(request.actor, groepen) if may_invite else (),
        "gevonden": found_groups(request.actor.werkruimte) if may_invite else (),
        "alleen_eigen": request.scope is Scope.EIGEN_PARTIJ,
    }
    return render(request, "mensen/mensen.html", shown)


def uitnodigen(request: LeaRequest) -> HttpResponse:
    """Return the form of an invitation; sent, it mails a link to choose a password."""
    form = UitnodigenForm(
        request.POST or None,
        partijen=[*partij_choices(request), *found_groups(request.actor.werkruimte)],
        initial={"partij": request.GET.get("partij", "")},
    )
    if request.method == "POST" and form.is_valid():
        try:
            lid = invite_lid(request.actor, form.uitnodiging())
        except BadInput as refused:
            refuse(form, refused)
        else:
            messages.success(request, f"{lid.persoon.naam} is uitgenodigd, per mail.")
            return redirect("mensen", request.werkruimte.slug)
    shown = {"formulier": form, "kruimels": _crumbs(request)}
    code = 422 if request.method == "POST" else 200
    return render(request, "mensen/uitnodigen.html", shown, status=code)


def _crumbs(request: LeaRequest) -> list[dict[str, str]]:
    people_url = reverse("mensen", args=[request.werkruimte.slug])
    return [{"naam": "Mensen en rollen", "url": people_url}, {"naam": "Nodig iemand uit"}]


def partij_choices(request: LeaRequest) -> Choices:
    """Return the partijen of the agenda by name, as choices."""
    found = Partij.objects.of(request.actor.werkruimte).taking_part().order_by("naam")
    return list(found.values_list("code", "naam"))
