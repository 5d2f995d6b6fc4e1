"""What is kept and how long, what must go today, and the proof of what went."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from openlea.core.errors import Conflict
from openlea.policy.bewaring import fingerprint
from openlea.policy.rechten import Noun, Verb
from openlea.services.describe_bewaring import Bewaarregel, describe_bewaring
from openlea.services.remove_expired import CHANGED, remove_expired
from openlea.storage.records.models import Bewaarstop, Verwijderbewijs
from openlea.web.route import LeaRequest

PROOFS = 50
"""How many proofs the page shows; the newest first."""


def bewaren(request: LeaRequest) -> HttpResponse:
    """Return every kind with its term, the holds in force, and what was removed before."""
    today = timezone.localdate()
    regels = describe_bewaring(today, request.werkruimte)
    proofs = Verwijderbewijs.objects.filter(werkruimte=request.werkruimte).select_related("door")
    shown = {
        "regels": regels,
        "weg": [one for one in regels if one.opruiming.weg],
        "aantal": _count(regels),
        "stops": [
            (one, _title(regels, one.soort))
            for one in Bewaarstop.objects.of(request.werkruimte.pk).active_on(today)
        ],
        "bewijzen": [(one, _title(regels, one.soort)) for one in proofs[:PROOFS]],
        "mag_stoppen": request.actor.may(Noun.BEWARING, Verb.MAKEN),
        "mag_wijzigen": request.actor.may(Noun.BEWARING, Verb.WIJZIGEN),
    }
    return render(request, "bewaren/bewaren.html", shown)


def verwijderen(request: LeaRequest) -> HttpResponse:
    """Show exactly what would go (GET); sent with the mark of that list, remove it (POST)."""
    today = timezone.localdate()
    regels = describe_bewaring(today, request.werkruimte)
    here = reverse("bewaren", args=[request.werkruimte.slug])
    merk = _mark(regels)
    if request.method == "POST":
        if request.POST.get("merk") != merk:
            raise Conflict(CHANGED)
        proofs = remove_expired(regels, today, request.actor.persoon)
        messages.success(request, f"Verwijderd: {sum(one.aantal for one in proofs)}.")
        return redirect(here)
    shown = {
        "weg": [one for one in regels if one.opruiming.weg],
        "aantal": _count(regels),
        "merk": merk,
        "kruimels": [{"naam": "Bewaren en verwijderen", "url": here}, {"naam": "Verwijderen"}],
        "terug": here,
    }
    return render(request, "bewaren/verwijderen.html", shown)


def _count(regels: tuple[Bewaarregel, ...]) -> int:
    return sum(len(one.opruiming.weg) for one in regels)


def _mark(regels: tuple[Bewaarregel, ...]) -> str:
    """Return one mark for the whole list, so that nothing else goes than what was looked at."""
    return fingerprint(
        int(fingerprint([index, *one.opruiming.weg])[:15], 16) for index, one in enumerate(regels)
    )


def _title(regels: tuple[Bewaarregel, ...], soort: str) -> str:
    return next((one.kaart.titel for one in regels if one.soort == soort), soort)
