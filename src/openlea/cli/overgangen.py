"""The transitions from nought to twenty-three from the command line."""

from typing import TYPE_CHECKING, Annotated

from cyclopts import App, Parameter

from openlea.cli.start import Data, Json, known, say, start, tell

if TYPE_CHECKING:
    from openlea.services.overgangen.beelden import Overgangsbeeld

Gemeente = Annotated[str, Parameter(name="--gemeente", help="Naam of code van de gemeente.")]
Waar = Annotated[
    str, Parameter(name="--werkruimte", help="Met de registraties van deze werkruimte.")
]


def add_to(app: App) -> None:
    """Add the command about transitions."""
    app.command(overgangen)


def overgangen(
    *, gemeente: Gemeente, werkruimte: Waar = "", data: Data = None, json: Json = False
) -> None:
    """Toon hoe elke overgang gaat, van voorschool tot werk, en van hoeveel kinderen het bekend is.

    Zonder werkruimte: die van de gemeente als die er is, en anders alleen uit openbare cijfers.
    """
    start(data, new=True)
    from openlea.core.telling import Telsoort
    from openlea.services.find_gemeente import find_gemeente
    from openlea.services.overgangen.beelden import overgangen_of
    from openlea.services.overgangen.uitvoer import as_plain
    from openlea.storage.records.models import Telling

    place = find_gemeente(gemeente)
    room = known(werkruimte).pk if werkruimte else _room_of(str(place))
    counted = Telling.objects.of(room, Telsoort.OVERGANGEN) if room else ()
    found = overgangen_of(place.code, [one.staat() for one in counted][::-1])
    return tell(as_plain(found)) if json else _tell(found)


def _room_of(plaats: str) -> int | None:
    """Return the werkruimte of a gemeente; None when there is none, or no database at all."""
    from django.db.utils import OperationalError, ProgrammingError

    from openlea.storage.records.models import Werkruimte

    try:
        return Werkruimte.objects.filter(plaats=plaats).values_list("pk", flat=True).first()
    except (OperationalError, ProgrammingError):
        return None


def _tell(found: "tuple[Overgangsbeeld, ...]") -> None:
    for one in found:
        share = one.aandeel
        told = f"{share.laag:.0f}-{share.hoog:.0f} %" if share else one.waarom_niet
        say(f"{one.kaart.id.label}: {told} {one.periode}".rstrip())
