"""Which fields stay inside, even of a record that may be seen."""

from collections.abc import Mapping

from openlea.core.agenda import Zichtbaarheid
from openlea.policy.rechten import Scope, reach

VELD_ZICHTBAARHEID: Mapping[tuple[str, str], Zichtbaarheid] = {
    ("actie", "staat_reden"): Zichtbaarheid.PARTNERS,
    ("voortgang", "blokkade"): Zichtbaarheid.PARTNERS,
    ("voortgang", "door"): Zichtbaarheid.PARTNERS,
    ("betrokkene", "toelichting"): Zichtbaarheid.PARTNERS,
    ("post", "toelichting"): Zichtbaarheid.PARTNERS,
    ("wijziging", "reden"): Zichtbaarheid.PARTNERS,
    ("boeking", "omschrijving"): Zichtbaarheid.INTERN,
    ("boeking", "kenmerk"): Zichtbaarheid.INTERN,
    ("subsidie", "voorwaarden"): Zichtbaarheid.PARTNERS,
    ("verplichting", "reden"): Zichtbaarheid.PARTNERS,
    ("verplichting", "notitie"): Zichtbaarheid.PARTNERS,
    ("bewijs", "toelichting"): Zichtbaarheid.PARTNERS,
    ("bewijs", "reden"): Zichtbaarheid.PARTNERS,
    ("bewijs", "door"): Zichtbaarheid.PARTNERS,
    ("bewijs", "voorstel"): Zichtbaarheid.PARTNERS,
    ("plan", "toelichting"): Zichtbaarheid.PARTNERS,
    ("trajectstap", "notitie"): Zichtbaarheid.PARTNERS,
}
"""A field that is not named here is seen by whoever sees its record."""


def shows_field(scope: Scope, noun: str, veld: str) -> bool:
    """Return whether a scope that reaches a record also reaches this field of it."""
    return VELD_ZICHTBAARHEID.get((noun, veld), Zichtbaarheid.PUBLIEK) in reach(scope)
