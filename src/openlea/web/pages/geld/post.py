"""One row of the begroting: its whole story, and the edits of it."""

from dataclasses import dataclass
from datetime import date

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from openlea.core.agenda import Agenda
from openlea.core.begroting import Boeking, BoekingSoort, Post, Stand, Wijziging
from openlea.core.notatie import euro
from openlea.policy.geldsignalen import find_geldsignalen
from openlea.policy.realisatie import Realisatie, realisatie_per_post
from openlea.policy.rijen import rijen_van
from openlea.policy.stand import bedragen_per_post
from openlea.services.add_boeking import add_boeking
from openlea.services.add_wijziging import add_wijziging
from openlea.services.change_post import change_post
from openlea.storage.records.models import Begrotingspost
from openlea.web.pages.geld.beeld import Geldbeeld, need_beeld, voorwaarden
from openlea.web.pages.geld.forms import BoekingForm, PostForm, WijzigingForm, post_initial
from openlea.web.pages.geld.signaal_plek import Melding, meldingen
from openlea.web.route import LeaRequest


@dataclass(frozen=True, slots=True)
class Jaarregel:
    """A year of one post: the three states of the amount, and what became of it."""

    jaar: int
    begroot: int | None
    bijgesteld: int | None
    prognose: int | None
    wat: Realisatie


def post(request: LeaRequest, code: str) -> HttpResponse:
    """Return the whole story of a post."""
    beeld = need_beeld(request)
    one = beeld.post(code)
    rijen = rijen_van(beeld.begroting)
    namen = {stroom.code: stroom.naam for stroom in beeld.begroting.geldstromen}
    context = {
        "post": one,
        "beeld": beeld,
        "kruimels": _crumbs(request, one.omschrijving),
        "jaren": _years(beeld.agenda, one),
        "kop": rijen.posten.get(one.kop),
        "onderdelen": rijen.onderrijen().get(code, ()),
        "stroom": namen.get(rijen.geldstroom(one), ""),
        "categorie": _category(rijen.categorie(one)),
        "taakveld": rijen.taakveld(one),
        "wijzigingen": [w for w in beeld.begroting.wijzigingen if w.post == code],
        "boekingen": [b for b in beeld.begroting.boekingen if b.post == code],
        "subsidies": [s for s in beeld.subsidies if s.post == code],
        "meldingen": _signals(request, beeld, code),
    }
    return render(request, "geld/post.html", context)


def post_nieuw(request: LeaRequest) -> HttpResponse:
    """Return the form for a new post, or add it."""
    agenda = need_beeld(request).agenda
    bij = request.GET.get("bij", "")
    if request.method != "POST":
        start = {"bij": bij, "verschil": "nieuw", "code": _free_code(agenda, bij)}
        return _form(request, PostForm(agenda=agenda, initial=start), "Nieuwe post")
    form = PostForm(request.POST, agenda=agenda)
    if form.is_valid():
        kept = form.try_to(lambda: change_post(request.actor, form.value(agenda)))
        if kept:
            messages.success(request, f"De post {kept.omschrijving} is toegevoegd.")
            return redirect("post", request.werkruimte.slug, kept.code)
    return _form(request, form, "Nieuwe post")


def post_wijzigen(request: LeaRequest, code: str) -> HttpResponse:
    """Return the form of a post, or keep what was typed."""
    beeld = need_beeld(request)
    one = beeld.post(code)
    agenda, title = beeld.agenda, f"Wijzig {one.omschrijving}"
    versie = Begrotingspost.objects.get(agenda=beeld.record, code=code).versie
    stored = PostForm(agenda=agenda, post=one, initial=post_initial(one, versie))
    if request.method != "POST":
        return _form(request, stored, title)
    form = PostForm(request.POST, agenda=agenda, post=one)
    if form.is_valid():
        seen = form.cleaned_data["versie"] or 0
        if form.try_to(lambda: change_post(request.actor, form.value(agenda, code), seen)):
            messages.success(request, "De post is bewaard.")
            return redirect("post", request.werkruimte.slug, code)
    if form.is_conflict:
        form.set_beside(stored, versie)
    return _form(request, form, title)


