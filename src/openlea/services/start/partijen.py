"""The partijen of a start: who is there in and around a gemeente, as the public tables say.

They stay out of the agenda itself until somebody gives them something to do.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from simple_history.utils import bulk_create_with_history

from openlea.core.partij import Partij, PartijSoort
from openlea.core.place import PlaceKey, PlaceKind
from openlea.services.start.opzet import Opzet
from openlea.storage.figures.plaats import Plaats
from openlea.storage.figures.store import FigureStore, open_figures
from openlea.storage.records import models as records

LONGEST_NAME = 160


def make_partijen(opzet: Opzet) -> Mapping[str, Any]:
    """Add the partijen that aren't there yet, and return how many of each kind there are now."""
    own = list(records.Partij.objects.of(opzet.werkruimte.pk))
    codes, places = {one.code for one in own}, {one.plaats for one in own if one.plaats}
    found = partijen_around(open_figures(), opzet.gemeente.key)
    new = [
        records.Partij(
            werkruimte_id=opzet.werkruimte.pk,
            code=one.code,
            naam=one.naam[:LONGEST_NAME],
            soort=one.soort,
            plaats=one.plaats,
            uit_bron=True,
        )
        for one in found
        if one.code not in codes and one.plaats not in places
    ]
    bulk_create_with_history(new, records.Partij, batch_size=400)
    counted = Counter(one.soort for one in (*own, *new))
    return {
        "partijen": {str(soort): counted[soort] for soort in PartijSoort if counted[soort]},
        "toegevoegd": len(new),
    }


def partijen_around(store: FigureStore, gemeente: PlaceKey) -> tuple[Partij, ...]:
    """Return schools and besturen, samenwerkingsverbanden, RMC-regio and the other gemeenten in it.

    Each comes once. What a gemeente lies in is asked of its schools and of its postcodes.
    """
    schools = store.places(PlaceKind.SCHOOL, gemeente)
    above = store.above([one.key for one in schools])
    postcodes = store.above(store.children(gemeente, PlaceKind.PC4))
    besturen = _of_kind(PlaceKind.BESTUUR, above.values())
    swv = _of_kind(PlaceKind.SWV, [*above.values(), *postcodes.values(), store.parents(gemeente)])
    rmc = _of_kind(PlaceKind.RMC, [store.parents(gemeente)])
    neighbours = [
        one for key in rmc for one in store.places(PlaceKind.GEMEENTE, key) if one.key != gemeente
    ]
    return (
        *_schools(schools),
        *(_one(key, f"Schoolbestuur {key.code}", PartijSoort.SCHOOLBESTUUR) for key in besturen),
        *(_one(key, f"Samenwerkingsverband {key.code}", PartijSoort.SWV) for key in swv),
        *(_one(key, _regio(store, key), PartijSoort.REGIO) for key in rmc),
        *(_one(one.key, f"Gemeente {one.naam}", PartijSoort.GEMEENTE) for one in neighbours),
    )


def _of_kind(kind: PlaceKind, among: Iterable[Sequence[PlaceKey]]) -> list[PlaceKey]:
    return sorted({key for keys in among for key in keys if key.kind is kind})


def _schools(schools: Sequence[Plaats]) -> Iterator[Partij]:
    """Yield the schools; two of one name are told apart by their code."""
    names = Counter(one.naam for one in schools)
    for one in schools:
        shared = names[one.naam] > 1
        naam = f"{one.naam} ({one.key.code})" if shared else one.naam
        yield _one(one.key, naam, PartijSoort.SCHOOL)


def _regio(store: FigureStore, key: PlaceKey) -> str:
    found = store.place(key)
    named = found.naam if found and found.naam != key.code else key.code
    return f"RMC-regio {named}"


def _one(key: PlaceKey, naam: str, soort: PartijSoort) -> Partij:
    return Partij(code=f"{key.kind}-{key.code.lower()}", naam=naam, soort=soort, plaats=str(key))
