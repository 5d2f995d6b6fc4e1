"""From a decided division to subsidies: which post, and who gets the money of each school."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.contrib import messages
from django.core.paginator import Page, Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from openlea.core.errors import BadInput, Conflict, NotAllowed
from openlea.core.notatie import euro
from openlea.policy.agenda_staat import GESLOTEN
from openlea.policy.rechten import Verb
from openlea.policy.schrijfwijze import count
from openlea.policy.verdeeluitleg import CENTS
from openlea.services.describe_verdeling import Verdelingblad, describe_verdeling
from openlea.services.find_verdeling import find_verdeling
from openlea.services.make_subsidies import AT_ONCE, Toegekend, Toekenning, make_subsidies
from openlea.services.verdelen.ontvangers import propose_recipients
from openlea.services.verdelen.subsidiekenmerk import mark_of
from openlea.storage.records.models import Partij
from openlea.web.pages.geld import keuzes
from openlea.web.pages.geld.beeld import Geldbeeld, geldbeeld
from openlea.web.pages.verdelen.forms import ToekenForm
from openlea.web.pages.verdelen.kader import REFUSED, frame, to_outcome, told
from openlea.web.route import LeaRequest


def verdeling_subsidie(request: LeaRequest, nummer: str) -> HttpResponse:
    """Show per school who gets its subsidie; sent, make each that can be made."""
    find_verdeling(request.actor, Verb.WIJZIGEN, int(nummer))
    blad = describe_verdeling(request.actor, int(nummer))
    if not blad.is_besloten:
        messages.info(
            request, "Besluit eerst over deze verdeling. Daarna maak je er subsidies van."
        )
        return to_outcome(request, nummer)
    beeld = geldbeeld(request)
    partijen = list(Partij.objects.of(request.werkruimte.pk).order_by("naam"))
    sent = request.POST if request.method == "POST" else None
    posten = keuzes.posten(beeld.begroting.posten, "Kies een post") if beeld else []
    first = {
        "versie": blad.record.versie,
        "post": blad.record.post.code if blad.record.post else "",
    }
    form = ToekenForm(sent, posten=posten, initial=first)
    waiting = _waiting(request, blad)
    chosen = _chosen(request, blad, partijen, waiting)
    if sent is not None and form.is_valid():
        made = _made(request, blad, form, chosen)
        if made is not None:
            _tell(request, made)
            return redirect("verdeling_subsidie", request.werkruimte.slug, nummer)
    context = frame(request, blad, "verdeling_subsidie", "Subsidie") | {
        "formulier": form,
        "regels": [*_rows(request, blad, waiting, chosen), *_done(request, blad)],
        "pagina": waiting,
        "alle": sum(one["bedrag"] > 0 for one in blad.scholen),
        "partijen": [(one.code, one.naam) for one in partijen],
        "waarschuwing": _signal(blad, beeld),
        "klaar": len(blad.record.subsidies),
        "zonder": sum(not code for code in chosen.values()),
        "overal": request.POST.get("overal", ""),
    }
    return render(
        request, "verdelen/subsidie.html", context, status=REFUSED if form.errors else None
    )


def _waiting(request: LeaRequest, blad: Verdelingblad) -> Page[int]:
    """Return the places of the schools that have no subsidie yet, a page at a time."""
    done = set(blad.record.subsidies)
    places = [
        plek
        for plek, one in enumerate(blad.scholen)
        if one["bedrag"] and mark_of(blad.record, plek) not in done
    ]
    return Paginator(places, AT_ONCE).get_page(request.GET.get("pagina"))


def _chosen(
    request: LeaRequest, blad: Verdelingblad, partijen: list[Partij], waiting: Iterable[int]
) -> dict[str, str]:
    """Return who gets the money of the schools on this page: as typed, or else as proposed."""
    proposed = propose_recipients(blad.record, partijen)
    codes = {one.code for one in partijen}
    rest = request.POST.get("overal", "")
    found = {}
    for plek in waiting:
        school = blad.scholen[plek]["school"]
        code = request.POST.get(f"school-{plek}", proposed.get(school, "")) or rest
        found[school] = code if code in codes else ""
    return found


def _made(
    request: LeaRequest, blad: Verdelingblad, form: ToekenForm, chosen: Mapping[str, str]
) -> Toegekend | None:
    typed = form.cleaned_data
    toekenning = Toekenning(
        post=typed["post"],
        ontvangers=chosen,
        beschikt_op=typed["beschikt_op"],
        voorwaarden=typed["voorwaarden"],
    )
    try:
        return make_subsidies(request.actor, blad.record.pk, toekenning, typed["versie"] or 0)
    except BadInput as refused:
        form.add_error(None, " ".join(told(refused.fouten)))
    except Conflict as refused:
        form.add_error(None, str(refused))
    except NotAllowed as refused:
        form.add_error(None, f"{refused} {_fix(str(refused))}".strip())
    return None


def _fix(reden: str) -> str:
    return "Open de agenda eerst weer." if reden == GESLOTEN else ""


def _tell(request: LeaRequest, made: Toegekend) -> None:
    amount = count(len(made.gemaakt), "subsidie is", "subsidies zijn")
    text = f"{amount} gemaakt." if made.gemaakt else "Er is geen nieuwe subsidie gemaakt."
    if made.wachten:
        text += f" {count(made.wachten, 'school wacht', 'scholen wachten')} nog: maak de volgende."
    (messages.success if made.gemaakt else messages.info)(request, text)
    if made.zonder:
        lost = count(len(made.zonder), "school heeft", "scholen hebben")
        messages.warning(request, f"{lost} nog geen ontvanger. Kies een partij en maak ze alsnog.")


def _rows(
    request: LeaRequest, blad: Verdelingblad, places: Iterable[int], codes: Mapping[str, str]
) -> list[dict[str, Any]]:
    begin = reverse("subsidie", args=[request.werkruimte.slug])
    done = set(blad.record.subsidies)
    found = []
    for plek in places:
        one, kenmerk = blad.scholen[plek], mark_of(blad.record, plek)
        found.append(
            {
                "plek": plek,
                "school": one["school"],
                "bedrag": one["bedrag"] * CENTS,
                "code": codes.get(one["school"], ""),
                "kenmerk": kenmerk if kenmerk in done else "",
                "url": f"{begin}?kenmerk={kenmerk}",
            }
        )
    return found


def _done(request: LeaRequest, blad: Verdelingblad) -> list[dict[str, Any]]:
    """Return the first schools that have their subsidie; all of them stand with the money."""
    done = set(blad.record.subsidies)
    places = [n for n, _ in enumerate(blad.scholen) if mark_of(blad.record, n) in done]
    return _rows(request, blad, places[:AT_ONCE], blad.record.ontvangers)


def _signal(blad: Verdelingblad, beeld: Geldbeeld | None) -> str:
    """Return what will go wrong when nothing is done about it; '' when nothing will."""
    if beeld is None:
        return "Er is nog geen agenda met een begroting. Lees er eerst een in."
    if not beeld.mag_wijzigen:
        return "De agenda is gesloten of je mag het geld niet wijzigen. Open de agenda eerst weer."
    if blad.record.jaar not in beeld.agenda.jaren:
        jaren = f"{beeld.agenda.jaren[0]} tot en met {beeld.agenda.jaren[-1]}"
        return f"De agenda gaat over {jaren}; {blad.record.jaar} hoort daar niet bij."
    return _over(blad, beeld)


def _over(blad: Verdelingblad, beeld: Geldbeeld) -> str:
    """Return that the chosen post has less than the division, when it has."""
    post = blad.record.post
    if post is None:
        return ""
    has = next((one.bedragen for one in beeld.begroting.posten if one.code == post.code), {})
    amount = has.get(blad.record.jaar)
    if amount is None or amount >= blad.record.budget * CENTS:
        return ""
    return (
        f"De post {post.omschrijving} heeft in {blad.record.jaar} {euro(amount)}: minder dan dit."
    )
