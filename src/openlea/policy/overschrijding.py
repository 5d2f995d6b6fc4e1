"""Rows on which more is spent or committed than there is."""

from collections.abc import Iterator

from openlea.core.begroting import Begroting, Stand
from openlea.core.notatie import euro
from openlea.core.signaal import Ernst, Signaal
from openlea.policy.realisatie import mutaties, realisatie_per_post
from openlea.policy.rijen import rijen_van


def signal_overschrijding(begroting: Begroting, stand: Stand) -> Iterator[Signaal]:
    """Yield a signal per row and year that is overspent, overcommitted or booked on no row."""
    rijen = rijen_van(begroting)
    alle = mutaties(begroting)
    for realisatie in realisatie_per_post(begroting, sorted({m.jaar for m in alle}), stand):
        if realisatie.vrij >= 0 or not (realisatie.verplicht or realisatie.besteed):
            continue
        naam = rijen.posten[realisatie.post].omschrijving
        budget = f"het budget is {euro(realisatie.bedrag)}"
        if realisatie.besteed > realisatie.bedrag:
            tekst = f"{naam}: in {realisatie.jaar} is {euro(realisatie.besteed)} besteed, {budget}."
            yield Signaal("overschrijding", Ernst.FOUT, tekst, realisatie.post)
        else:
            samen = euro(realisatie.besteed + realisatie.verplicht)
            tekst = f"{naam}: in {realisatie.jaar} is {samen} besteed of verplicht, {budget}."
            yield Signaal("overschrijding", Ernst.WAARSCHUWING, tekst, realisatie.post)
    for mutatie in alle:
        if mutatie.post not in rijen.posten:
            tekst = f"Er is geld geboekt op {mutatie.post}, maar die rij is er niet."
            yield Signaal("boeking_zonder_post", Ernst.FOUT, tekst, mutatie.post)
