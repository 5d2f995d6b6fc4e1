"""What stands out of a place, from its figures and those of the places it's held to."""

from collections.abc import Iterator
from dataclasses import dataclass

from openlea.catalogue.shelf import IndicatorFile
from openlea.core.cijfer import Cijfer
from openlea.core.indicator import Maat, Richting, Soort
from openlea.core.place import PlaceKind
from openlea.policy.cijfertekst import periode_tekst
from openlea.policy.valt_op import Ligging, Opvallend, Waarneming, valt_op
from openlea.storage.figures.plaats import Plaats
from openlea.web.pages.cijfers.adres import verklaar_adres
from openlea.web.pages.cijfers.stand import Stand

SIZES = frozenset({"inwoners", "leerlingen", "vestigingen"})
"""Units that say how large a place is: a large one isn't special for being large."""
OF_SCHOOLS = frozenset({PlaceKind.SCHOOL, PlaceKind.BESTUUR})
"""Of these only what is wished counts: that a school has one denomination is no news."""
TEKENS = {
    Ligging.HOGER: ("pijl-op", "Hoger"),
    Ligging.LAGER: ("pijl-neer", "Lager"),
    Ligging.BINNEN: ("vinkje", "Vergelijkbaar"),
    Ligging.OPEN: ("vraag", "Niet te zeggen"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Punt:
    """A sentence as it's shown: an icon and a word, the sentence in parts, period and address."""

    opvallend: Opvallend
    icoon: str
    woord: str
    periode: str
    url: str


def what_stands_out(stand: Stand) -> tuple[Punt, ...]:
    """Return at most five sentences, the most striking first; none without a comparison."""
    seen = dict(_seen(stand))
    told = valt_op(where(stand.plaats), seen, stand.vergelijking.in_zin)
    return tuple(_punt(stand, one, seen[one.waarneming]) for one in told)


def where(plaats: Plaats) -> str:
    """Return how a sentence begins: 'In Hilversum', 'Op De School', 'Bij schoolbestuur 40123'."""
    naam, code = plaats.naam, plaats.key.code
    match plaats.key.kind:
        case PlaceKind.SCHOOL:
            return f"Op {naam}"
        case PlaceKind.BESTUUR:
            return f"Bij schoolbestuur {code}" if naam == code else f"Bij {naam}"
        case PlaceKind.SWV:
            return f"In samenwerkingsverband {code}" if naam == code else f"In {naam}"
        case PlaceKind.RMC:
            return f"In RMC-regio {code}" if naam == code else f"In de RMC-regio {naam}"
    return f"In {naam}"


def _seen(stand: Stand) -> Iterator[tuple[Waarneming, Cijfer]]:
    for indicator, reeks in stand.eigen.items():
        file, latest = stand.kaarten[indicator], reeks[-1]
        band = stand.band(indicator, latest.periode)
        if latest.bereik is None or band is None or not _compares(file, stand):
            continue
        card = file.card
        yield (
            Waarneming(
                indicator=indicator,
                veld=file.veld,
                periode=latest.periode,
                zin=card.zin,
                eenheid=card.eenheid,
                decimalen=card.decimalen,
                richting=card.richting,
                is_context=card.soort is Soort.CONTEXT,
                eigen=latest.bereik,
                anderen=band.midden,
            ),
            latest,
        )


def _compares(file: IndicatorFile, stand: Stand) -> bool:
    """Say whether a figure tells more than how large a place is."""
    if file.card.maat is Maat.AANTAL or file.card.eenheid in SIZES or not file.card.zin:
        return False
    return stand.key.kind not in OF_SCHOOLS or file.card.richting is not Richting.GEEN


def _punt(stand: Stand, one: Opvallend, cijfer: Cijfer) -> Punt:
    icoon, woord = TEKENS[one.ligging]
    return Punt(
        opvallend=one,
        icoon=icoon,
        woord=woord,
        periode=periode_tekst(cijfer.periode),
        url=verklaar_adres(stand.slug, cijfer),
    )
