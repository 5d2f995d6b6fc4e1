"""The yearly account of the OAB money: every line opens to the bookings that it is made of."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from openlea.core.errors import NotFound
from openlea.core.geldvoorwaarden import Controle
from openlea.policy.oab_verantwoording import (
    LAATSTE_BEKENDE_JAAR,
    OabVerantwoording,
    oab_verantwoording,
)
from openlea.services.keep_verantwoording import Invulling, keep_verantwoording
from openlea.services.write_geld_xlsx import Rij, Vel, write_geld_xlsx
from openlea.storage.records.models import Verantwoording
from openlea.web.pages.geld.beeld import Geldbeeld, need_beeld, voorwaarden
from openlea.web.pages.geld.begroting import XLSX
from openlea.web.pages.geld.velden import EuroField, GeldForm
from openlea.web.route import LeaRequest

ONGELEZEN = {Controle.KENNIS, Controle.NOTA}


class InvullingForm(GeldForm):
    """What no booking tells: the reserve at the start, what was passed on, and the cap."""

    versie = forms.IntegerField(required=False, widget=forms.HiddenInput)
    beginreserve = EuroField(
        label="Reserve aan het begin van het eerste jaar",
        required=False,
        help_text="Wat van de jaren voor deze agenda over was.",
    )
    overgeboekt = EuroField(
        label="Overgeboekt naar andere gemeenten",
        required=False,
        help_text="Volgens de gemeenschappelijke regeling of afspraak.",
    )
    plafond = EuroField(
        label="Hoogste bedrag dat naar het volgende jaar mag",
        required=False,
        help_text="Leeg: niet bekend. Dan rekent Open LEA niets als terug te betalen.",
    )
    toelichting = forms.CharField(
        label="Toelichting",
        required=False,
        widget=forms.Textarea,
        help_text="Bijvoorbeeld in welke regeling het maximum staat.",
    )

    def __init__(self, *args: Any, eerste: bool, **kw: Any) -> None:
        """Ask for the reserve in the first year only: later it follows from the year before."""
        super().__init__(*args, **kw)
        if not eerste:
            del self.fields["beginreserve"]


def oab(request: LeaRequest, jaar: int) -> HttpResponse:
    """Return the account of a year, or keep what was filled in."""
    beeld = _beeld_of(request, jaar)
    stored = _stored(beeld)
    now = stored.get(jaar)
    form = _form(request, beeld, jaar, now)
    if request.method == "POST" and form.is_valid():
        typed = {k: v for k, v in form.cleaned_data.items() if k != "versie"}
        seen = form.cleaned_data["versie"]
        if form.try_to(lambda: keep_verantwoording(request.actor, jaar, Invulling(**typed), seen)):
            messages.success(request, f"De verantwoording over {jaar} is bijgewerkt.")
            return redirect("oab", request.werkruimte.slug, jaar)
    if form.is_conflict and now:
        form.set_beside(_form(request, beeld, jaar, now, fresh=True), now.versie)
    context = {
        "beeld": beeld,
        "jaar": jaar,
        "staat": _accounts(beeld, stored)[jaar],
        "stromen": {s.code: s.naam for s in beeld.begroting.geldstromen},
        "formulier": form,
        "bewaard": now,
        "is_eerste": jaar == beeld.agenda.van,
        "ongeverifieerd": jaar >= LAATSTE_BEKENDE_JAAR,
        "laatste_bekende_jaar": LAATSTE_BEKENDE_JAAR,
        "ongelezen": ONGELEZEN,
        "alles_open": "open" in request.GET,
        "kruimels": _crumbs(request),
        "tabs": _tabs(request, beeld, jaar),
    }
    return render(request, "geld/verantwoording.html", context)


def oab_uit(request: LeaRequest, jaar: int) -> HttpResponse:
    """Return the account of a year as a workbook."""
    beeld = _beeld_of(request, jaar)
    staat = _accounts(beeld, _stored(beeld))[jaar]
    answer = HttpResponse(write_geld_xlsx(_sheets(staat, beeld)), content_type=XLSX)
    name = f"oab-verantwoording-{request.werkruimte.slug}-{jaar}.xlsx"
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def _beeld_of(request: LeaRequest, jaar: int) -> Geldbeeld:
    beeld = need_beeld(request)
    if jaar not in beeld.agenda.jaren:
        raise NotFound(f"{jaar} valt buiten de agenda.")
    return beeld


def _stored(beeld: Geldbeeld) -> dict[int, Verantwoording]:
    return {one.jaar: one for one in Verantwoording.objects.filter(agenda=beeld.record)}


def _accounts(beeld: Geldbeeld, stored: dict[int, Verantwoording]) -> dict[int, OabVerantwoording]:
    """Return the accounts of all years; what is left of a year begins the next."""
    found: dict[int, OabVerantwoording] = {}
    known = voorwaarden()
    for jaar in beeld.agenda.jaren:
        own = stored.get(jaar)
        before = found.get(jaar - 1)
        begin = before.eindreserve if before else (own.beginreserve if own else 0)
        found[jaar] = oab_verantwoording(
            beeld.begroting,
            jaar,
            beginreserve=begin,
            overgeboekt=own.overgeboekt if own else 0,
            plafond=own.plafond if own else None,
            voorwaarden=known,
        )
    return found


def _form(
    request: LeaRequest,
    beeld: Geldbeeld,
    jaar: int,
    now: Verantwoording | None,
    *,
    fresh: bool = False,
) -> InvullingForm:
    names = ("beginreserve", "overgeboekt", "plafond", "toelichting", "versie")
    start = {name: getattr(now, name) for name in names} if now else {}
    typed = request.POST if request.method == "POST" and not fresh else None
    return InvullingForm(typed, eerste=jaar == beeld.agenda.van, initial=start)


def _tabs(request: LeaRequest, beeld: Geldbeeld, here: int) -> list[dict[str, object]]:
    slug = request.werkruimte.slug
    return [
        {"naam": str(jaar), "url": reverse("oab", args=[slug, jaar]), "actief": jaar == here}
        for jaar in beeld.agenda.jaren
    ]


def _crumbs(request: LeaRequest) -> list[dict[str, str]]:
    url = reverse("geld", args=[request.werkruimte.slug])
    return [{"naam": "Geld", "url": url}, {"naam": "OAB-verantwoording"}]


def _sheets(staat: OabVerantwoording, beeld: Geldbeeld) -> tuple[Vel, ...]:
    stromen = {s.code: s.naam for s in beeld.begroting.geldstromen}
    rows = [Rij(("Reserve aan het begin", staat.beginreserve, ""))]
    rows += [Rij((f"Ontvangen: {stromen[c]}", cents, "")) for c, cents in staat.ontvangen.items()]
    for regel in staat.regels:
        known = regel.voorwaarde
        label = known.label if known else "Zonder bekende categorie"
        source = f"{known.bron} ({known.controle.label})" if known else ""
        rows.append(Rij((f"Besteed: {label}", -regel.bedrag, source)))
    rows += [
        Rij(("Overgeboekt", -staat.overgeboekt, "")),
        Rij(("Niet besteed", staat.niet_besteed, ""), vet=True),
        Rij(("Hoogste bedrag dat mag blijven", staat.plafond, _unknown(staat))),
        Rij(("Terug te betalen", staat.terug_te_betalen, "")),
        Rij(("Reserve aan het eind", staat.eindreserve, ""), vet=True),
    ]
    remarks = tuple(Rij((remark,)) for remark in staat.opmerkingen)
    return (
        Vel(f"OAB {staat.jaar}", ("Regel", "Bedrag", "Bron"), tuple(rows)),
        Vel(
            "Onderbouwing",
            ("Regel", "Post", "Kenmerk", "Omschrijving", "Bedrag"),
            _parts(staat, beeld),
        ),
        Vel("Opmerkingen", ("Opmerking",), remarks),
    )


def _unknown(staat: OabVerantwoording) -> str:
    return "niet bekend, niet geverifieerd" if staat.plafond is None else "zelf ingevuld"


def _parts(staat: OabVerantwoording, beeld: Geldbeeld) -> tuple[Rij, ...]:
    lines = [
        (r.voorwaarde.label if r.voorwaarde else r.categorie, r.bestanddelen) for r in staat.regels
    ]
    lines.append(("Niet toe te wijzen", staat.niet_toegewezen))
    return tuple(
        Rij(
            (
                name,
                part.post_omschrijving,
                part.kenmerk if beeld.kent_papier else "",
                part.omschrijving if beeld.kent_papier else "",
                part.bedrag,
            )
        )
        for name, parts in lines
        for part in parts
    )
