"""The open door of a round of questions: a link, the questions, and thanks; no account, no name."""

from hashlib import sha256

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from openlea.core.errors import BadInput, Conflict, NotFound
from openlea.policy.raadpleeglink import Raadpleegoordeel
from openlea.services.answer_raadpleging import answer_raadpleging
from openlea.services.open_raadpleeglink import Raadpleegdeur, open_raadpleeglink
from openlea.storage.records.raadpleging_values import ends_of, questions_of, themes_of
from openlea.web.api.tempo import wait_for
from openlea.web.besloten import keep_secret
from openlea.web.gokken import guessed_too_often
from openlea.web.pages.raadplegen.invulform import InvulForm

KEEP = 120 * 24 * 3600
"""Seconds that a browser remembers that it answered."""
REFUSED, BUSY, GONE = 422, 429, 410


# The address itself is the key and no session opens anything, so there is nothing to forge.
@csrf_exempt
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def raadpleeg(request: HttpRequest, token: str) -> HttpResponse:
    """Return the questions behind a link, or why it does not open."""
    deur = open_raadpleeglink(token)
    if deur is None:
        often = guessed_too_often(request, "raadpleeglink")
        return _closed(request, "gokken" if often else "onbekend", BUSY if often else 404)
    if deur.oordeel is not Raadpleegoordeel.GELDIG:
        return _closed(request, str(deur.oordeel), GONE, deur)
    if "klaar" in request.GET or _has_answered(request, deur):
        return keep_secret(_thanks(request, deur))
    return keep_secret(_questions(request, deur, token))


def _questions(request: HttpRequest, deur: Raadpleegdeur, token: str) -> HttpResponse:
    form = InvulForm(
        request.POST if request.method == "POST" else None,
        vragen=questions_of(deur.raadpleging),
        uitersten=ends_of(deur.raadpleging),
    )
    if request.method != "POST":
        return _page(request, deur, form)
    # A whole class may answer at one moment, so the link counts and not the address.
    if seconds := wait_for(request, f"raadpleging {token}"):
        form.add_error(None, f"Het is even druk. Verstuur over {seconds} seconden nog een keer.")
        return _page(request, deur, form, BUSY)
    if form.is_valid() and (answer := _kept(request, deur, form, token)):
        return answer
    return _page(request, deur, form, REFUSED)


def _kept(
    request: HttpRequest, deur: Raadpleegdeur, form: InvulForm, token: str
) -> HttpResponse | None:
    """Keep the answers and thank, or return None with the refusal in the form."""
    try:
        answer_raadpleging(token, form.waarden())
    except BadInput as refused:
        form.refuse(refused)
        return None
    except (Conflict, NotFound):
        # It closed while somebody was typing.
        return _closed(request, str(Raadpleegoordeel.GESLOTEN), GONE, deur)
    answer = redirect(f"{request.path}?klaar")
    # Nothing but the group: whoever reads the browser learns only that somebody answered here.
    answer.set_cookie(
        _mark(deur),
        "1",
        max_age=KEEP,
        path="/r/",
        secure=settings.HTTPS,
        httponly=True,
        samesite="Lax",
    )
    return answer


def _mark(deur: Raadpleegdeur) -> str:
    """Return the name of the cookie: a hash of the group and nothing else."""
    return f"r{sha256(f'raadpleeggroep {deur.groep.pk}'.encode()).hexdigest()[:24]}"


def _has_answered(request: HttpRequest, deur: Raadpleegdeur) -> bool:
    """Return whether this browser answered; a class may share one, and says so."""
    return _mark(deur) in request.COOKIES and not (_is_shared(deur) and "nog" in request.GET)


def _is_shared(deur: Raadpleegdeur) -> bool:
    """Return whether people of this group may share a device: pupils and parents do."""
    return deur.groep.partij_id is None


def _page(
    request: HttpRequest, deur: Raadpleegdeur, form: InvulForm, code: int = 200
) -> HttpResponse:
    shown = _around(deur) | {
        "formulier": form,
        "themas": list(form.themas(themes_of(deur.raadpleging))),
        "aantal": len(form.fields),
        "adres": request.get_full_path(),
    }
    return render(request, "raadplegen/invullen.html", shown, status=code)


def _thanks(request: HttpRequest, deur: Raadpleegdeur) -> HttpResponse:
    shown = _around(deur) | {"net": "klaar" in request.GET, "gedeeld": _is_shared(deur)}
    return render(request, "raadplegen/dank.html", shown)


def _closed(
    request: HttpRequest, reden: str, code: int, deur: Raadpleegdeur | None = None
) -> HttpResponse:
    shown = {"reden": reden, **(_around(deur) if deur else {})}
    return keep_secret(render(request, "raadplegen/dicht.html", shown, status=code))


def _around(deur: Raadpleegdeur) -> dict[str, object]:
    return {
        "raadpleging": deur.raadpleging,
        "groep": deur.groep,
        "ruimte": deur.groep.werkruimte.naam,
    }
