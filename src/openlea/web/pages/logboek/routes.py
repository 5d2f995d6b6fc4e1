"""The addresses of the log of a werkruimte."""

from openlea.policy.rechten import Noun
from openlea.web.pages.logboek.views import logboek, logboek_bestand
from openlea.web.route import Route, recht

ROUTES: tuple[Route, ...] = (
    Route(path="logboek/", name="logboek", view=logboek, get=recht(Noun.LOGBOEK)),
    Route(
        path="logboek/logboek.<str:formaat>",
        name="logboek_bestand",
        view=logboek_bestand,
        get=recht(Noun.LOGBOEK),
        voorbeeld={"formaat": "csv"},
    ),
)
