"""Whatever is marked for some, whatever record it stands in, is shown to nobody else.

Half of everything in the demo is hidden at once, with the mark in every text that people write.
"""

from itertools import islice

import pytest

from openlea.core.agenda import Zichtbaarheid
from openlea.policy.rechten import RECHTEN, LidRol, Noun, Verb, reach, scope_of
from openlea.storage.records.models import Werkruimte
from openlea.web.actor import session_key
from openlea.web.route import Route
from openlea.web.routes import ROUTES
from tests.web.lek_merken import hide_half, mark_werkruimte, shown
from tests.world import World

INTERN, PARTNERS = Zichtbaarheid.INTERN, Zichtbaarheid.PARTNERS
TOEZICHT = {Noun.LOGBOEK, Noun.VERWERKING, Noun.BEWARING}
PLAATSEN = {Noun.PLAATSING, Noun.AANMELDING, Noun.WERK}
"""The own work of the plaatser, which begins before anybody else may see it."""
WIDEST = [LidRol.AGENDABEHEERDER, LidRol.PARTNER, LidRol.PUBLIEK]
"""From within, along and outside; test_crawler looks for the same mark as every other role."""
ALIKE = {LidRol.LEZER: LidRol.EMBARGOLEZER}
"""Who may see what another may see is not walked twice."""
READ = [route for route in ROUTES if route.get]


def outside(zicht: Zichtbaarheid) -> list[LidRol]:
    """Return the roles that no content of this visibility is for; of two alike the first."""
    return [
        rol
        for rol in LidRol
        if rol not in ALIKE
        and not any(
            zicht in reach(scope_of(rol, noun, Verb.ZIEN))
            for noun in Noun
            if noun not in TOEZICHT and not (rol is LidRol.PLAATSER and noun in PLAATSEN)
        )
    ]


def not_own(rol: LidRol) -> list[Route]:
    """Return the pages to look at as a role: without those of its own work."""
    if rol is not LidRol.PLAATSER:
        return READ
    return [route for route in READ if route.get and route.get[0] not in PLAATSEN]


def test_these_roles_stand_outside() -> None:
    assert [str(rol) for rol in outside(PARTNERS)] == [
        "embargolezer", "auditor", "publiek",
    ]  # fmt: skip
    assert [str(rol) for rol in outside(INTERN)] == [
        "swv_directeur", "voorzitter", "partner", "plaatser", "embargolezer", "auditor", "publiek",
    ]  # fmt: skip
    assert all(RECHTEN[rol] == RECHTEN[like] for rol, like in ALIKE.items())


OTHER_HALF = [LidRol.PARTNER, LidRol.LEZER]
"""Two that stand for the others: one who sees what is shared, one who sees what is public."""


@pytest.mark.parametrize(
    ("zicht", "rest", "rollen"),
    [
        (INTERN, 0, outside(INTERN)),
        (INTERN, 1, OTHER_HALF),
        (PARTNERS, 0, outside(PARTNERS)),
    ],
    ids=["intern", "intern, the other half", "partners"],
)
def test_what_is_for_some_is_on_no_page_of_others(
    hilversum: World, zicht: Zichtbaarheid, rest: int, rollen: list[LidRol]
) -> None:
    assert len(hide_half(hilversum, zicht, rest)) > 200
    leaks = [
        f"{name} as {rol}" for rol in rollen for name in shown(hilversum.client(rol), not_own(rol))
    ]
    assert leaks == []


def test_who_may_see_it_does(hilversum: World) -> None:
    hide_half(hilversum, INTERN, 0)
    # Forty pages are enough to know that the marks are seen at all.
    seen = shown(hilversum.client(LidRol.AGENDABEHEERDER), READ)
    assert len(list(islice(seen, 40))) == 40


@pytest.mark.parametrize("as_rol", outside(INTERN)[:3])
def test_who_looks_as_another_sees_no_more_than_that_one(hilversum: World, as_rol: LidRol) -> None:
    hide_half(hilversum, INTERN, 1)
    client = hilversum.client(LidRol.AGENDABEHEERDER)
    session = client.session
    session[session_key(hilversum.werkruimte)] = {
        "rol": str(as_rol),
        "partij": hilversum.lid(as_rol).partij_id,
    }
    session.save()
    assert list(shown(client, READ)) == []


def test_a_sharing_shows_what_was_offered_and_nothing_else(hilversum: World) -> None:
    other = Werkruimte.objects.exclude(pk=hilversum.werkruimte.pk).get()
    assert mark_werkruimte(other.pk) > 100
    seen = {str(rol): set(shown(hilversum.client(rol), READ)) for rol in WIDEST}
    assert seen == {"agendabeheerder": {"delingen"}, "partner": set(), "publiek": set()}
