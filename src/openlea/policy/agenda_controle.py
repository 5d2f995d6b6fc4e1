"""When an agenda holds together: codes are unique, references exist, periods and amounts are sane.

The same rules hold for an agenda from Excel, from JSON and from the pages. Codes are free words;
the tree comes from what hangs under what, never from the spelling of a code.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from typing import Any

from openlea.core.agenda import Actie, Agenda
from openlea.core.errors import Fout
from openlea.policy import agenda_rijen as r
from openlea.policy.agenda_grenzen import EERSTE_DAG, LAATSTE_DAG, refusals
from openlea.policy.agenda_rijen import Rij, Rijen
from openlea.policy.schrijfwijze import listing
from openlea.policy.subsidie_controle import check_subsidie

GROOTSTE_BEDRAG = 10**12
"""Cents. Ten milliard euros in one cell is a typing error, not a begroting of a municipality."""
OUDSTE_LEEFTIJD = 23
"""Years: an agenda is for the young up to and including 23, as the records of the domain say."""
LANGSTE_AGENDA = 20
"""Years. A longer agenda is a typing error in a year."""

EEN_CODE = (r.AMBITIES, r.SPEERPUNTEN, r.ACTIES, r.DOELEN, r.INDICATOREN)
"""Sheets that share one list of codes, because others point to any of them."""
DUBBEL_MAG = (r.REALISATIE, r.WIJZIGINGEN, r.VERWIJZINGEN, r.VOORTGANG)
"""Sheets where two rows may have the same name: two bookings on one day are two bookings."""


@dataclass(frozen=True, slots=True)
class Bevinding:
    """A fault with its full place: sheet, row from nought, field (a year for an amount), name."""

    blad: str
    rij: int
    veld: str
    sleutel: str
    reden: str


def check_agenda(agenda: Agenda) -> tuple[Fout, ...]:
    """Return every fault, with the sheet and the code of its row; empty when all is well."""
    return tuple(Fout(f.blad, f.sleutel, f.reden) for f in find_faults(agenda))


def find_faults(agenda: Agenda) -> Iterator[Bevinding]:
    """Yield every fault with its full place, for a reader that knows the cells."""
    rijen = r.lay_out(agenda)
    yield from _agenda(agenda)
    yield from _values(rijen)
    yield from _codes(rijen)
    yield from _references(agenda, rijen)
    yield from _circles(rijen)
    for rij in rijen[r.ACTIES]:
        yield from _actie(rij)
    yield from _amounts(rijen)
    for rij in rijen[r.SUBSIDIES]:
        yield from (_at(rij, fout.cel, fout.reden) for fout in check_subsidie(rij.waarde))
    yield from _to_itself(rijen)
    # Against a period that runs backwards every year would be wrong.
    if agenda.van <= agenda.tot:
        yield from _years(agenda, rijen)


def _at(rij: Rij, veld: str, reden: str) -> Bevinding:
    return Bevinding(rij.blad, rij.nummer, veld, rij.sleutel, reden)


def _agenda(agenda: Agenda) -> Iterator[Bevinding]:
    for veld, reden in _agenda_refusals(agenda):
        yield Bevinding(r.AGENDA, 0, veld, veld, reden)
    for n, partij in enumerate(agenda.ondertekenaars):
        if partij in agenda.ondertekenaars[:n]:
            reden = f"Partij '{partij}' staat er al als ondertekenaar."
            yield Bevinding(r.AGENDA, n, "ondertekenaars", "ondertekenaars", reden)


def _agenda_refusals(agenda: Agenda) -> Iterator[tuple[str, str]]:
    for field in fields(agenda):
        for reden in refusals(r.AGENDA, field.name, getattr(agenda, field.name)):
            yield field.name, reden
    for veld, jaar in (("van", agenda.van), ("tot", agenda.tot)):
        if not EERSTE_DAG.year <= jaar <= LAATSTE_DAG.year:
            yield veld, f"Het jaar {jaar} klopt niet."
    if agenda.tot < agenda.van:
        yield "tot", f"Het laatste jaar {agenda.tot} ligt voor het eerste jaar {agenda.van}."
    if agenda.tot - agenda.van >= LANGSTE_AGENDA:
        yield "tot", f"Een agenda duurt hoogstens {LANGSTE_AGENDA} jaar."
    if agenda.bijwerken_dagen < 1:
        yield "bijwerken_dagen", "Het aantal dagen is minstens 1."
    if agenda.te_laat_dagen < agenda.bijwerken_dagen:
        yield "te_laat_dagen", "Dit moet minstens zo veel zijn als het aantal dagen van bijwerken."
    if agenda.te_laat_dagen > LANGSTE_AGENDA * 366:
        yield "te_laat_dagen", "Dit aantal dagen is langer dan een agenda duurt."


def _values(rijen: Rijen) -> Iterator[Bevinding]:
    for rij in _all(rijen):
        namen = ["naam"] if isinstance(rij.waarde, str) else [f.name for f in fields(rij.waarde)]
        for veld in namen:
            for reden in refusals(rij.blad, veld, rij.veld(veld)):
                yield _at(rij, veld, reden)


def _all(rijen: Rijen) -> Iterator[Rij]:
    return (rij for per_blad in rijen.values() for rij in per_blad)


def _codes(rijen: Rijen) -> Iterator[Bevinding]:
    seen: dict[tuple[Any, ...], Rij] = {}
    for rij in _all(rijen):
        if rij.blad in DUBBEL_MAG:
            continue
        namen = r.SLEUTELS[rij.blad]
        list_of = "code" if rij.blad in EEN_CODE else rij.blad
        first = seen.setdefault((list_of, *(rij.veld(naam) for naam in namen)), rij)
        if first is not rij:
            reden = f"'{rij.sleutel}' staat er al: op het blad {first.blad}. Kies een andere code."
            yield _at(rij, namen[-1] if rij.blad != r.VERBANDEN else "naar", reden)


def _references(agenda: Agenda, rijen: Rijen) -> Iterator[Bevinding]:
    known = {blad: {rij.veld(r.SLEUTELS[blad][0]) for rij in rijen[blad]} for blad in _targets()}
    for (blad, veld), bladen in r.VERWIJST.items():
        # An agenda that has ended names its successor: its acties may go on there.
        if veld == "opgevolgd_door" and agenda.opvolger:
            continue
        codes = set().union(*(known[doel] for doel in bladen))
        if blad == r.AGENDA:
            for n, code in enumerate(agenda.ondertekenaars):
                if code not in codes:
                    yield Bevinding(blad, n, veld, veld, unknown(code, bladen))
            continue
        for rij in rijen[blad]:
            code = rij.veld(veld)
            if code and code not in codes:
                yield _at(rij, veld, unknown(code, bladen))


def _targets() -> set[str]:
    return {blad for bladen in r.VERWIJST.values() for blad in bladen}


def unknown(code: str, bladen: Iterable[str]) -> str:
    """Return why a code that stands on none of these sheets is refused."""
    waar = listing(list(bladen)).replace(" en ", " of ")
    return f"'{code}' staat niet op het blad {waar}. Voeg het daar toe of verbeter de code."


def _circles(rijen: Rijen) -> Iterator[Bevinding]:
    for blad, veld in ((r.BEGROTING, "kop"), (r.ACTIES, "samengevoegd_met")):
        yield from _circle(rijen, blad, veld)
    yield from _circle(rijen, r.ACTIES, "opgevolgd_door")


def _circle(rijen: Rijen, blad: str, veld: str) -> Iterator[Bevinding]:
    """Yield every row that comes back to itself when the field is followed."""
    step: Mapping[str, str] = {rij.veld("code"): rij.veld(veld) for rij in rijen[blad]}
    for rij in rijen[blad]:
        code = rij.veld("code")
        here, seen = step[code], set[str]()
        while here and here != code and here not in seen:
            seen.add(here)
            here = step.get(here, "")
        if here == code and rij.veld(veld):
            yield _at(rij, veld, f"Zo komt '{code}' via '{rij.veld(veld)}' weer bij zichzelf uit.")


def _actie(rij: Rij) -> Iterator[Bevinding]:
    actie: Actie = rij.waarde
    for veld, leeftijd in (
        ("leeftijd_van", actie.leeftijd_van),
        ("leeftijd_tot", actie.leeftijd_tot),
    ):
        if leeftijd is not None and not 0 <= leeftijd <= OUDSTE_LEEFTIJD:
            yield _at(rij, veld, f"De leeftijd {leeftijd} ligt niet tussen 0 en {OUDSTE_LEEFTIJD}.")
    if _reversed(actie.leeftijd_van, actie.leeftijd_tot):
        yield _at(rij, "leeftijd_tot", "De hoogste leeftijd is lager dan de laagste.")
    if _reversed(actie.van, actie.tot):
        yield _at(rij, "tot", "De einddatum ligt voor de begindatum.")


def _reversed(first: Any, last: Any) -> bool:
    return first is not None and last is not None and bool(last < first)


def _years(agenda: Agenda, rijen: Rijen) -> Iterator[Bevinding]:
    period = f"de agenda ({agenda.van}-{agenda.tot})."
    for rij in rijen[r.ACTIES]:
        if rij.waarde.van and rij.waarde.van.year > agenda.tot:
            yield _at(rij, "van", f"De actie begint pas na {period}")
        elif rij.waarde.tot and rij.waarde.tot.year < agenda.van:
            yield _at(rij, "tot", f"De actie eindigt al voor {period}")
    for rij, veld, jaar in _dated(rijen):
        if not agenda.van <= jaar <= agenda.tot:
            yield _at(rij, veld, f"Het jaar {jaar} valt buiten {period}")


def _dated(rijen: Rijen) -> Iterator[tuple[Rij, str, int]]:
    """Yield every year that a row names, with its field."""
    for blad in (r.JAARWAARDEN, r.WIJZIGINGEN, r.REALISATIE, r.SUBSIDIES):
        yield from ((rij, "jaar", rij.veld("jaar")) for rij in rijen[blad])
    for blad in (r.GELDSTROMEN, r.BEGROTING):
        yield from ((rij, str(jaar), jaar) for rij in rijen[blad] for jaar in rij.veld("bedragen"))


def _amounts(rijen: Rijen) -> Iterator[Bevinding]:
    for blad, velden in _BEDRAGEN.items():
        for rij in rijen[blad]:
            for veld, cents in _cents(rij, velden):
                if abs(cents) > GROOTSTE_BEDRAG:
                    yield _at(rij, veld, "Het bedrag is groter dan 10 miljard euro.")
                elif cents < 0 and blad == r.SUBSIDIES:
                    yield _at(rij, veld, "Een bedrag van een subsidie is niet lager dan 0.")


_BEDRAGEN: Mapping[str, tuple[str, ...]] = {
    r.GELDSTROMEN: ("bedragen",),
    r.BEGROTING: ("bedragen",),
    r.WIJZIGINGEN: ("bedrag",),
    r.REALISATIE: ("bedrag",),
    r.SUBSIDIES: ("beschikt", "vastgesteld", "teruggevorderd"),
}


def _cents(rij: Rij, velden: Iterable[str]) -> Iterator[tuple[str, int]]:
    for veld in velden:
        waarde = rij.veld(veld)
        if isinstance(waarde, Mapping):
            yield from ((str(jaar), cents) for jaar, cents in waarde.items())
        elif waarde is not None:
            yield veld, waarde


def _to_itself(rijen: Rijen) -> Iterator[Bevinding]:
    for rij in rijen[r.VERBANDEN]:
        if rij.waarde.van == rij.waarde.naar:
            yield _at(rij, "naar", "Een verband loopt van het een naar iets anders.")
