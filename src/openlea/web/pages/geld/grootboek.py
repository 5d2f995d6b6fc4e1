"""Reading in a ledger export: choose the file, say once what its columns are, look, read in."""

from collections import Counter
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from openlea.core.errors import BadInput, NotFound
from openlea.core.notatie import euro
from openlea.policy.schrijfwijze import count
from openlea.services.grootboek.koppeling import (
    NIET_VAN_DE_AGENDA,
    VELDEN,
    VERPLICHT,
    Koppeling,
    guess,
    read_koppeling,
)
from openlea.services.grootboek.tabel import Tabel, read_tabel
from openlea.services.grootboek.wachtkamer import fetch, fingerprint, park, release
from openlea.services.import_grootboek import import_grootboek
from openlea.services.keep_koppeling import SOORT, keep_koppeling
from openlea.services.plan_grootboek import Grootboekplan, plan_grootboek
from openlea.storage.records.models import Boeking, Kolomkoppeling
from openlea.web.pages.geld import keuzes
from openlea.web.pages.geld.beeld import Geldbeeld, need_beeld
from openlea.web.pages.geld.velden import GeldForm
from openlea.web.route import LeaRequest

MOST_SHOWN = 50


class BestandForm(GeldForm):
    """The file of the ledger."""

    bestand = forms.FileField(
        label="Uitvoer van het grootboek",
        help_text="Excel (.xlsx) of csv, met een rij koppen en daaronder één regel per boeking.",
        error_messages={"required": "Kies een bestand.", "empty": "Dit bestand is leeg."},
    )


class KolommenForm(GeldForm):
    """Which column is what."""

    def __init__(self, *args: Any, tabel: Tabel, **kw: Any) -> None:
        """Offer the headers of the file for every field."""
        super().__init__(*args, **kw)
        koppen = [(kop, kop) for kop in tabel.koppen]
        for veld, label in VELDEN.items():
            needed = veld in VERPLICHT
            self.fields[veld] = forms.ChoiceField(
                label=label,
                choices=[("", "Kies een kolom" if needed else "Staat er niet in"), *koppen],
                required=needed,
                error_messages={"required": "Kies een kolom."},
            )
        self.fields["soort"].help_text = "Staat het er niet in? Dan is alles besteed."
        self.fields["jaar"].help_text = "Staat het er niet in? Dan telt het jaar van de datum."
        self.fields["punt"] = forms.BooleanField(
            label="Bedragen in dit bestand hebben een punt voor de centen: 1234.50", required=False
        )

    def koppeling(self) -> Koppeling:
        """Return what was chosen."""
        chosen = {veld: self.cleaned_data[veld] for veld in VELDEN if self.cleaned_data[veld]}
        return Koppeling(kolommen=chosen, punt=self.cleaned_data["punt"])


class PostenForm(GeldForm):
    """Which post a kostenplaats belongs to."""

    def __init__(self, *args: Any, onbekend: tuple[str, ...], beeld: Geldbeeld, **kw: Any) -> None:
        """Ask for every kostenplaats that no post is known for."""
        super().__init__(*args, **kw)
        posten = keuzes.posten(beeld.begroting.posten, "Kies een post")
        choices = [*posten, (NIET_VAN_DE_AGENDA, "Hoort niet bij deze agenda")]
        for n, code in enumerate(onbekend):
            self.fields[f"post_{n}"] = forms.ChoiceField(
                label=f"Kostenplaats {code}",
                choices=choices,
                error_messages={"required": "Kies een post."},
            )
        self.onbekend = onbekend

    def posten(self) -> dict[str, str]:
        """Return kostenplaats → code of a post."""
        return {code: self.cleaned_data[f"post_{n}"] for n, code in enumerate(self.onbekend)}


def grootboek(request: LeaRequest) -> HttpResponse:
    """Return the form to choose a file, or take it and go on."""
    need_beeld(request)
    form = BestandForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        content = form.cleaned_data["bestand"].read()
        try:
            read_tabel(content)
        except BadInput as wrong:
            for fout in wrong.fouten:
                form.add_error("bestand", str(fout))
        else:
            return _to_step(request, park(request.actor, content))
    context = {
        "formulier": form,
        "kruimels": _crumbs(request, "Grootboek inlezen"),
        "eerder": Boeking.objects.filter(werkruimte_id=request.werkruimte.pk)
        .exclude(inlezing="")
        .count(),
    }
    return render(request, "geld/grootboek.html", context)


