"""The addresses of the doorbraakaanpak."""

from openlea.policy.rechten import Noun
from openlea.web.pages.casus import blad, handelingen, lijst
from openlea.web.route import MAKEN, WIJZIGEN, Route, recht

ZIEN, NIEUW = recht(Noun.CASUS), recht(Noun.CASUS, MAKEN)
WIJZIG = recht(Noun.CASUS, WIJZIGEN)
BEGIN = "0-23/casus/"
EEN = {"nummer": "1"}

ROUTES: tuple[Route, ...] = (
    Route(path=BEGIN, name="casussen", view=lijst.casussen, get=ZIEN),
    Route(path=f"{BEGIN}nieuw/", name="casus_nieuw", view=lijst.casus_nieuw, get=NIEUW, post=NIEUW),
    Route(
        path=f"{BEGIN}cijfers/",
        name="casus_cijfers",
        view=lijst.casus_cijfers,
        get=recht(Noun.CIJFER),
    ),
    Route(path=f"{BEGIN}<int:nummer>/", name="casus", view=blad.casus, get=ZIEN, voorbeeld=EEN),
    Route(
        path=f"{BEGIN}<int:nummer>/verlaten/",
        name="casus_verlaten",
        view=blad.casus_verlaten,
        post=WIJZIG,
        voorbeeld=EEN,
    ),
    *(
        Route(
            path=f"{BEGIN}<int:nummer>/{view.__name__.removeprefix('casus_')}/",
            name=view.__name__,
            view=view,
            get=WIJZIG,
            post=WIJZIG,
            voorbeeld=EEN,
        )
        for view in (
            handelingen.casus_wijzigen,
            handelingen.casus_stap,
            handelingen.casus_gedaan,
            handelingen.casus_budget,
            handelingen.casus_sluiten,
            handelingen.casus_bewaren,
            handelingen.casus_tafel,
        )
    ),
)
