"""Say that an action of the agenda serves a duty, and take that away again."""

from collections.abc import Collection, Iterator, Sequence
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme

from openlea.core.agenda import Agenda
from openlea.core.plicht import Plicht
from openlea.policy.beleidsveld import beleidsveld, in_order
from openlea.services.describe_plichtdekking import Dekkingsbeeld, describe_plichtdekking
from openlea.services.keep_plichtkoppeling import Koppelopzet, keep_plichtkoppeling
from openlea.services.remove_plichtkoppeling import remove_plichtkoppeling
from openlea.storage.records.verhaal import codes_to_change
from openlea.web.pages.agenda.blik import look
from openlea.web.pages.geld.velden import GeldForm
from openlea.web.route import LeaRequest

REFUSED = 422
Choices = Sequence[tuple[str, Any]]


class KoppelForm(GeldForm):
    """Which action serves which duty, which topic of it, and by which target."""

    plicht = forms.ChoiceField(label="Welke plicht?")
    onderwerp = forms.ChoiceField(
        label="Welk onderwerp van die plicht?", required=False, help_text="Leeg: de hele plicht."
    )
    actie = forms.ChoiceField(label="Welke actie dient die plicht?")
    streefwaarde = forms.ChoiceField(
        label="Met welk doel?", required=False, help_text="Leeg: geen van de doelen van de actie."
    )
    toelichting = forms.CharField(
        label="Toelichting",
        required=False,
        max_length=300,
        help_text="Bijvoorbeeld waar het in de agenda staat.",
    )

    def __init__(
        self,
        *args: Any,
        plichten: Sequence[Plicht],
        acties: Choices,
        streven: Choices,
        **kwargs: Any,
    ) -> None:
        """Offer the duties and actions that there are; a list that is empty is left out."""
        super().__init__(*args, **kwargs)
        topics = [
            (f"{one.id}/{topic.code}", f"{one.id}: {topic.titel}")
            for one in plichten
            for topic in one.onderwerpen
        ]
        lists: dict[str, Choices] = {
            "plicht": [("", "Kies een plicht"), *_by_field(plichten)],
            "onderwerp": [("", "De hele plicht"), *topics],
            "actie": [("", "Kies een actie"), *acties],
            "streefwaarde": [("", "Geen doel"), *streven],
        }
        for name, choices in lists.items():
            self.fields[name].choices = choices  # type: ignore[attr-defined]
        for name, found in (("onderwerp", topics), ("streefwaarde", streven)):
            if not found:
                del self.fields[name]

    def clean(self) -> dict[str, Any]:
        """Refuse a topic of another duty."""
        clean = super().clean() or {}
        asked = clean.get("onderwerp", "")
        if asked and asked.partition("/")[0] != clean.get("plicht"):
            self.add_error("onderwerp", "Dit onderwerp hoort niet bij deze plicht.")
        return clean

    def opzet(self) -> Koppelopzet:
        """Return the link that was chosen."""
        typed = self.cleaned_data
        return Koppelopzet(
            plicht=typed["plicht"],
            actie=typed["actie"],
            onderwerp=typed.get("onderwerp", "").partition("/")[2],
            streefwaarde=typed.get("streefwaarde", ""),
            toelichting=typed["toelichting"],
        )


def koppelen(request: LeaRequest) -> HttpResponse:
    """Show the form of a link; sent, it is kept and one is back where one came from."""
    beeld = describe_plichtdekking(request.actor, timezone.localdate())
    blik = look(request)
    if blik is None:
        messages.info(request, "Er is nog geen agenda om aan een plicht te koppelen.")
        return redirect("taken_agenda", request.werkruimte.slug)
    codes = codes_to_change(request.actor)
    if not codes:
        messages.info(request, "Er is nu geen actie die jij aan een plicht mag koppelen.")
        return redirect("taken_agenda", request.werkruimte.slug)
    form = _form(request, beeld, blik.agenda, codes)
    if request.method == "POST" and form.is_valid():
        kept = form.try_to(lambda: keep_plichtkoppeling(request.actor, form.opzet()))
        if kept is not None:
            messages.success(request, f"Actie {form.cleaned_data['actie']} dient nu {kept.plicht}.")
            return redirect(_back(request))
    context = {
        "formulier": form,
        "titel": "Koppel een actie aan een plicht",
        "terug": _back(request),
        "kruimels": [
            {
                "naam": "Wet en agenda",
                "url": reverse("taken_agenda", args=[request.werkruimte.slug]),
            },
            {"naam": "Koppelen"},
        ],
    }
    status = REFUSED if form.errors else None
    return render(request, "formulier.html", context, status=status)


def ontkoppelen(request: LeaRequest, nummer: int) -> HttpResponse:
    """Take a link away, and go back where one came from."""
    code = remove_plichtkoppeling(request.actor, int(nummer))
    messages.success(request, f"Actie {code} is losgemaakt van de plicht.")
    return redirect(_back(request))


def _form(
    request: LeaRequest, beeld: Dekkingsbeeld, agenda: Agenda, codes: Collection[str]
) -> KoppelForm:
    """Return the form; what the address names is chosen already, and narrows the other lists.

    `codes` are the actions that the actor may change.
    """
    asked, code = request.GET.get("plicht", ""), request.GET.get("actie", "")
    plichten = [one.plicht for one in beeld.alle]
    chosen = [one for one in plichten if one.id == asked]
    return KoppelForm(
        request.POST or None,
        plichten=chosen or plichten,
        acties=list(_actions(agenda, codes)),
        streven=[
            (one.code, f"{one.bij}: {one.maat}")
            for one in agenda.streefwaarden
            if code in {"", one.bij} and one.bij in codes
        ],
        initial={"plicht": asked, "actie": code},
    )


def _actions(agenda: Agenda, codes: Collection[str]) -> Iterator[tuple[str, Any]]:
    for ambitie in agenda.ambities:
        for punt in ambitie.speerpunten:
            own = [one for one in punt.acties if one.code in codes]
            if own:
                yield f"{punt.code} {punt.naam}", [(a.code, f"{a.code} {a.naam}") for a in own]


def _by_field(plichten: Sequence[Plicht]) -> Iterator[tuple[str, Any]]:
    for veld in in_order(one.veld for one in plichten):
        each = [(one.id, f"{one.id} {one.titel}") for one in plichten if one.veld == veld]
        yield beleidsveld(veld).naam, each


def _back(request: LeaRequest) -> str:
    """Return the page that one came from: the action, or else the law beside the agenda."""
    slug = request.werkruimte.slug
    asked = request.POST.get("terug") or request.GET.get("terug", "")
    here = f"/w/{slug}/"
    if asked.startswith(here) and url_has_allowed_host_and_scheme(asked, allowed_hosts=None):
        return asked
    return reverse("taken_agenda", args=[slug])
