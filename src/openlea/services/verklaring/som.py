"""The sum behind a number in words, with the real numbers in it, so that anyone can do it over."""

from openlea.core.cijfer import Cijfer
from openlea.core.indicator import Indicator, Maat
from openlea.core.onthulling import Bereik
from openlea.services.verklaring.getal import range_in_words, written

AFGESCHERMD = (
    "Een aantal onder de 5 is afgeschermd en telt als 1 tot en met 4. "
    "Daarom is de uitkomst een bereik."
)


def sum_in_words(card: Indicator, cijfer: Cijfer) -> tuple[str, ...]:
    """Return the sum in sentences; of a figure that isn't a number, what is known of it."""
    if cijfer.bereik is None:
        return _not_shown(cijfer)
    make = {
        Maat.AANTAL: _counted,
        Maat.AANDEEL: _share,
        Maat.GEMIDDELDE: _mean,
        Maat.WAARDE: _given,
    }[card.maat]
    said = make(card, cijfer, cijfer.bereik)
    return said if cijfer.bereik.precies is not None else (*said, AFGESCHERMD)


def _not_shown(cijfer: Cijfer) -> tuple[str, ...]:
    if cijfer.noemer is None:
        return ()
    return (f"Het gaat om {range_in_words(cijfer.noemer)} in totaal.",)


def _counted(card: Indicator, cijfer: Cijfer, bereik: Bereik) -> tuple[str, ...]:
    uitkomst = range_in_words(bereik, card.eenheid, card.decimalen)
    return (f"{_rows(cijfer)} samen geteld: {uitkomst}.",)


def _share(card: Indicator, cijfer: Cijfer, bereik: Bereik) -> tuple[str, ...]:
    if cijfer.teller is None or cijfer.noemer is None:
        return ()
    if bereik.precies is not None:
        deel, geheel = written(cijfer.teller.laag), written(cijfer.noemer.laag)
        return (f"{deel} van de {geheel}: {_of_hundred(deel, geheel, card, bereik.laag)}.",)
    rest_laag = cijfer.noemer.laag - cijfer.teller.laag
    rest_hoog = cijfer.noemer.hoog - cijfer.teller.hoog
    return (
        _end("Ten minste", cijfer.teller.laag, rest_hoog, card, bereik.laag),
        _end("Ten hoogste", cijfer.teller.hoog, rest_laag, card, bereik.hoog),
    )


def _end(word: str, deel: float, rest: float, card: Indicator, uitkomst: float) -> str:
    geheel = f"({written(deel)} + {written(rest)})"
    return f"{word}: {_of_hundred(written(deel), geheel, card, uitkomst)}."


def _of_hundred(deel: str, geheel: str, card: Indicator, uitkomst: float) -> str:
    ronding = written(uitkomst, card.decimalen)
    return f"100 × {deel} : {geheel} = {ronding} {card.eenheid}"


def _mean(card: Indicator, cijfer: Cijfer, bereik: Bereik) -> tuple[str, ...]:
    over = "" if cijfer.noemer is None else f", gewogen over {range_in_words(cijfer.noemer)}"
    uitkomst = range_in_words(bereik, card.eenheid, card.decimalen)
    return (f"Het gemiddelde van {_rows(cijfer).lower()}{over}: {uitkomst}.",)


def _given(card: Indicator, _cijfer: Cijfer, bereik: Bereik) -> tuple[str, ...]:
    uitkomst = range_in_words(bereik, card.eenheid, card.decimalen)
    return (f"Overgenomen zoals de bron het geeft: {uitkomst}.",)


def _rows(cijfer: Cijfer) -> str:
    return "1 rij" if cijfer.rijen == 1 else f"{written(cijfer.rijen)} rijen"
