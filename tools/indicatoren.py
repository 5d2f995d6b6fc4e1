"""Writes the page of indicators from their own files; the tests hold the two equal."""

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from openlea.catalogue.shelf import IndicatorFile
    from openlea.core.place import PlaceKind

PAGE = Path(__file__).resolve().parent.parent / "docs" / "handleiding" / "indicatoren.md"
BEGIN = """# Indicatoren

Alle cijfers die Open LEA kent, per beleidsveld. Van elk staat hier wat het betekent, voor welke
plaatsen het er is, en waar je op let. In de werkruimte staat bij elk getal ook hoe het is berekend
en uit welk bestand het komt: klik op het getal.

Een indicator erbij is één bestand. Zet het in je eigen map (`OPENLEA_CATALOGUE`), dan staat hij
op elke bladzijde. Met `openlea indicatoren --json` zie je voor hoeveel plaatsen er een cijfer is.
Deze pagina wordt gemaakt uit de bestanden zelf.
"""


def page() -> str:
    """Return the page as it has to be."""
    from openlea.catalogue.shelf import open_shelf
    from openlea.core.catalogue import find_roots
    from openlea.policy.beleidsveld import beleidsveld, in_order

    shelf = open_shelf(find_roots(""))
    order = in_order(entry.veld for entry in shelf.indicators.values())
    entries = sorted(
        shelf.indicators.values(), key=lambda one: (order.index(one.veld), one.card.titel)
    )
    parts = [BEGIN]
    for veld, some in groupby(entries, key=lambda one: one.veld):
        parts.append(f"## {beleidsveld(veld).naam}\n")
        parts.extend("\n".join(_card(entry)) + "\n" for entry in some)
    return "\n".join(parts)


def _card(entry: "IndicatorFile") -> Iterator[str]:
    card = entry.card
    yield f"### {card.titel}\n"
    yield f"*{card.vraag}* `{entry.id}`\n"
    yield f"{card.definitie}\n"
    yield f"- Eenheid: {card.eenheid or 'geen'}. {card.soort.label}. {card.richting.label}."
    yield f"- Voor: {', '.join(_word(kind) for kind in card.niveaus)}."
    yield f"- Gemeten door: {card.gemeten_door}. Definitie: {card.bron_definitie}."
    yield f"- Tabellen: {', '.join(f'`{name}`' for name in entry.needs)}."
    if card.norm is not None:
        yield f"- Norm: {card.norm:g} {card.eenheid} ({card.norm_bron})."
    for zin in card.let_op:
        yield f"- Let op: {zin}"
    for breuk in card.breuken:
        yield f"- Breuk vanaf {breuk.vanaf}: {breuk.waarom}"
    for reden, kinds in _elsewhere(entry):
        yield f"- Niet voor {kinds}: {reden}"


def _elsewhere(entry: "IndicatorFile") -> Iterator[tuple[str, str]]:
    """Yield each reason once, with the kinds of places that it's about."""
    found: dict[str, list[str]] = {}
    for kind, reden in entry.card.geen_niveau.items():
        found.setdefault(reden, []).append(_word(kind))
    for reden, kinds in found.items():
        yield reden, ", ".join(kinds)


def _word(kind: "PlaceKind") -> str:
    """Return a kind of place as it stands within a sentence."""
    return kind.label if kind.label[:2].isupper() else kind.label.lower()


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
