"""Counts the transitions of a schooljaar: see policy/overgang.py for every name."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from openlea.core.overgang import Overgang
from openlea.core.telling import Gebied, Telrij, Telsoort, Telstaat
from openlea.policy import overgang as maat
from openlea.policy.telscherm import screened, together
from openlea.services.overgangen.adviezen import advised, count_adviezen
from openlea.services.overgangen.uitstroom import count_bestemmingen, left_for
from openlea.services.tellen.teller import Teller, Telopdracht

OVERDRACHT, UITSTROOM = "overdracht", "uitstroom"
ZONDER_SCHOOL = "?"
COLUMNS = (
    "overgang", "school_van", "aangekomen", "warme_overdracht", "reden_geen", "voorlopig_advies",
    "toetsadvies", "definitief_advies", "gemotiveerd", "vve", "opleiding_ouders",
)  # fmt: skip
COLUMNS_UITSTROOM = (
    "overgang", "leerroute", "school", "bestemming_0", "bestemming_1", "bestemming_2",
    "leerlingoverleg", "doelgroepregister",
)  # fmt: skip
Rij = Mapping[str, Any]


def count_overgangen(opdracht: Telopdracht) -> Telstaat:
    """Return all counts over one schooljaar; rows in, protected numbers out."""
    moved = _rows(opdracht, OVERDRACHT, COLUMNS)
    left = _rows(opdracht, UITSTROOM, COLUMNS_UITSTROOM)
    end = f"{opdracht.periode[5:]}-07-31"
    wholes = together(
        *(_by_school(one, moved, left) for one in Overgang if one is not Overgang.BINNEN_VO)
    )
    to_vo = [one for one in moved if one["overgang"] == Overgang.PO_VO]
    return Telstaat(
        soort=Telsoort.OVERGANGEN,
        periode=opdracht.periode,
        peildatum=min(end, opdracht.vandaag.isoformat()),
        methode=maat.METHODE,
        rijen=(
            *wholes,
            *count_adviezen(to_vo, shown=_is_told(wholes, Overgang.PO_VO)),
            *count_bestemmingen(left, lambda overgang: _is_told(wholes, overgang)),
        ),
    )


TELLER = Teller(
    soort=Telsoort.OVERGANGEN, hoofd=(OVERDRACHT,), erbij=(UITSTROOM,), tel=count_overgangen
)


def _rows(opdracht: Telopdracht, registratie: str, columns: Sequence[str]) -> list[Rij]:
    """Return every person once per transition; who is delivered twice counts as it was last."""
    rows = opdracht.of(registratie, "pseudoniem", *columns).iter_rows(named=True)
    kept = {(row["pseudoniem"] or f"rij {n}", row["overgang"]): row for n, row in enumerate(rows)}
    return list(kept.values())


def _by_school(overgang: Overgang, moved: Iterable[Rij], left: Iterable[Rij]) -> tuple[Telrij, ...]:
    """Return how a transition went by the school that was left, and as a whole."""
    told = [(row["school_van"] or ZONDER_SCHOOL, _went(overgang, row)) for row in moved
            if row["overgang"] == overgang]  # fmt: skip
    told += [(row["school"] or ZONDER_SCHOOL, left_for(row["bestemming_0"])) for row in left
             if row["overgang"] == overgang]  # fmt: skip
    if not told:
        return ()
    kinds = [maat.maat_of(overgang, one) for one in maat.UITKOMSTEN]
    counts = Counter((school, maat.maat_of(overgang, uitkomst)) for school, uitkomst in told)
    return screened(
        counts,
        sorted({school for school, _ in told}),
        kinds,
        gebied=Gebied.SCHOOL,
        totaal=maat.maat_of(overgang, maat.TOTAAL),
    )


def _went(overgang: Overgang, row: Rij) -> str:
    """Return whether somebody went over well, as this transition means it."""
    if overgang is Overgang.PO_VO:
        return advised(row)
    said = row["warme_overdracht" if overgang is Overgang.VOORSCHOOL_PO else "aangekomen"]
    return said if said in {maat.JA, maat.NEE} else maat.ONBEKEND


def _is_told(rows: Iterable[Telrij], overgang: Overgang) -> bool:
    """Return whether every number of the whole of a transition is told exactly."""
    names = {maat.maat_of(overgang, one) for one in (*maat.UITKOMSTEN, maat.TOTAAL)}
    found = [one.bereik for one in rows if one.gebied is Gebied.GEHEEL and one.maat in names]
    return bool(found) and all(one is not None and one.precies is not None for one in found)
