"""Who did or opened what, for who watches over privacy: searched, in pages, and as a file."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from openlea.core.logboek import INSTALLATIE, Logsoort
from openlea.policy.rechten import LidRol, Noun
from openlea.services.describe_log import describe_log
from openlea.services.describe_logstand import describe_logstand
from openlea.services.log_event import log_event
from openlea.storage.records.models import Logregel
from openlea.web.api.lijst import csv_page
from openlea.web.beheer import beheerder_of, for_beheerder
from openlea.web.pages.logboek.forms import LogboekFilter
from openlea.web.route import LeaRequest

PER_PAGE = 50
AT_MOST = 50_000
FORMATEN = ("csv", "json")
KOLOMMEN = (
    "volgnummer", "moment", "account", "naam", "rol", "soort", "waarover", "werk",
    "onderwerp", "bijzonderheid", "spoor", "zegel",
)  # fmt: skip


def logboek(request: LeaRequest) -> HttpResponse:
    """Return a page of the log of a werkruimte, newest first."""
    shown = _shown(request, request.werkruimte.slug)
    return render(request, "logboek/logboek.html", shown)


def logboek_bestand(request: LeaRequest, formaat: str) -> HttpResponse:
    """Return what was searched as a file; taking it is a line in the log itself."""
    return _file(request, request.werkruimte.slug, formaat)


@for_beheerder
def beheer_logboek(request: HttpRequest) -> HttpResponse:
    """Return a page of the log of the installation: signing in, backups, rights."""
    return render(request, "logboek/installatie.html", _shown(request, INSTALLATIE))


@for_beheerder
def beheer_logboek_bestand(request: HttpRequest, formaat: str) -> HttpResponse:
    """Return the log of the installation as a file."""
    made = _file(request, INSTALLATIE, formaat)
    wie = beheerder_of(request)
    number = wie.pk if wie else None
    log_event("logboek meegenomen", formaat, soort=Logsoort.EXPORTEREN, persoon=number)
    return made


def _shown(request: HttpRequest, keten: str) -> dict[str, Any]:
    form = LogboekFilter(request.GET, keten=keten)
    asked = form.asked()
    found = Logregel.objects.searched(keten, **asked)
    page: Any = Paginator(found, PER_PAGE).get_page(request.GET.get("pagina"))
    rest = request.GET.copy()
    rest.pop("pagina", None)
    everything = Logregel.objects.filter(keten=keten).count()
    return {
        "formulier": form,
        "gefilterd": bool(asked),
        "pagina": page,
        "regels": [_told(one) for one in page.object_list],
        "vraag": f"{rest.urlencode()}&" if rest else "",
        "zoekvraag": f"?{rest.urlencode()}" if rest else "",
        "stand": describe_logstand(keten, everything),
    }


def _told(line: Logregel) -> dict[str, Any]:
    """Return a line in words; a name is looked up now, the log itself holds a number."""
    return {
        "moment": timezone.localtime(line.moment),
        "nummer": line.volgnummer,
        "wie": _who(line),
        "rol": _label(LidRol, line.rol),
        "soort": _label(Logsoort, line.soort),
        "waarover": _label(Noun, line.noun),
        "werk": line.werk,
        "onderwerp": line.onderwerp,
        "bijzonderheid": line.bijzonderheid,
    }


def _who(line: Logregel) -> str:
    if line.persoon is not None:
        return line.persoon.naam
    return f"Account {line.persoon_nr} (verwijderd)" if line.persoon_nr else "De installatie"


def _label(words: Any, word: str) -> str:
    """Return a word as people read it; one of a later version stays as it is."""
    return str(words(word).label) if word in list(words) else word


def _file(request: HttpRequest, keten: str, formaat: str) -> HttpResponse:
    if formaat not in FORMATEN:
        raise Http404("Dit bestand is er niet.")
    asked = LogboekFilter(request.GET, keten=keten).asked()
    lines = Logregel.objects.searched(keten, **asked)[:AT_MOST]
    if formaat == "csv":
        return csv_page("logboek", KOLOMMEN, [_row(one) for one in lines])
    spans: Sequence[Mapping[str, Any]] = list(describe_log(lines))
    text = json.dumps(spans, ensure_ascii=False, indent=1)
    answer = HttpResponse(text, content_type="application/json; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="logboek.json"'
    return answer


def _row(line: Logregel) -> dict[str, Any]:
    told = _told(line)
    return told | {
        "volgnummer": line.volgnummer,
        "moment": told["moment"].isoformat(timespec="seconds"),
        "account": line.persoon_nr,
        "naam": told["wie"],
        "spoor": line.spoor,
        "zegel": line.zegel,
    }
