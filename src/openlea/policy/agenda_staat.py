"""Which steps an agenda may take, what a decision must say, and when nothing changes any more."""

from collections.abc import Mapping, Sequence
from datetime import date

from openlea.core.agenda import AgendaStaat
from openlea.core.errors import Fout
from openlea.policy.schrijfwijze import day

STAPPEN: Mapping[AgendaStaat, tuple[AgendaStaat, ...]] = {
    AgendaStaat.CONCEPT: (AgendaStaat.VASTGESTELD,),
    AgendaStaat.VASTGESTELD: (AgendaStaat.AFGESLOTEN, AgendaStaat.CONCEPT),
    AgendaStaat.AFGESLOTEN: (AgendaStaat.VASTGESTELD,),
}
"""State to the states that may follow: one step on, or one step back to undo a mistake."""

GESLOTEN = "Deze agenda is afgesloten. Er verandert niets meer aan."


def next_steps(staat: AgendaStaat) -> tuple[AgendaStaat, ...]:
    """Return the states that an agenda may go to, the usual one first."""
    return STAPPEN[staat]


def is_open(staat: AgendaStaat) -> bool:
    """Return whether the agenda may still be changed."""
    return staat is not AgendaStaat.AFGESLOTEN


def check_step(
    van: AgendaStaat,
    naar: AgendaStaat,
    besluit_door: str,
    besluit_op: date | None,
    ondertekenaars: Sequence[str],
    today: date,
) -> tuple[Fout, ...]:
    """Return why an agenda can't take this step, per field and in Dutch; empty when it can."""
    if naar not in STAPPEN[van]:
        reden = f"Een agenda gaat niet van {van.label.lower()} naar {naar.label.lower()}."
        return (Fout("", "staat", reden),)
    if (van, naar) != (AgendaStaat.CONCEPT, AgendaStaat.VASTGESTELD):
        return ()
    return _decision(besluit_door, besluit_op, ondertekenaars, today)


def _decision(
    besluit_door: str, besluit_op: date | None, ondertekenaars: Sequence[str], today: date
) -> tuple[Fout, ...]:
    """Return what a decision lacks: by whom, on which day, and who signed."""
    fouten = []
    if not besluit_door.strip():
        reden = "Vul in wie de agenda vaststelde, zoals de gemeenteraad."
        fouten.append(Fout("", "besluit_door", reden))
    if besluit_op is None:
        fouten.append(Fout("", "besluit_op", "Vul in op welke dag dat was."))
    elif besluit_op > today:
        reden = f"{day(besluit_op)} ligt in de toekomst. Kies vandaag of een dag daarvoor."
        fouten.append(Fout("", "besluit_op", reden))
    if not ondertekenaars:
        fouten.append(Fout("", "ondertekenaars", "Kies minstens één partij die tekende."))
    return tuple(fouten)
