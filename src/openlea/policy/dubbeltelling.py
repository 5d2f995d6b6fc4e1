"""Rows that count twice, and header rows that differ from the rows under them."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate, takewhile

from openlea.core.begroting import Begroting, Post, Stand
from openlea.core.notatie import euro
from openlea.core.signaal import Ernst, Signaal
from openlea.policy.dekking import posten_met_geld
from openlea.policy.rijen import rijen_van
from openlea.policy.stand import bedragen_per_post

Reeks = tuple[int, ...]
"""Cents, one per year of the agenda."""


def signal_dubbeltelling(
    begroting: Begroting, jaren: Sequence[int], stand: Stand
) -> Iterator[Signaal]:
    """Yield signals for unmarked breakdowns, rows that are there twice and unequal header rows."""
    bedragen = bedragen_per_post(begroting, stand)
    reeksen = {code: tuple(b.get(jaar, 0) for jaar in jaren) for code, b in bedragen.items()}
    met_geld = posten_met_geld(begroting, jaren, stand)
    tellend = [rij for rij in rijen_van(begroting).hoofdrijen() if rij.code in met_geld]
    yield from _ongemerkte_koppen(tellend, reeksen)
    yield from _tweemaal(tellend)
    yield from _kop_ongelijk_aan_som(begroting, jaren, reeksen)


def _ongemerkte_koppen(tellend: Sequence[Post], reeksen: Mapping[str, Reeks]) -> Iterator[Signaal]:
    """Yield rows that equal the sum of what follows; one equal row is chance, two are not."""
    for index, rij in enumerate(tellend):
        volgende = _zelfde_plek(rij, tellend[index + 1 :])
        sommen = list(accumulate((reeksen[r.code] for r in volgende), _som))
        if reeksen[rij.code] in sommen[1:]:
            tekst = (
                f"{rij.omschrijving} is in elk jaar de som van de rijen eronder en telt "
                "waarschijnlijk dubbel. Maak van de rijen eronder onderdelen van deze rij."
            )
            yield Signaal("dubbel_geteld", Ernst.WAARSCHUWING, tekst, rij.code)


def _zelfde_plek(rij: Post, volgende: Sequence[Post]) -> list[Post]:
    return list(takewhile(lambda ander: ander.bij == rij.bij, volgende))


def _tweemaal(tellend: Sequence[Post]) -> Iterator[Signaal]:
    eerder: dict[tuple[str, str], Post] = {}
    for rij in tellend:
        naam = " ".join(rij.omschrijving.casefold().split())
        eerste = eerder.setdefault((rij.bij, naam), rij)
        if eerste is not rij:
            plek = rij.bij or "overig"
            tekst = f"{rij.omschrijving} staat twee keer bij {plek}: {eerste.code} en {rij.code}."
            yield Signaal("dubbel_geteld", Ernst.WAARSCHUWING, tekst, rij.code)


def _kop_ongelijk_aan_som(
    begroting: Begroting, jaren: Sequence[int], reeksen: Mapping[str, Reeks]
) -> Iterator[Signaal]:
    rijen = rijen_van(begroting)
    for kop, onder in rijen.onderrijen().items():
        sommen = [sum(bedragen) for bedragen in zip(*(reeksen[r.code] for r in onder), strict=True)]
        for jaar, bedrag, som in zip(jaren, reeksen[kop], sommen, strict=True):
            if bedrag != som:
                tekst = (
                    f"{rijen.posten[kop].omschrijving} is in {jaar} {euro(bedrag)}, "
                    f"maar de rijen eronder zijn samen {euro(som)}."
                )
                yield Signaal("kop_ongelijk_aan_som", Ernst.WAARSCHUWING, tekst, kop)


def _som(links: Reeks, rechts: Reeks) -> Reeks:
    return tuple(a + b for a, b in zip(links, rechts, strict=True))
