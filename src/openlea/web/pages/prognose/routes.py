"""The addresses of the forecast of pupils."""

from openlea.policy.rechten import Noun
from openlea.web.pages.prognose import bouwplannen, school, views
from openlea.web.route import MAKEN, WIJZIGEN, Route, recht

BEGIN = "vooruit/prognose/"
LEZEN, TOEVOEGEN = recht(Noun.PROGNOSE), recht(Noun.PROGNOSE, MAKEN)

ROUTES: tuple[Route, ...] = (
    Route(path=BEGIN, name="prognose", view=views.prognose, get=LEZEN),
    Route(path=f"{BEGIN}reken/", name="prognose_reken", view=views.reken, post=TOEVOEGEN),
    Route(
        path=f"{BEGIN}vergelijk/",
        name="prognose_vergelijk",
        view=views.vergelijk,
        get=LEZEN,
    ),
    Route(
        path=f"{BEGIN}school/<str:code>/",
        name="prognose_school",
        view=school.prognose_school,
        get=LEZEN,
        voorbeeld={"code": "15LL00"},
    ),
    Route(
        path=f"{BEGIN}bouwplannen/",
        name="bouwplannen",
        view=bouwplannen.bouwplannen,
        get=LEZEN,
        post=TOEVOEGEN,
    ),
    Route(
        path=f"{BEGIN}bouwplannen/<int:nummer>/weg/",
        name="bouwplan_weg",
        view=bouwplannen.weg,
        post=recht(Noun.PROGNOSE, WIJZIGEN),
        voorbeeld={"nummer": "1"},
    ),
)
