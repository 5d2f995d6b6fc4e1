"""Reckons what a kept division comes to; what can't be reckoned is told, and the rest still is."""

from collections.abc import Sequence
from dataclasses import dataclass

from openlea.catalogue.verdeelkast import read_criteria_text
from openlea.core.errors import BadInput, Fout
from openlea.policy.verdeelcriteria import Verdeelcriteria
from openlea.services.verdeel import verdeel
from openlea.services.verdelen.bewaard import tabel_of
from openlea.services.verdelen.tabel import Tabel
from openlea.services.verdelen.uitkomst import Verdeling as Uitkomst
from openlea.storage.records.models import Verdeling


@dataclass(frozen=True, slots=True)
class Variantplek:
    """A variant as it is kept: its place, its name, and why it can't be reckoned."""

    plek: int
    naam: str
    fouten: tuple[Fout, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Rekening:
    """What came out, or why nothing did; the good variants are those of the outcome, in order."""

    uitkomst: Uitkomst | None
    fouten: tuple[Fout, ...] = ()
    varianten: tuple[Variantplek, ...] = ()


def reckon(record: Verdeling) -> Rekening:
    """Return what the criteria, the table and the budget of a division come to."""
    tabel = tabel_of(record.tabel)
    if tabel is None:
        return Rekening(uitkomst=None)
    try:
        criteria = read_criteria_text(record.criteria)
        main = verdeel(tabel, criteria, record.budget, vorig=record.vorig)
    except BadInput as wrong:
        return Rekening(uitkomst=None, fouten=wrong.fouten)
    plekken, good = [], []
    for plek, one in enumerate(record.varianten):
        found, fouten = _variant(tabel, one["criteria"], main)
        plekken.append(Variantplek(plek, one["naam"], fouten))
        good += [found] if found is not None else []
    whole = _whole(tabel, main, good)
    return Rekening(uitkomst=whole, varianten=tuple(plekken))


def _variant(
    tabel: Tabel, tekst: str, main: Uitkomst
) -> tuple[Verdeelcriteria | None, tuple[Fout, ...]]:
    """Return the criteria of a variant when a budget can be divided by them, else why not."""
    try:
        criteria = read_criteria_text(tekst)
        verdeel(tabel, criteria, main.budget)
    except BadInput as wrong:
        return None, wrong.fouten
    return criteria, ()


def _whole(tabel: Tabel, main: Uitkomst, varianten: Sequence[Verdeelcriteria]) -> Uitkomst:
    return verdeel(
        tabel, main.criteria, main.budget, varianten=varianten, vorig=main.vorig, gevoeligheid=True
    )
