"""Reckons what a kept division comes to; what can't be reckoned is told, and the rest still is."""

from collections.abc import Sequence
from dataclasses import dataclass
from threading import Lock

from openlea.catalogue.verdeelkast import read_criteria_text
from openlea.core.errors import BadInput, Fout
from openlea.policy.verdeelcriteria import Verdeelcriteria
from openlea.services.verdeel import verdeel
from openlea.services.verdelen.bewaard import fingerprint, tabel_of
from openlea.services.verdelen.tabel import Tabel
from openlea.services.verdelen.uitkomst import Verdeling as Uitkomst
from openlea.storage.records.models import Verdeling

KEPT = 4
_KNOWN: dict[str, "Rekening"] = {}
_LOCK = Lock()


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
    """Return what the criteria, the table and the budget of a division come to.

    The last few are remembered by what they were reckoned from, so that nothing is out of date.
    """
    varianten = [(one["naam"], one["criteria"]) for one in record.varianten]
    made_of = [record.tabel, record.criteria, varianten, record.budget, record.vorig]
    key = fingerprint(made_of)
    with _LOCK:
        known = _KNOWN.get(key)
    if known is None:
        known = _reckon(record)
        with _LOCK:
            _KNOWN[key] = known
            while len(_KNOWN) > KEPT:
                del _KNOWN[next(iter(_KNOWN))]
    return known


def _reckon(record: Verdeling) -> Rekening:
    tabel = tabel_of(record.tabel)
    if tabel is None:
        return Rekening(uitkomst=None)
    plekken = tuple(Variantplek(n, one["naam"]) for n, one in enumerate(record.varianten))
    try:
        criteria = read_criteria_text(record.criteria)
        others = [read_criteria_text(one["criteria"]) for one in record.varianten]
        whole = _whole(tabel, criteria, record, others)
    except BadInput:
        return _what_can(record, tabel)
    return Rekening(uitkomst=whole, varianten=plekken)


def _what_can(record: Verdeling, tabel: Tabel) -> Rekening:
    """Return the outcome with only the variants that can be reckoned, and why others can't."""
    try:
        criteria = read_criteria_text(record.criteria)
        verdeel(tabel, criteria, record.budget, vorig=record.vorig)
    except BadInput as wrong:
        return Rekening(uitkomst=None, fouten=wrong.fouten)
    plekken, good = [], []
    for plek, one in enumerate(record.varianten):
        found, fouten = _variant(tabel, one["criteria"], record.budget)
        plekken.append(Variantplek(plek, one["naam"], fouten))
        good += [found] if found is not None else []
    whole = _whole(tabel, criteria, record, good)
    return Rekening(uitkomst=whole, varianten=tuple(plekken))


def _variant(
    tabel: Tabel, tekst: str, budget: int
) -> tuple[Verdeelcriteria | None, tuple[Fout, ...]]:
    """Return the criteria of a variant when a budget can be divided by them, else why not."""
    try:
        criteria = read_criteria_text(tekst)
        verdeel(tabel, criteria, budget)
    except BadInput as wrong:
        return None, wrong.fouten
    return criteria, ()


def _whole(
    tabel: Tabel, criteria: Verdeelcriteria, record: Verdeling, others: Sequence[Verdeelcriteria]
) -> Uitkomst:
    return verdeel(
        tabel, criteria, record.budget, varianten=others, vorig=record.vorig, gevoeligheid=True
    )
