"""Makes up children on the real schools and postcodes of a municipality, in memory."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import as_file, files
from math import exp
from random import Random

from openlea.core.errors import BadInput, Fout
from openlea.core.plaatsing import Plek
from openlea.services.desk.schrijven import csv_line
from openlea.services.plaats.nabij import km_between, points

VERZONNEN = "verzonnen"
LEEFTIJD = 4
SPAN = 1.05
"""Places in all, for every child: in a town with a shortage it is about this."""
MOST = 200_000
WISHES = 5


@dataclass(frozen=True, slots=True)
class _Wereld:
    plekken: Sequence[Plek]
    homes: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Voorbeeld:
    """Made-up children and real schools as csv, and of how many schools."""

    kinderen_csv: str
    scholen_csv: str
    scholen: int


def invent_children(gemeente: str, aantal: int, zaad: int = 1) -> Voorbeeld:
    """Return the two files in memory; BadInput for an unknown municipality or count."""
    if not 1 <= aantal <= MOST:
        raise BadInput([Fout("", "--aantal", f"kies 1 tot en met {MOST} kinderen")])
    wereld = _wereld(gemeente, aantal)
    kinderen = _kinderen(wereld, aantal, Random(f"{gemeente}/{aantal}/{zaad}"))  # noqa: S311
    return Voorbeeld(kinderen, _scholen(wereld.plekken), len(wereld.plekken))


def _wereld(gemeente: str, aantal: int) -> _Wereld:
    """Return the schools of a municipality with seats in proportion to their size, and homes."""
    import polars as pl

    source = files("openlea") / "bundel"
    with as_file(source / "duo_leerlingen_po.parquet") as file:
        named = pl.col("gemeentenaam").str.to_lowercase() == gemeente.casefold()
        rows = pl.scan_parquet(file).filter(named, pl.col("soort") == "bo").collect()
    last = rows.filter(pl.col("peildatum") == pl.col("peildatum").max())
    schools = (
        last.group_by("vestiging", "naam", "postcode4")
        .agg(pl.col("aantal_laag").sum().alias("leerlingen"))
        .filter(pl.col("leerlingen") > 0)
        .sort("vestiging")
    )
    if not schools.height:
        reden = "deze gemeente heeft geen basisscholen in de bundel; schrijf haar naam voluit"
        raise BadInput([Fout("", "--gemeente", reden)])
    with as_file(source / "duo_leerlingen_po_postcode.parquet") as file:
        here = pl.col("vestiging").is_in(schools["vestiging"].to_list())
        young = pl.scan_parquet(file).filter(here, pl.col("leeftijd") == LEEFTIJD)
        homes = young.group_by("postcode4").agg(pl.col("aantal_laag").sum()).collect()
    known = points()
    lived = {pc4: n for pc4, n in homes.sort("postcode4").rows() if n > 0 and pc4 in known}
    seats = SPAN * aantal / int(schools["leerlingen"].sum())
    plekken = [
        Plek(id=code, naam=naam, capaciteit=max(1, round(size * seats)), pc4=pc4, gebied=(pc4,))
        for code, naam, pc4, size in schools.rows()
    ]
    return _Wereld(plekken, lived or {plek.pc4: plek.capaciteit for plek in plekken})


def _scholen(plekken: Sequence[Plek]) -> str:
    lines = [csv_line(("plek", "naam", "capaciteit", "pc4", "gebied"))]
    lines += [csv_line((p.id, p.naam, str(p.capaciteit), p.pc4, p.pc4)) for p in plekken]
    return "".join(lines)


def _kinderen(wereld: _Wereld, aantal: int, luck: Random) -> str:
    """Return made-up children: near schools and well-liked ones are wished most."""
    liked = {plek.id: exp(luck.gauss(0, 0.6)) for plek in wereld.plekken}
    pull = {
        pc4: [liked[plek.id] * exp(-(km_between(pc4, plek) or 0) / 1.2) for plek in wereld.plekken]
        for pc4 in wereld.homes
    }
    homes = luck.choices(list(wereld.homes), weights=list(wereld.homes.values()), k=aantal)
    heads = ("nummer", "pc4", "wensen", "broer_zus", "voorschool", "indicatie", "doelgroep")
    lines = [csv_line((*heads, "gekoppeld"))]
    numbers = [f"{VERZONNEN}-{n:06d}" for n in range(1, aantal + 1)]
    luck.shuffle(numbers)
    for n, pc4 in enumerate(homes):
        twin = n % 80 == 1
        if not twin:
            cells = _one(wereld.plekken, pull[pc4], luck)
        home = homes[n - 1] if twin else pc4
        mate = numbers[n - 1] if twin else numbers[n + 1] if n % 80 == 0 and n + 1 < aantal else ""
        lines.append(csv_line((numbers[n], home, *cells, mate)))
    return "".join(lines)


def _one(plekken: Sequence[Plek], pull: Sequence[float], luck: Random) -> tuple[str, ...]:
    """Return wishes, sibling, preschool, indication and target group of one made-up child."""
    # The keys of Efraimidis and Spirakis draw without putting back, each by its weight.
    keys = [luck.random() ** (1 / weight) if weight > 0 else 0.0 for weight in pull]
    ranked = sorted(range(len(plekken)), key=keys.__getitem__, reverse=True)
    wishes = [plekken[n].id for n in ranked[: luck.randint(2, WISHES)]]
    target = luck.random() < 0.15  # noqa: PLR2004  about the national share of doelgroepkinderen
    return (
        "|".join(wishes),
        wishes[0] if luck.random() < 0.3 else "",  # noqa: PLR2004  made up
        luck.choice(wishes) if luck.random() < (0.5 if target else 0.1) else "",
        "ja" if target and luck.random() < 0.5 else "nee",  # noqa: PLR2004  made up
        "ja" if target else "nee",
    )
