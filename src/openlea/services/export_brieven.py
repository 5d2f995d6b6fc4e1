"""Take all letters of a round along as one zip; that they went out stands in the log."""

from collections.abc import Iterator

from openlea.core.logboek import Logsoort
from openlea.policy.rechten import Actor, Noun
from openlea.services.log_deed import log_deed
from openlea.services.plaats.briefuit import letter_files
from openlea.services.plaats.pakket import pack
from openlea.services.read_uitkomsten import read_uitkomsten


def export_brieven(actor: Actor, ronde_pk: int) -> Iterator[bytes]:
    """Return a zip with a letter per child and samenvoegbestand.csv, piece by piece.

    NotAllowed for who may not see applications, NotFound when nothing was drawn or it was erased.
    """
    outcome = read_uitkomsten(actor, ronde_pk, "alle brieven meegenomen")
    log_deed(
        actor,
        "brieven meegenomen",
        f"ronde {ronde_pk}",
        f"{outcome.height} brieven",
        soort=Logsoort.EXPORTEREN,
        noun=Noun.AANMELDING,
    )
    return pack(letter_files(outcome))
