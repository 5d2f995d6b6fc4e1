"""The addresses of the Doelen-Inspanningen-Netwerk."""

from openlea.policy.rechten import Noun
from openlea.web.pages.netwerk.indicator import indicator
from openlea.web.pages.netwerk.views import netwerk, weghalen
from openlea.web.route import MAKEN, WIJZIGEN, Route, recht

ROUTES: tuple[Route, ...] = (
    Route(
        path="agenda/netwerk/",
        name="netwerk",
        view=netwerk,
        get=recht(Noun.NETWERK),
        post=recht(Noun.NETWERK, MAKEN),
    ),
    Route(
        path="agenda/netwerk/weghalen/",
        name="netwerk_weghalen",
        view=weghalen,
        post=recht(Noun.NETWERK, WIJZIGEN),
    ),
    Route(
        path="agenda/netwerk/indicator/<str:code>/",
        name="indicator",
        view=indicator,
        get=recht(Noun.NETWERK, WIJZIGEN),
        post=recht(Noun.NETWERK, WIJZIGEN),
        voorbeeld={"code": "DIN1"},
    ),
)
