"""The addresses of the transitions."""

from openlea.policy.rechten import Noun
from openlea.web.pages.overgangen import views
from openlea.web.route import Route, recht

ROUTES: tuple[Route, ...] = (
    Route(
        path="0-23/overgangen/",
        name="overgangen",
        view=views.overgangen,
        get=recht(Noun.TELLING),
    ),
    Route(
        path="0-23/overgangen/<str:naam>/",
        name="overgang",
        view=views.overgang,
        get=recht(Noun.TELLING),
        voorbeeld={"naam": "po_vo"},
    ),
)
