"""A number as a footnote and as a citation, to be copied into a memo or a report."""

from collections.abc import Sequence

from openlea.policy.cijfertekst import periode_tekst
from openlea.services.verklaring.verklaring import Herkomst, Verklaring

KORT = 12
"""So many signs of a sha256 tell one file from every other that one will ever meet."""
VAST = "\N{NO-BREAK SPACE}"


def footnote(verklaring: Verklaring, naam: str, getal: str, adres: str) -> str:
    """Return a line with the number, its sources with their version, and where it stands."""
    card = verklaring.indicator.card
    periode = periode_tekst(verklaring.cijfer.periode) if verklaring.cijfer else ""
    wat = f"{card.titel}, {naam}, {periode}: {getal}."
    return _plain(f"{wat} Bron: {'; '.join(_source(one) for one in verklaring.herkomst)}. {adres}")


def citation(herkomst: Sequence[Herkomst], adres: str) -> str:
    """Return a line per source in the manner of a list of literature."""
    return _plain("\n".join(_cited(one, adres) for one in herkomst))


def _source(one: Herkomst) -> str:
    lading = one.lading
    return (
        f"{lading.uitgever}, {one.bron.titel} (versie {one.versie.versie}, ingelezen "
        f"{lading.moment:%d-%m-%Y}, sha256 {lading.sha256[:KORT]})"
    )


def _cited(one: Herkomst, adres: str) -> str:
    lading = one.lading
    where = one.bron.pagina or lading.adres
    place = f" {where}" if where else ""
    return (
        f"{lading.uitgever} ({lading.moment:%Y}). {one.bron.titel} [gegevensbestand].{place} "
        f"Ingelezen op {lading.moment:%d-%m-%Y}; bewerkt met Open LEA, {adres}"
    )


def _plain(text: str) -> str:
    return text.replace(VAST, " ")
