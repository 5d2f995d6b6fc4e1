"""Which states an owner may tell of an action, and which of them ask for a reason."""

from datetime import datetime, timedelta

from openlea.core.agenda import ActieStaat
from openlea.core.errors import Fout

TE_MELDEN = (
    ActieStaat.OP_SCHEMA,
    ActieStaat.LOOPT_ACHTER,
    ActieStaat.NIET_GESTART,
    ActieStaat.UITGESTELD,
    ActieStaat.AFGEROND,
    ActieStaat.GESTOPT,
)
"""What a melding may say; merged and followed are set where the other action is chosen."""

TERUG_BINNEN = timedelta(days=1)
"""How long an update may be taken back; after that others have read it and built on it."""

MET_REDEN = frozenset({ActieStaat.UITGESTELD, ActieStaat.GESTOPT})


def check_melding(staat: ActieStaat, gedaan: str, blokkade: str) -> tuple[Fout, ...]:
    """Return what a melding lacks, per field and in Dutch; empty when it can be kept."""
    if staat not in TE_MELDEN:
        reden = f"'{staat.label}' kan niet met een melding. Wijzig daarvoor de actie."
        return (Fout("", "staat", reden),)
    if staat in MET_REDEN and not (gedaan.strip() or blokkade.strip()):
        reden = f"Schrijf waarom de actie is {staat.label.lower()}."
        return (Fout("", "blokkade", reden),)
    return ()


def check_staat(
    staat: ActieStaat, reden: str, samengevoegd_met: str, opgevolgd_door: str, opvolger: str
) -> tuple[Fout, ...]:
    """Return what a state lacks, per field; `opvolger` is the agenda that comes after, if any."""
    if staat is ActieStaat.SAMENGEVOEGD and not samengevoegd_met:
        return (Fout("", "samengevoegd_met", "Kies de actie waarin deze actie opgaat."),)
    if staat is ActieStaat.OPGEVOLGD and not (opgevolgd_door or opvolger):
        return (Fout("", "opgevolgd_door", "Kies de actie die deze actie opvolgt."),)
    if staat in MET_REDEN and not reden.strip():
        return (Fout("", "staat_reden", f"Schrijf waarom de actie is {staat.label.lower()}."),)
    return ()


def may_take_back(door: int | None, wie: int | None, gemaakt_op: datetime, now: datetime) -> bool:
    """Return whether a person may take an update back: the own one, within a day."""
    return wie is not None and door == wie and now - gemaakt_op <= TERUG_BINNEN
