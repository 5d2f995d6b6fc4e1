"""The addresses of the register of processing."""

from openlea.policy.rechten import Noun
from openlea.web.pages.verwerkingen.views import verwerkingen, verwerkingen_bestand
from openlea.web.route import Route, recht

ROUTES: tuple[Route, ...] = (
    Route(
        path="verwerkingen/",
        name="verwerkingen",
        view=verwerkingen,
        get=recht(Noun.VERWERKING),
    ),
    Route(
        path="verwerkingen/<slug:wat>.<slug:formaat>",
        name="verwerkingen_bestand",
        view=verwerkingen_bestand,
        get=recht(Noun.VERWERKING),
        voorbeeld={"wat": "register", "formaat": "xlsx"},
    ),
)
