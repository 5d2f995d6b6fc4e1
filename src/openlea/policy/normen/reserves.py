"""From which amount the reserves of a samenwerkingsverband or a schoolbestuur call for a reason."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Self

from openlea.core.errors import BadInput, Fout
from openlea.core.notatie import euro
from openlea.policy.normen.gegeven import Gegeven, Soort
from openlea.policy.normen.invoer import Invoer
from openlea.policy.normen.norm import Norm
from openlea.policy.normen.uitkomst import Uitkomst, decimal, half_up, written
from openlea.policy.normen.wetsdag import Wetsdag

SWV, BESTUUR = "PO-14", "BST-03"
HONDERD = 100
"""Percent, and cents in a euro."""


def signal_of_swv(baten: Fraction, percentage: Fraction, minimum: Fraction) -> Fraction:
    """Return the signaleringswaarde of a samenwerkingsverband, in the unit of `baten`."""
    return max(baten * percentage / HONDERD, minimum)


@dataclass(frozen=True, slots=True, kw_only=True)
class Vermogensregel:
    """The numbers of the signaleringswaarde of a schoolbestuur; amounts in whole euros."""

    deel_gebouwen: Fraction
    index: Fraction
    factor_groot: Fraction
    baten_groot: Fraction
    factor_klein: Fraction
    baten_klein: Fraction
    vast_bedrag: Fraction

    @classmethod
    def of(cls, wet: Wetsdag) -> Self:
        """Return the rule that holds on the day of this law."""
        return cls(
            deel_gebouwen=wet.deel(BESTUUR, "deel_gebouwen"),
            index=wet.deel(BESTUUR, "index"),
            factor_groot=wet.deel(BESTUUR, "factor_groot"),
            baten_groot=wet.deel(BESTUUR, "baten_groot"),
            factor_klein=wet.deel(BESTUUR, "factor_klein"),
            baten_klein=wet.deel(BESTUUR, "baten_klein"),
            vast_bedrag=wet.deel(BESTUUR, "vast_bedrag"),
        )

    def factor(self, baten: Fraction) -> Fraction | None:
        """Return what `baten` count for; None in between, where the source doesn't tell how."""
        if baten >= self.baten_groot:
            return self.factor_groot
        return self.factor_klein if baten == self.baten_klein else None

    def signal(self, gebouwen: Fraction, overige: Fraction, buffer: Fraction) -> Fraction:
        """Return the signaleringswaarde: a part of buildings, other assets and a buffer."""
        return self.deel_gebouwen * gebouwen * self.index + overige + buffer


def _swv(invoer: Invoer, wet: Wetsdag) -> Uitkomst:
    baten = Fraction(invoer.getal("baten"))
    percentage, minimum = wet.deel(SWV, "percentage"), wet.deel(SWV, "minimum")
    signal = signal_of_swv(baten, percentage, minimum)
    return Uitkomst(
        norm="signaleringswaarde_swv",
        waarde=decimal(signal),
        eenheid="euro",
        oordeel=_above(invoer, signal),
        toelichting=(
            f"{written(percentage)} % van {_euro(baten)} is {_euro(baten * percentage / HONDERD)}; "
            f"de grens is ten minste {_euro(minimum)}. De signaleringswaarde is {_euro(signal)}."
        ),
    )


def _bestuur(invoer: Invoer, wet: Wetsdag) -> Uitkomst:
    regel = Vermogensregel.of(wet)
    gebouwen, overige = Fraction(invoer.getal("gebouwen")), Fraction(invoer.getal("overige"))
    baten = Fraction(invoer.getal("baten"))
    small = baten < regel.baten_klein
    buffer = regel.vast_bedrag if small else baten * _factor(invoer, regel, baten)
    signal = regel.signal(gebouwen, overige, buffer)
    return Uitkomst(
        norm="signaleringswaarde_bestuur",
        waarde=decimal(signal),
        eenheid="euro",
        oordeel=_above(invoer, signal),
        toelichting=(
            f"Gebouwen {_euro(signal - overige - buffer)}, overige materiële vaste activa "
            f"{_euro(overige)} en buffer {_euro(buffer)}: de signaleringswaarde is "
            f"{_euro(signal)}."
        ),
    )


def _factor(invoer: Invoer, regel: Vermogensregel, baten: Fraction) -> Fraction:
    """Return the factor; BadInput when nobody read it in the source and it wasn't told either."""
    known = regel.factor(baten)
    if known is not None:
        return known
    if "factor" not in invoer:
        reden = (
            f"ontbreekt. Tussen {_euro(regel.baten_klein)} en {_euro(regel.baten_groot)} baten "
            f"loopt de factor van {written(regel.factor_klein)} naar "
            f"{written(regel.factor_groot)}; hoe, is niet nagelezen. Geef de factor zelf."
        )
        raise BadInput([Fout("", "factor", reden)])
    told = Fraction(invoer.getal("factor"))
    if not regel.factor_groot <= told <= regel.factor_klein:
        low, high = written(regel.factor_groot), written(regel.factor_klein)
        raise BadInput([Fout("", "factor", f"moet tussen {low} en {high} liggen.")])
    return told


def _above(invoer: Invoer, signal: Fraction) -> str:
    if "vermogen" not in invoer:
        return ""
    above = Fraction(invoer.getal("vermogen")) > signal
    return "boven de signaleringswaarde" if above else "niet boven de signaleringswaarde"


def _euro(amount: Fraction) -> str:
    return euro(half_up(amount * HONDERD))


def _amount(naam: str, betekenis: str, *, verplicht: bool = True) -> Gegeven:
    return Gegeven(
        naam=naam,
        betekenis=betekenis,
        soort=Soort.GETAL,
        eenheid="euro",
        verplicht=verplicht,
    )


VERMOGEN = _amount("vermogen", "het eigen vermogen, om na te kijken", verplicht=False)
NORMEN = (
    Norm(
        naam="signaleringswaarde_swv",
        titel="Signaleringswaarde reserves van een samenwerkingsverband",
        eenheid="euro",
        plichten=(SWV,),
        gegevens=(_amount("baten", "totale bruto baten van een jaar"), VERMOGEN),
        rekenen=_swv,
    ),
    Norm(
        naam="signaleringswaarde_bestuur",
        titel="Signaleringswaarde eigen vermogen van een schoolbestuur",
        eenheid="euro",
        plichten=(BESTUUR,),
        gegevens=(
            _amount("gebouwen", "aanschafwaarde van de gebouwen"),
            _amount("overige", "boekwaarde van de overige materiële vaste activa"),
            _amount("baten", "totale baten van een jaar"),
            Gegeven(
                naam="factor",
                betekenis="de factor bij baten die niet groot en niet klein zijn",
                soort=Soort.GETAL,
                verplicht=False,
                maximum=Decimal(1),
            ),
            VERMOGEN,
        ),
        rekenen=_bestuur,
    ),
)
