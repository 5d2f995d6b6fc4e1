"""The addresses of public figures."""

from openlea.policy.rechten import Noun
from openlea.web.pages.cijfers import vergelijk, views
from openlea.web.route import MAKEN, Route, recht

HILVERSUM = {"soort": "gemeente", "code": "GM0402"}

ROUTES: tuple[Route, ...] = (
    Route(
        path="cijfers/",
        name="cijfers",
        view=views.cijfers,
        get=recht(Noun.CIJFER),
    ),
    Route(
        path="cijfers/reken/",
        name="cijfers_reken",
        view=views.reken,
        post=recht(Noun.CIJFER, MAKEN),
    ),
    Route(
        path="cijfers/zoek/",
        name="cijfers_zoek",
        view=views.zoek,
        get=recht(Noun.CIJFER),
    ),
    Route(
        path="cijfers/<plaatssoort:soort>/<str:code>/",
        name="cijfers_plaats",
        view=views.plaats,
        get=recht(Noun.CIJFER),
        voorbeeld=HILVERSUM,
    ),
    Route(
        path="cijfers/<plaatssoort:soort>/<str:code>/veld/<str:veld>/",
        name="cijfers_veld",
        view=views.veld,
        get=recht(Noun.CIJFER),
        voorbeeld={**HILVERSUM, "veld": "scholen"},
    ),
    Route(
        path="cijfers/<plaatssoort:soort>/<str:code>/kaart/",
        name="cijfers_kaart",
        view=views.kaart,
        get=recht(Noun.CIJFER),
        voorbeeld=HILVERSUM,
    ),
    Route(
        path="cijfers/<plaatssoort:soort>/<str:code>/vergelijk/",
        name="vergelijk",
        view=vergelijk.vergelijk,
        get=recht(Noun.CIJFER),
        voorbeeld=HILVERSUM,
    ),
)
