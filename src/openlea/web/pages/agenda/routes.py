"""The addresses of the agenda."""

from openlea.policy.rechten import Noun
from openlea.web.pages.agenda import (
    ambitie_wijzigen,
    code,
    speerpunt_wijzigen,
    toevoegen,
    weghalen,
    wijzigen,
)
from openlea.web.pages.agenda.speerpunt import speerpunt
from openlea.web.pages.agenda.views import afdrukken, boom, lijst
from openlea.web.route import MAKEN, WIJZIGEN, Route, recht

CHANGE = recht(Noun.AGENDA, WIJZIGEN)
VOORBEELD = {"ambitie": "1", "speerpunt": "1A", "actie": "1A1"}

CODES = tuple(
    Route(
        path=f"{soort}/<str:code>/code/",
        name=f"{soort}_code",
        view=getattr(code, soort),
        get=CHANGE,
        post=CHANGE,
        voorbeeld={"code": voorbeeld},
    )
    for soort, voorbeeld in VOORBEELD.items()
)
REMOVALS = tuple(
    Route(
        path=f"{soort}/<str:code>/weghalen/",
        name=f"{soort}_weghalen",
        view=getattr(weghalen, soort),
        post=CHANGE,
        voorbeeld={"code": voorbeeld},
    )
    for soort, voorbeeld in VOORBEELD.items()
)

ROUTES = (
    *CODES,
    *REMOVALS,
    Route(path="agenda/weghalen/terug/", name="weghalen_terug", view=weghalen.terug, post=CHANGE),
    Route(
        path="ambitie/<str:code>/wijzigen/",
        name="ambitie_wijzigen",
        view=ambitie_wijzigen.wijzigen,
        get=CHANGE,
        post=CHANGE,
        voorbeeld={"code": "1"},
    ),
    Route(path="agenda/", name="agenda", view=boom, get=recht(Noun.AGENDA)),
    Route(path="agenda/lijst.csv", name="agenda_lijst", view=lijst, get=recht(Noun.AGENDA)),
    Route(
        path="agenda/afdrukken/", name="agenda_afdrukken", view=afdrukken, get=recht(Noun.AGENDA)
    ),
    Route(
        path="speerpunt/<str:code>/",
        name="speerpunt",
        view=speerpunt,
        get=recht(Noun.AGENDA),
        voorbeeld={"code": "1A"},
    ),
    Route(
        path="speerpunt/<str:code>/wijzigen/",
        name="speerpunt_wijzigen",
        view=speerpunt_wijzigen.wijzigen,
        get=recht(Noun.AGENDA, WIJZIGEN),
        post=recht(Noun.AGENDA, WIJZIGEN),
        voorbeeld={"code": "1A"},
    ),
    Route(
        path="agenda/wijzigen/",
        name="agenda_wijzigen",
        view=wijzigen.wijzigen,
        get=recht(Noun.AGENDA, WIJZIGEN),
        post=recht(Noun.AGENDA, WIJZIGEN),
    ),
    Route(
        path="agenda/besluit/",
        name="agenda_besluit",
        view=wijzigen.besluit,
        get=recht(Noun.AGENDA, WIJZIGEN),
        post=recht(Noun.AGENDA, WIJZIGEN),
    ),
    Route(
        path="agenda/nieuwe-actie/",
        name="actie_toevoegen",
        view=toevoegen.actie,
        get=recht(Noun.ACTIE, MAKEN),
        post=recht(Noun.ACTIE, MAKEN),
    ),
    Route(
        path="agenda/nieuw-speerpunt/",
        name="speerpunt_toevoegen",
        view=toevoegen.speerpunt,
        get=recht(Noun.AGENDA, MAKEN),
        post=recht(Noun.AGENDA, MAKEN),
    ),
    Route(
        path="agenda/nieuwe-ambitie/",
        name="ambitie_toevoegen",
        view=toevoegen.ambitie,
        get=recht(Noun.AGENDA, MAKEN),
        post=recht(Noun.AGENDA, MAKEN),
    ),
)
