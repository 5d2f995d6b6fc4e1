"""Which boards are asked to fill in how one applies at their schools, and which school is left."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from openlea.core.verzoek import OnderwerpSoort, Verzoek, VerzoekSoort, Waarom
from openlea.policy.schrijfwijze import count, listing
from openlea.policy.verzoek import Wie

DAGEN = timedelta(days=28)
"""Time to ask it within one's own organisation."""
TOLD = 4
"""So many schools are named in a question; the page names the others."""


def due_aanmeldbeleid(
    missing: Mapping[str, Sequence[str]], schooljaar: str, today: date, wie: Wie
) -> tuple[Verzoek, ...]:
    """Return an ask for each partij (by code) with schools (by name) that nobody filled in.

    A partij without anybody to receive it makes no ask; the page shows its schools all the same.
    """
    return tuple(
        Verzoek(
            soort=VerzoekSoort.AANMELDBELEID,
            onderwerp=OnderwerpSoort.SCHOOLJAAR,
            code=schooljaar,
            aan=aan,
            partij=partij,
            periode=schooljaar,
            vraag=question(scholen, schooljaar),
            waarom=Waarom.AGENDA,
            voor=today + DAGEN,
            gemaakt_op=today,
        )
        for partij, scholen in missing.items()
        if scholen and (aan := wie(partij, "")) is not None
    )


def question(scholen: Sequence[str], schooljaar: str) -> str:
    """Return in Dutch what is asked about these schools."""
    more = len(scholen) - TOLD
    named = list(scholen) if more <= 1 else [*scholen[:TOLD], count(more, "andere", "andere")]
    return f"Hoe meld je een kind aan voor {schooljaar}? Vul het in voor {listing(named)}."
