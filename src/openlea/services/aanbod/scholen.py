"""The schools of a gemeente as help is laid beside them: postcode, pupils and schoolweging."""

from collections.abc import Mapping
from dataclasses import dataclass

from openlea.core.errors import BadInput
from openlea.core.onthulling import Bereik
from openlea.core.place import PlaceKey, PlaceKind
from openlea.storage.records.models import Werkruimte
from openlea.storage.warehouse.schoolkenmerken import LEERLINGEN, WEGING, schools_of_gemeente
from openlea.storage.warehouse.schoolregister import BRON, BRON_VO, read_register
from openlea.storage.warehouse.warehouse import open_warehouse

SOORTEN = ("bo", "sbo", "so", "vso")
REGISTERS = ((BRON, "bo"), (BRON_VO, "vo"))
JAREN = "driejaars "


@dataclass(frozen=True, slots=True, kw_only=True)
class Aanbodschool:
    """A school; pupils and schoolweging are None where no public table says them."""

    code: str
    naam: str
    soort: str
    pc4: str = ""
    leerlingen: Bereik | None = None
    weging: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Schoollijst:
    """The schools by code in order of name; of when the numbers are, '' without a table."""

    gemeente: str
    scholen: Mapping[str, Aanbodschool]
    leerlingen_op: str
    weging_van: str


def schools_of(werkruimte: int) -> Schoollijst:
    """Return the schools in the gemeente of a werkruimte; none when it's of no gemeente."""
    room = Werkruimte.objects.get(pk=werkruimte)
    gemeente = _gemeente(room.plaats)
    if not gemeente:
        return Schoollijst(gemeente="", scholen={}, leerlingen_op="", weging_van="")
    house = open_warehouse()
    counted = schools_of_gemeente(house, room.slug, gemeente, SOORTEN)
    registered = {
        row.code: Aanbodschool(code=row.code, naam=row.naam, soort=soort, pc4=row.pc4)
        for bron, soort in REGISTERS
        for row in read_register(house, gemeente, bron).scholen
    }
    found = dict(registered)
    for one in counted.scholen:
        known = registered.get(one.vestiging)
        found[one.vestiging] = Aanbodschool(
            code=one.vestiging,
            naam=known.naam if known else one.naam,
            soort=one.soort,
            pc4=known.pc4 if known else "",
            leerlingen=one.leerlingen,
            weging=one.weging,
        )
    return Schoollijst(
        gemeente=gemeente,
        scholen={
            one.code: one for one in sorted(found.values(), key=lambda one: (one.naam, one.code))
        },
        leerlingen_op=counted.peil.get(LEERLINGEN, ""),
        weging_van=counted.peil.get(WEGING, "").removeprefix(JAREN),
    )


def _gemeente(plaats: str) -> str:
    """Return the code of the gemeente that a place is, '' when it's none."""
    try:
        key = PlaceKey.parse(plaats)
    except BadInput:
        return ""
    return key.code if key.kind is PlaceKind.GEMEENTE else ""
