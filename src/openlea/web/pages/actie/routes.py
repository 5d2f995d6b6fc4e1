"""The addresses of an action and its story."""

from openlea.policy.rechten import Noun
from openlea.web.pages.actie import views
from openlea.web.pages.actie.wijzigen import wijzigen
from openlea.web.route import MAKEN, WIJZIGEN, Route, recht

EXAMPLE = {"code": "1A1"}

ROUTES: tuple[Route, ...] = (
    Route(
        path="actie/<str:code>/",
        name="actie",
        view=views.actie,
        get=recht(Noun.ACTIE),
        voorbeeld=EXAMPLE,
    ),
    Route(
        path="actie/<str:code>/melden/",
        name="actie_melden",
        view=views.melden,
        post=recht(Noun.VOORTGANG, MAKEN),
        voorbeeld=EXAMPLE,
    ),
    Route(
        path="melding/<int:nummer>/terug/",
        name="melding_terug",
        view=views.melding_terug,
        post=recht(Noun.VOORTGANG, MAKEN),
        voorbeeld={"nummer": "1"},
    ),
    Route(
        path="actie/<str:code>/opmerking/",
        name="actie_opmerking",
        view=views.opmerken,
        post=recht(Noun.OPMERKING, MAKEN),
        voorbeeld=EXAMPLE,
    ),
    Route(
        path="actie/<str:code>/document/",
        name="actie_document",
        view=views.toevoegen,
        post=recht(Noun.DOCUMENT, MAKEN),
        voorbeeld=EXAMPLE,
    ),
    Route(
        path="actie/<str:code>/meten/",
        name="actie_meten",
        view=views.meten,
        get=recht(Noun.STREEFWAARDE, WIJZIGEN),
        post=recht(Noun.STREEFWAARDE, WIJZIGEN),
        voorbeeld=EXAMPLE,
    ),
    Route(
        path="actie/<str:code>/wijzigen/",
        name="actie_wijzigen",
        view=wijzigen,
        get=recht(Noun.ACTIE, WIJZIGEN),
        post=recht(Noun.ACTIE, WIJZIGEN),
        voorbeeld=EXAMPLE,
    ),
    Route(
        path="document/<int:nummer>/",
        name="document",
        view=views.document,
        get=recht(Noun.DOCUMENT),
        voorbeeld={"nummer": "1"},
    ),
)
