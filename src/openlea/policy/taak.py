"""A task as it is shown: what, who, on which article, before when, and how far it is today."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from openlea.core.partij import PartijSoort
from openlea.core.plicht import Houder, Plicht, Versie
from openlea.core.termijn import Regel
from openlea.core.verplichting import TaakStaat
from openlea.policy.controlestand import Controlestand
from openlea.policy.houderschap import NARROW
from openlea.policy.verplichting import PARTIJSOORTEN


@dataclass(frozen=True, slots=True, kw_only=True)
class Taak:
    """One obligation on a day; `nummer` is its key, and the number in its address.

    `wanneer` is 'vóór 1 oktober'; `grondslag` and `link` are those of the day on which it is due,
    empty for a duty that the shelf no longer has. `bewijzen` counts accepted proof, `voorstellen`
    what waits for somebody to judge it. `voorwaarde` says for whom of its holders it holds, '' for
    all. `voor_begin`: late since a day on which this werkruimte did not exist yet. `reden` and
    `notitie` are empty for who may not read them.
    """

    nummer: int
    versie: int
    plicht: str
    termijn: str
    titel: str
    over: str
    partij: str
    partij_code: str
    veld: str
    veld_naam: str
    grondslag: str
    link: str
    jaar: int
    vanaf: date | None
    uiterlijk: date
    wanneer: str
    staat: TaakStaat
    te_laat_bewezen: bool = False
    bewezen_op: date | None = None
    bewijzen: int = 0
    voorstellen: int = 0
    controlestand: Controlestand | None = None
    voorwaarde: str = ""
    voor_begin: bool = False
    reden: str = ""
    notitie: str = ""
    is_eigen: bool = False
    mag_wijzigen: bool = False
    mag_oordelen: bool = False

    @property
    def staat_label(self) -> str:
        """Return the state in words; proof that came late says so."""
        return "Te laat bewezen" if self.te_laat_bewezen else self.staat.label

    @property
    def is_te_laat(self) -> bool:
        """Return whether the last day is over without accepted proof."""
        return self.staat is TaakStaat.TE_LAAT

    @property
    def wacht(self) -> bool:
        """Return whether somebody still has to do something."""
        return self.staat not in {TaakStaat.BEWEZEN, TaakStaat.NIET_VAN_TOEPASSING}


def first_to_do(taken: Iterable[Taak]) -> Taak | None:
    """Return what the reader had better do first: of what waits and is theirs the soonest.

    What was over before the werkruimte began comes after all the rest, because most of it was done
    elsewhere; of one day what holds for everybody comes before what holds for some.
    """
    waiting = (one for one in taken if one.wacht and one.mag_wijzigen)
    return min(
        waiting,
        key=lambda one: (one.voor_begin, one.uiterlijk, bool(one.voorwaarde)),
        default=None,
    )


def condition_of(
    plicht: Plicht,
    houders: Sequence[Houder],
    soort: PartijSoort,
    told: frozenset[Houder] | None = None,
) -> str:
    """Return for whom a duty holds, when that isn't every partij of this kind; '' when it is.

    `told` are the narrow holders that the partij can be, None when nobody knows: what is known of
    it needs no condition.
    """
    if plicht.voorwaarde:
        return plicht.voorwaarde
    asked = [one for one in houders if soort in PARTIJSOORTEN[one]]
    if any(one not in NARROW or one in (told or ()) for one in asked):
        return ""
    return f"Alleen voor: {asked[0].label.lower()}." if asked else ""


def is_narrow(plicht: Plicht | None, uiterlijk: date, termijn: str) -> bool:
    """Return whether a task may never be for a partij of this kind, in whichever year."""
    if plicht is None:
        return False
    houders = holders_of(plicht, version_of(plicht, uiterlijk), termijn)
    return bool(houders) and all(one in NARROW for one in houders)


def version_of(plicht: Plicht | None, uiterlijk: date) -> Versie | None:
    """Return the version that held on the last day of an obligation, or None."""
    if plicht is None or not plicht.in_force(uiterlijk):
        return None
    return plicht.on(uiterlijk)


def rule_of(versie: Versie | None, termijn: str) -> Regel | None:
    """Return the rule of the term with this code in a version, or None."""
    found = versie.termijnen if versie else ()
    return next((one.regel for one in found if one.code == termijn), None)


def holders_of(plicht: Plicht, versie: Versie | None, termijn: str) -> tuple[Houder, ...]:
    """Return who must meet a term: the holder that the term names, else those of the duty."""
    found = versie.termijnen if versie else ()
    named = next((one.houder for one in found if one.code == termijn and one.houder), "")
    return (Houder(named),) if named else plicht.houders
