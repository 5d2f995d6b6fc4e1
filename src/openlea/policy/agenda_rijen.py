"""An agenda laid out in rows per sheet, so that a fault can name its place and a workbook its rows.

The words for the sheets, and which field names which thing, stand here once: the rules of
`agenda_controle` and the workbook of `services/xlsx` both read them.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from openlea.core.agenda import Agenda

AGENDA = "Agenda"
PARTIJEN = "Partijen"
WERKGROEPEN = "Werkgroepen"
AMBITIES = "Ambities"
SPEERPUNTEN = "Speerpunten"
ACTIES = "Acties"
BETROKKENEN = "Betrokkenen"
VERWIJZINGEN = "Verwijzingen"
VOORTGANG = "Voortgang"
STREEFWAARDEN = "Streefwaarden"
JAARWAARDEN = "Jaarwaarden"
GELDSTROMEN = "Geldstromen"
BEGROTING = "Begroting"
WIJZIGINGEN = "Wijzigingen"
REALISATIE = "Realisatie"
SUBSIDIES = "Subsidies"
DOELEN = "Doelen"
INDICATOREN = "Indicatoren"
VERBANDEN = "Verbanden"

OUDER = "ouder"
"""The field of a row that names the thing it hangs under, such as the speerpunt of an actie."""

SLEUTELS: Mapping[str, tuple[str, ...]] = {
    PARTIJEN: ("code",),
    WERKGROEPEN: ("naam",),
    AMBITIES: ("code",),
    SPEERPUNTEN: ("code",),
    ACTIES: ("code",),
    BETROKKENEN: (OUDER, "partij"),
    VERWIJZINGEN: (OUDER, "soort", "naar"),
    VOORTGANG: (OUDER, "op"),
    STREEFWAARDEN: ("code",),
    JAARWAARDEN: (OUDER, "jaar"),
    GELDSTROMEN: ("code",),
    BEGROTING: ("code",),
    WIJZIGINGEN: ("post", "jaar", "stand"),
    REALISATIE: ("post", "op", "soort"),
    SUBSIDIES: ("kenmerk",),
    DOELEN: ("code",),
    INDICATOREN: ("code",),
    VERBANDEN: ("van", "naar", "teken"),
}
"""Sheet to the fields by which a person names one of its rows, in the order of the workbook."""

KINDEREN: Mapping[str, str] = {
    SPEERPUNTEN: AMBITIES,
    ACTIES: SPEERPUNTEN,
    BETROKKENEN: ACTIES,
    VERWIJZINGEN: ACTIES,
    VOORTGANG: ACTIES,
    JAARWAARDEN: STREEFWAARDEN,
}
"""Sheet to the sheet that its rows hang under."""

VERWIJST: Mapping[tuple[str, str], tuple[str, ...]] = {
    (AGENDA, "ondertekenaars"): (PARTIJEN,),
    (SPEERPUNTEN, "trekker"): (PARTIJEN,),
    (ACTIES, "werkgroep"): (WERKGROEPEN,),
    (ACTIES, "samengevoegd_met"): (ACTIES,),
    (ACTIES, "opgevolgd_door"): (ACTIES,),
    (BETROKKENEN, "partij"): (PARTIJEN,),
    (STREEFWAARDEN, "bij"): (ACTIES, SPEERPUNTEN, INDICATOREN),
    (STREEFWAARDEN, "eigenaar"): (PARTIJEN,),
    (BEGROTING, "bij"): (ACTIES, SPEERPUNTEN, AMBITIES),
    (BEGROTING, "kop"): (BEGROTING,),
    (BEGROTING, "geldstroom"): (GELDSTROMEN,),
    (WIJZIGINGEN, "post"): (BEGROTING,),
    (REALISATIE, "post"): (BEGROTING,),
    (REALISATIE, "geldstroom"): (GELDSTROMEN,),
    (SUBSIDIES, "post"): (BEGROTING,),
    (SUBSIDIES, "ontvanger"): (PARTIJEN,),
    (VERBANDEN, "van"): (DOELEN, SPEERPUNTEN, ACTIES, INDICATOREN),
    (VERBANDEN, "naar"): (DOELEN, SPEERPUNTEN, ACTIES, INDICATOREN),
}
"""Field to the sheets in which its code must stand."""


@dataclass(frozen=True, slots=True)
class Rij:
    """One row: its sheet, its number from nought, what it hangs under, and the value itself."""

    blad: str
    nummer: int
    ouder: str
    waarde: Any

    def veld(self, naam: str) -> Any:
        """Return a field of the row; a werkgroep is its own name."""
        if naam == OUDER:
            return self.ouder
        return self.waarde if isinstance(self.waarde, str) else getattr(self.waarde, naam)

    @property
    def sleutel(self) -> str:
        """Return the words by which a person finds this row, such as '1A1'."""
        return " ".join(str(self.veld(naam)) for naam in SLEUTELS[self.blad])


Rijen = Mapping[str, Sequence[Rij]]


def lay_out(agenda: Agenda) -> Rijen:
    """Return every row of an agenda, per sheet, in printed order."""
    return {
        blad: tuple(Rij(blad, n, ouder, waarde) for n, (ouder, waarde) in enumerate(waarden))
        for blad, waarden in _sheets(agenda)
    }


def _sheets(agenda: Agenda) -> Iterator[tuple[str, Iterable[tuple[str, Any]]]]:
    acties, geld, net = agenda.acties, agenda.begroting, agenda.netwerk
    yield PARTIJEN, _loose(agenda.partijen)
    yield WERKGROEPEN, _loose(agenda.werkgroepen)
    yield AMBITIES, _loose(agenda.ambities)
    yield SPEERPUNTEN, _under(agenda.ambities, "speerpunten")
    yield ACTIES, _under(agenda.speerpunten, "acties")
    yield BETROKKENEN, _under(acties, "betrokkenen")
    yield VERWIJZINGEN, _under(acties, "verwijzingen")
    yield VOORTGANG, _under(acties, "voortgang")
    yield STREEFWAARDEN, _loose(agenda.streefwaarden)
    yield JAARWAARDEN, _under(agenda.streefwaarden, "jaren")
    yield GELDSTROMEN, _loose(geld.geldstromen)
    yield BEGROTING, _loose(geld.posten)
    yield WIJZIGINGEN, _loose(geld.wijzigingen)
    yield REALISATIE, _loose(geld.boekingen)
    yield SUBSIDIES, _loose(geld.subsidies)
    yield DOELEN, _loose(net.doelen)
    yield INDICATOREN, _loose(net.indicatoren)
    yield VERBANDEN, _loose(net.verbanden)


def _loose(waarden: Iterable[Any]) -> Iterator[tuple[str, Any]]:
    return (("", waarde) for waarde in waarden)


def _under(ouders: Iterable[Any], veld: str) -> Iterator[tuple[str, Any]]:
    return ((ouder.code, kind) for ouder in ouders for kind in getattr(ouder, veld))
