"""The actions of an agenda as rows: who, how it goes, how old that word is, target and money."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from openlea.core.agenda import (
    Actie,
    Agenda,
    Ambitie,
    Jaarwaarde,
    Rol,
    Speerpunt,
    Streefwaarde,
    Voortgang,
)
from openlea.policy.actualiteit import Actualiteit, judge_acties, last_update
from openlea.policy.begroting import per_actie
from openlea.policy.dekking import Dekking, DekkingStaat, dekking_per_actie
from openlea.policy.eigenaar import EIGENAAR_ROLLEN
from openlea.policy.streefwaarde import Uitkomst, current, describe_werkelijk, has_doel, judge


@dataclass(frozen=True, slots=True)
class Wie:
    """A partij in an action, as a chip."""

    code: str
    naam: str
    rol: Rol

    @property
    def is_trekker(self) -> bool:
        """Return whether it leads the action."""
        return self.rol is Rol.TREKKER


@dataclass(frozen=True, slots=True)
class Streef:
    """A target in the year that is shown."""

    streefwaarde: Streefwaarde
    jaar: Jaarwaarde | None
    uitkomst: Uitkomst | None

    @property
    def tekst(self) -> str:
        """Return what was obtained against the target, in words."""
        return describe_werkelijk(self.streefwaarde, self.jaar) if self.jaar else "geen doel"


@dataclass(frozen=True, slots=True)
class ActieRij:
    """One action with everything a list shows of it; `geld` is whole cents in the year shown."""

    actie: Actie
    speerpunt: Speerpunt
    ambitie: Ambitie
    wie: tuple[Wie, ...]
    actualiteit: Actualiteit
    gemeld_op: date | None
    streven: tuple[Streef, ...]
    geld: int
    per_jaar: tuple[tuple[int, int], ...]
    dekking: Dekking

    @property
    def eigenaren(self) -> tuple[Wie, ...]:
        """Return the partijen that own the action, the trekker first."""
        owning = [one for one in self.wie if one.rol in EIGENAAR_ROLLEN]
        return tuple(sorted(owning, key=lambda one: not one.is_trekker))

    @property
    def streef(self) -> Streef | None:
        """Return the target that stands in the row: the first that asks something this year."""
        return next((one for one in self.streven if one.jaar), None)

    @property
    def heeft_rij(self) -> bool:
        """Return whether the begroting speaks of this action."""
        return self.dekking.staat is not DekkingStaat.GEEN_RIJ

    @property
    def is_nog_niet_gevraagd(self) -> bool:
        """Return whether nothing was told because nobody has been asked yet."""
        return self.actualiteit is Actualiteit.NIET_GEVRAAGD

    @property
    def is_elders_gedekt(self) -> bool:
        """Return whether the begroting names another payer and no amount."""
        return self.dekking.staat is DekkingStaat.NUL_ELDERS

    @property
    def laatste(self) -> Voortgang | None:
        """Return the newest word on the action."""
        return max(self.actie.voortgang, key=lambda one: one.op, default=None)


def year_shown(agenda: Agenda, today: date) -> int:
    """Return this year, or the nearest year of the agenda when it is over or still to come."""
    return min(max(today.year, agenda.van), agenda.tot)


def rows_of(agenda: Agenda, since: date, today: date) -> tuple[ActieRij, ...]:
    """Return a row per action in printed order."""
    jaar = year_shown(agenda, today)
    namen = {partij.code: partij.naam for partij in agenda.partijen}
    fresh = judge_acties(agenda, since, today)
    geld = per_actie(agenda.begroting, agenda.ambities, agenda.jaren)
    dekking = dekking_per_actie(agenda.begroting, agenda.acties, agenda.jaren)
    streven = streven_per_code(agenda.streefwaarden, today)
    return tuple(
        ActieRij(
            actie=actie,
            speerpunt=speerpunt,
            ambitie=ambitie,
            wie=who(actie, namen),
            actualiteit=fresh[actie.code],
            gemeld_op=last_update(actie),
            streven=tuple(streven.get(actie.code, ())),
            geld=geld[actie.code][jaar],
            per_jaar=tuple(geld[actie.code].items()),
            dekking=dekking[actie.code],
        )
        for ambitie in agenda.ambities
        for speerpunt in ambitie.speerpunten
        for actie in speerpunt.acties
    )


def who(actie: Actie, namen: Mapping[str, str]) -> tuple[Wie, ...]:
    """Return the partijen of an action by name."""
    return tuple(
        Wie(one.partij, namen.get(one.partij, one.partij), one.rol) for one in actie.betrokkenen
    )


def streven_per_code(streefwaarden: Sequence[Streefwaarde], today: date) -> dict[str, list[Streef]]:
    """Return the targets by the code of what they measure, each in the year that counts today."""
    found: dict[str, list[Streef]] = {}
    for one in streefwaarden:
        jaar = current(one, today)
        shown = jaar if jaar is not None and has_doel(one.richting, jaar) else None
        verdict = judge(one.richting, shown, today) if shown else None
        found.setdefault(one.bij, []).append(Streef(one, shown, verdict))
    return found
