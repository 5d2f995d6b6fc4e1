"""The page of a speerpunt: its goal, whether it can be measured, its acties and its money."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from openlea.core.errors import NotFound
from openlea.policy.begroting import per_speerpunt
from openlea.policy.rechten import Noun, Verb
from openlea.services.afspraken.regel import Afspraakregel
from openlea.services.describe_afspraken import Afspraakvraag, describe_afspraken
from openlea.web.pages.actie.grafiek import draw_streefwaarde
from openlea.web.pages.agenda.blik import Blik, SpeerpuntBlok, blocks, look
from openlea.web.route import LeaRequest


def find_blok(
    request: LeaRequest, code: str, *, to_change: bool = False
) -> tuple[Blik, SpeerpuntBlok]:
    """Return the agenda and the speerpunt of this code, or raise NotFound."""
    blik = look(request, to_change=to_change)
    if blik is not None:
        for ambitie in blocks(blik, blik.rijen, empty=True):
            for one in ambitie.speerpunten:
                if one.speerpunt.code == code:
                    return blik, one
    raise NotFound(f"Er is geen speerpunt {code}.")


def speerpunt(request: LeaRequest, code: str) -> HttpResponse:
    """Return a speerpunt with everything under it."""
    blik, blok = find_blok(request, code)
    agenda = blik.agenda
    geld = per_speerpunt(agenda.begroting, agenda.ambities, agenda.jaren)
    above = next(a for a in agenda.ambities if blok.speerpunt in a.speerpunten)
    context = {
        "blik": blik,
        "blok": blok,
        "ambitie": above,
        "jaren": list(zip(agenda.jaren, geld[code].values(), strict=True)),
        "grafieken": [(one, draw_streefwaarde(one.streefwaarde)) for one in blok.streven],
        "keuze": {"sorteer": ""},
        "afspraken": _afspraken(request, code),
    }
    return render(request, "agenda/speerpunt.html", context)


def _afspraken(request: LeaRequest, code: str) -> tuple[Afspraakregel, ...]:
    """Return the agreements on a speerpunt, newest first."""
    if not request.actor.may(Noun.AFSPRAAK, Verb.ZIEN):
        return ()
    vraag = Afspraakvraag(speerpunt=code)
    return describe_afspraken(request.actor, vraag, timezone.localdate()).regels
