"""The addresses of how children apply at schools."""

from openlea.policy.rechten import Noun
from openlea.web.pages.aanmelden import bestand, views, wijzigen
from openlea.web.route import MAKEN, Route, recht

ZIEN_BELEID = recht(Noun.AANMELDBELEID)
MAKEN_BELEID = recht(Noun.AANMELDBELEID, MAKEN)

ROUTES: tuple[Route, ...] = (
    Route(
        path="kansen/aanmelden/", name="aanmeldbeleid", view=views.aanmeldbeleid, get=ZIEN_BELEID
    ),
    Route(
        path="kansen/aanmelden/school/<str:school>/<str:jaar>/",
        name="aanmeldbeleid_wijzigen",
        view=wijzigen.school_wijzigen,
        get=MAKEN_BELEID,
        post=MAKEN_BELEID,
        voorbeeld={"school": "VB0001", "jaar": "2026-2027"},
    ),
    Route(
        path="kansen/aanmelden/andere-school/",
        name="aanmeldbeleid_nieuw",
        view=wijzigen.school_nieuw,
        get=MAKEN_BELEID,
        post=MAKEN_BELEID,
    ),
    Route(
        path="kansen/aanmelden/overnemen/",
        name="aanmeldbeleid_overnemen",
        view=views.overnemen,
        post=MAKEN_BELEID,
    ),
    Route(
        path="kansen/aanmelden/vragen/",
        name="aanmeldbeleid_vragen",
        view=views.vragen,
        post=recht(Noun.VERZOEK, MAKEN),
    ),
    Route(
        path="kansen/aanmelden/inlezen/",
        name="aanmeldbeleid_inlezen",
        view=bestand.inlezen,
        get=MAKEN_BELEID,
        post=MAKEN_BELEID,
    ),
    Route(
        path="kansen/aanmelden/controleren/",
        name="aanmeldbeleid_controleren",
        view=bestand.controleren,
        get=MAKEN_BELEID,
        post=MAKEN_BELEID,
    ),
    Route(
        path="kansen/aanmelden/aanmeldbeleid.<str:formaat>",
        name="aanmeldbeleid_uit",
        view=bestand.uit,
        get=ZIEN_BELEID,
        voorbeeld={"formaat": "csv"},
    ),
)
