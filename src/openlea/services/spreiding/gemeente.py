"""Makes of public counts the question how pupils of a gemeente could be spread more evenly.

Nobody publishes who of a group lives where. So the pupils of a school are laid over the postcodes
its pupils come from, the group and the others alike; a hidden count takes the middle of its range.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil, floor, inf

from openlea.core.errors import BadInput, Fout
from openlea.engines.spreading import problem_of
from openlea.policy.spreiding import Spreidingsvraag
from openlea.services.segregatie.groepen import Keuze
from openlea.services.segregatie.meting import FEWEST_SCHOOLS, middle
from openlea.services.spreiding.afstanden import great_circle
from openlea.services.spreiding.lezen import Schoolregel
from openlea.services.spreiding.opgave import WHOLE, Opgave, check_vraag
from openlea.storage.warehouse.groepacht import Schooltelling
from openlea.storage.warehouse.warehouse import open_warehouse
from openlea.storage.warehouse.woonplaatsen import Ligging, Woonplaatsen, homes_of, places_of

IN, UIT = "in de groep", "niet in de groep"
"""The two kinds of pupils, as the engine numbers them: 0 and 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Grondslag:
    """What the question rests on: days of counting, and the schools that could not take part."""

    opgave: Opgave
    geteld: str
    wonen: str
    zonder: tuple[str, ...]


def opgave_of_gemeente(
    gemeente: str, laag: str, groep: Keuze, vraag: Spreidingsvraag, *, ruimte: float
) -> Grondslag:
    """Return the question on the newest count; `ruimte` is how much a school may grow or shrink.

    In percent of its pupils of today. BadInput says why it can't be asked of this gemeente.
    """
    check_vraag(vraag)
    years = groep.years(laag)
    counted = groep.count(laag, years[-1]).scholen if years else ()
    here = [one for one in counted if one.gemeente == gemeente]
    homes, ligging = homes_of(open_warehouse(), laag, gemeente), places_of(open_warehouse(), laag)
    scholen = [one for one in here if one.code in ligging.scholen and _known(one, homes, ligging)]
    if len(scholen) < FEWEST_SCHOOLS:
        reden = "er zijn minder dan drie scholen met bekende aantallen en postcodes."
        raise BadInput([Fout("", "", reden)])
    return Grondslag(
        opgave=_opgave(scholen, homes, ligging, vraag, ruimte),
        geteld=years[-1],
        wonen=homes.peildatum,
        zonder=tuple(one.naam for one in here if one not in scholen),
    )


def _opgave(
    scholen: Sequence[Schooltelling],
    homes: Woonplaatsen,
    ligging: Ligging,
    vraag: Spreidingsvraag,
    ruimte: float,
) -> Opgave:
    spread = [_over_postcodes(one, _known(one, homes, ligging)) for one in scholen]
    gebieden = sorted({code for one in spread for code in one})
    cellen = [(code, kind) for code in gebieden for kind in (IN, UIT)]
    doel = _share(scholen) if vraag.doel is None else vraag.doel
    plekken = _places(scholen, ruimte)
    problem = problem_of(
        [[one.get(code, (0, 0))[kind == UIT] for one in spread] for code, kind in cellen],
        [int(kind == UIT) for _, kind in cellen],
        [
            [great_circle(ligging.postcodes[code], ligging.scholen[one.code]) for one in scholen]
            for code, _ in cellen
        ],
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
        hemelsbreed=True,
    )


def _share(scholen: Sequence[Schooltelling]) -> float:
    """Return the share of the group in the whole gemeente, in percent."""
    counts = [middle(one) for one in scholen]
    return WHOLE * sum(group for group, _ in counts) / max(sum(map(sum, counts)), 1)


def _places(scholen: Sequence[Schooltelling], ruimte: float) -> list[Schoolregel]:
    """Return what each school holds at most and at least."""
    names = _names(scholen)
    sizes = [sum(middle(one)) for one in scholen]
    return [
        Schoolregel(
            regel=at,
            school=names[at],
            capaciteit=ceil(size * (1 + ruimte / WHOLE)),
            minimum=floor(size * (1 - ruimte / WHOLE)),
        )
        for at, size in enumerate(sizes)
    ]


def _known(one: Schooltelling, homes: Woonplaatsen, ligging: Ligging) -> dict[str, float]:
    """Return how the pupils of a school lie over postcodes that are on the map."""
    found = homes.per_school.get(one.code, {})
    return {
        code: (aantal.laag + aantal.hoog) / 2
        for code, aantal in found.items()
        if code in ligging.postcodes
    }


def _over_postcodes(one: Schooltelling, homes: Mapping[str, float]) -> dict[str, tuple[int, int]]:
    """Return per postcode how many of the group and how many others, in whole pupils."""
    inside, outside = (_whole_parts(many, list(homes.values())) for many in middle(one))
    return {
        code: (a, b) for code, a, b in zip(homes, inside, outside, strict=True) if a or b
    }  # fmt: skip


def _whole_parts(many: int, weights: Sequence[float]) -> list[int]:
    """Return whole parts that sum to `many`: the largest rests get one more."""
    total = sum(weights)
    exact = [many * one / total for one in weights]
    parts = [floor(one) for one in exact]
    order = sorted(range(len(exact)), key=lambda at: (parts[at] - exact[at], at))
    for at in order[: many - sum(parts)]:
        parts[at] += 1
    return parts


def _names(scholen: Sequence[Schooltelling]) -> list[str]:
    """Return what each school is called; two of one name get their code beside it."""
    names = [one.naam for one in scholen]
    return [
        one.naam if names.count(one.naam) == 1 else f"{one.naam} ({one.code})" for one in scholen
    ]
