"""The agenda of a werkruimte, with no more than the asker may see."""

from django.http import HttpResponse

from openlea.policy.rechten import Noun, Verb
from openlea.services.export_agenda import export_agenda
from openlea.web.api import vormen
from openlea.web.api.lijst import JSON
from openlea.web.api.operatie import Operatie, as_it_is
from openlea.web.api.zicht import Vraag, asker_in

BESTAND_ZIEN = (Noun.BESTAND, Verb.ZIEN)


def agenda(request: Vraag, slug: vormen.Adres) -> HttpResponse:
    """Geef de agenda als JSON: ambities, speerpunten, acties, geld, met wat je mag zien."""
    asker = asker_in(request, slug, BESTAND_ZIEN)
    return HttpResponse(export_agenda(asker.actor, "json"), content_type=JSON)


OPERATIES = (
    Operatie(
        pad="werkruimten/{slug}/agenda",
        naam="agenda",
        titel="De agenda van een werkruimte",
        onderwerp="Werkruimten",
        lees=agenda,
        vorm=vormen.Agenda,
        plat=as_it_is,
        recht=BESTAND_ZIEN,
        voorbeeld={"slug": "hilversum"},
    ),
)
