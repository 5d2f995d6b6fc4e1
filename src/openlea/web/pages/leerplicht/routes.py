"""The addresses of leerplicht, verzuim and vsv."""

from openlea.policy.rechten import Noun
from openlea.web.pages.leerplicht import verslag, views
from openlea.web.route import MAKEN, WIJZIGEN, Route, recht

BEGIN = "0-23/leerplicht/"
CIJFERS, LEZEN = recht(Noun.TELLING), recht(Noun.VERSLAG)
EXAMPLE = {"soort": "leerplicht", "schooljaar": "2025-2026"}

ROUTES: tuple[Route, ...] = (
    Route(path=BEGIN, name="leerplicht", view=views.leerplicht, get=CIJFERS),
    Route(path=f"{BEGIN}scholen/", name="leerplicht_scholen", view=views.scholen, get=CIJFERS),
    Route(
        path=f"{BEGIN}scholen/vragen/",
        name="leerplicht_vragen",
        view=views.vragen,
        post=recht(Noun.VERZOEK, MAKEN),
    ),
    Route(path=f"{BEGIN}schoolverlaten/", name="leerplicht_vsv", view=views.vsv, get=CIJFERS),
    Route(path=f"{BEGIN}regio/", name="leerplicht_regio", view=views.regio, get=CIJFERS),
    Route(path=f"{BEGIN}verslag/", name="leerplicht_verslagen", view=verslag.verslagen, get=LEZEN),
    Route(
        path=f"{BEGIN}opgave/<str:schooljaar>/opgave.<str:formaat>",
        name="leerplicht_opgave",
        view=verslag.opgave,
        get=CIJFERS,
        voorbeeld={"schooljaar": "2025-2026", "formaat": "xlsx"},
    ),
    Route(
        path=f"{BEGIN}verslag/<str:soort>/<str:schooljaar>/",
        name="leerplicht_verslag",
        view=verslag.verslag,
        get=LEZEN,
        post=recht(Noun.VERSLAG, WIJZIGEN),
        voorbeeld=EXAMPLE,
    ),
    Route(
        path=f"{BEGIN}verslag/<str:soort>/<str:schooljaar>/verslag.<str:formaat>",
        name="leerplicht_verslag_uit",
        view=verslag.verslag_uit,
        get=LEZEN,
        voorbeeld={**EXAMPLE, "formaat": "docx"},
    ),
)
