"""Say which column of a waiting file is which field; the heads are shown, never a row."""

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render

from openlea.core.errors import BadInput
from openlea.policy.datumvorm import Datumvorm
from openlea.policy.kolombesluit import PSEUDONIEM
from openlea.policy.kolomkeuze import Kolomkeuze
from openlea.policy.persoonswaarde import trimmed, upper
from openlea.services.choose_kolommen import choose_kolommen
from openlea.services.describe_kolommen import Kolommenbeeld, Kolomvraag, describe_kolommen
from openlea.services.find_aanlevering import find_aanlevering
from openlea.storage.records.models import Aanlevering
from openlea.web.pages.registraties.stap import to_step
from openlea.web.pages.registraties.views import crumbs, facts
from openlea.web.route import LeaRequest

MOST_FAULTS = 20


def kolommen(request: LeaRequest, nummer: int) -> HttpResponse:
    """Return the heads with a select each, or keep the choice and let the rows pass the door."""
    one = find_aanlevering(request.actor, nummer)
    if one.wacht_op != "kolommen" or one.gewist_op:
        return to_step(request, one)
    if request.method != "POST":
        return _shown(request, one, describe_kolommen(request.actor, nummer))
    beeld = describe_kolommen(request.actor, nummer, _fields(request))
    if any(kolom.vraagt and not _answered(request, kolom) for kolom in beeld.kolommen):
        return _shown(request, one, beeld, meer=True)
    try:
        done = choose_kolommen(request.actor, nummer, _keuzes(request, beeld))
    except BadInput as refused:
        return _shown(request, one, beeld, fouten=refused)
    messages.success(request, "Je keuze is onthouden. Een volgend bestand met deze koppen gaat zo.")
    return to_step(request, done)


def _shown(
    request: LeaRequest,
    one: Aanlevering,
    beeld: Kolommenbeeld,
    *,
    meer: bool = False,
    fouten: BadInput | None = None,
) -> HttpResponse:
    said = [str(fout) for fout in fouten.fouten[:MOST_FAULTS]] if fouten else []
    shown = {
        "aanlevering": one,
        "beeld": beeld,
        "regels": [_line(request, kolom) for kolom in beeld.kolommen],
        "vormen": list(Datumvorm),
        "pseudoniem": PSEUDONIEM,
        "meer": meer,
        "fouten": [text[:1].upper() + text[1:] for text in said],
        "kruimels": crumbs(request, "Kolommen kiezen"),
        **facts(one),
    }
    return render(request, "registraties/kolommen.html", shown, status=422 if fouten else 200)


def _fields(request: LeaRequest) -> Mapping[int, str]:
    """Return the field that was chosen by number of column."""
    return {
        int(name.removeprefix("veld-")): str(value)
        for name, value in request.POST.items()
        if name.startswith("veld-") and name.removeprefix("veld-").isdecimal() and value
    }


def _answered(request: LeaRequest, kolom: Kolomvraag) -> bool:
    """Return whether the questions of this column were on the page that was sent."""
    return request.POST.get(f"bij-{kolom.nummer}") == kolom.gekozen


def _keuzes(request: LeaRequest, beeld: Kolommenbeeld) -> dict[int, Kolomkeuze]:
    return {
        kolom.nummer: Kolomkeuze(
            veld=kolom.gekozen,
            vertaling=_words(request, kolom),
            datumvorm=_form(request, kolom),
        )
        for kolom in beeld.kolommen
        if kolom.gekozen
    }


def _words(request: LeaRequest, kolom: Kolomvraag) -> dict[str, str]:
    """Return what each word means: chosen, or typed as 'word = choice' on lines of their own."""
    allowed = {"", *(kolom.veld.waarden if kolom.veld else ())}
    told = {}
    for place, vraag in enumerate(kolom.woorden):
        meant = request.POST.get(f"woord-{kolom.nummer}-{place}", "")
        told[vraag.woord] = meant if meant in allowed else ""
    for line in request.POST.get(f"typ-{kolom.nummer}", "").splitlines() if kolom.typen else ():
        word, _, meant = line.rpartition("=")
        if word.strip() and meant.strip() in allowed:
            told[word] = meant.strip()
    return {upper(trimmed(word)): meant for word, meant in told.items()}


def _form(request: LeaRequest, kolom: Kolomvraag) -> Datumvorm | None:
    said = request.POST.get(f"datum-{kolom.nummer}", "")
    return Datumvorm(said) if kolom.vorm and said in set(Datumvorm) else None


def _line(request: LeaRequest, kolom: Kolomvraag) -> dict[str, Any]:
    """Return a column as the page draws it, with what was filled in before."""
    words = [
        {
            "naam": f"woord-{kolom.nummer}-{place}",
            "woord": vraag.woord,
            "gekozen": request.POST.get(f"woord-{kolom.nummer}-{place}", vraag.voorstel),
        }
        for place, vraag in enumerate(kolom.woorden)
    ]
    typed = request.POST.get(f"typ-{kolom.nummer}", "")
    vorm = request.POST.get(f"datum-{kolom.nummer}", str(kolom.vorm or ""))
    return {"kolom": kolom, "woorden": words, "getypt": typed, "vorm": vorm}
