"""The page of the settlement: what each houder did, what it got, and what is left to pay."""

from dataclasses import dataclass
from decimal import Decimal

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from openlea.core.errors import BadInput, NotFound
from openlea.core.notatie import euro
from openlea.policy.rechten import Noun, Scope, Verb
from openlea.policy.voorschool_afrekening import balance
from openlea.services.decide_voorschoolafrekening import decide_voorschoolafrekening
from openlea.services.settle_voorschool import settle_voorschool
from openlea.storage.records.models import Subsidie, Voorschoolafrekening, Voorschooltarief
from openlea.web.pages.voorschool.forms import VaststelForm
from openlea.web.pages.voorschool.kader import REFUSED, frame
from openlea.web.route import LeaRequest
from openlea.web.templatetags.notatie import getal

HERE = "voorschool_afrekening"


@dataclass(frozen=True, slots=True)
class Regel:
    """One settlement as it stands in the table."""

    een: Voorschoolafrekening
    cents: int
    uren: str
    voorschot: int | None
    saldo: int | None

    @property
    def slot(self) -> str:
        """Return what is left to do, in words."""
        if self.saldo is None:
            return "nog niet vastgesteld"
        if self.saldo == 0:
            return "klopt precies"
        return "betalen" if self.saldo > 0 else "terug te krijgen"


def line(one: Voorschoolafrekening) -> Regel:
    """Return a settlement with what is left of the advance."""
    cents, voorschot = int(one.uitkomst["cents"]), one.uitkomst.get("voorschot")
    uren = one.uitkomst.get("uren")
    return Regel(
        een=one,
        cents=cents,
        uren=getal(Decimal(uren), 1) if uren is not None else "afgeschermd",
        voorschot=voorschot,
        saldo=None if voorschot is None else balance(cents, voorschot),
    )


def afrekening(request: LeaRequest) -> HttpResponse:
    """Return the settlements of a year; money is for the gemeente alone."""
    if not _sees(request):
        return render(request, "voorschool/voorschool_afrekening.html", _context(request, None))
    return render(
        request,
        "voorschool/voorschool_afrekening.html",
        _context(request, _asked_year(request, _years(request))),
    )


def _asked_year(request: LeaRequest, years: list[int]) -> int | None:
    """Return the year that is asked, else the newest that was settled, else the newest."""
    asked = request.GET.get("jaar", "")
    if asked.isdecimal() and int(asked) in years:
        return int(asked)
    done = Voorschoolafrekening.objects.of(request.werkruimte.pk).values_list("jaar", flat=True)
    return max(done, default=years[0] if years else None)


def _sees(request: LeaRequest) -> bool:
    return request.actor.scope(Noun.VOORSCHOOL, Verb.ZIEN) is Scope.ALLES


def _years(request: LeaRequest) -> list[int]:
    werkruimte = request.werkruimte.pk
    tariffs = Voorschooltarief.objects.of(werkruimte).values_list("jaar", flat=True)
    done = Voorschoolafrekening.objects.of(werkruimte).values_list("jaar", flat=True)
    return sorted({*tariffs, *done}, reverse=True)


def _context(request: LeaRequest, jaar: int | None) -> dict[str, object]:
    sees, regels = _sees(request), []
    if sees and jaar is not None:
        found = Voorschoolafrekening.objects.of(request.werkruimte.pk).filter(jaar=jaar)
        regels = [line(one) for one in found]
    known = [one.saldo for one in regels if one.saldo is not None]
    return frame(request, HERE, "Afrekening") | {
        "ziet": sees,
        "jaar": jaar,
        "jaren": _years(request) if sees else [],
        "regels": regels,
        "totaal": sum(one.cents for one in regels),
        "saldo": sum(known) if known and len(known) == len(regels) else None,
        "open": sum(one.saldo is None for one in regels),
        "mag_rekenen": request.actor.scope(Noun.REGISTRATIE, Verb.ZIEN) is Scope.ALLES,
        "mag_vaststellen": request.actor.scope(Noun.VOORSCHOOL, Verb.WIJZIGEN) is Scope.ALLES,
    }


def rekenen(request: LeaRequest) -> HttpResponse:
    """Settle a year over the rows, and go back to what came out."""
    typed = request.POST.get("jaar", "")
    back = redirect(HERE, request.werkruimte.slug)
    if not typed.isdecimal():
        messages.warning(request, "Kies eerst een jaar.")
        return back
    try:
        done = settle_voorschool(request.actor, int(typed))
    except (BadInput, NotFound) as refused:
        messages.warning(request, str(refused))
        return back
    messages.success(request, f"Afgerekend over {typed}: {len(done)} houders.")
    return redirect(f"{back['Location']}?jaar={typed}")


def vaststellen(request: LeaRequest, nummer: str) -> HttpResponse:
    """Show a settlement beside the grants of its year, and decide it."""
    one = Voorschoolafrekening.objects.of(request.werkruimte.pk).filter(pk=nummer).first()
    if one is None:
        raise NotFound("Deze afrekening is er niet.")
    form = VaststelForm(request.POST or None, subsidies=_subsidies(request, one.jaar))
    if request.method == "POST" and form.is_valid():
        kenmerk = form.cleaned_data["subsidie"]
        kept = form.try_to(
            lambda: decide_voorschoolafrekening(
                request.actor, one.pk, kenmerk, timezone.localdate()
            )
        )
        if kept is not None:
            messages.success(request, f"Vastgesteld: {euro(int(kept.uitkomst['cents']))}.")
            return redirect(HERE, request.werkruimte.slug)
    context = frame(request, HERE, f"{one.houder} in {one.jaar}") | {
        "formulier": form,
        "inleiding": f"Gedaan volgens de uren en de tarieven: {euro(int(one.uitkomst['cents']))}.",
        "terug": reverse(HERE, args=[request.werkruimte.slug]),
    }
    return render(request, "formulier.html", context, status=REFUSED if form.errors else None)


def _subsidies(request: LeaRequest, jaar: int) -> list[tuple[str, str]]:
    rows = Subsidie.objects.filter(
        werkruimte_id=request.werkruimte.pk, jaar=jaar, vastgesteld=None
    ).select_related("ontvanger")
    return [
        (one.kenmerk, f"{one.kenmerk}: {one.ontvanger.naam}, {euro(one.beschikt)}") for one in rows
    ]
