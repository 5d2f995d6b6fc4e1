"""The addresses of figures: of a place, and of the page that explains a number."""

from django.urls import NoReverseMatch, register_converter, reverse
from django.urls.converters import StringConverter

from openlea.core.cijfer import Cijfer
from openlea.core.errors import BadInput, NotFound
from openlea.core.place import PlaceKey, PlaceKind

MET_PROFIEL = (
    PlaceKind.GEMEENTE,
    PlaceKind.SCHOOL,
    PlaceKind.BESTUUR,
    PlaceKind.SWV,
    PlaceKind.RMC,
    PlaceKind.PROVINCIE,
)
"""The kinds of places that have a profile; a postcode and the land have figures alone."""


class Plaatssoort(StringConverter):
    """A kind of place that has a profile, in an address."""

    regex = "|".join(kind.value for kind in MET_PROFIEL)


register_converter(Plaatssoort, "plaatssoort")


def periode_in_adres(periode: str) -> str:
    """Return a period fit for one part of an address: '2023/24' becomes '2023-24'."""
    return periode.replace("/", "-")


def is_periode(adres: str, periode: str) -> bool:
    """Say whether a part of an address names this period."""
    return adres == periode_in_adres(periode)


def place_of(soort: str, code: str) -> PlaceKey:
    """Return the place that an address names; NotFound for what can't be one."""
    try:
        return PlaceKey.of(PlaceKind(soort), code)
    except (BadInput, ValueError) as wrong:
        raise NotFound(f"Er is geen plaats met de code '{code}'.") from wrong


def profiel_adres(slug: str, key: PlaceKey) -> str:
    """Return the address of the profile of a place; empty when its kind has none."""
    if key.kind not in MET_PROFIEL:
        return ""
    return reverse("cijfers_plaats", args=[slug, str(key.kind), key.code])


def verklaar_adres(slug: str, cijfer: Cijfer) -> str:
    """Return the address of 'Verklaar dit getal'; empty as long as that page isn't there."""
    plaats = cijfer.plaats
    return _reverse(
        "verklaar",
        slug,
        cijfer.indicator,
        str(plaats.kind),
        plaats.code,
        periode_in_adres(cijfer.periode),
    )


def indicator_adres(slug: str, indicator: str) -> str:
    """Return the address of the card of an indicator; empty as long as that page isn't there."""
    return _reverse("indicator_kaart", slug, indicator)


def _reverse(name: str, *parts: str) -> str:
    try:
        return reverse(name, args=parts)
    except NoReverseMatch:
        return ""
