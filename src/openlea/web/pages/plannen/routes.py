"""The addresses of plans, of public schools, and of law beside agenda."""

from openlea.policy.rechten import Noun
from openlea.web.pages.plannen import (
    dekking,
    koppelen,
    openbaar,
    register,
    traject,
    wijzigen,
)
from openlea.web.route import MAKEN, WIJZIGEN, Route, recht

ZIEN_PLAN = recht(Noun.PLAN)
MAKEN_PLAN = recht(Noun.PLAN, MAKEN)
WIJZIGEN_PLAN = recht(Noun.PLAN, WIJZIGEN)
ZIEN_TAAK = recht(Noun.TAAK)
WIJZIGEN_ACTIE = recht(Noun.ACTIE, WIJZIGEN)
PLAN = {"nummer": "1"}

ROUTES: tuple[Route, ...] = (
    Route(path="taken/plannen/", name="plannen", view=register.plannen, get=ZIEN_PLAN),
    Route(
        path="taken/plannen/nieuw/",
        name="plan_nieuw",
        view=wijzigen.plan_nieuw,
        get=MAKEN_PLAN,
        post=MAKEN_PLAN,
    ),
    Route(
        path="taken/plannen/<int:nummer>/",
        name="plan",
        view=register.plan,
        get=ZIEN_PLAN,
        voorbeeld=PLAN,
    ),
    Route(
        path="taken/plannen/<int:nummer>/wijzigen/",
        name="plan_wijzigen",
        view=wijzigen.plan_wijzigen,
        get=WIJZIGEN_PLAN,
        post=WIJZIGEN_PLAN,
        voorbeeld=PLAN,
    ),
    Route(path="taken/openbaar-onderwijs/", name="openbaar", view=openbaar.openbaar, get=ZIEN_PLAN),
    Route(
        path="taken/openbaar-onderwijs/bestuur/",
        name="openbaar_bestuur",
        view=openbaar.openbaar_bestuur,
        get=WIJZIGEN_PLAN,
        post=WIJZIGEN_PLAN,
    ),
    Route(
        path="taken/openbaar-onderwijs/zetel/",
        name="zetel",
        view=openbaar.zetel,
        get=WIJZIGEN_PLAN,
        post=WIJZIGEN_PLAN,
    ),
    Route(
        path="taken/openbaar-onderwijs/begin/",
        name="traject_nieuw",
        view=traject.traject_nieuw,
        get=MAKEN_PLAN,
        post=MAKEN_PLAN,
    ),
    Route(
        path="taken/openbaar-onderwijs/stap/",
        name="trajectstap",
        view=traject.stap,
        get=WIJZIGEN_PLAN,
        post=WIJZIGEN_PLAN,
    ),
    Route(
        path="taken/openbaar-onderwijs/traject/<int:nummer>/afsluiten/",
        name="traject_afsluiten",
        view=traject.traject_afsluiten,
        post=WIJZIGEN_PLAN,
        voorbeeld={"nummer": "1"},
    ),
    Route(
        path="taken/openbaar-onderwijs/<slug:soort>/",
        name="traject",
        view=traject.traject,
        get=ZIEN_PLAN,
        voorbeeld={"soort": "opheffing"},
    ),
    Route(path="taken/agenda/", name="taken_agenda", view=dekking.taken_agenda, get=ZIEN_TAAK),
    Route(
        path="taken/agenda/wet-en-agenda.xlsx",
        name="taken_agenda_uit",
        view=dekking.taken_agenda_uit,
        get=ZIEN_TAAK,
    ),
    Route(
        path="taken/agenda/koppelen/",
        name="koppelen",
        view=koppelen.koppelen,
        get=WIJZIGEN_ACTIE,
        post=WIJZIGEN_ACTIE,
    ),
    Route(
        path="taken/agenda/koppeling/<int:nummer>/los/",
        name="ontkoppelen",
        view=koppelen.ontkoppelen,
        post=WIJZIGEN_ACTIE,
        voorbeeld={"nummer": "1"},
    ),
)
