"""The addresses of people and roles."""

from openlea.policy.rechten import Noun
from openlea.web.pages.mensen import lid
from openlea.web.pages.mensen.stap import stap_weg
from openlea.web.pages.mensen.views import mensen, uitnodigen
from openlea.web.route import MAKEN, WIJZIGEN, Route, recht

EERSTE = {"nummer": "1"}
"""The first membership of the demo."""

ROUTES: tuple[Route, ...] = (
    Route(path="mensen/", name="mensen", view=mensen, get=recht(Noun.LID)),
    Route(
        path="mensen/uitnodigen/",
        name="mensen_uitnodigen",
        view=uitnodigen,
        get=recht(Noun.LID, MAKEN),
        post=recht(Noun.LID, MAKEN),
    ),
    Route(
        path="mensen/<int:nummer>/",
        name="lid",
        view=lid.lid,
        get=recht(Noun.LID),
        voorbeeld=EERSTE,
    ),
    Route(
        path="mensen/<int:nummer>/rol/",
        name="lid_rol",
        view=lid.rol,
        post=recht(Noun.LID, WIJZIGEN),
        voorbeeld=EERSTE,
    ),
    Route(
        path="mensen/<int:nummer>/einde/",
        name="lid_einde",
        view=lid.einde,
        post=recht(Noun.LID, WIJZIGEN),
        voorbeeld=EERSTE,
    ),
    Route(
        path="mensen/<int:nummer>/vervanging/",
        name="lid_vervanging",
        view=lid.vervanging,
        post=recht(Noun.LID, WIJZIGEN),
        voorbeeld=EERSTE,
    ),
    Route(
        path="mensen/<int:nummer>/tweede-stap/",
        name="lid_stap",
        view=stap_weg,
        post=recht(Noun.LID, WIJZIGEN),
        voorbeeld=EERSTE,
    ),
)
