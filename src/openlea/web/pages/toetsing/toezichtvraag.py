"""One question of the oversight: what is known of it, and the form to answer it."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from openlea.core.errors import BadInput, Conflict, NotAllowed, NotFound
from openlea.core.zelfbeoordeling import Antwoord
from openlea.policy.rechten import Noun, Verb
from openlea.policy.toezicht import VraagStaat, reads_toezicht
from openlea.services.answer_toezicht import Toezichtinvulling, answer_toezicht
from openlea.services.describe_toezicht import Toezichtbeeld, Vraagbeeld, describe_toezicht
from openlea.storage.records.toetsing import own_soort
from openlea.web.pages.toetsing.kop import year_of
from openlea.web.pages.toetsing.velden import content_of, file_field, link_field
from openlea.web.route import LeaRequest

REFUSED = 422


class AntwoordForm(forms.Form):
    """An answer, a word of explanation, and what shows it."""

    keuze = forms.ChoiceField(
        label="Jullie antwoord",
        choices=Antwoord.choices(),
        widget=forms.RadioSelect,
        error_messages={"required": "Kies een antwoord."},
    )
    toelichting = forms.CharField(
        label="Toelichting",
        required=False,
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Verplicht als het antwoord iets anders is dan ja.",
    )
    bestand = file_field("Bewijs: een bestand")
    adres = link_field("Of bewijs: een link")
    versie = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def invulling(self) -> Toezichtinvulling:
        """Return what was answered."""
        clean = self.cleaned_data
        return Toezichtinvulling(
            keuze=Antwoord(clean["keuze"]),
            toelichting=clean["toelichting"],
            inhoud=content_of(clean["bestand"]),
            adres=clean["adres"].strip(),
        )


def toezicht_vraag(request: LeaRequest, vraag: str) -> HttpResponse:
    """Return the form of a question, or keep the answer and go on to the next open question."""
    if not reads_toezicht(request.scope, own_soort(request.actor)):
        raise NotAllowed("Alleen de gemeente beantwoordt de vragen van het toezicht.")
    jaar = year_of(request)
    beeld = describe_toezicht(request.actor, jaar, timezone.localdate())
    one = _find(beeld, vraag)
    posted = request.method == "POST"
    form = AntwoordForm(
        request.POST if posted else None,
        request.FILES if posted else None,
        initial=_initial(one),
    )
    is_conflict = False
    if posted and form.is_valid():
        try:
            answer_toezicht(
                request.actor, vraag, jaar, form.invulling(), form.cleaned_data["versie"]
            )
        except BadInput as refused:
            for fout in refused.fouten:
                form.add_error(fout.cel if fout.cel in form.fields else None, fout.reden)
        except Conflict:
            is_conflict = True
            form.data = _again(form, one)
        else:
            messages.success(request, "Je antwoord is bewaard.")
            return _onwards(request, beeld, vraag, jaar)
    wrong = is_conflict or bool(posted and form.errors)
    context = _context(request, beeld, one, form, is_conflict=is_conflict)
    return render(
        request, "toetsing/toezicht_vraag.html", context, status=REFUSED if wrong else 200
    )


def _find(beeld: Toezichtbeeld, vraag: str) -> Vraagbeeld:
    for one in beeld.vragen:
        if one.vraag.id == vraag:
            return one
    raise NotFound("Deze vraag is er niet.")


def _initial(one: Vraagbeeld) -> dict[str, Any]:
    if one.antwoord is None:
        return {}
    told = one.antwoord
    return {"keuze": told.keuze, "toelichting": told.antwoord, "versie": told.versie}


def _again(form: AntwoordForm, one: Vraagbeeld) -> dict[str, Any]:
    """Return what was typed, to be kept over what somebody else kept in between."""
    typed = {name: form.data.get(name) for name in form.data}
    return typed | {"versie": str(one.antwoord.versie if one.antwoord else "")}


def _onwards(request: LeaRequest, beeld: Toezichtbeeld, vraag: str, jaar: int) -> HttpResponse:
    slug = request.werkruimte.slug
    if "volgende" not in request.POST:
        return redirect(f"{reverse('toezicht', args=[slug])}?jaar={jaar}#{vraag}")
    names = [one.vraag.id for one in beeld.vragen]
    later = beeld.vragen[names.index(vraag) + 1 :]
    waiting = [one.vraag.id for one in later if one.oordeel.staat is VraagStaat.OPEN]
    if not waiting:
        return redirect(f"{reverse('toezicht', args=[slug])}?jaar={jaar}#{vraag}")
    return redirect(f"{reverse('toezicht_vraag', args=[slug, waiting[0]])}?jaar={jaar}")


def _context(
    request: LeaRequest,
    beeld: Toezichtbeeld,
    one: Vraagbeeld,
    form: AntwoordForm,
    *,
    is_conflict: bool,
) -> dict[str, Any]:
    slug = request.werkruimte.slug
    names = [each.vraag.id for each in beeld.vragen]
    place = names.index(one.vraag.id)
    back = f"{reverse('toezicht', args=[slug])}?jaar={beeld.jaar}"
    return {
        "beeld": beeld,
        "een": one,
        "formulier": form,
        "is_conflict": is_conflict,
        "nummer": place + 1,
        "aantal": len(names),
        "jaar": beeld.jaar,
        "mag_document": request.actor.may(Noun.DOCUMENT, Verb.MAKEN),
        "terug": back,
        "vorige": _step(slug, names, place - 1, beeld.jaar),
        "verder": _step(slug, names, place + 1, beeld.jaar),
        "kruimels": [
            {"naam": "Vragen van het toezicht", "url": back},
            {"naam": f"Vraag {place + 1}"},
        ],
    }


def _step(slug: str, names: list[str], place: int, jaar: int) -> str:
    if not 0 <= place < len(names):
        return ""
    return f"{reverse('toezicht_vraag', args=[slug, names[place]])}?jaar={jaar}"
