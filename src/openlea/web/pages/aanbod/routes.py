"""The addresses of help in and around schools."""

from openlea.policy.rechten import Noun
from openlea.web.pages.aanbod import views
from openlea.web.route import MAKEN, WIJZIGEN, Route, recht

BEGIN = "vooruit/aanbod/"
NIEUW, WIJZIG = recht(Noun.AANBOD, MAKEN), recht(Noun.AANBOD, WIJZIGEN)
EEN = {"nummer": "1"}

ROUTES: tuple[Route, ...] = (
    Route(path=BEGIN, name="aanbod", view=views.aanbod, get=recht(Noun.AANBOD)),
    Route(
        path=f"{BEGIN}nieuw/", name="aanbod_nieuw", view=views.aanbod_nieuw, get=NIEUW, post=NIEUW
    ),
    Route(
        path=f"{BEGIN}<int:nummer>/",
        name="aanbod_wijzig",
        view=views.aanbod_wijzig,
        get=WIJZIG,
        post=WIJZIG,
        voorbeeld=EEN,
    ),
    Route(
        path=f"{BEGIN}<int:nummer>/weg/",
        name="aanbod_weg",
        view=views.aanbod_weg,
        post=WIJZIG,
        voorbeeld=EEN,
    ),
)
