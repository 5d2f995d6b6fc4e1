"""Tell of a draft which rows wait for repair: line, column and reason, never a value."""

from dataclasses import dataclass

from openlea.core.logboek import Logsoort
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.services.find_aanlevering import find_aanlevering
from openlea.services.kluis.concept import open_concept
from openlea.services.kluis.keuren import REDENEN, TEVEEL
from openlea.services.kluis.plek import registratie_of
from openlea.services.log_deed import log_deed


@dataclass(frozen=True, slots=True, kw_only=True)
class Herstelcel:
    """A cell to fill in: its place in the row, what it is, what is wrong, and the fixed choices."""

    plek: int
    titel: str
    reden: str
    moet: bool
    keuzes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Herstelregel:
    """A row that waits, by its line; with `heel` nothing in it can be mended."""

    regel: int
    cellen: tuple[Herstelcel, ...]
    heel: str = ""


def describe_herstel(actor: Actor, nummer: int) -> tuple[Herstelregel, ...]:
    """Return the rows that wait, in order of line; that the draft was opened is logged.

    NotAllowed, NotFound; Conflict when nothing waits for repair.
    """
    one = find_aanlevering(actor, nummer, Verb.MAKEN)
    velden = {veld.naam: veld for veld in registratie_of(one.registratie).velden}
    what = f"{one.registratie} {one.periode}"
    log_deed(
        actor,
        "aanlevering gelezen",
        what,
        "rijen herstellen",
        soort=Logsoort.LEZEN,
        noun=Noun.REGISTRATIE,
    )
    names = [one.koppeling.get("persoon", ""), *(kolom["naam"] for kolom in one.kolommen[1:])]

    def cell(plek: int, reden: str, *, moet: bool) -> Herstelcel:
        veld = velden.get(names[plek])
        titel = (veld.titel or veld.naam) if veld else "Pseudoniem"
        keuzes = veld.waarden if veld else ()
        return Herstelcel(plek=plek, titel=titel, reden=REDENEN[reden], moet=moet, keuzes=keuzes)

    return tuple(
        Herstelregel(
            regel=rij.regel,
            cellen=tuple(cell(p, why, moet=moet) for p, why, moet in rij.fouten if p != TEVEEL),
            heel=next((REDENEN[why] for p, why, _ in rij.fouten if p == TEVEEL), ""),
        )
        for rij in open_concept(one).open
    )
