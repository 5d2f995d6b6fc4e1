"""The addresses of numbers that explain themselves, and of the cards of indicators."""

from openlea.policy.rechten import Noun
from openlea.web.pages.verklaar import indicator, lijst, views, vraag
from openlea.web.route import MAKEN, Route, recht

ROUTES: tuple[Route, ...] = (
    Route(
        path="cijfers/verklaar/<str:indicator>/<str:soort>/<str:code>/<str:periode>/",
        name="verklaar",
        view=views.verklaar,
        get=recht(Noun.CIJFER),
        voorbeeld={
            "indicator": "deelname_sbo_scholen",
            "soort": "gemeente",
            "code": "GM0402",
            "periode": "nieuwste",
        },
    ),
    Route(
        path="cijfers/indicator/<str:indicator>/",
        name="indicator_kaart",
        view=indicator.indicator,
        get=recht(Noun.CIJFER),
        voorbeeld={"indicator": "deelname_sbo_scholen"},
    ),
    Route(
        path="cijfers/indicator/<str:indicator>/vraag/",
        name="indicator_vraag",
        view=vraag.vraag,
        post=recht(Noun.VERZOEK, MAKEN),
        voorbeeld={"indicator": "personeelstekort"},
    ),
    Route(
        path="cijfers/indicatoren/",
        name="indicatoren",
        view=lijst.indicatoren,
        get=recht(Noun.CIJFER),
    ),
    Route(
        path="cijfers/indicatoren/matrix/",
        name="indicatoren_matrix",
        view=lijst.matrix,
        get=recht(Noun.CIJFER),
    ),
)
