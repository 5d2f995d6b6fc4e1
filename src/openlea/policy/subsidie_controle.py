"""Whether a grant holds together, and what is to be done for it next."""

from datetime import date

from openlea.core.begroting import Subsidie
from openlea.core.errors import Fout
from openlea.core.notatie import euro
from openlea.policy.schrijfwijze import day
from openlea.policy.subsidie import SubsidieStaat, subsidie_staat


def check_subsidie(subsidie: Subsidie) -> tuple[Fout, ...]:
    """Return what can't be, per field and in Dutch; empty when the grant holds together."""
    fouten = []
    if subsidie.vastgesteld is None and subsidie.vastgesteld_op is not None:
        reden = "Vul ook het vastgestelde bedrag in."
        fouten.append(Fout("", "vastgesteld", reden))
    if subsidie.vastgesteld is not None and subsidie.vastgesteld_op is None:
        fouten.append(Fout("", "vastgesteld_op", "Vul ook de dag van de vaststelling in."))
    if subsidie.vastgesteld_op and subsidie.vastgesteld_op < subsidie.beschikt_op:
        reden = f"De vaststelling ligt voor de beschikking van {day(subsidie.beschikt_op)}."
        fouten.append(Fout("", "vastgesteld_op", reden))
    if subsidie.teruggevorderd > 0 and subsidie.vastgesteld is None:
        reden = "Terugvorderen kan pas na de vaststelling."
        fouten.append(Fout("", "teruggevorderd", reden))
    elif subsidie.teruggevorderd > max(subsidie.vastgesteld or 0, 0):
        reden = f"Dit is meer dan er is vastgesteld ({euro(subsidie.vastgesteld or 0)})."
        fouten.append(Fout("", "teruggevorderd", reden))
    rapportage = subsidie.tussenrapportage_op
    if rapportage and rapportage < subsidie.beschikt_op:
        reden = f"Dit ligt voor de beschikking van {day(subsidie.beschikt_op)}."
        fouten.append(Fout("", "tussenrapportage_op", reden))
    return tuple(fouten)


def next_step(subsidie: Subsidie, today: date) -> str:
    """Return what comes next for a grant, in words; never a term that the grant doesn't name."""
    staat = subsidie_staat(subsidie, today)
    if staat is SubsidieStaat.NIET_BESCHIKT:
        return f"Beschikking op {day(subsidie.beschikt_op)}"
    if staat is not SubsidieStaat.BESCHIKT:
        return "Klaar"
    if subsidie.tussenrapportage_op and subsidie.tussenrapportage_op >= today:
        return f"Tussenrapportage vóór {day(subsidie.tussenrapportage_op)}"
    if is_overdue(subsidie, today):
        return f"Stel de subsidie vast: {subsidie.jaar} is voorbij"
    if subsidie.tussenrapportage_op:
        return f"De tussenrapportage moest er vóór {day(subsidie.tussenrapportage_op)} zijn"
    return f"Na {subsidie.jaar}: stel de subsidie vast"


def is_overdue(subsidie: Subsidie, today: date) -> bool:
    """Tell whether the year of the grant is over and it isn't settled yet."""
    return today.year > subsidie.jaar and subsidie_staat(subsidie, today) is SubsidieStaat.BESCHIKT
