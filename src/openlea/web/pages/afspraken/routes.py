"""The addresses of agreements."""

from openlea.policy.rechten import Noun
from openlea.web.pages.afspraken import lijst, schrijven, uit, views
from openlea.web.route import MAKEN, WIJZIGEN, Route, recht

EXAMPLE = {"nummer": "1"}

ROUTES: tuple[Route, ...] = (
    Route(
        path="overleg/afspraken/", name="afspraken", view=lijst.afspraken, get=recht(Noun.AFSPRAAK)
    ),
    Route(
        path="overleg/afspraken/afspraken.<str:formaat>",
        name="afspraken_uit",
        view=uit.uit,
        get=recht(Noun.AFSPRAAK),
        voorbeeld={"formaat": "csv"},
    ),
    Route(
        path="overleg/afspraken/nieuw/",
        name="afspraak_nieuw",
        view=schrijven.nieuw,
        get=recht(Noun.AFSPRAAK, MAKEN),
        post=recht(Noun.AFSPRAAK, MAKEN),
    ),
    Route(
        path="overleg/afspraken/<int:nummer>/",
        name="afspraak",
        view=views.afspraak,
        get=recht(Noun.AFSPRAAK),
        voorbeeld=EXAMPLE,
    ),
    Route(
        path="overleg/afspraken/<int:nummer>/wijzigen/",
        name="afspraak_wijzigen",
        view=schrijven.wijzigen,
        get=recht(Noun.AFSPRAAK, WIJZIGEN),
        post=recht(Noun.AFSPRAAK, WIJZIGEN),
        voorbeeld=EXAMPLE,
    ),
    Route(
        path="overleg/afspraken/<int:nummer>/bevestigen/",
        name="afspraak_bevestigen",
        view=views.bevestigen,
        post=recht(Noun.AFSPRAAK, WIJZIGEN),
        voorbeeld=EXAMPLE,
    ),
    Route(
        path="overleg/afspraken/<int:nummer>/afsluiten/",
        name="afspraak_afsluiten",
        view=views.afsluiten,
        post=recht(Noun.AFSPRAAK, WIJZIGEN),
        voorbeeld=EXAMPLE,
    ),
    Route(
        path="overleg/afspraken/<int:nummer>/actie/",
        name="afspraak_actie",
        view=views.actie_maken,
        post=recht(Noun.AFSPRAAK, WIJZIGEN),
        voorbeeld=EXAMPLE,
    ),
)
