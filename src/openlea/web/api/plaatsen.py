"""Places that figures are of: in which larger ones each lies, and which lie in it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from openlea.core.errors import BadInput, NotFound
from openlea.core.place import PlaceKey, PlaceKind
from openlea.storage.figures.plaats import Plaats
from openlea.storage.figures.store import FigureStore, open_figures
from openlea.web.api import vormen
from openlea.web.api.operatie import Operatie
from openlea.web.api.zicht import CIJFER_ZIEN, Vraag, sight_on_figures

OPENBAAR = "Scholen, besturen en gebieden staan in openbare bestanden."


@dataclass(frozen=True, slots=True)
class Ligging:
    """A place with the larger places around it, and how many of each kind lie in it."""

    plaats: Plaats
    boven: tuple[Plaats, ...]
    onder: dict[str, int]


def place_key(soort: PlaceKind, code: str) -> PlaceKey:
    """Return the key of a place in a path; NotFound for what can't be a code of its kind."""
    try:
        return PlaceKey.of(soort, code)
    except BadInput as refused:
        raise NotFound(str(refused)) from refused


def known_place(store: FigureStore, key: PlaceKey) -> Plaats:
    """Return a place of which something is known; NotFound otherwise."""
    found = store.place(key)
    if found is None:
        raise NotFound(f"Over {key.kind.label.lower()} {key.code} is hier niets bekend.")
    return found


def plaats(
    request: Vraag, soort: PlaceKind, code: vormen.Code, werkruimte: vormen.Adres | None = None
) -> Ligging:
    """Geef een plaats, waar die ligt en hoeveel plaatsen van elke soort erin liggen."""
    store = open_figures(sight_on_figures(request, werkruimte).laag)
    found = known_place(store, place_key(soort, code))
    boven = (store.place(key) or Plaats(key=key, naam=key.code) for key in store.parents(found.key))
    onder = Counter({str(kind): len(_inside(store, found.key, kind)) for kind in PlaceKind})
    return Ligging(found, tuple(boven), dict(+onder))


def onderliggende(
    request: Vraag,
    soort: PlaceKind,
    code: vormen.Code,
    van: PlaceKind = PlaceKind.SCHOOL,
    werkruimte: vormen.Adres | None = None,
) -> Sequence[Plaats]:
    """Geef de plaatsen van één soort (`van`) die in een plaats liggen, op naam."""
    store = open_figures(sight_on_figures(request, werkruimte).laag)
    return _inside(store, known_place(store, place_key(soort, code)).key, van)


def _inside(store: FigureStore, key: PlaceKey, kind: PlaceKind) -> list[Plaats]:
    """Return the places of a kind in a larger one; for figures a place lies in itself too."""
    return [one for one in store.places(kind, key) if one.key != key]


def short(found: Plaats) -> dict[str, Any]:
    """Return a place as it's handed out in a list."""
    return {"soort": found.key.kind, "code": found.key.code, "naam": found.naam}


def plain(ligging: Ligging) -> dict[str, Any]:
    """Return a place as it's handed out by itself."""
    found = ligging.plaats
    return {
        **short(found),
        "gemeente": found.gemeente,
        "lat": found.lat,
        "lon": found.lon,
        "bovenliggend": [short(one) for one in ligging.boven],
        "onderliggend": ligging.onder,
    }


HILVERSUM = {"soort": "gemeente", "code": "GM0402"}
OPERATIES = (
    Operatie(
        pad="plaatsen/{soort}/{code}",
        naam="plaats",
        titel="Eén plaats",
        onderwerp="Plaatsen",
        lees=plaats,
        vorm=vormen.Plaats,
        plat=plain,
        recht=CIJFER_ZIEN,
        openbaar=OPENBAAR,
        voorbeeld=HILVERSUM,
    ),
    Operatie(
        pad="plaatsen/{soort}/{code}/onderliggende",
        naam="onderliggende",
        titel="Plaatsen in een plaats",
        onderwerp="Plaatsen",
        lees=onderliggende,
        vorm=vormen.PlaatsKort,
        plat=short,
        recht=CIJFER_ZIEN,
        openbaar=OPENBAAR,
        is_lijst=True,
        voorbeeld=HILVERSUM,
        vraag={"van": "school"},
    ),
)
