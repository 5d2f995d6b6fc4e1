"""The transitions as plain values: ranges stay ranges, what isn't known is null with the reason."""

from collections.abc import Iterable
from typing import Any

from openlea.core.onthulling import Bereik
from openlea.services.overgangen.beelden import Overgangsbeeld


def as_plain(beelden: Iterable[Overgangsbeeld]) -> list[dict[str, Any]]:
    """Return one table per transition, in order of age."""
    return [_plain(one) for one in beelden]


def _plain(one: Overgangsbeeld) -> dict[str, Any]:
    stand = one.stand
    return {
        "overgang": str(one.kaart.id),
        "titel": one.kaart.id.label,
        "wat_telt": one.kaart.teller,
        "van_wie": one.kaart.noemer,
        "teller": _range(stand.ja if stand else None),
        "noemer": _range(stand.totaal if stand else None),
        "onbekend": _range(stand.onbekend if stand else None),
        "aandeel": _range(one.aandeel, 1),
        "bekend": _range(stand.bekend if stand else None, 1),
        "periode": one.periode,
        "peildatum": one.peildatum,
        "bron": one.kaart.bron,
        "waarom_niet": one.waarom_niet,
        "let_op": list(one.kaart.let_op),
    }


def _range(bereik: Bereik | None, decimals: int = 0) -> dict[str, float] | None:
    if bereik is None:
        return None
    return {"laag": round(bereik.laag, decimals), "hoog": round(bereik.hoog, decimals)}
