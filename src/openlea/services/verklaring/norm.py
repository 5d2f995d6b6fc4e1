"""What a figure is held to, and where that is written."""

from openlea.catalogue.shelf import IndicatorFile
from openlea.services.verklaring.getal import with_unit, written


def norm_of(entry: IndicatorFile) -> str:
    """Return what a figure is held to and where that is written; empty without a norm."""
    card = entry.card
    if card.norm is None:
        return ""
    norm = with_unit(written(card.norm, card.decimalen), card.eenheid)
    return f"{norm} ({card.norm_bron})" if card.norm_bron else norm
