"""Profiles of the demo: real schools, of which every choice is invented, and says so."""

from datetime import date
from random import Random

from django.conf import settings

from openlea.catalogue.ondersteuningkast import open_basis
from openlea.core.catalogue import find_roots
from openlea.core.ondersteuning import Antwoord, Ondersteuningsvorm
from openlea.policy.profielinhoud import Profielextra, Profielinhoud
from openlea.policy.rechten import Actor
from openlea.policy.schooljaar import school_year_of
from openlea.services.aanmelden.scholen import schools_here
from openlea.services.decide_ondersteuningsprofiel import decide_ondersteuningsprofiel
from openlea.services.keep_ondersteuningsprofiel import Profielopzet, keep_ondersteuningsprofiel

SCHOLEN = 8
KLAS, GROEP, BUITEN = Ondersteuningsvorm
AANBOD = (
    (("dyslexie", KLAS, None, 12), ("gedrag", KLAS, None, 6), ("hoogbegaafd", GROEP, 14, 14)),
    (("ass", GROEP, 10, 10), ("gedrag", GROEP, 10, 10), ("lvb", KLAS, None, 8)),
    (("lichamelijk", KLAS, None, 4), ("medisch", BUITEN, None, 3), ("tos", BUITEN, None, 4)),
    (("hoogbegaafd", GROEP, 16, 16), ("dyslexie", KLAS, None, 10)),
    (("nt2", GROEP, 15, 15), ("tos", BUITEN, None, 6), ("lvb", KLAS, None, 10)),
    (("ass", KLAS, None, 5), ("dyslexie", KLAS, None, 15)),
    (("zml", GROEP, 12, 24), ("lvb", GROEP, 14, 28), ("emb", GROEP, 8, 8)),
    (("slechtziend", BUITEN, None, 2), ("slechthorend", BUITEN, None, 4), ("nt2", KLAS, None, 6)),
)  # fmt: skip
EIGEN = "Dit profiel is een voorbeeld en komt niet van de school."


def fill_profielen(actor: Actor, today: date) -> None:
    """Fill the profiles of eight schools; `actor` may keep those of any."""
    scholen = sorted(schools_here(actor.werkruimte).scholen.values(), key=lambda one: one.code)
    random = Random("profielen")  # noqa: S311 - invented, no secret
    chosen = [one for one in scholen if one.in_register and one.pc4][
        :: max(1, len(scholen) // SCHOLEN)
    ]
    stellingen = list(open_basis(find_roots(settings.CATALOGUE)))
    for one, offers in zip(chosen, AANBOD, strict=False):
        inhoud = Profielinhoud(
            basis={
                naam: random.choice((Antwoord.JA, Antwoord.JA, Antwoord.DEELS))
                for naam in stellingen
            },
            extra=tuple(
                Profielextra(soort=soort, vorm=vorm, groepsgrootte=size, plekken=many)
                for soort, vorm, size, many in offers
            ),
            deskundigen=("ib", random.choice(("orthopedagoog", "logopedist", "gedrag"))),
            gebouw=tuple(random.sample(("drempelvrij", "lift", "toilet", "rustruimte"), 2)),
            eigen=EIGEN,
            is_voorbeeld=True,
        )
        jaar = school_year_of(today)
        opzet = Profielopzet(school=one.code, schooljaar=jaar, inhoud=inhoud)
        kept = keep_ondersteuningsprofiel(actor, opzet)
        decide_ondersteuningsprofiel(actor, one.code, jaar, kept.versie)
