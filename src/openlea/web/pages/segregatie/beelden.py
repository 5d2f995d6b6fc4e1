"""The pictures on segregation: the schools, their parts, the years, and other gemeenten."""

from openlea.core.onthulling import Bereik
from openlea.core.place import PlaceKind
from openlea.policy.band import band_of
from openlea.policy.segregatietekst import Oordeel
from openlea.services.describe_segregatie import Segregatie
from openlea.services.segregatie.meting import FEWEST_SCHOOLS, Meting
from openlea.services.segregatie.wonen import Wonen
from openlea.web.charts.band import Strook, band_chart
from openlea.web.charts.figuur import Grafiek
from openlea.web.charts.spiegel import Spiegelstip, spiegel_chart
from openlea.web.charts.staven import Staaf, staven_chart
from openlea.web.charts.stippen import Schoolstip, stippen_chart
from openlea.web.charts.trend import Punt, Reeks, trend_chart
from openlea.web.charts.vlakken import Kleur, Kleuring, Vlak, vlakken_chart
from openlea.web.pages.cijfers.grenzen import outlines
from openlea.web.pages.cijfers.stand import Stand
from openlea.web.pages.verklaar.verloop import short

OORDELEN = (Oordeel.TOEVAL.label, Oordeel.MEER.label)
TE_WEINIG = f"minder dan {FEWEST_SCHOOLS} scholen"


def drawings(stand: Stand, found: Segregatie, kleur: Kleur) -> list[Grafiek]:
    """Return every picture of the page; the last ones lay other gemeenten beside this one.

    An own group is of no other gemeente: there is nothing to lay beside.
    """
    own = [_schools(stand, found), _parts(found), _years(stand, found)]
    if found.wonen:
        own.append(_mirror(found, found.wonen))
    if found.groep.is_eigen:
        return own
    return [*own, _alike(stand, found), _country(stand, found, kleur)]


def _mirror(found: Segregatie, wonen: Wonen) -> Grafiek:
    dots = [
        Spiegelstip(
            naam=one.school.naam,
            buurt=one.buurt,
            school=one.aandeel,
            leerlingen=one.school.groep + one.school.rest,
        )
        for one in sorted(wonen.scholen, key=lambda one: one.buurt.laag)
    ]
    return spiegel_chart("spiegel", f"{found.groep.naam}: school naast buurt", dots)


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


def _country(stand: Stand, found: Segregatie, kleur: Kleur) -> Grafiek:
    gemeenten = stand.store.places(PlaceKind.GEMEENTE)
    vlakken = [
        _area(one.naam, found.landelijk.get(one.key.code), own=one.key == stand.key)
        for one in gemeenten
    ]
    shapes = outlines(frozenset(one.key.code for one in gemeenten), stand.slug)
    titel = (
        "Is het meer dan toeval? Heel Nederland"
        if kleur is Kleur.OORDEEL
        else "Dissimilariteit zonder toeval in heel Nederland"
    )
    return vlakken_chart("land", titel, vlakken, shapes, kleuring=Kleuring(kleur, OORDELEN))


def _area(naam: str, meting: Meting | None, *, own: bool) -> Vlak:
    if meting is None:
        return Vlak(naam=naam, bereik=None, eigen=own, woord=TE_WEINIG)
    index = meting.dissimilariteit
    return Vlak(naam=naam, bereik=index.zonder_toeval, eigen=own, oordeel=index.oordeel.label)
