"""The addresses of passend onderwijs."""

from django.utils import timezone

from openlea.policy.rechten import Noun
from openlea.policy.schooljaar import school_year_of
from openlea.web.pages.passend import besluiten, dekking, profielen, zoeker
from openlea.web.route import MAKEN, WIJZIGEN, Route, recht

SCHOOL = {"school": "19LM00", "jaar": school_year_of(timezone.localdate())}

ROUTES: tuple[Route, ...] = (
    Route(path="0-23/passend/", name="passend", view=dekking.passend, get=recht(Noun.TELLING)),
    Route(
        path="0-23/passend/besluiten/",
        name="passend_besluiten",
        view=besluiten.besluiten,
        get=recht(Noun.TELLING),
    ),
    Route(
        path="0-23/passend/agenderen/",
        name="gat_agenderen",
        view=dekking.gat_agenderen,
        post=recht(Noun.OVERLEG, WIJZIGEN),
    ),
    Route(
        path="0-23/passend/zoek/",
        name="schoolzoeker",
        view=zoeker.schoolzoeker,
        get=recht(Noun.PROFIEL),
    ),
    Route(
        path="0-23/passend/profielen/",
        name="profielen",
        view=profielen.profielen,
        get=recht(Noun.PROFIEL),
    ),
    Route(
        path="0-23/passend/profielen/<str:school>/<str:jaar>/",
        name="profiel",
        view=profielen.profiel,
        get=recht(Noun.PROFIEL),
        voorbeeld=SCHOOL,
    ),
    Route(
        path="0-23/passend/profielen/<str:school>/<str:jaar>/vaststellen/",
        name="profiel_vaststellen",
        view=profielen.profiel_vaststellen,
        post=recht(Noun.PROFIEL, WIJZIGEN),
        voorbeeld=SCHOOL,
    ),
    Route(
        path="0-23/passend/profielen/<str:school>/<str:jaar>/overnemen/",
        name="profiel_overnemen",
        view=profielen.profiel_overnemen,
        post=recht(Noun.PROFIEL, MAKEN),
        voorbeeld=SCHOOL,
    ),
    Route(
        path="0-23/passend/profielen/<str:school>/<str:jaar>/stap/<str:stap>/",
        name="profiel_wijzigen",
        view=profielen.profiel_wijzigen,
        get=recht(Noun.PROFIEL, WIJZIGEN),
        post=recht(Noun.PROFIEL, WIJZIGEN),
        voorbeeld={**SCHOOL, "stap": "basis"},
    ),
)
