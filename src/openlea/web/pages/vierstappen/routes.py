"""The addresses of the beginning of a cooperation."""

from openlea.policy.rechten import Noun
from openlea.web.pages.vierstappen import views, wijzigen
from openlea.web.route import MAKEN, WIJZIGEN, Route, recht

BEGIN = "samenwerking/begin/"
NIEUW, LEIDEN = recht(Noun.OVERLEG, MAKEN), recht(Noun.OVERLEG, WIJZIGEN)

ROUTES: tuple[Route, ...] = (
    Route(path=BEGIN, name="vier_stappen", view=views.vier_stappen, get=recht(Noun.SAMENWERKING)),
    Route(
        path=f"{BEGIN}nieuw/",
        name="vier_stappen_nieuw",
        view=wijzigen.vier_stappen_nieuw,
        get=NIEUW,
        post=NIEUW,
    ),
    Route(
        path=f"{BEGIN}plannen/",
        name="vierstap_plannen",
        view=wijzigen.vierstap_plannen,
        get=LEIDEN,
        post=LEIDEN,
    ),
    Route(
        path=f"{BEGIN}opbrengst/",
        name="vierstap_opbrengst",
        view=wijzigen.vierstap_opbrengst,
        get=LEIDEN,
        post=LEIDEN,
    ),
)
