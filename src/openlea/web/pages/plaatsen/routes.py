"""The addresses of rounds in which children get a place."""

from openlea.policy.rechten import Noun
from openlea.web.pages.plaatsen import lijst, ronde, routes_uitkomst, vullen
from openlea.web.route import MAKEN, WIJZIGEN, Route, recht

BEGIN = "kansen/plaatsen/"
HIER = f"{BEGIN}<int:nummer>/"
GEPLAATST, OPEN = {"nummer": "1"}, {"nummer": "2"}
ZIEN, NIEUW = recht(Noun.PLAATSING), recht(Noun.PLAATSING, MAKEN)
WIJZIG, KINDEREN = recht(Noun.PLAATSING, WIJZIGEN), recht(Noun.AANMELDING, MAKEN)

ROUTES: tuple[Route, ...] = (
    Route(path=BEGIN, name="plaatsen", view=lijst.plaatsen, get=ZIEN),
    Route(
        path=f"{BEGIN}nieuw/",
        name="plaatsingsronde_nieuw",
        view=lijst.plaatsingsronde_nieuw,
        get=NIEUW,
        post=NIEUW,
    ),
    Route(
        path=HIER,
        name="plaatsingsronde",
        view=ronde.plaatsingsronde,
        get=ZIEN,
        voorbeeld=GEPLAATST,
    ),
    Route(
        path=f"{HIER}wijzigen/",
        name="plaatsingsronde_wijzigen",
        view=lijst.plaatsingsronde_wijzigen,
        get=WIJZIG,
        post=WIJZIG,
        voorbeeld=OPEN,
    ),
    Route(
        path=f"{HIER}plekken/",
        name="plaatsing_plekken",
        view=vullen.plaatsing_plekken,
        get=WIJZIG,
        post=WIJZIG,
        voorbeeld=OPEN,
    ),
    Route(
        path=f"{HIER}regels/",
        name="plaatsing_regels",
        view=vullen.plaatsing_regels,
        get=WIJZIG,
        post=WIJZIG,
        voorbeeld=OPEN,
    ),
    Route(
        path=f"{HIER}aanmeldingen/",
        name="plaatsing_aanmeldingen",
        view=vullen.plaatsing_aanmeldingen,
        get=KINDEREN,
        post=KINDEREN,
        voorbeeld=OPEN,
    ),
    Route(
        path=f"{HIER}voorbeeld/",
        name="plaatsing_voorbeeld",
        view=ronde.plaatsing_voorbeeld,
        post=KINDEREN,
        voorbeeld=OPEN,
    ),
    Route(
        path=f"{HIER}vastleggen/",
        name="plaatsing_vastleggen",
        view=ronde.plaatsing_vastleggen,
        post=KINDEREN,
        voorbeeld=OPEN,
    ),
    Route(
        path=f"{HIER}intrekken/",
        name="plaatsing_intrekken",
        view=ronde.plaatsing_intrekken,
        post=KINDEREN,
        voorbeeld=OPEN,
    ),
    Route(
        path=f"{HIER}loten/",
        name="plaatsing_loten",
        view=ronde.plaatsing_loten,
        post=KINDEREN,
        voorbeeld=OPEN,
    ),
    Route(
        path=f"{HIER}bekendmaken/",
        name="plaatsing_bekendmaken",
        view=ronde.plaatsing_bekendmaken,
        post=WIJZIG,
        voorbeeld=OPEN,
    ),
    Route(
        path=f"{HIER}weg/",
        name="plaatsing_weg",
        view=ronde.plaatsing_weg,
        post=WIJZIG,
        voorbeeld=GEPLAATST,
    ),
    *routes_uitkomst.ROUTES,
)
