"""Which asks a figure makes that only partners know, and when one of those is answered."""

from collections.abc import Collection, Iterable
from datetime import date, timedelta

from openlea.core.partij import Partij, PartijSoort
from openlea.core.place import PlaceKind
from openlea.core.verzoek import OnderwerpSoort, Verzoek, VerzoekSoort, Waarom
from openlea.policy.verzoek import Wie

DAGEN = timedelta(days=28)
"""Time to find out what has to be asked within one's own organisation."""


def due_cijfers(
    bron: str, titel: str, partijen: Iterable[Partij], today: date, wie: Wie
) -> tuple[Verzoek, ...]:
    """Return an ask for each schoolbestuur with somebody to receive it, once a year.

    `bron` is the id of the source that is asked for, `titel` what it's called.
    """
    return tuple(
        Verzoek(
            soort=VerzoekSoort.CIJFERS,
            onderwerp=OnderwerpSoort.BRON,
            code=bron,
            aan=aan,
            partij=partij.code,
            periode=str(today.year),
            vraag=f"Geef de cijfers van {partij.naam}: {titel}.",
            waarom=Waarom.AFSPRAAK,
            voor=today + DAGEN,
            gemaakt_op=today,
        )
        for partij in partijen
        if partij.soort is PartijSoort.SCHOOLBESTUUR and (aan := wie(partij.code, bron)) is not None
    )


def is_answered(partij: Partij, besturen: Collection[str], gever: str) -> bool:
    """Say whether a partij gave its figures: its bestuur is in the table, or it gave it itself.

    `besturen` are the codes in the table, `gever` the code of the partij of who brought it.
    """
    word, _, code = partij.plaats.partition(":")
    known = word == PlaceKind.BESTUUR and code in besturen
    return known or (bool(gever) and partij.code == gever)
