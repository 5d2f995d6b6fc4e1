"""The sum behind a number in words, with the real numbers in it, so that anyone can do it over."""

from openlea.core.cijfer import Cijfer
from openlea.core.indicator import Indicator, Maat
from openlea.core.onthulling import Bereik
from openlea.services.verklaring.getal import range_in_words, with_unit, written

AFGESCHERMD = (
    "Een aantal onder de 5 is afgeschermd en telt als 1 tot en met 4. "
    "Daarom is de uitkomst een bereik."
)
TOCH_BEKEND = (
    "Een aantal onder de 5 is afgeschermd en telt als 1 tot en met 4. "
    "Welk getal het ook is: de uitkomst blijft gelijk."
)
PARTS = 1
"""Most counts are whole; jobs are counted in tenths."""
MIN, MAX = "Ten minste", "Ten hoogste"
_SAME = 0.01
"""Two wholes that differ less than this part of one are the same sum, up to how a float ends."""


def sum_in_words(card: Indicator, cijfer: Cijfer) -> tuple[str, ...]:
    """Return the sum in sentences; of a figure that isn't a number, what is known of it."""
    if cijfer.bereik is None:
        return _not_shown(cijfer)
    make = {
        Maat.AANTAL: _counted,
        Maat.AANDEEL: _share,
        Maat.VERHOUDING: _ratio,
        Maat.GEMIDDELDE: _mean,
        Maat.WAARDE: _given,
    }[card.maat]
    said = make(card, cijfer, cijfer.bereik)
    if cijfer.bereik.precies is None:
        return (*said, AFGESCHERMD)
    return (*said, TOCH_BEKEND) if _hides(cijfer) else said


def _hides(cijfer: Cijfer) -> bool:
    """Say whether a count behind the number is hidden, though the number itself is known."""
    return any(one.precies is None for one in (cijfer.teller, cijfer.noemer) if one)


def _not_shown(cijfer: Cijfer) -> tuple[str, ...]:
    if cijfer.noemer is None:
        return ()
    return (f"Het gaat om {range_in_words(cijfer.noemer, decimalen=PARTS)} in totaal.",)


def _counted(card: Indicator, cijfer: Cijfer, bereik: Bereik) -> tuple[str, ...]:
    uitkomst = range_in_words(bereik, card.eenheid, card.decimalen)
    return (f"{_rows(cijfer)} samen geteld: {uitkomst}.",)


def _share(card: Indicator, cijfer: Cijfer, bereik: Bereik) -> tuple[str, ...]:
    teller, noemer = cijfer.teller, cijfer.noemer
    if teller is None or noemer is None:
        return ()
    if teller.precies is not None and noemer.precies is not None:
        geheel = _count(noemer.laag)
        som = _of_hundred(teller.laag, geheel, bereik.laag, card)
        return (f"{_count(teller.laag)} van de {geheel}: {som}.",)
    low = _whole(teller.laag, noemer.hoog - teller.hoog, bereik.laag)
    high = _whole(teller.hoog, noemer.laag - teller.laag, bereik.hoog)
    return (
        f"{MIN}: {_of_hundred(teller.laag, low, bereik.laag, card)}.",
        f"{MAX}: {_of_hundred(teller.hoog, high, bereik.hoog, card)}.",
    )


def _whole(deel: float, rest: float, uitkomst: float) -> str:
    """Return what is divided by: part and rest, or the whole when the rest isn't counted apart."""
    whole = 100 * deel / uitkomst if uitkomst else deel + rest
    if abs(whole - deel - rest) > _SAME:
        return _count(whole)
    return f"({_count(deel)} + {_count(rest)})"


def _of_hundred(deel: float, geheel: str, uitkomst: float, card: Indicator) -> str:
    ronding = written(uitkomst, card.decimalen)
    return f"100 × {_count(deel)} : {geheel} = {ronding} {card.eenheid}"


def _ratio(card: Indicator, cijfer: Cijfer, bereik: Bereik) -> tuple[str, ...]:
    if cijfer.teller is None or cijfer.noemer is None:
        return ()
    low = _divided(cijfer.teller.laag, cijfer.noemer.hoog, bereik.laag, card)
    if cijfer.teller.precies is not None and cijfer.noemer.precies is not None:
        return (f"{low}.",)
    high = _divided(cijfer.teller.hoog, cijfer.noemer.laag, bereik.hoog, card)
    return (f"{MIN}: {low}.", f"{MAX}: {high}.")


def _divided(boven: float, onder: float, uitkomst: float, card: Indicator) -> str:
    ronding = with_unit(written(uitkomst, card.decimalen), card.eenheid)
    return f"{_count(boven)} : {_count(onder)} = {ronding}"


def _mean(card: Indicator, cijfer: Cijfer, bereik: Bereik) -> tuple[str, ...]:
    over = f", gewogen over {_counts(cijfer.noemer)}" if cijfer.noemer else ""
    uitkomst = range_in_words(bereik, card.eenheid, card.decimalen)
    return (f"Het gemiddelde van {_rows(cijfer).lower()}{over}: {uitkomst}.",)


def _given(card: Indicator, _cijfer: Cijfer, bereik: Bereik) -> tuple[str, ...]:
    uitkomst = range_in_words(bereik, card.eenheid, card.decimalen)
    return (f"Overgenomen zoals de bron het geeft: {uitkomst}.",)


def _counts(bereik: Bereik) -> str:
    laag, hoog = _count(bereik.laag), _count(bereik.hoog)
    return laag if laag == hoog else f"{laag} tot {hoog}"


def _count(value: float) -> str:
    """Return a count: whole as it is, and a part of a job with one decimal."""
    return written(value, PARTS)


def _rows(cijfer: Cijfer) -> str:
    return "1 rij" if cijfer.rijen == 1 else f"{written(cijfer.rijen)} rijen"
