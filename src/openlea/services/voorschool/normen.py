"""The norms of voorschoolse educatie on a day, as the duties on the shelf tell them."""

from dataclasses import dataclass
from datetime import date

from django.conf import settings

from openlea.catalogue.plichtenkast import open_plichten
from openlea.core.catalogue import find_roots
from openlea.policy.normen.voorschoolse_educatie import (
    BELEIDSMEDEWERKER,
    BEROEPSKRACHTEN,
    GROEP,
    PER_DAG,
    UREN,
)
from openlea.policy.normen.wetsdag import Wetsdag
from openlea.policy.voorschool_uren import Urennorm

IDS = (UREN, PER_DAG, BEROEPSKRACHTEN, GROEP, BELEIDSMEDEWERKER)


@dataclass(frozen=True, slots=True)
class Normen:
    """Hours; children per beroepskracht and per group; coaching hours per child a year."""

    uren: Urennorm
    per_beroepskracht: int
    per_groep: int
    pbm: int


def norms_on(day: date) -> Normen:
    """Return the norms that hold on a day; NotInForce when one doesn't."""
    wet = Wetsdag.on(open_plichten(find_roots(settings.CATALOGUE)).plichten, IDS, day)
    return Normen(
        uren=Urennorm(
            uren=wet.getal(UREN, "uren"),
            per_dag=wet.getal(PER_DAG, "uren_per_dag"),
            jaren=wet.getal(UREN, "duur"),
        ),
        per_beroepskracht=wet.geheel(BEROEPSKRACHTEN, "kinderen"),
        per_groep=wet.geheel(GROEP, "kinderen"),
        pbm=wet.geheel(BELEIDSMEDEWERKER, "uren"),
    )
