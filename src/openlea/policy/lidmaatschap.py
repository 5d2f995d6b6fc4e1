"""Who may change what about the people of a werkruimte: roles, last days and absence."""

from collections.abc import Iterable
from datetime import date

from openlea.core.errors import Fout
from openlea.core.verzoek import Lid
from openlea.policy.rechten import VERTROUWELIJK, LidRol, Scope, Verb, scope_of
from openlea.policy.schrijfwijze import day

TE_GEVEN = tuple(rol for rol in LidRol if rol is not LidRol.PUBLIEK)
"""The roles that a member can have; publiek is who has no membership."""
MET_PARTIJ = frozenset({LidRol.PARTNER, LidRol.SWV_DIRECTEUR, LidRol.VOORZITTER})
"""The roles that mean nothing without a partij."""


def is_last_beheerder(lid: int, leden: Iterable[Lid], on: date) -> bool:
    """Return whether nobody else keeps the agenda on a day, so that this lid can't be missed."""
    beheerders = {one.id for one in leden if one.is_agendabeheerder and one.is_active(on)}
    return beheerders == {lid}


def check_rol(rol: LidRol, partij: str, *, is_last: bool) -> tuple[Fout, ...]:
    """Return why a member can't have a role, per field; empty when it can."""
    fouten = []
    if rol not in TE_GEVEN:
        fouten.append(Fout("", "rol", "Deze rol kan een lid niet hebben."))
    if rol in MET_PARTIJ and not partij:
        fouten.append(Fout("", "partij", "Kies een partij. Deze rol hoort altijd bij een partij."))
    if is_last and rol is not LidRol.AGENDABEHEERDER:
        reden = "Dit is de laatste agendabeheerder. Wijs eerst een andere aan."
        fouten.append(Fout("", "rol", reden))
    return tuple(fouten)


def check_self(rol: LidRol, *, is_self: bool) -> tuple[Fout, ...]:
    """Return why nobody gives this role to the own account: it sees persons or the log."""
    is_close = any(scope_of(rol, noun, Verb.ZIEN) is not Scope.NIETS for noun in VERTROUWELIJK)
    if not (is_self and is_close):
        return ()
    reden = f"De rol {rol.label.lower()} geef je niet aan jezelf. Vraag een andere agendabeheerder."
    return (Fout("", "rol", reden),)


def check_einde(van: date, tot: date | None, *, is_last: bool) -> tuple[Fout, ...]:
    """Return why a membership can't end on a day; None as day means that it goes on."""
    if tot is None:
        return ()
    if tot < van:
        return (Fout("", "tot", f"De laatste dag ligt voor de eerste dag ({day(van)})."),)
    if is_last:
        reden = "Dit is de laatste agendabeheerder. Wijs eerst een andere aan."
        return (Fout("", "tot", reden),)
    return ()


def check_afwezigheid(
    van: date | None, tot: date | None, lid: int, vervanger: int | None
) -> tuple[Fout, ...]:
    """Return what is wrong with days away; both empty means that somebody is there."""
    if van is None and tot is None:
        return () if vervanger is None else (Fout("", "van", "Kies de eerste dag."),)
    if van is None or tot is None:
        leeg = "van" if van is None else "tot"
        return (Fout("", leeg, "Vul de eerste en de laatste dag in, of geen van beide."),)
    if tot < van:
        return (Fout("", "tot", f"De laatste dag ligt voor de eerste dag ({day(van)})."),)
    if vervanger == lid:
        return (Fout("", "vervanger", "Iemand kan zichzelf niet vervangen."),)
    return ()


def may_stand_in(vervanger: Lid, partij: str, *, keeps_all: bool) -> bool:
    """Return whether somebody can answer for a partij: of the same one, or with a right to all."""
    return keeps_all or (bool(partij) and vervanger.partij == partij)
