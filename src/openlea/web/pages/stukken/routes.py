"""The addresses of what lies ready for a meeting and of what came of it, as page and as file."""

from openlea.policy.rechten import Noun
from openlea.web.pages.stukken import sjablonen, views
from openlea.web.route import MAKEN, WIJZIGEN, Route, recht

_EEN = {"nummer": "1"}
_HTML = {**_EEN, "formaat": "html"}
_WIJZIG = recht(Noun.SJABLOON, WIJZIGEN)

ROUTES: tuple[Route, ...] = (
    Route(
        path="overleg/<int:nummer>/dossier/",
        name="dossier",
        view=views.dossier,
        get=recht(Noun.OVERLEG),
        voorbeeld=_EEN,
    ),
    Route(
        path="overleg/<int:nummer>/dossier.<str:formaat>",
        name="dossier_uit",
        view=views.dossier_uit,
        get=recht(Noun.OVERLEG),
        voorbeeld=_HTML,
    ),
    Route(
        path="overleg/<int:nummer>/verslag/",
        name="verslag",
        view=views.verslag,
        get=recht(Noun.NOTULEN),
        voorbeeld=_EEN,
    ),
    Route(
        path="overleg/<int:nummer>/verslag.<str:formaat>",
        name="verslag_uit",
        view=views.verslag_uit,
        get=recht(Noun.NOTULEN),
        voorbeeld=_HTML,
    ),
    Route(
        path="overleg/<int:nummer>/besluiten/",
        name="besluitenlijst",
        view=views.besluitenlijst,
        get=recht(Noun.BESLUIT),
        voorbeeld=_EEN,
    ),
    Route(
        path="overleg/<int:nummer>/besluiten.<str:formaat>",
        name="besluitenlijst_uit",
        view=views.besluitenlijst_uit,
        get=recht(Noun.BESLUIT),
        voorbeeld=_HTML,
    ),
    Route(
        path="overleg/<int:nummer>/partijen/",
        name="partijlijst",
        view=views.partijlijst,
        get=recht(Noun.NOTULEN),
        voorbeeld=_EEN,
    ),
    Route(
        path="overleg/<int:nummer>/partijen.<str:formaat>",
        name="partijlijst_uit",
        view=views.partijlijst_uit,
        get=recht(Noun.NOTULEN),
        voorbeeld=_HTML,
    ),
    Route(
        path="overleg/sjablonen/",
        name="sjablonen",
        view=sjablonen.sjablonen,
        get=recht(Noun.SJABLOON),
        post=recht(Noun.SJABLOON, MAKEN),
    ),
    Route(
        path="overleg/sjablonen/voorbeeld.docx",
        name="sjabloon_voorbeeld",
        view=sjablonen.sjabloon_voorbeeld,
        get=recht(Noun.SJABLOON),
    ),
    Route(
        path="overleg/sjablonen/kiezen/",
        name="sjabloon_kiezen",
        view=sjablonen.sjabloon_kiezen,
        post=_WIJZIG,
    ),
    Route(
        path="overleg/sjablonen/<int:nummer>/<str:wat>.docx",
        name="sjabloon_uit",
        view=sjablonen.sjabloon_uit,
        get=recht(Noun.SJABLOON),
        voorbeeld={**_EEN, "wat": "proefdruk"},
    ),
    Route(
        path="overleg/sjablonen/<int:nummer>/weg/",
        name="sjabloon_weg",
        view=sjablonen.sjabloon_weg,
        post=_WIJZIG,
        voorbeeld=_EEN,
    ),
)
