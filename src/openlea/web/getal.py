"""A figure as people meet it: its number with unit and period, or a mark that says why not."""

from dataclasses import dataclass

from openlea.core.cijfer import Cijfer
from openlea.core.indicator import Indicator
from openlea.core.onthulling import Bereik, Status
from openlea.core.place import PlaceKey
from openlea.policy.cijfertekst import bereik_tekst, periode_tekst

GEEN_RIJ = "De bron heeft hier geen getal over."
GEEN_WAARDE = "–"


@dataclass(frozen=True, slots=True)
class Merk:
    """The mark of a figure: an icon and a word; the reason says why."""

    icoon: str
    woord: str
    reden: str


BEREIK = Merk(
    "oog", "bereik", "Kleine aantallen zijn afgeschermd: het getal ligt tussen deze twee."
)
MERKEN = {
    Status.NUL: Merk("cirkel", "nul", "Er is geteld, en het is nul."),
    Status.VERBORGEN: Merk("oog", "afgeschermd", "De bron schermt kleine aantallen af."),
    Status.ONBEKEND: Merk("vraag", "niet bekend", GEEN_RIJ),
    Status.NIET_VAN_TOEPASSING: Merk("streepjes", "niet van toepassing", "Hier telt niemand mee."),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Getal:
    """What stands on the page of one figure; `url` explains it, `merk` says what it lacks.

    `tekst` has no unit; `voluit` is the number with unit, or the word of its mark.
    """

    titel: str
    eenheid: str
    tekst: str = ""
    periode: str = ""
    url: str = ""
    merk: Merk | None = None
    bereik: Bereik | None = None

    @property
    def is_nul(self) -> bool:
        """Say whether it was counted, and there is none."""
        return self.bereik is not None and self.bereik.hoog == 0

    @property
    def voluit(self) -> str:
        """Return '4,4 %', or the word of the mark."""
        if not self.tekst:
            return self.merk.woord if self.merk else GEEN_WAARDE
        return self.tekst + ("\N{NO-BREAK SPACE}" + self.eenheid if self.eenheid else "")


def shown(cijfer: Cijfer, card: Indicator, url: str = "") -> Getal:
    """Return a figure as it stands on a page; `url` is where it's explained."""
    bereik = cijfer.bereik
    return Getal(
        titel=card.titel,
        eenheid=card.eenheid,
        tekst=bereik_tekst(bereik, card.decimalen) if bereik else "",
        periode=periode_tekst(cijfer.periode),
        url=url,
        merk=mark_of(cijfer),
        bereik=bereik,
    )


def missing(card: Indicator, key: PlaceKey) -> Getal:
    """Return what stands where a place has no figure: of its kind there is none, or no source."""
    reden = card.geen_niveau.get(key.kind)
    status = Status.NIET_VAN_TOEPASSING if reden else Status.ONBEKEND
    merk = MERKEN[status]
    return Getal(
        titel=card.titel,
        eenheid=card.eenheid,
        merk=Merk(merk.icoon, merk.woord, reden or GEEN_RIJ),
    )


def mark_of(cijfer: Cijfer) -> Merk | None:
    """Return the mark of a figure, with its own reason when it has one; none when it's known."""
    if cijfer.status is Status.BEKEND:
        return None
    if cijfer.status is Status.VERBORGEN and cijfer.bereik is not None:
        return BEREIK
    merk = MERKEN[cijfer.status]
    return Merk(merk.icoon, merk.woord, cijfer.reden or merk.reden)
