"""Lays counts among the tables of the werkruimte, so that indicators are computed of them."""

import csv
import io

from django.conf import settings

from openlea.catalogue.shelf import open_shelf
from openlea.core.bron import Bestand
from openlea.core.catalogue import find_roots
from openlea.core.telling import Telstaat
from openlea.services.compute_figures import compute_figures
from openlea.services.kolommen.deel import changes_nothing, whole_of
from openlea.services.laden.inname import commit
from openlea.services.laden.lezen import Herkomst, announce, read_offer
from openlea.services.laden.plank import plek_of

BRON = "registratie_tellingen"
HEADS = ("Periode", "Soort", "Maat", "Gebied", "Code", "Laag", "Hoog")


def feed_tables(slug: str, staat: Telstaat, plaats: str) -> bool:
    """Put the counts in the table of this layer in place of those of this kind and period.

    `plaats` is the code that stands for the whole. Returns whether anything changed.
    """
    plek = plek_of(BRON, slug)
    file = Bestand(
        naam=f"telling-{staat.soort}-{staat.periode}.csv", inhoud=_written(staat, plaats)
    )
    aanbod = read_offer(plek.source, announce(plek.source, slug, [file], Herkomst()), [file])
    whole = whole_of(plek, aanbod)
    if not plek.is_withdrawn and changes_nothing(plek, whole.rijen):
        return False
    commit(plek, whole)
    return True


def compute_counted(slug: str) -> None:
    """Compute the figures of the indicators that read these counts."""
    shelf = open_shelf(find_roots(settings.CATALOGUE))
    wanted = [name for name, one in shelf.indicators.items() if BRON in one.needs]
    if wanted:
        compute_figures(wanted, laag=slug)


def _written(staat: Telstaat, plaats: str) -> bytes:
    """Return the counts as the file that the source declares; what is unknown stays out."""
    text = io.StringIO()
    out = csv.writer(text, delimiter=";", lineterminator="\r\n")
    out.writerow(HEADS)
    for one in staat.rijen:
        if one.bereik is not None:
            ends = (f"{one.bereik.laag:g}", f"{one.bereik.hoog:g}")
            out.writerow(
                (staat.periode, staat.soort, one.maat, one.gebied, one.code or plaats, *ends)
            )
    return text.getvalue().encode()
