"""The addresses of the agenda."""

from openlea.policy.rechten import Noun
from openlea.web.pages.agenda.speerpunt import speerpunt
from openlea.web.pages.agenda.views import afdrukken, boom, lijst
from openlea.web.route import Route, recht

ROUTES = (
    Route(path="agenda/", name="agenda", view=boom, get=recht(Noun.AGENDA)),
    Route(path="agenda/lijst.csv", name="agenda_lijst", view=lijst, get=recht(Noun.AGENDA)),
    Route(
        path="agenda/afdrukken/", name="agenda_afdrukken", view=afdrukken, get=recht(Noun.AGENDA)
    ),
    Route(
        path="speerpunt/<str:code>/",
        name="speerpunt",
        view=speerpunt,
        get=recht(Noun.AGENDA),
        voorbeeld={"code": "1A"},
    ),
)
