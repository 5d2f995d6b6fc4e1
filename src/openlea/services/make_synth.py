"""Make up a registration of a gemeente: real schools and postcodes, children who don't exist."""

from openlea.core.errors import BadInput, Fout
from openlea.core.place import PlaceKey
from openlea.services.synth.bronnen import maker_of
from openlea.services.synth.gemeentebeeld import gemeentebeeld

MOST = 1_000_000


def make_synth(
    bron: str, gemeente: PlaceKey, naam: str, *, seed: int, aantal: int | None = None
) -> bytes:
    """Return a csv as a sender would give it; the same seed gives the same bytes.

    NotFound for a source that can't be made up or a gemeente without schools, BadInput for a
    number of rows that can't be.
    """
    maker = maker_of(bron)
    if aantal is not None and not 0 < aantal <= MOST:
        raise BadInput([Fout("", "aantal", f"Kies 1 tot {MOST} rijen.")])
    return maker(gemeentebeeld(gemeente, naam), seed, aantal)
