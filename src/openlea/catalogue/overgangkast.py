"""The transitions as this installation tells them: the card of each, in order of age."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from openlea.catalogue.kast import Kast
from openlea.core.catalogue import Entry, read_shelf
from openlea.core.overgang import Overgang, Overgangkaart

PATTERN = "overgangen/overgangen.toml"
_TEXTS = ("vraag", "teller", "noemer", "peildatum", "bron")
_LISTS = ("partijen", "plichten", "indicatoren", "let_op")
_KEYS = {"id", "leeftijd", *_TEXTS, *_LISTS}
_TWO = 2


def read_overgangen(roots: Sequence[Path]) -> Mapping[str, Overgangkaart]:
    """Return the card of every transition by id; CatalogueError when one is wrong."""
    found: dict[str, Overgangkaart] = {}
    for entry in read_shelf(roots, PATTERN).values():
        entry.refuse_unknown({"id", "overgang"})
        for part in entry.tables("overgang"):
            kaart = _kaart(part)
            found[kaart.id] = kaart
    return {one.value: found[one.value] for one in Overgang if one.value in found}


def _kaart(part: Entry) -> Overgangkaart:
    part.refuse_unknown(_KEYS)
    ages = part.values.get("leeftijd")
    if not isinstance(ages, list) or len(ages) != _TWO or ages[0] > ages[1]:
        raise part.fault("'leeftijd' is two ages, the lowest first, such as [4, 4]")
    return Overgangkaart(
        id=part.choice("id", Overgang),
        leeftijd=(int(ages[0]), int(ages[1])),
        vraag=part.text("vraag"),
        teller=part.text("teller"),
        noemer=part.text("noemer"),
        peildatum=part.text("peildatum"),
        bron=part.text("bron"),
        partijen=part.texts("partijen"),
        plichten=part.texts("plichten"),
        indicatoren=part.texts("indicatoren"),
        let_op=part.texts("let_op"),
    )


_KAST = Kast(PATTERN, read_overgangen)


def open_overgangen(roots: Sequence[Path]) -> Mapping[str, Overgangkaart]:
    """Return every card by id, in order of age."""
    return _KAST.open(roots)
