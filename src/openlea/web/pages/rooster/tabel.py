"""The grid as the page shows it: rows of cells, each with what was stored and what was typed."""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from openlea.policy.actualiteit import Actualiteit
from openlea.web.pages.agenda.rijen import ActieRij
from openlea.web.pages.rooster.kolommen import KOLOMMEN, Kolom, Woorden, write_row

_VERSIE = re.compile(r"\d{1,18}")


@dataclass(frozen=True, slots=True)
class Cel:
    """One cell: `was` is what is stored, `waarde` what it shows; `nu` what another stored since."""

    kolom: Kolom
    nummer: int
    was: str
    waarde: str
    fout: str = ""
    nu: str | None = None
    vast: bool = False

    @property
    def naam(self) -> str:
        """Return the name of the input, unique on the page."""
        return f"{self.kolom.veld}-{self.nummer}"

    @property
    def is_gewijzigd(self) -> bool:
        """Return whether something else was typed than is stored."""
        return self.waarde != self.was


@dataclass(frozen=True, slots=True)
class Rij:
    """One action as a row of cells."""

    nummer: int
    code: str
    versie: int
    cellen: tuple[Cel, ...]
    actualiteit: Actualiteit
    rij: ActieRij

    @property
    def was(self) -> str:
        """Return what the row held when it was shown, to see later what was typed."""
        return json.dumps([cel.was for cel in self.cellen], ensure_ascii=False)


@dataclass(frozen=True, slots=True)
class Getypt:
    """What came back of one row: the version it was typed on, and only the cells that differ."""

    code: str
    versie: int
    cellen: Mapping[str, str]


def build_rows(
    rijen: Iterable[ActieRij], versies: Mapping[str, int], woorden: Woorden, vast: Sequence[str]
) -> tuple[Rij, ...]:
    """Return the rows that one may change; the columns in `vast` can only be read."""
    shown = (rij for rij in rijen if rij.actie.code in versies)
    return tuple(
        Rij(
            nummer=n,
            code=rij.actie.code,
            versie=versies[rij.actie.code],
            cellen=_cells(n, write_row(rij.actie, woorden), vast),
            actualiteit=rij.actualiteit,
            rij=rij,
        )
        for n, rij in enumerate(shown, start=1)
    )


def _cells(n: int, texts: Mapping[str, str], vast: Sequence[str]) -> tuple[Cel, ...]:
    return tuple(
        Cel(one, n, texts[one.veld], texts[one.veld], vast=one.veld in vast) for one in KOLOMMEN
    )


def typed_rows(posted: Any) -> list[Getypt]:
    """Return the rows of a form in which something was typed; what makes no sense is left out."""
    found = []
    for number in posted.getlist("rij"):
        code, versie = posted.get(f"code-{number}", ""), posted.get(f"versie-{number}", "")
        was = _was(posted.get(f"was-{number}", ""))
        cellen = {
            kolom.veld: text
            for kolom, before in zip(KOLOMMEN, was, strict=False)
            if (text := _typed(posted, kolom.veld, number, before)) != before
        }
        if cellen and _VERSIE.fullmatch(versie):
            found.append(Getypt(code, int(versie), cellen))
    return found


def _was(text: str) -> list[str]:
    """Return the texts of a row as it was shown; an empty row when it was tampered with."""
    try:
        told = json.loads(text)
    except ValueError:
        return []
    is_row = isinstance(told, list) and all(isinstance(one, str) for one in told)
    return told if is_row and len(told) == len(KOLOMMEN) else []


def _typed(posted: Any, veld: str, number: str, before: str) -> str:
    return " ".join(str(posted.get(f"{veld}-{number}", before)).split())
