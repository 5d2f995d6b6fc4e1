"""Every operation × key of every role × own, other and missing werkruimte: as the rights say."""

import pytest

from openlea.core.agenda import Zichtbaarheid
from openlea.policy.rechten import LidRol, Scope, Verb, scope_of
from openlea.storage.records.models import Werkruimte
from openlea.web.api.operatie import Operatie
from openlea.web.api.operaties import OPERATIES
from tests.web.api_wereld import Programma, make_key, path
from tests.web.lek_merken import MARK, hide_half, mark_werkruimte
from tests.web.rechten_matrix import ANDER, ER_NIET
from tests.world import World

ROLLEN = [rol for rol in LidRol if rol is not LidRol.PUBLIEK]


def address(operatie: Operatie, slug: str) -> str | None:
    """Return the address of an operation about a werkruimte, or None for what is about none."""
    if "werkruimte" in operatie.vraagbaar:
        return path(operatie, werkruimte=slug)
    if "/werkruimten/" in operatie.pad:
        return path(operatie).replace("/werkruimten/hilversum", f"/werkruimten/{slug}")
    return None


@pytest.mark.parametrize("rol", ROLLEN)
def test_a_key_reads_what_its_role_may_here_and_nothing_elsewhere(
    hilversum: World, rol: LidRol
) -> None:
    programma = Programma(make_key(hilversum.lid(rol)))
    faults = []
    for one in OPERATIES:
        here, there, nowhere = (address(one, slug) for slug in ("hilversum", ANDER, ER_NIET))
        if here is None or there is None or nowhere is None:
            continue
        own = programma.ask(here).status_code
        may = scope_of(rol, *one.recht) is not Scope.NIETS
        if (own == 403) is may or own >= 500:
            faults.append(f"{one.naam} as {rol}: {own}")
        other, missing = programma.ask(there), programma.ask(nowhere)
        if other.status_code != 404 or other.content != missing.content.replace(
            ER_NIET.encode(), ANDER.encode()
        ):
            faults.append(f"{one.naam} of another werkruimte as {rol}: {other.status_code}")
    assert faults == []


@pytest.mark.parametrize("rol", ROLLEN)
def test_no_key_is_told_what_its_role_does_not_see(hilversum: World, rol: LidRol) -> None:
    other = Werkruimte.objects.exclude(pk=hilversum.werkruimte.pk).get()
    mark_werkruimte(other.pk)
    if all(scope_of(rol, one.recht[0], Verb.ZIEN) is not Scope.ALLES for one in OPERATIES):
        hide_half(hilversum, Zichtbaarheid.INTERN, 0)
    programma = Programma(make_key(hilversum.lid(rol)))
    told = [
        one.naam
        for one in OPERATIES
        if MARK.encode() in programma.ask(address(one, "hilversum") or path(one)).content
    ]
    assert told == []
