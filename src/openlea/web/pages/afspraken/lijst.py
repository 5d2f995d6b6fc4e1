"""All agreements, as the address asks: filters, the sentence, the picture and the table."""

from collections.abc import Iterator, Mapping
from typing import Any

from django import forms
from django.http import HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from openlea.core.afspraak import AfspraakStaat, Bevestiging, Instemming
from openlea.policy.beleidsveld import beleidsveld
from openlea.policy.rechten import Noun, Verb
from openlea.policy.schrijfwijze import count
from openlea.policy.zoekwoorden import LANGSTE
from openlea.services.describe_afspraken import (
    JA,
    NEE,
    TE_LAAT,
    Afspraakvraag,
    Afspraken,
    describe_afspraken,
)
from openlea.storage.records.models import Partij
from openlea.web.pages.afspraken.beeld import draw_strip, groups
from openlea.web.pages.agenda.veld import offer
from openlea.web.route import LeaRequest

FIRST, LAST, DIGITS = 2000, 2100, 4
FORMATEN = (("xlsx", "Excel"), ("csv", "csv"), ("json", "json"))
MEETBAAR = (("", "Alle"), (JA, "Meetbaar"), (NEE, "Nog niet meetbaar"))
STATEN = [("", "Alle"), (TE_LAAT, "Loopt, en is te laat"), *AfspraakStaat.choices()]


class Afspraakfilter(forms.Form):
    """What can be asked of the list; only what there is to choose from."""

    sinds = forms.ChoiceField(label="Sinds", required=False)
    partij = forms.ChoiceField(label="Partij", required=False)
    speerpunt = forms.ChoiceField(label="Speerpunt", required=False)
    veld = forms.ChoiceField(label="Beleidsveld", required=False)
    instemming = forms.ChoiceField(
        label="Instemming", required=False, choices=[("", "Alle"), *Instemming.choices()]
    )
    staat = forms.ChoiceField(label="Wat kwam ervan", required=False, choices=STATEN)
    meetbaar = forms.ChoiceField(label="Te meten", required=False, choices=MEETBAAR)
    jaar = forms.CharField(required=False, widget=forms.HiddenInput)
    q = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, query: QueryDict, found: Afspraken) -> None:
        """Offer what there is, with what was asked already chosen."""
        super().__init__(query.dict(), auto_id="afspraken_%s")
        offer(self, "sinds", [("", "Elk jaar"), *((str(j), str(j)) for j in found.jaren)])
        offer(self, "partij", [("", "Alle partijen"), *found.partijen])
        offer(self, "speerpunt", [("", "Alle speerpunten"), *found.speerpunten])
        offer(self, "veld", [("", "Alle velden"), *found.velden])


def asked(query: Mapping[str, Any]) -> Afspraakvraag:
    """Return what an address asks; what makes no sense is as if it were left out."""
    return Afspraakvraag(
        jaar=_year(query.get("jaar", "")),
        sinds=_year(query.get("sinds", "")),
        partij=str(query.get("partij", "")),
        speerpunt=str(query.get("speerpunt", "")),
        veld=str(query.get("veld", "")),
        staat=_one_of(query.get("staat", ""), dict(STATEN)),
        instemming=_one_of(query.get("instemming", ""), Instemming),
        meetbaar=_one_of(query.get("meetbaar", ""), (JA, NEE)),
        q=str(query.get("q", ""))[:LANGSTE].strip(),
    )


def _one_of(value: Any, known: Any) -> str:
    return str(value) if str(value) in {str(one) for one in known} else ""


def _year(value: Any) -> int | None:
    text = str(value)
    plain = text.isascii() and text.isdigit() and len(text) == DIGITS
    return int(text) if plain and FIRST <= int(text) <= LAST else None


def afspraken(request: LeaRequest) -> HttpResponse:
    """Return the agreements that were asked for, with the sentence that sums them up."""
    today = timezone.localdate()
    vraag = asked(request.GET)
    found = describe_afspraken(request.actor, vraag, today)
    context = {
        "tab": "afspraken",
        "vraag": vraag,
        "gevonden": found,
        "zin": found.telling.zin,
        "gezocht": _sentence(vraag, found),
        "formulier": Afspraakfilter(request.GET, found),
        "ernaast": [(naam, value) for naam, value in request.GET.items() if naam != "q" and value],
        "gekozen": list(_chips(request, vraag, found)),
        "vakken": groups(found.regels),
        "strook": draw_strip(found.regels),
        "open_maat": any(not one.meetbaar for one in found.regels),
        "uit": list(_files(request)),
        "mag_maken": request.actor.may(Noun.AFSPRAAK, Verb.MAKEN),
        "eigen": _own(request, found),
    }
    return render(request, "afspraken/afspraken.html", context)


def _sentence(vraag: Afspraakvraag, found: Afspraken) -> str:
    """Return what was looked for and how much of it there is, '' without words."""
    if not vraag.q:
        return ""
    number = count(len(found.regels), "afspraak", "afspraken")
    since = f" sinds {vraag.sinds}" if vraag.sinds else ""
    return f"{number} over ‘{vraag.q}’{since}"


def _own(request: LeaRequest, found: Afspraken) -> list[int]:
    """Return the numbers of the agreements that wait for the own partij, for who may confirm."""
    if not request.actor.may(Noun.AFSPRAAK, Verb.WIJZIGEN):
        return []
    own = Partij.objects.filter(pk=request.actor.partij or 0).values_list("code", flat=True)
    code = own.first() or ""
    return [
        one.afspraak.nummer
        for one in found.regels
        if one.afspraak.staat is AfspraakStaat.LOPEND
        and any(
            each.partij == code and each.bevestiging is Bevestiging.GEVRAAGD
            for each in one.afspraak.partijen
        )
    ]


def _chips(request: LeaRequest, vraag: Afspraakvraag, found: Afspraken) -> Iterator[dict[str, str]]:
    """Yield each choice that narrows, with the address without it."""
    names = {
        "q": f"‘{vraag.q}’" if vraag.q else "",
        "jaar": str(vraag.jaar or ""),
        "sinds": f"sinds {vraag.sinds}" if vraag.sinds else "",
        "partij": dict(found.partijen).get(vraag.partij, vraag.partij),
        "speerpunt": dict(found.speerpunten).get(vraag.speerpunt, vraag.speerpunt),
        "veld": beleidsveld(vraag.veld).naam if vraag.veld else "",
        "staat": dict(STATEN)[vraag.staat] if vraag.staat else "",
        "instemming": Instemming(vraag.instemming).label if vraag.instemming else "",
        "meetbaar": dict(MEETBAAR)[vraag.meetbaar] if vraag.meetbaar else "",
    }
    for naam, shown in names.items():
        if shown:
            yield {"naam": shown, "weg_url": address(request.GET, **{naam: ""})}


def address(query: QueryDict, **anders: str) -> str:
    """Return the rest of the address with some of it otherwise; '' leaves a part out."""
    kept = QueryDict(mutable=True)
    for naam, value in {**query.dict(), **anders}.items():
        if value:
            kept[naam] = str(value)
    return f"?{kept.urlencode()}" if kept else "?"


def _files(request: LeaRequest) -> Iterator[dict[str, str]]:
    rest = address(request.GET)
    for formaat, naam in FORMATEN:
        url = reverse("afspraken_uit", args=[request.werkruimte.slug, formaat])
        yield {"naam": naam, "url": url + (rest if rest != "?" else "")}
