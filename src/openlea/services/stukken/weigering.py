"""Why a file can't be kept, or can't be made public."""

from openlea.core.errors import BadInput, Fout


def refused(reden: str) -> BadInput:
    """Return the refusal at the field of the file."""
    return BadInput([Fout("", "bestand", reden)])
