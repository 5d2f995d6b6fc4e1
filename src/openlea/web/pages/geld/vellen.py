"""The page of the money as sheets of a workbook: the same lines, in the same order."""

from collections.abc import Iterable, Sequence

from openlea.services.write_geld_xlsx import Rij, Vel
from openlea.web.pages.geld.overzicht import Overzicht
from openlea.web.pages.geld.tabel import Regel


def vellen_van(overzicht: Overzicht) -> tuple[Vel, ...]:
    """Return the sheets: the begroting, per taakveld, the dekking, and what asks attention."""
    jaren = overzicht.agenda.jaren
    woord = overzicht.weergave.label
    groepen = [regel for groep in overzicht.groepen for regel in (groep.kop, *groep.regels)]
    slot = [overzicht.totaal, *overzicht.vrij]
    onder = [*overzicht.dekking, *overzicht.besteed]
    return (
        _vel(f"{woord}", jaren, [*groepen, *slot]),
        _vel("Per taakveld", jaren, [*overzicht.taakvelden, overzicht.totaal]),
        _vel("Dekking", jaren, onder),
        Vel(
            "Let op",
            ("Waar", "Ernst", "Wat", "Waarom"),
            tuple(Rij((m.waar, m.ernst, m.kort, m.tekst)) for m in overzicht.meldingen),
        ),
    )


def _vel(naam: str, jaren: Sequence[int], regels: Iterable[Regel]) -> Vel:
    koppen = ("Code", "Omschrijving", "T.o.v. vorige periode", *map(str, jaren), "Toelichting")
    return Vel(naam, koppen, tuple(_rij(regel) for regel in regels))


def _rij(regel: Regel) -> Rij:
    inspringen = "    " * regel.diep
    cellen = (regel.code, f"{inspringen}{regel.naam}", regel.verschil, *regel.bedragen, regel.noot)
    return Rij(cellen, vet=regel.soort in {"groep", "speerpunt", "totaal"})
