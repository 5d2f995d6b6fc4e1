"""Help at the schools of the demo: real schools, of which every line is invented and says so."""

from datetime import date
from decimal import Decimal

from openlea.core.agenda import Zichtbaarheid
from openlea.policy.rechten import Actor
from openlea.policy.schooljaar import school_year_of
from openlea.services.aanbod.scholen import schools_of
from openlea.services.keep_aanbod import Aanbodopzet, keep_aanbod
from openlea.storage.records.models import Aanbod, Partij

NIET_ECHT = "Verzonnen voor de demo (voorbeeld)"
REGELS = (
    ("19MW00", "smw", 12, "Gemeente", 22),
    ("19LM00", "smw", 8, "Gemeente", 31),
    ("19LM00", "brugfunctionaris", 16, "School, met subsidie van het Rijk", 40),
    ("24EJ01", "smw", 4, "Gemeente", 9),
    ("24EJ01", "schoolmaaltijd", None, "Rijk", 180),
    ("15NU00", "oja", 12, "Gemeente", 14),
    ("15NU00", "bibliotheek", None, "School en gemeente samen", 350),
    ("05WI00", "smw", 10, "Gemeente", 3),
    ("05WI00", "combinatiefunctionaris", 6, "Gemeente", 120),
    ("19CY00", "combinatiefunctionaris", 20, "Gemeente", 260),
    ("04OS00", "smw", 9, "Gemeente", 17),
    ("19DM00", "jongerencoach", 6, "Gemeente", 12),
    ("15VA00", "zwemvangnet", None, "Gemeente", 8),
    ("19TU00", "oza", 24, "Samenwerkingsverband en gemeente samen", 16),
)
"""School, kind, hours a week, who pays, pupils reached; the first is what the partner keeps."""


def fill_aanbod(actor: Actor, today: date) -> bool:
    """Fill it, unless there is help already; returns whether it did."""
    if Aanbod.objects.of(actor.werkruimte).exists():
        return False
    here = schools_of(actor.werkruimte).scholen
    partij = Partij.objects.of(actor.werkruimte).trekkers().filter(soort="ggd").first()
    for school, soort, uren, betaler, bereik in REGELS:
        if school in here:
            keep_aanbod(
                actor,
                Aanbodopzet(
                    soort=soort,
                    school=school,
                    partij=partij.pk if partij and school == REGELS[0][0] else None,
                    uren=None if uren is None else Decimal(uren),
                    betaler=betaler,
                    bereik=bereik,
                    bereik_jaar=school_year_of(today),
                    van=date(today.year - 1, 8, 1),
                    bron=NIET_ECHT,
                    zichtbaarheid=Zichtbaarheid.PUBLIEK,
                ),
            )
    return True