def grootboek_koppelen(request: LeaRequest) -> HttpResponse:
    """Return the next step of a chosen file: its columns, its kostenplaatsen, or the preview."""
    key = request.GET.get("bestand", "")
    if not key:
        return redirect("grootboek", request.werkruimte.slug)
    beeld = need_beeld(request)
    try:
        content = fetch(request.actor, key)
    except NotFound as gone:
        messages.warning(request, str(gone))
        return redirect("grootboek", request.werkruimte.slug)
    tabel = read_tabel(content)
    koppeling = _kept(request, tabel)
    step = request.POST.get("stap", "")
    if step == "kolommen" or koppeling is None or "kolommen" in request.GET:
        return _columns(request, tabel, koppeling, key)
    plan = plan_grootboek(request.actor, tabel, koppeling)
    if step == "posten":
        return _posts(request, beeld, koppeling, plan, key)
    if step == "inlezen" and plan.is_goed:
        return _take_in(request, content, koppeling, key)
    return _preview(request, beeld, plan, key, fingerprint(content))


def _columns(
    request: LeaRequest, tabel: Tabel, koppeling: Koppeling | None, key: str
) -> HttpResponse:
    start: dict[str, Any] = dict(koppeling.kolommen) if koppeling else guess(tabel.koppen)
    start["punt"] = bool(koppeling and koppeling.punt)
    is_sent = request.POST.get("stap") == "kolommen"
    form = KolommenForm(request.POST if is_sent else None, tabel=tabel, initial=start)
    if is_sent and form.is_valid():
        kept = form.try_to(lambda: keep_koppeling(request.actor, form.koppeling()))
        if kept:
            return _to_step(request, key)
    context = {
        "formulier": form,
        "tabel": tabel,
        "voorbeeld": tabel.rijen[:3],
        "kruimels": _crumbs(request, "Kolommen"),
    }
    return render(request, "geld/grootboek_kolommen.html", context)


def _posts(
    request: LeaRequest, beeld: Geldbeeld, koppeling: Koppeling, plan: Grootboekplan, key: str
) -> HttpResponse:
    form = PostenForm(request.POST, onbekend=plan.onbekend, beeld=beeld)
    if form.is_valid():
        learned = Koppeling(kolommen=koppeling.kolommen, posten=form.posten(), punt=koppeling.punt)
        if form.try_to(lambda: keep_koppeling(request.actor, learned)):
            return _to_step(request, key)
    return _preview(request, beeld, plan, key, key, form)


def _take_in(request: LeaRequest, content: bytes, koppeling: Koppeling, key: str) -> HttpResponse:
    try:
        plan = import_grootboek(request.actor, content, koppeling)
    except BadInput as wrong:
        messages.error(request, f"Er is niets ingelezen. {wrong}")
        return _to_step(request, key)
    release(request.actor, key)
    new = count(len(plan.nieuw), "boeking is", "boekingen zijn")
    messages.success(request, f"{new} ingelezen, samen {euro(plan.totaal)}.")
    return redirect(f"{reverse('geld', args=[request.werkruimte.slug])}?stand=besteed")


def _preview(
    request: LeaRequest,
    beeld: Geldbeeld,
    plan: Grootboekplan,
    key: str,
    mark: str,
    form: PostenForm | None = None,
) -> HttpResponse:
    names = {post.code: post.omschrijving for post in beeld.begroting.posten}
    sums: Counter[tuple[str, int, str]] = Counter()
    for _, one in plan.nieuw:
        sums[(names.get(one.post, one.post), one.jaar, one.soort.label)] += one.bedrag
    known = Boeking.objects.filter(werkruimte_id=request.werkruimte.pk, inlezing=mark)
    context = {
        "plan": plan,
        "sommen": [(*place, cents) for place, cents in sorted(sums.items())],
        "fouten": plan.fouten[:MOST_SHOWN],
        "meer_fouten": max(len(plan.fouten) - MOST_SHOWN, 0),
        "formulier": form or PostenForm(onbekend=plan.onbekend, beeld=beeld),
        "eerder_ingelezen": known.exists(),
        "sleutel": key,
        "kruimels": _crumbs(request, "Controleren"),
    }
    return render(request, "geld/grootboek_proef.html", context)


def _kept(request: LeaRequest, tabel: Tabel) -> Koppeling | None:
    """Return the kept koppeling with the most columns that fits this file."""
    kept = Kolomkoppeling.objects.filter(werkruimte_id=request.werkruimte.pk, soort=SOORT)
    every = (read_koppeling(kolommen) for kolommen in kept.values_list("kolommen", flat=True))
    fits = [one for one in every if one.fits(tabel.koppen)]
    return max(fits, key=lambda one: len(one.kolommen), default=None)


def _to_step(request: LeaRequest, key: str) -> HttpResponse:
    url = reverse("grootboek_koppelen", args=[request.werkruimte.slug])
    return redirect(f"{url}?bestand={key}")


def _crumbs(request: LeaRequest, title: str) -> list[dict[str, str]]:
    slug = request.werkruimte.slug
    crumbs = [{"naam": "Geld", "url": reverse("geld", args=[slug])}]
    if title != "Grootboek inlezen":
        url = reverse("grootboek", args=[slug])
        crumbs.append({"naam": "Grootboek inlezen", "url": url})
    return [*crumbs, {"naam": title}]
