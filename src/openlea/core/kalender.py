"""A year of duties on days, and the lines that a calendar program shows of it."""

from dataclasses import dataclass, field
from datetime import date, datetime

from openlea.core.plicht import Aard, Grondslag, Houder
from openlea.core.verplichting import TaakStaat


@dataclass(frozen=True, slots=True, kw_only=True)
class Kalenderpunt:
    """A day, or a window of days, that a duty names in one year.

    `id` never changes when a day, a title or an article does: duty/term/number/year, and the code
    of the partij when it is of one. `telling` is a day on which something is counted; nobody hands
    in anything then. `dag_vrij` says that every day from `vanaf` to `uiterlijk` is as good.
    `eens_per` is the number of years when it isn't asked every year. `staat` and `partij` are only
    known of a werkruimte.
    """

    id: str
    plicht: str
    termijn: str
    nummer: int
    jaar: int
    titel: str
    tekst: str
    uiterlijk: date
    vanaf: date | None = None
    over: str = ""
    wat: str = ""
    telling: bool = False
    dag_vrij: bool = False
    eens_per: int = 1
    aard: Aard = Aard.PLICHT
    veld: str = ""
    houders: tuple[Houder, ...] = ()
    voorwaarde: str = ""
    grondslag: Grondslag | None = None
    controle: str = ""
    twijfel: bool = False
    zekerheid: str = ""
    nagelezen_op: date | None = None
    partij: str = ""
    staat: TaakStaat | None = None

    @property
    def link(self) -> str:
        """Return the address of the law as it is on the last day, or '' when it has none."""
        return self.grondslag.link(self.uiterlijk) if self.grondslag else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kalenderregel:
    """A line in a calendar program: whole days, `van` and `tot` both included.

    `id` is what a program knows it by: the same id with a higher `volgnummer` changes the line it
    already has. `herinner_dagen` is how many days before it a program may remind; None for never.
    `begin` and `einde` are moments, for what has an hour; then the days are those of the moments.
    `uid` is set when the same event goes out by mail too, so that both are one.
    """

    id: str
    titel: str
    van: date
    tot: date
    gewijzigd_op: datetime
    volgnummer: int = 0
    tekst: str = ""
    adres: str = ""
    categorieen: tuple[str, ...] = field(default_factory=tuple)
    vervallen: bool = False
    herinner_dagen: int | None = None
    begin: datetime | None = None
    einde: datetime | None = None
    plek: str = ""
    uid: str = ""
