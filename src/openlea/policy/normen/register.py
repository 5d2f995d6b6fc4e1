"""Every norm that can be computed, by name; another part adds its own by adding its module here."""

from collections.abc import Mapping
from difflib import get_close_matches

from openlea.core.errors import NotFound
from openlea.policy import schrijfwijze
from openlea.policy.normen import (
    beslistermijn,
    leerlingenvervoer,
    leerplicht_vragen,
    onderwijstijd,
    opheffing,
    reserves,
    toelaatbaarheid,
    verzuim,
    voorschoolse_educatie,
    voortbestaan_vragen,
)
from openlea.policy.normen.norm import Norm

MODULES = (
    leerplicht_vragen,
    verzuim,
    voorschoolse_educatie,
    beslistermijn,
    toelaatbaarheid,
    opheffing,
    voortbestaan_vragen,
    reserves,
    leerlingenvervoer,
    onderwijstijd,
)
NORMEN: Mapping[str, Norm] = {norm.naam: norm for each in MODULES for norm in each.NORMEN}


def find_norm(naam: str) -> Norm:
    """Return a norm by name; NotFound says which name is near, or all names."""
    if naam in NORMEN:
        return NORMEN[naam]
    near = get_close_matches(naam, NORMEN, 1)
    hint = f"Bedoel je {near[0]}?" if near else f"Wel: {schrijfwijze.listing(list(NORMEN))}."
    raise NotFound(f"Er is geen norm '{naam}'. {hint}")


def norms_of(plicht: str) -> tuple[Norm, ...]:
    """Return the norms that a duty is cited for; () when no machine computes it."""
    return tuple(norm for norm in NORMEN.values() if norm.plichten[0] == plicht)
