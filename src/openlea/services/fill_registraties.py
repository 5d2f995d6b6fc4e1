"""Fill the demo with made-up registrations of a gemeente: real schools, children nobody is."""

from collections.abc import Callable, Iterator
from datetime import date

from openlea.services._demo_leerplicht import fill_leerplicht
from openlea.services._demo_overgangen import fill_overgangen
from openlea.services._demo_passend import fill_passend
from openlea.services._demo_voorschool import fill_voorschool
from openlea.services.tellen.voeden import compute_counted
from openlea.storage.records.models import Werkruimte

Filler = Callable[[Werkruimte, date], bool]
FILLERS: tuple[tuple[Filler, str], ...] = (
    (fill_voorschool, "Verzonnen peuters, plaatsen en tarieven voor de voorschool."),
    (fill_passend, "Verzonnen TLV's, arrangementen en voorbeelden van wat scholen bieden."),
    (fill_leerplicht, "Verzonnen meldingen van twee schooljaren voor leerplicht."),
    (fill_overgangen, "Verzonnen overgangen van twee schooljaren, van voorschool tot werk."),
)
"""Who fills what, and what is said of it; each leaves alone what is there."""


def fill_registraties(slug: str, today: date) -> Iterator[str]:
    """Yield a sentence per part that was filled; run it after the public tables are there."""
    werkruimte = Werkruimte.objects.get(slug=slug)
    filled = [sentence for fill, sentence in FILLERS if fill(werkruimte, today)]
    if filled:
        compute_counted(slug)
    yield from filled
