"""The pictures on segregation: the schools, their parts, the years, and other gemeenten."""

from openlea.core.onthulling import Bereik
from openlea.core.place import PlaceKind
from openlea.policy.band import band_of
from openlea.services.describe_segregatie import Segregatie
from openlea.services.segregatie.meting import FEWEST_SCHOOLS
from openlea.web.charts.band import Strook, band_chart
from openlea.web.charts.figuur import Grafiek
from openlea.web.charts.staven import Staaf, staven_chart
from openlea.web.charts.stippen import Schoolstip, stippen_chart
from openlea.web.charts.trend import Punt, Reeks, trend_chart
from openlea.web.charts.vlakken import Vlak, vlakken_chart
from openlea.web.pages.cijfers.grenzen import outlines
from openlea.web.pages.cijfers.stand import Stand
from openlea.web.pages.verklaar.verloop import short

TE_WEINIG = f"minder dan {FEWEST_SCHOOLS} scholen"


def drawings(stand: Stand, found: Segregatie) -> list[Grafiek]:
    """Return every picture of the page; the last ones lay other gemeenten beside this one.

    An own group is of no other gemeente: there is nothing to lay beside.
    """
    own = [_schools(stand, found), _parts(found), _years(stand, found)]
    return own if found.groep.is_eigen else [*own, _alike(stand, found), _country(stand, found)]


def _schools(stand: Stand, found: Segregatie) -> Grafiek:
    dots = [
        Schoolstip(naam=one.school.naam, aandeel=one.aandeel, leerlingen=one.leerlingen)
        for one in sorted(found.delen, key=lambda one: one.aandeel.laag)
    ]
    titel = f"{found.groep.naam}: aandeel per school"
    return stippen_chart(
        "scholen",
        titel,
        dots,
        geheel=found.aandeel or Bereik(0, 0),
        wie=f"Heel {stand.naam}",
        geteld=found.groep.wie.capitalize(),
    )


def _parts(found: Segregatie) -> Grafiek:
    bars = [Staaf(naam=one.school.naam, bereik=one.deel) for one in found.delen]
    return staven_chart("delen", "Deel van elke school in de scheve verdeling", bars, decimals=0)


def _years(stand: Stand, found: Segregatie) -> Grafiek:
    punten = tuple(
        Punt(
            periode=short(jaar),
            bereik=meting.dissimilariteit.marge if meting else None,
        )
        for jaar, meting in found.jaren.items()
    )
    titel = f"Dissimilariteit in {stand.naam}, met marge"
    return trend_chart(
        "jaren", titel, [Reeks(naam=stand.naam, punten=punten, eigen=True)], decimals=0
    )


def _alike(stand: Stand, found: Segregatie) -> Grafiek:
    others = [
        found.landelijk[key.code].dissimilariteit.zonder_toeval
        for key in stand.vergelijking.anderen
        if key.code in found.landelijk
    ]
    band = band_of(others)
    own = found.meting.dissimilariteit.zonder_toeval if found.meting else None
    strook = Strook(
        naam="Zonder toeval",
        eigen=own,
        band=band.midden if band else None,
        uitersten=band.uitersten if band else None,
        midden=band.middelste if band else None,
    )
    titel = "Naast vergelijkbare gemeenten, zonder toeval"
    return band_chart("gelijken", titel, [strook], wie=stand.naam, decimals=0)


def _country(stand: Stand, found: Segregatie) -> Grafiek:
    gemeenten = stand.store.places(PlaceKind.GEMEENTE)
    vlakken = [
        Vlak(
            naam=one.naam,
            bereik=found.landelijk[one.key.code].dissimilariteit.zonder_toeval
            if one.key.code in found.landelijk
            else None,
            eigen=one.key == stand.key,
            woord=TE_WEINIG,
        )
        for one in gemeenten
    ]
    shapes = outlines(frozenset(one.key.code for one in gemeenten), stand.slug)
    return vlakken_chart("land", "Dissimilariteit zonder toeval in heel Nederland", vlakken, shapes)
