"""The municipality's own Word templates: put one up, see what we noticed, try it, choose it."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.text import slugify

from openlea.core.errors import BadInput, NotFound
from openlea.policy.rechten import Noun, Verb
from openlea.services.choose_sjabloon import choose_sjabloon
from openlea.services.keep_sjabloon import keep_sjabloon
from openlea.services.remove_sjabloon import remove_sjabloon
from openlea.services.sjabloon.inhoud import content_of
from openlea.services.sjabloon.velden import VELDEN
from openlea.services.sjabloon.voorbeeld import example_template
from openlea.services.try_sjabloon import try_sjabloon
from openlea.storage.records.models import Sjabloon
from openlea.web.pages.stukken.forms import SjabloonForm
from openlea.web.pages.stukken.uitvoer import send_file
from openlea.web.route import LeaRequest


def sjablonen(request: LeaRequest) -> HttpResponse:
    """Return the templates, and take a new one in."""
    form = SjabloonForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid() and _kept(request, form):
        return redirect("sjablonen", request.werkruimte.slug)
    every = list(Sjabloon.objects.of(request.werkruimte.pk))
    context = {
        "sjablonen": every,
        "in_gebruik": next((one for one in every if one.in_gebruik), None),
        "form": form,
        "velden": [(f"{{{{ {naam} }}}}", uitleg) for naam, uitleg in VELDEN.items()],
        "mag_wijzigen": request.actor.may(Noun.SJABLOON, Verb.WIJZIGEN),
        "kruimels": [{"naam": "Overleg", "url": "../"}, {"naam": "Sjabloon"}],
    }
    return render(request, "stukken/sjablonen.html", context, status=400 if form.errors else 200)


def _kept(request: LeaRequest, form: SjabloonForm) -> bool:
    """Keep the template and tell what was noticed; a fault goes to its field."""
    try:
        kept = keep_sjabloon(
            request.actor, form.cleaned_data["naam"], form.cleaned_data["bestand"].read()
        )
    except BadInput as error:
        for fout in error.fouten:
            form.add_error(fout.cel if fout.cel in form.fields else None, fout.reden)
        return False
    if kept.opmerkingen:
        messages.warning(request, f"‘{kept.naam}’ is bewaard. Lees wat opviel, en maak een proef.")
    else:
        messages.success(request, f"‘{kept.naam}’ is bewaard. Alles is gevonden.")
    return True


def sjabloon_uit(request: LeaRequest, nummer: int, wat: str) -> HttpResponse:
    """Return the trial print of a template, or the template itself."""
    proef = try_sjabloon(request.actor, nummer, timezone.localdate())
    name = slugify(f"{wat} {proef.naam}")[:80]
    if wat == "proefdruk":
        return send_file(proef.inhoud, "docx", name)
    if wat == "sjabloon":
        kept = Sjabloon.objects.of(request.werkruimte.pk).get(pk=nummer)
        return send_file(content_of(kept), "docx", name)
    raise NotFound("Dit bestand is er niet.")


def sjabloon_voorbeeld(_request: LeaRequest) -> HttpResponse:
    """Return an example of a template, to begin with."""
    return send_file(example_template(), "docx", "sjabloon-voorbeeld")


def sjabloon_kiezen(request: LeaRequest) -> HttpResponse:
    """Use another template from now on, or none."""
    chosen = request.POST.get("sjabloon", "")
    if chosen and not chosen.isdecimal():
        raise NotFound("Dit sjabloon is er niet.")
    choose_sjabloon(request.actor, int(chosen) if chosen else None)
    messages.success(request, "Opgeslagen. Nieuwe Wordbestanden zien er nu zo uit.")
    return redirect("sjablonen", request.werkruimte.slug)


def sjabloon_weg(request: LeaRequest, nummer: int) -> HttpResponse:
    """Take a template away."""
    naam = remove_sjabloon(request.actor, nummer)
    messages.success(request, f"‘{naam}’ is weggehaald. Wat ermee is gemaakt, blijft zoals het is.")
    return redirect("sjablonen", request.werkruimte.slug)
