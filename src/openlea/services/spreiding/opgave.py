"""Makes of two files and a question the plain numbers that the engine works on."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import inf
from pathlib import Path

from openlea.core.errors import BadInput, Fout
from openlea.engines.spreading import Problem, problem_of
from openlea.policy.spreiding import Spreidingsvraag
from openlea.services.spreiding.afstanden import crow_distances, distance_table, given_distances
from openlea.services.spreiding.lezen import (
    SCHOOL,
    Fouten,
    Leerlingregel,
    Schoolregel,
    read_leerlingen,
    read_scholen,
)

BUNDEL = Path(__file__).parents[2] / "bundel"
WHOLE = 100.0
JA = "ja"


@dataclass(frozen=True, slots=True, kw_only=True)
class Opgave:
    """The problem, what its rows and columns are called, and the share that is aimed at (%)."""

    vraag: Spreidingsvraag
    cellen: Sequence[tuple[str, str]]
    scholen: Sequence[Schoolregel]
    problem: Problem
    doel: float
    hemelsbreed: bool


def read_opgave(leerlingen: Path, scholen: Path, vraag: Spreidingsvraag) -> Opgave:
    """Return the question as numbers; BadInput or BadFile says what is wrong with it, and where."""
    check_vraag(vraag)
    bestand, plekken = read_leerlingen(leerlingen, vraag.groep), read_scholen(scholen)
    rijen = bestand.rijen
    _refuse_unknown_schools(rijen, plekken, leerlingen, scholen)
    vraag = replace(vraag, waarde=_chosen(rijen, vraag, leerlingen))
    known = (
        given_distances(rijen, leerlingen)
        if bestand.met_afstand
        else crow_distances(rijen, plekken, (leerlingen, scholen), BUNDEL)
    )
    cellen = sorted({(one.gebied, one.groep) for one in rijen})
    doel = _share(rijen, vraag.waarde) if vraag.doel is None else vraag.doel
    problem = problem_of(
        _today(rijen, cellen, plekken),
        [int(groep != vraag.waarde) for _, groep in cellen],
        distance_table([gebied for gebied, _ in cellen], plekken, known),
        [(one.minimum, one.capaciteit) for one in plekken],
        share=doel / WHOLE,
        tolerance=vraag.band / WHOLE,
        limit=inf if vraag.reis is None else vraag.reis,
    )
    return Opgave(
        vraag=vraag,
        cellen=cellen,
        scholen=plekken,
        problem=problem,
        doel=doel,
        hemelsbreed=not bestand.met_afstand,
    )


def check_vraag(vraag: Spreidingsvraag) -> None:
    """Refuse shares outside 0 to 100 and a way that can't be."""
    fouten = [
        Fout("", option, f"{value:g} kan niet; geef een getal van 0 tot 100.")
        for option, value in (("--band", vraag.band), ("--doel", vraag.doel))
        if value is not None and not 0 <= value <= WHOLE
    ]
    if vraag.reis is not None and not 0 <= vraag.reis < inf:
        fouten.append(Fout("", "--reis", f"{vraag.reis:g} kan niet; geef km, zoals 3.0."))
    if fouten:
        raise BadInput(fouten)


def _refuse_unknown_schools(
    rijen: Sequence[Leerlingregel], plekken: Sequence[Schoolregel], file: Path, other: Path
) -> None:
    known, fouten = {one.school for one in plekken}, Fouten(file)
    for one in rijen:
        if one.school not in known:
            fouten.add(one.regel, SCHOOL, f"'{one.school}' staat niet in {other.name}.")
    fouten.refuse()


def _chosen(rijen: Sequence[Leerlingregel], vraag: Spreidingsvraag, file: Path) -> str:
    """Return which value is the group to spread: the one asked, or 'ja' where that is one."""
    values = sorted({one.groep for one in rijen})
    if (vraag.waarde or JA) in values:
        return vraag.waarde or JA
    er_is = ", ".join(values[:10])
    reden = f"zeg met --waarde welke groep het is; er is: {er_is}."
    if vraag.waarde:
        reden = f"'{vraag.waarde}' komt niet voor; er is: {er_is}."
    raise BadInput([Fout(file.name, f"kolom {vraag.groep}", reden)])


def _share(rijen: Sequence[Leerlingregel], waarde: str) -> float:
    every = sum(one.aantal for one in rijen)
    return WHOLE * sum(one.aantal for one in rijen if one.groep == waarde) / every


def _today(
    rijen: Sequence[Leerlingregel],
    cellen: Sequence[tuple[str, str]],
    plekken: Sequence[Schoolregel],
) -> list[list[int]]:
    rows = {cel: number for number, cel in enumerate(cellen)}
    columns = {one.school: number for number, one in enumerate(plekken)}
    today = [[0] * len(plekken) for _ in cellen]
    for one in rijen:
        today[rows[one.gebied, one.groep]][columns[one.school]] = one.aantal
    return today
