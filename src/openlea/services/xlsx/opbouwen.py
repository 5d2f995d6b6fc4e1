"""Build an agenda from the rows of the sheets, and remember which row everything came from."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from openlea.core.agenda import Agenda
from openlea.core.begroting import Begroting
from openlea.core.errors import Fout
from openlea.core.netwerk import Netwerk
from openlea.policy import agenda_rijen as r
from openlea.policy.agenda_controle import find_faults, unknown
from openlea.services.xlsx.agendablad import Agendablad
from openlea.services.xlsx.tabel import GENOEMD, Regel, Tabel


class Opbouw:
    """One building of an agenda from tables, that knows the row number of every value."""

    def __init__(self, tabellen: Mapping[str, Tabel]) -> None:
        """Sort the rows by what they hang under."""
        self._tabellen = tabellen
        self._nummers: dict[str, list[int]] = defaultdict(list)
        self._onder: dict[str, dict[str, list[Regel]]] = {}
        for blad in r.KINDEREN:
            under = self._onder.setdefault(blad, defaultdict(list))
            for regel in tabellen[blad].rijen:
                under[regel.waarden[r.OUDER]].append(regel)

    def orphans(self) -> Iterator[tuple[str, Fout]]:
        """Yield a fault for every row that hangs under nothing, with its sheet."""
        for blad, ouders in r.KINDEREN.items():
            tabel = self._tabellen[blad]
            known = {regel.waarden["code"] for regel in self._tabellen[ouders].rijen}
            for regel in tabel.rijen:
                code = regel.waarden[r.OUDER]
                if code not in known:
                    cel = f"{tabel.letters[r.OUDER]}{regel.nummer}"
                    yield blad, Fout(blad, cel, unknown(code, [ouders]))

    def build(self, velden: Mapping[str, Any]) -> Agenda:
        """Return the agenda; each row once, in the order of the sheets."""
        return Agenda(
            **velden,
            partijen=self._all(r.PARTIJEN),
            werkgroepen=self._all(r.WERKGROEPEN),
            ambities=self._all(r.AMBITIES),
            streefwaarden=self._all(r.STREEFWAARDEN),
            begroting=Begroting(
                geldstromen=self._all(r.GELDSTROMEN),
                posten=self._all(r.BEGROTING),
                wijzigingen=self._all(r.WIJZIGINGEN),
                boekingen=self._all(r.REALISATIE),
                subsidies=self._all(r.SUBSIDIES),
            ),
            netwerk=Netwerk(
                doelen=self._all(r.DOELEN),
                indicatoren=self._all(r.INDICATOREN),
                verbanden=self._all(r.VERBANDEN),
            ),
        )

    def faults(self, agenda: Agenda, blad: Agendablad) -> Iterator[Fout]:
        """Yield what the rules say of the agenda, each with the cell it stands in."""
        for found in find_faults(agenda):
            if found.blad == r.AGENDA:
                cel = f"B{blad.rijen[found.veld][found.rij]}"
            else:
                letter = self._tabellen[found.blad].letters[found.veld]
                cel = f"{letter}{self._nummers[found.blad][found.rij]}"
            yield Fout(found.blad, cel, found.reden)

    def _all(self, blad: str) -> tuple[Any, ...]:
        return tuple(self._value(blad, regel) for regel in self._tabellen[blad].rijen)

    def _under(self, blad: str, ouder: str) -> tuple[Any, ...]:
        # Taken away, so that a second parent with the same code doesn't get the same children.
        return tuple(self._value(blad, regel) for regel in self._onder[blad].pop(ouder, ()))

    def _value(self, blad: str, regel: Regel) -> Any:
        self._nummers[blad].append(regel.nummer)
        fields = {veld: waarde for veld, waarde in regel.waarden.items() if veld != r.OUDER}
        if blad == r.WERKGROEPEN:
            return fields["naam"]
        for veld, kind in _KINDEREN.get(blad, {}).items():
            fields[veld] = self._under(kind, regel.waarden["code"])
        return self._tabellen[blad].blad.waarde(**fields)


_KINDEREN: Mapping[str, Mapping[str, str]] = {
    r.AMBITIES: {"speerpunten": r.SPEERPUNTEN},
    r.SPEERPUNTEN: {"acties": r.ACTIES},
    r.ACTIES: {
        "betrokkenen": r.BETROKKENEN,
        "verwijzingen": r.VERWIJZINGEN,
        "voortgang": r.VOORTGANG,
    },
    r.STREEFWAARDEN: {"jaren": r.JAARWAARDEN},
}


def build_agenda(blad: Agendablad, tabellen: Mapping[str, Tabel]) -> tuple[Agenda, list[Fout]]:
    """Return the agenda of whole tables, and every fault against the rules with its cell."""
    opbouw = Opbouw(tabellen)
    orphans = list(opbouw.orphans())
    agenda = opbouw.build(blad.waarden)
    fouten = [fout for _, fout in orphans]
    # Without its parent an actie is gone from the agenda, and all that names it would look wrong.
    if not any(naam in GENOEMD for naam, _ in orphans):
        fouten += opbouw.faults(agenda, blad)
    return agenda, fouten
