"""Variants beside each other, and what a weight of a tenth more or less does."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from openlea.catalogue.verdeelkast import open_verdeelcriteria
from openlea.core.catalogue import find_roots
from openlea.core.notatie import euro
from openlea.policy.verdeelcriteria_uitvoer import compose_verdeelcriteria
from openlea.policy.verdeeluitleg import CENTS
from openlea.services.describe_verdeling import Verdelingblad, describe_verdeling
from openlea.services.keep_verdeelcriteria import MOST_VARIANTS, keep_verdeelcriteria
from openlea.services.move_verdeelvariant import move_verdeelvariant
from openlea.services.verdelen.narekenen import Variantplek
from openlea.web.pages.verdelen.kader import attempt, frame, seen_version, told
from openlea.web.pages.verdelen.lijst import shelf
from openlea.web.pages.verdelen.uitkomst import PER_PAGE
from openlea.web.route import LeaRequest

KOPIE = "kopie"


def verdeling_varianten(request: LeaRequest, nummer: str) -> HttpResponse:
    """Return the variants beside each other; of what is public only the outcome is shown."""
    blad = describe_verdeling(request.actor, int(nummer))
    plain = blad.plain or {}
    rows = [
        {"school": one["school"], "bedrag": one["bedrag"], "anders": list(others)}
        for one, *others in zip(
            blad.scholen, *(one["scholen"] for one in plain.get("varianten", [])), strict=True
        )
    ]
    context = frame(request, blad, "verdeling_varianten", "Varianten") | {
        "varianten": list(_variants(blad)) if blad.binnen else [],
        "titels": [one["titel"] for one in plain.get("varianten", [])],
        "regels": Paginator(rows, PER_PAGE).get_page(request.GET.get("pagina")),
        "proeven": list(_trials(plain)),
        "mag": blad.mag_wijzigen and not blad.is_besloten,
        "vol": len(blad.record.varianten) >= MOST_VARIANTS,
        "voorbeelden": shelf(),
    }
    return render(request, "verdelen/varianten.html", context)


def verdeling_variant(request: LeaRequest, nummer: str) -> HttpResponse:
    """Add a variant, take one away, or let one become the criteria of the division."""
    record = describe_verdeling(request.actor, int(nummer)).record
    here = reverse("verdeling_varianten", args=[request.werkruimte.slug, record.pk])
    seen, last = seen_version(request), len(record.varianten)
    for name, kies in (("kies", True), ("weg", False)):
        typed = request.POST.get(name, "")
        if typed.isascii() and typed.isdecimal():
            done = "Deze variant geldt nu." if kies else "De variant is weg."
            plek = int(typed[:3])
            attempt(
                request,
                lambda: move_verdeelvariant(request.actor, record.pk, plek, kies=kies, versie=seen),  # noqa: B023 - called at once
                done,
            )
            return redirect(here)
    text = _new_text(request, record.criteria)
    if text is None:
        messages.error(request, "Kies een voorbeeld, of een kopie van de criteria.")
        return redirect(here)
    put = attempt(request, lambda: keep_verdeelcriteria(request.actor, record.pk, text, last, seen))
    if put is None:
        return redirect(here)
    messages.success(request, "De variant staat ernaast. Pas de criteria ervan aan.")
    criteria = reverse("verdeling_criteria", args=[request.werkruimte.slug, record.pk])
    return redirect(f"{criteria}?variant={last}")


def _new_text(request: LeaRequest, ours: str) -> str | None:
    """Return the criteria of a new variant: a copy with a name of its own, or an example."""
    chosen = request.POST.get("voorbeeld", "")
    if chosen == KOPIE:
        return ours
    found = open_verdeelcriteria(find_roots(settings.CATALOGUE)).get(chosen)
    return compose_verdeelcriteria(found) if found is not None else None


def _variants(blad: Verdelingblad) -> Iterator[dict[str, Any]]:
    """Yield each variant with what it moves, or why it can't be reckoned."""
    good = iter((blad.plain or {}).get("varianten", []))
    names = [Variantplek(n, one["naam"]) for n, one in enumerate(blad.record.varianten)]
    for one in blad.plekken or names:
        found = None if one.fouten else next(good, None)
        yield {
            "plek": one.plek,
            "naam": one.naam,
            "fouten": told(one.fouten),
            "zin": shift_text(found) if found else "",
            "methode": found["methode"] if found else "",
        }


def _trials(plain: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield per criterion what a tenth less and a tenth more weight does."""
    for one in plain.get("gevoeligheid", {}).get("criteria", []):
        yield {
            "criterium": one["criterium"],
            "gewicht": one["gewicht"],
            "lager": shift_text(one["lager"]),
            "hoger": shift_text(one["hoger"]),
        }


def shift_text(one: Mapping[str, Any]) -> str:
    """Return in a sentence how much money moves, and who gains and loses most."""
    if not one["verschoven"]:
        return "Er verandert niets."
    words = [f"{euro(one['verschoven'] * CENTS)} verschuift."]
    gain, loss = one["grootste_winst"], one["grootste_verlies"]
    if gain:
        words.append(f"Het meest erbij: {gain['school']}, {euro(gain['verschil'] * CENTS)}.")
    if loss:
        words.append(f"Het meest eraf: {loss['school']}, {euro(-loss['verschil'] * CENTS)}.")
    return " ".join(words)
