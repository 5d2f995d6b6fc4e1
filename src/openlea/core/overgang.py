"""A transition between two stages: what counts as going well, who answers for it, its source."""

from dataclasses import dataclass

from openlea.core.keuze import Keuze


class Overgang(Keuze):
    """The seven transitions from nought to twenty-three, in their order of age."""

    VOORSCHOOL_PO = "voorschool_po", "Voorschool naar basisschool"
    PO_VO = "po_vo", "Basisschool naar voortgezet onderwijs"
    BINNEN_VO = "binnen_vo", "Binnen het voortgezet onderwijs"
    NIEUWKOMERS = "nieuwkomers", "Nieuwkomers naar gewoon onderwijs"
    VO_MBO = "vo_mbo", "Voortgezet onderwijs naar mbo"
    PRO_VSO_WERK = "pro_vso_werk", "Praktijkonderwijs en vso naar werk"
    MBO_WERK = "mbo_werk", "Mbo naar werk"


class Bestemming(Keuze):
    """Where somebody is after leaving."""

    WERK = "werk", "Werk"
    LEREN = "leren", "Leren"
    WERK_EN_LEREN = "werk_en_leren", "Werk en leren"
    DAGBESTEDING = "dagbesteding", "Dagbesteding"
    UITKERING = "uitkering", "Alleen een uitkering"
    NIETS = "niets", "Geen werk, leren of uitkering"
    ONBEKEND = "onbekend", "Onbekend"


@dataclass(frozen=True, slots=True, kw_only=True)
class Overgangkaart:
    """What a transition is about: the sentence of its numerator, its denominator and its source.

    `leeftijd` is about when it happens, in years. `plichten` are ids of duties, `let_op` caveats.
    """

    id: Overgang
    leeftijd: tuple[int, int]
    vraag: str
    teller: str
    noemer: str
    peildatum: str
    bron: str
    partijen: tuple[str, ...] = ()
    plichten: tuple[str, ...] = ()
    indicatoren: tuple[str, ...] = ()
    let_op: tuple[str, ...] = ()
