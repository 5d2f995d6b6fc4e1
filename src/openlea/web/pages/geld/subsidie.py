"""The grants: who got how much under which conditions, how far each is, and what comes next."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from openlea.core.agenda import Agenda
from openlea.core.begroting import Subsidie
from openlea.core.errors import NotFound
from openlea.core.notatie import euro
from openlea.policy.realisatie import Mutatie, mutaties
from openlea.policy.subsidie import Stroomgeld, SubsidieStaat, subsidie_staat
from openlea.policy.subsidie_controle import is_overdue, next_step
from openlea.services.keep_subsidie import keep_subsidie
from openlea.storage.records.models import Subsidie as SubsidieRecord
from openlea.web.pages.geld import keuzes
from openlea.web.pages.geld.beeld import Geldbeeld, need_beeld
from openlea.web.pages.geld.velden import DagField, EuroField, GeldForm
from openlea.web.route import LeaRequest

TONEN = {
    SubsidieStaat.NIET_BESCHIKT: ("cirkel", "rust"),
    SubsidieStaat.BESCHIKT: ("klok", ""),
    SubsidieStaat.VASTGESTELD: ("vinkje-rond", "goed"),
    SubsidieStaat.TERUGGEVORDERD: ("terug", "goed"),
}
FIELDS = (
    "kenmerk",
    "post",
    "regeling",
    "ontvanger",
    "jaar",
    "beschikt",
    "beschikt_op",
    "voorwaarden",
    "prestatie",
    "tussenrapportage_op",
    "vastgesteld",
    "vastgesteld_op",
    "teruggevorderd",
)


class SubsidieForm(GeldForm):
    """A grant, from its decision to its settlement."""

    delen = (
        ("De beschikking", ("kenmerk", "regeling", "ontvanger", "beschikt", "beschikt_op")),
        ("Uit welk geld", ("post", "jaar")),
        ("De afspraak", ("prestatie", "voorwaarden", "tussenrapportage_op")),
        ("De vaststelling", ("vastgesteld", "vastgesteld_op", "teruggevorderd")),
    )

    versie = forms.IntegerField(required=False, widget=forms.HiddenInput)
    kenmerk = forms.CharField(
        label="Kenmerk",
        max_length=80,
        help_text="Het nummer van de beschikking. Boekingen met dit kenmerk horen bij de subsidie.",
        error_messages={"required": "Vul het kenmerk in."},
    )
    regeling = forms.CharField(
        label="Regeling", max_length=200, error_messages={"required": "Vul de regeling in."}
    )
    ontvanger = forms.ChoiceField(label="Ontvanger")
    post = forms.ChoiceField(label="Uit welke post")
    jaar = forms.ChoiceField(label="Voor welk jaar")
    beschikt = EuroField(
        label="Beschikt bedrag",
        help_text="Bijvoorbeeld 12.500,00.",
        error_messages={"required": "Vul het bedrag van de beschikking in."},
    )
    beschikt_op = DagField(label="Dag van de beschikking")
    voorwaarden = forms.CharField(label="Voorwaarden", required=False, widget=forms.Textarea)
    prestatie = forms.CharField(
        label="Prestatie",
        required=False,
        widget=forms.Textarea,
        help_text="Wat levert de ontvanger, en hoeveel?",
    )
    tussenrapportage_op = DagField(label="Tussenrapportage vóór", required=False)
    vastgesteld = EuroField(
        label="Vastgesteld bedrag",
        required=False,
        help_text="Het bedrag van de vaststelling, vóór wat je er daarna van terugvordert.",
    )
    vastgesteld_op = DagField(label="Dag van de vaststelling", required=False)
    teruggevorderd = EuroField(
        label="Van het vastgestelde bedrag teruggevorderd",
        required=False,
        help_text="Een voorschot boven de vaststelling telt hier niet mee: dat is al lager "
        "vastgesteld. Besteed is het vastgestelde bedrag min dit bedrag.",
    )

    def __init__(self, *args: Any, agenda: Agenda, bewaard: bool = False, **kw: Any) -> None:
        """Offer the parties, posts and years of the agenda; a kept grant keeps its mark."""
        super().__init__(*args, **kw)
        lists = {
            "ontvanger": [("", "Kies een partij"), *keuzes.partijen(agenda)],
            "post": keuzes.posten(agenda.begroting.posten, "Kies een post"),
            "jaar": keuzes.jaren(agenda),
        }
        for name, choices in lists.items():
            self.fields[name].choices = choices  # type: ignore[attr-defined]
        if bewaard:
            del self.fields["kenmerk"]

    def value(self, kenmerk: str = "") -> Subsidie:
        """Return the grant that was typed."""
        typed = {name: self.cleaned_data[name] for name in FIELDS if name in self.fields}
        own = {
            "kenmerk": kenmerk or typed.get("kenmerk", ""),
            "jaar": int(typed["jaar"]),
            "teruggevorderd": typed["teruggevorderd"] or 0,
        }
        return Subsidie(**{**typed, **own})


@dataclass(frozen=True, slots=True, kw_only=True)
class SubsidieRegel:
    """A grant in the list: how far it is, what is next, and what it promised and spent."""

    subsidie: Subsidie
    ontvanger: str
    post: str
    staat: SubsidieStaat
    icoon: str
    toon: str
    vervolg: str
    te_laat: bool
    geld: Stroomgeld


def subsidies(request: LeaRequest) -> HttpResponse:
    """Return the list of grants, per year or all."""
    beeld = need_beeld(request)
    jaar = request.GET.get("jaar", "")
    every = _lines(beeld)
    lines = [line for line in every if not jaar or str(line.subsidie.jaar) == jaar]
    total = sum((line.geld for line in lines), Stroomgeld())
    context = {
        "beeld": beeld,
        "regels": lines,
        "totaal": total,
        "beschikt": sum(line.subsidie.beschikt for line in lines),
        "kruimels": _crumbs(request, "Subsidies"),
        "tabs": _tabs(beeld.agenda, every, jaar),
    }
    return render(request, "geld/subsidies.html", context)


def subsidie(request: LeaRequest) -> HttpResponse:
    """Return the form of a grant (its mark is in the address, as `kenmerk`) or keep it."""
    beeld = need_beeld(request)
    kenmerk = request.GET.get("kenmerk", "")
    one = _find(beeld, kenmerk) if kenmerk else None
    if not beeld.mag_wijzigen:
        if one is None:
            raise NotFound("Kies een subsidie uit de lijst.")
        return _page(request, _line(beeld, one, mutaties(beeld.begroting)))
    versie = _versie(beeld, one)
    stored = SubsidieForm(agenda=beeld.agenda, bewaard=bool(one), initial=_initial(one, versie))
    if request.method != "POST":
        return _form(request, stored, one)
    form = SubsidieForm(request.POST, agenda=beeld.agenda, bewaard=bool(one))
    if form.is_valid():
        seen = (form.cleaned_data["versie"] or 0) if one else None
        kept = form.try_to(lambda: keep_subsidie(request.actor, form.value(kenmerk), seen))
        if kept:
            messages.success(request, f"De subsidie {kept.kenmerk} is bewaard.")
            return redirect("subsidies", request.werkruimte.slug)
    if form.is_conflict and versie:
        form.set_beside(stored, versie)
    return _form(request, form, one)


def _lines(beeld: Geldbeeld) -> list[SubsidieRegel]:
    alle = mutaties(beeld.begroting)
    return [_line(beeld, one, alle) for one in beeld.subsidies]


def _line(beeld: Geldbeeld, one: Subsidie, alle: Sequence[Mutatie]) -> SubsidieRegel:
    today = timezone.localdate()
    staat = subsidie_staat(one, today)
    icoon, toon = TONEN[staat]
    geld = next(
        (
            m.geld
            for m in alle
            if m.kenmerk == one.kenmerk and m.post == one.post and m.jaar == one.jaar
        ),
        Stroomgeld(),
    )
    namen = {partij.code: partij.naam for partij in beeld.agenda.partijen}
    posten = {post.code: post.omschrijving for post in beeld.begroting.posten}
    return SubsidieRegel(
        subsidie=one,
        ontvanger=namen.get(one.ontvanger, one.ontvanger),
        post=posten.get(one.post, ""),
        staat=staat,
        icoon=icoon,
        toon=toon,
        vervolg=next_step(one, today),
        te_laat=is_overdue(one, today),
        geld=geld,
    )


def _find(beeld: Geldbeeld, kenmerk: str) -> Subsidie:
    for one in beeld.subsidies:
        if one.kenmerk == kenmerk:
            return one
    raise NotFound(f"Er is geen subsidie {kenmerk}.")


def _versie(beeld: Geldbeeld, one: Subsidie | None) -> int | None:
    if one is None:
        return None
    return SubsidieRecord.objects.get(agenda=beeld.record, kenmerk=one.kenmerk).versie


def _initial(one: Subsidie | None, versie: int | None) -> dict[str, Any]:
    if one is None:
        return {}
    return {name: getattr(one, name) for name in FIELDS} | {
        "versie": versie,
        "teruggevorderd": one.teruggevorderd or None,
    }


def _form(request: LeaRequest, form: SubsidieForm, one: Subsidie | None) -> HttpResponse:
    title = f"Subsidie {one.kenmerk}" if one else "Nieuwe subsidie"
    context = {
        "formulier": form,
        "titel": title,
        "inleiding": f"{one.regeling}, {euro(one.beschikt)}" if one else "",
        "kruimels": _crumbs(request, title),
        "terug": reverse("subsidies", args=[request.werkruimte.slug]),
    }
    return render(request, "formulier.html", context)


def _page(request: LeaRequest, line: SubsidieRegel) -> HttpResponse:
    context = {"regel": line, "kruimels": _crumbs(request, line.subsidie.kenmerk)}
    return render(request, "geld/subsidie.html", context)


def _tabs(agenda: Agenda, lines: list[SubsidieRegel], here: str) -> list[dict[str, object]]:
    years = [("", "Alle jaren"), *((str(jaar), str(jaar)) for jaar in agenda.jaren)]
    return [
        {
            "naam": naam,
            "url": f"?jaar={jaar}" if jaar else "?",
            "actief": jaar == here,
            "aantal": sum(not jaar or str(line.subsidie.jaar) == jaar for line in lines),
        }
        for jaar, naam in years
    ]


def _crumbs(request: LeaRequest, title: str) -> list[dict[str, str]]:
    slug = request.werkruimte.slug
    crumbs = [{"naam": "Geld", "url": reverse("geld", args=[slug])}]
    if title != "Subsidies":
        crumbs.append({"naam": "Subsidies", "url": reverse("subsidies", args=[slug])})
    return [*crumbs, {"naam": title}]
