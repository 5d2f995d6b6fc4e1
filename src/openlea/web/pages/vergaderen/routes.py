"""The addresses of a meeting while it goes on."""

from openlea.policy.rechten import Noun
from openlea.web.pages.vergaderen import leiden, regel, views
from openlea.web.route import MAKEN, WIJZIGEN, Route, recht

HIER = {"nummer": "2"}
LEIDEN = recht(Noun.OVERLEG, WIJZIGEN)
BEGIN = "overleg/<int:nummer>/"

ROUTES: tuple[Route, ...] = (
    Route(
        path=f"{BEGIN}vergaderen/",
        name="vergaderen",
        view=views.vergaderen,
        get=recht(Noun.NOTULEN),
        voorbeeld=HIER,
    ),
    Route(
        path=f"{BEGIN}vergaderen/stand.json",
        name="vergaderen_stand",
        view=views.stand,
        get=recht(Noun.NOTULEN),
        voorbeeld=HIER,
    ),
    Route(
        path=f"{BEGIN}vergaderen/schrijft/",
        name="vergaderen_schrijft",
        view=views.schrijft,
        post=recht(Noun.NOTULEN, MAKEN),
        voorbeeld=HIER,
    ),
    Route(
        path=f"{BEGIN}vergaderen/regels/",
        name="notitie_nieuw",
        view=views.notitie_nieuw,
        post=recht(Noun.NOTULEN, MAKEN),
        voorbeeld=HIER,
    ),
    Route(
        path=f"{BEGIN}vergaderen/regels/<int:notitie>/",
        name="notitie_wijzigen",
        view=regel.notitie_wijzigen,
        post=recht(Noun.NOTULEN, WIJZIGEN),
        voorbeeld={**HIER, "notitie": "1"},
    ),
    Route(
        path=f"{BEGIN}vergaderen/regels/<int:notitie>/doorhalen/",
        name="notitie_doorhalen",
        view=regel.notitie_doorhalen,
        post=recht(Noun.NOTULEN, WIJZIGEN),
        voorbeeld={**HIER, "notitie": "1"},
    ),
    Route(
        path=f"{BEGIN}vergaderen/aanwezig/",
        name="vergaderen_aanwezig",
        view=views.aanwezig,
        post=LEIDEN,
        voorbeeld=HIER,
    ),
    Route(
        path=f"{BEGIN}vergaderen/punt/",
        name="punt_afhandelen",
        view=leiden.punt_afhandelen,
        post=LEIDEN,
        voorbeeld=HIER,
    ),
    Route(
        path=f"{BEGIN}vergaderen/besluit/",
        name="besluit_nieuw",
        view=leiden.besluit_nieuw,
        post=recht(Noun.BESLUIT, MAKEN),
        voorbeeld=HIER,
    ),
    Route(
        path=f"{BEGIN}beginnen/",
        name="vergadering_beginnen",
        view=leiden.vergadering_beginnen,
        post=LEIDEN,
        voorbeeld=HIER,
    ),
    Route(
        path=f"{BEGIN}sluiten/",
        name="vergadering_sluiten",
        view=leiden.vergadering_sluiten,
        post=LEIDEN,
        voorbeeld=HIER,
    ),
    Route(
        path=f"{BEGIN}verslag/vaststellen/",
        name="verslag_vaststellen",
        view=leiden.verslag_vaststellen,
        post=LEIDEN,
        voorbeeld=HIER,
    ),
)