def post_bijstellen(request: LeaRequest, code: str) -> HttpResponse:
    """Return the form for a later amount of a post, or add that."""
    beeld = need_beeld(request)
    one = beeld.post(code)
    start = {"op": timezone.localdate(), "jaar": _this_year(beeld.agenda)}
    form = WijzigingForm(request.POST or None, agenda=beeld.agenda, initial=start)
    if request.method == "POST" and form.is_valid():
        typed = form.cleaned_data
        wijziging = Wijziging(
            post=code,
            jaar=int(typed["jaar"]),
            stand=Stand(typed["stand"]),
            bedrag=typed["bedrag"],
            op=typed["op"],
            besluit=typed["besluit"],
            reden=typed["reden"],
        )
        if form.try_to(lambda: add_wijziging(request.actor, wijziging)):
            tekst = f"{wijziging.stand.label} {wijziging.jaar}: {euro(wijziging.bedrag)}."
            messages.success(request, f"{tekst} Het eerste bedrag blijft bewaard.")
            return redirect("post", request.werkruimte.slug, code)
    return _form(request, form, f"Stel bij: {one.omschrijving}")


def boeken(request: LeaRequest) -> HttpResponse:
    """Return the form for a booking by hand, or book it."""
    agenda = need_beeld(request).agenda
    start = {
        "post": request.GET.get("post", ""),
        "op": timezone.localdate(),
        "jaar": _this_year(agenda),
    }
    form = BoekingForm(request.POST or None, agenda=agenda, initial=start)
    if request.method == "POST" and form.is_valid():
        typed = form.cleaned_data
        boeking = Boeking(
            **{k: typed[k] for k in ("post", "op", "bedrag", "omschrijving")},
            geldstroom=typed["geldstroom"],
            kenmerk=typed["kenmerk"],
            jaar=int(typed["jaar"]),
            soort=BoekingSoort(typed["soort"]),
        )
        if form.try_to(lambda: add_boeking(request.actor, boeking)):
            tekst = f"{euro(boeking.bedrag)} is geboekt als {boeking.soort.label.lower()}."
            messages.success(request, f"{tekst} Verkeerd? Boek hetzelfde bedrag met een min.")
            return redirect("post", request.werkruimte.slug, boeking.post)
    return _form(request, form, "Boek met de hand")


def _form(request: LeaRequest, form: object, title: str) -> HttpResponse:
    context = {
        "formulier": form,
        "titel": title,
        "kruimels": _crumbs(request, title),
        "terug": reverse("geld", args=[request.werkruimte.slug]),
    }
    return render(request, "formulier.html", context)


def _crumbs(request: LeaRequest, title: str) -> list[dict[str, str]]:
    url = reverse("geld", args=[request.werkruimte.slug])
    return [{"naam": "Geld", "url": url}, {"naam": title}]


def _years(agenda: Agenda, one: Post) -> list[Jaarregel]:
    standen = {s: bedragen_per_post(agenda.begroting, s)[one.code] for s in Stand}
    real = {
        each.jaar: each
        for each in realisatie_per_post(agenda.begroting, agenda.jaren)
        if each.post == one.code
    }
    return [
        Jaarregel(
            jaar,
            standen[Stand.PRIMITIEF].get(jaar),
            standen[Stand.BIJGESTELD].get(jaar),
            standen[Stand.PROGNOSE].get(jaar),
            real[jaar],
        )
        for jaar in agenda.jaren
    ]


def _category(naam: str) -> str:
    for one in voorwaarden().values():
        if found := one.categorie(naam):
            return f"{found.oordeel.label}: {found.label} ({found.bron})"
    return naam


def _signals(request: LeaRequest, beeld: Geldbeeld, code: str) -> list[Melding]:
    found = find_geldsignalen(beeld.agenda, voorwaarden())
    slug = request.werkruimte.slug
    return meldingen(found, slug, mag_wijzigen=beeld.mag_wijzigen).get(code, [])


def _free_code(agenda: Agenda, bij: str) -> str:
    """Return a code that no post has yet."""
    taken = {post.code for post in agenda.begroting.posten}
    start = f"P-{bij or 'overig'}"
    options = (start, *(f"{start}-{n}" for n in range(2, len(taken) + 3)))
    return next(option for option in options if option not in taken)


def _this_year(agenda: Agenda) -> int:
    """Return this year, or the nearest year of the agenda."""
    today: date = timezone.localdate()
    return min(max(today.year, agenda.van), agenda.tot)
