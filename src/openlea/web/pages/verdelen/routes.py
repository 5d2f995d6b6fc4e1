"""The addresses of dividing a budget over schools."""

from openlea.policy.rechten import Noun
from openlea.web.pages.verdelen import (
    besluit,
    criteria,
    lijst,
    scholen,
    subsidie,
    uitkomst,
    varianten,
)
from openlea.web.route import MAKEN, WIJZIGEN, Route, recht

ZIEN, NIEUW = recht(Noun.VERDELING), recht(Noun.VERDELING, MAKEN)
WIJZIG = recht(Noun.VERDELING, WIJZIGEN)
BEGIN = "kansen/verdelen/"
BESLOTEN, CONCEPT = {"nummer": "1"}, {"nummer": "2"}

ROUTES: tuple[Route, ...] = (
    Route(path=BEGIN, name="verdelingen", view=lijst.verdelingen, get=ZIEN),
    Route(
        path=f"{BEGIN}nieuw/",
        name="verdeling_nieuw",
        view=lijst.verdeling_nieuw,
        get=NIEUW,
        post=NIEUW,
    ),
    Route(
        path=f"{BEGIN}<int:nummer>/",
        name="verdeling",
        view=uitkomst.verdeling,
        get=ZIEN,
        voorbeeld=BESLOTEN,
    ),
    Route(
        path=f"{BEGIN}<int:nummer>/school/<int:plek>/",
        name="verdeling_school",
        view=uitkomst.verdeling_school,
        get=ZIEN,
        voorbeeld=BESLOTEN | {"plek": "1"},
    ),
    Route(
        path=f"{BEGIN}<int:nummer>/uitkomst.<slug:formaat>",
        name="verdeling_uit",
        view=uitkomst.verdeling_uit,
        get=ZIEN,
        voorbeeld=BESLOTEN | {"formaat": "csv"},
    ),
    Route(
        path=f"{BEGIN}<int:nummer>/wijzigen/",
        name="verdeling_wijzigen",
        view=lijst.verdeling_wijzigen,
        get=WIJZIG,
        post=WIJZIG,
        voorbeeld=CONCEPT,
    ),
    Route(
        path=f"{BEGIN}<int:nummer>/scholen/",
        name="verdeling_scholen",
        view=scholen.verdeling_scholen,
        get=WIJZIG,
        post=WIJZIG,
        voorbeeld=CONCEPT,
    ),
    Route(
        path=f"{BEGIN}<int:nummer>/scholen.xlsx",
        name="verdeling_scholen_uit",
        view=scholen.verdeling_scholen_uit,
        get=WIJZIG,
        voorbeeld=CONCEPT,
    ),
    Route(
        path=f"{BEGIN}<int:nummer>/criteria/",
        name="verdeling_criteria",
        view=criteria.verdeling_criteria,
        get=WIJZIG,
        post=WIJZIG,
        voorbeeld=CONCEPT,
    ),
    Route(
        path=f"{BEGIN}<int:nummer>/criteria/tekst/",
        name="verdeling_toml",
        view=criteria.verdeling_toml,
        get=WIJZIG,
        post=WIJZIG,
        voorbeeld=CONCEPT,
    ),
    Route(
        path=f"{BEGIN}<int:nummer>/varianten/",
        name="verdeling_varianten",
        view=varianten.verdeling_varianten,
        get=ZIEN,
        voorbeeld=BESLOTEN,
    ),
    Route(
        path=f"{BEGIN}<int:nummer>/variant/",
        name="verdeling_variant",
        view=varianten.verdeling_variant,
        post=WIJZIG,
        voorbeeld=CONCEPT,
    ),
    Route(
        path=f"{BEGIN}<int:nummer>/besluit/",
        name="verdeling_besluit",
        view=besluit.verdeling_besluit,
        get=WIJZIG,
        post=WIJZIG,
        voorbeeld=CONCEPT,
    ),
    Route(
        path=f"{BEGIN}<int:nummer>/kopie/",
        name="verdeling_kopie",
        view=uitkomst.verdeling_kopie,
        post=NIEUW,
        voorbeeld=BESLOTEN,
    ),
    Route(
        path=f"{BEGIN}<int:nummer>/subsidie/",
        name="verdeling_subsidie",
        view=subsidie.verdeling_subsidie,
        get=WIJZIG,
        post=WIJZIG,
        voorbeeld=BESLOTEN,
    ),
)
