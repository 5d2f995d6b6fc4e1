"""The addresses of registrations about persons."""

from openlea.policy.rechten import Noun
from openlea.web.pages.registraties import aanleveren, herstel, kolommen, sleutels, views
from openlea.web.route import MAKEN, WIJZIGEN, Route, recht

EERSTE = {"nummer": "1"}
"""The delivery of the demo."""

ROUTES: tuple[Route, ...] = (
    Route(
        path="registraties/",
        name="registraties",
        view=views.registraties,
        get=recht(Noun.REGISTRATIE),
    ),
    Route(
        path="registraties/sleutel/",
        name="afzendersleutel",
        view=sleutels.afzendersleutel,
        get=recht(Noun.REGISTRATIE, MAKEN),
        post=recht(Noun.REGISTRATIE, MAKEN),
    ),
    Route(
        path="registraties/pseudonimiseer.html",
        name="pseudonimiseer_bladzijde",
        view=sleutels.bladzijde,
        get=recht(Noun.REGISTRATIE, MAKEN),
    ),
    Route(
        path="registraties/wisselen/",
        name="pseudoniemen_wisselen",
        view=sleutels.wisselen,
        get=recht(Noun.REGISTRATIE, WIJZIGEN),
        post=recht(Noun.REGISTRATIE, WIJZIGEN),
    ),
    Route(
        path="registraties/aanleveren/<str:registratie>/",
        name="aanleveren",
        view=aanleveren.aanleveren,
        get=recht(Noun.REGISTRATIE, MAKEN),
        post=recht(Noun.REGISTRATIE, MAKEN),
        voorbeeld={"registratie": "doelgroepkinderen"},
    ),
    Route(
        path="registraties/aanlevering/<int:nummer>/",
        name="aanlevering",
        view=views.aanlevering,
        get=recht(Noun.REGISTRATIE),
        voorbeeld=EERSTE,
    ),
    Route(
        path="registraties/aanlevering/<int:nummer>/kolommen/",
        name="aanlevering_kolommen",
        view=kolommen.kolommen,
        get=recht(Noun.REGISTRATIE, MAKEN),
        post=recht(Noun.REGISTRATIE, MAKEN),
        voorbeeld=EERSTE,
    ),
    Route(
        path="registraties/aanlevering/<int:nummer>/herstel/",
        name="aanlevering_herstel",
        view=herstel.herstel,
        get=recht(Noun.REGISTRATIE, MAKEN),
        post=recht(Noun.REGISTRATIE, MAKEN),
        voorbeeld=EERSTE,
    ),
    Route(
        path="registraties/aanlevering/<int:nummer>/bewaren/",
        name="aanlevering_bewaren",
        view=aanleveren.bewaren,
        post=recht(Noun.REGISTRATIE, MAKEN),
        voorbeeld=EERSTE,
    ),
    Route(
        path="registraties/aanlevering/<int:nummer>/weg/",
        name="aanlevering_weg",
        view=aanleveren.weg,
        post=recht(Noun.REGISTRATIE, MAKEN),
        voorbeeld=EERSTE,
    ),
    Route(
        path="registraties/aanlevering/<int:nummer>/wissen/",
        name="aanlevering_wissen",
        view=views.wissen,
        get=recht(Noun.REGISTRATIE, WIJZIGEN),
        post=recht(Noun.REGISTRATIE, WIJZIGEN),
        voorbeeld=EERSTE,
    ),
)
