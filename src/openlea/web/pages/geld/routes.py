"""The addresses of the money."""

from openlea.policy.rechten import Noun
from openlea.web.pages.geld.begroting import begroting, geld_uit
from openlea.web.pages.geld.grootboek import grootboek, grootboek_koppelen
from openlea.web.pages.geld.post import boeken, post, post_bijstellen, post_nieuw, post_wijzigen
from openlea.web.pages.geld.stroom import stroom, stroom_nieuw, stroom_wijzigen
from openlea.web.pages.geld.subsidie import subsidie, subsidies
from openlea.web.pages.geld.verantwoording import oab, oab_uit
from openlea.web.route import MAKEN, WIJZIGEN, Route, recht

ZIEN_GELD = recht(Noun.GELD)
MAKEN_GELD = recht(Noun.GELD, MAKEN)
WIJZIGEN_GELD = recht(Noun.GELD, WIJZIGEN)
POST = {"code": "P-1A1"}
STROOM = {"code": "gemeentelijk"}
JAAR = {"jaar": "2025"}

ROUTES: tuple[Route, ...] = (
    Route(path="geld/", name="geld", view=begroting, get=ZIEN_GELD),
    Route(path="geld/geld.xlsx", name="geld_uit", view=geld_uit, get=ZIEN_GELD),
    Route(
        path="geld/post/nieuw/",
        name="post_nieuw",
        view=post_nieuw,
        get=MAKEN_GELD,
        post=MAKEN_GELD,
    ),
    Route(
        path="geld/post/<path:code>/wijzigen/",
        name="post_wijzigen",
        view=post_wijzigen,
        get=WIJZIGEN_GELD,
        post=WIJZIGEN_GELD,
        voorbeeld=POST,
    ),
    Route(
        path="geld/post/<path:code>/bijstellen/",
        name="post_bijstellen",
        view=post_bijstellen,
        get=WIJZIGEN_GELD,
        post=WIJZIGEN_GELD,
        voorbeeld=POST,
    ),
    Route(path="geld/post/<path:code>/", name="post", view=post, get=ZIEN_GELD, voorbeeld=POST),
    Route(path="geld/boeken/", name="boeken", view=boeken, get=MAKEN_GELD, post=MAKEN_GELD),
    Route(
        path="geld/stroom/nieuw/",
        name="stroom_nieuw",
        view=stroom_nieuw,
        get=MAKEN_GELD,
        post=MAKEN_GELD,
    ),
    Route(
        path="geld/stroom/<path:code>/wijzigen/",
        name="stroom_wijzigen",
        view=stroom_wijzigen,
        get=WIJZIGEN_GELD,
        post=WIJZIGEN_GELD,
        voorbeeld=STROOM,
    ),
    Route(
        path="geld/stroom/<path:code>/",
        name="stroom",
        view=stroom,
        get=ZIEN_GELD,
        voorbeeld=STROOM,
    ),
    Route(
        path="geld/grootboek/",
        name="grootboek",
        view=grootboek,
        get=MAKEN_GELD,
        post=MAKEN_GELD,
    ),
    Route(
        path="geld/grootboek/koppelen/",
        name="grootboek_koppelen",
        view=grootboek_koppelen,
        get=MAKEN_GELD,
        post=MAKEN_GELD,
    ),
    Route(path="geld/subsidies/", name="subsidies", view=subsidies, get=ZIEN_GELD),
    Route(
        path="geld/subsidie/",
        name="subsidie",
        view=subsidie,
        get=WIJZIGEN_GELD,
        post=WIJZIGEN_GELD,
    ),
    Route(
        path="geld/oab/<int:jaar>/",
        name="oab",
        view=oab,
        get=ZIEN_GELD,
        post=WIJZIGEN_GELD,
        voorbeeld=JAAR,
    ),
    Route(
        path="geld/oab/<int:jaar>/oab.xlsx",
        name="oab_uit",
        view=oab_uit,
        get=ZIEN_GELD,
        voorbeeld=JAAR,
    ),
)
