"""Which figures belong with an item of a meeting: those it names, its topic, its field of policy.

The law names topics of the consultation and no figures; what we put with a topic is our choice,
and says what the figure counts, never what caused it.
"""

from collections.abc import Iterable, Mapping, Sequence

from openlea.policy.beleidsveld import beleidsveld

PER_PUNT = 4
"""More figures than this are not read in a meeting."""

BIJ_ONDERWERP: Mapping[str, tuple[str, ...]] = {
    "segregatie": (
        "spreiding_schoolweging",
        "leerlingen_van_elders",
        "leerlingen_naar_elders",
        "schoolweging",
    ),
    "integratie": ("spreiding_schoolweging", "inwoners_laag_opgeleid", "schoolweging"),
    "achterstanden": ("lezen_2f", "rekenen_1s", "schoolweging", "scholen_onder_signaal"),
    "toelating": ("leerlingen_van_elders", "leerlingen_naar_elders", "eigen_postcode_bo"),
    "verdeling": ("spreiding_schoolweging", "schoolweging", "scholen_onder_signaal"),
    "personeelstekort": ("personeelstekort",),
}
"""By topic of the consultation (WPO, artikel 161) or standing item."""


def figures_to_ask(onderwerp: str, velden: Iterable[str], kaarten: Mapping[str, str]) -> list[str]:
    """Return the indicators for a topic or standing item, then those of its fields of policy.

    `kaarten` tells the field of each indicator that may be seen. A topic that has figures of its
    own takes none of its field.
    """
    own = [one for one in BIJ_ONDERWERP.get(onderwerp, ()) if one in kaarten]
    if own:
        return own
    return list(dict.fromkeys(one for veld in velden for one in _of_field(veld, kaarten)))


def standing(vast: str) -> tuple[str, ...]:
    """Return the indicators that a standing item is about: it shows them also when unknown."""
    return BIJ_ONDERWERP.get(vast, ())


def chosen(
    named: Sequence[str], asked: Sequence[str], known: frozenset[str] | set[str]
) -> list[str]:
    """Return at most four: what was named always, also when it is not known; the rest when it is.

    `known` are the indicators that have a figure here.
    """
    rest = [one for one in asked if one in known and one not in named]
    return [*dict.fromkeys(named), *rest][:PER_PUNT]


def _of_field(veld: str, kaarten: Mapping[str, str]) -> list[str]:
    have = sorted(name for name, field in kaarten.items() if field == veld)
    first = [one for one in beleidsveld(veld).kop if one in have]
    return [*first, *(one for one in have if one not in first)]
