"""Look at a ledger export through its columns: what is new, what is known, what is wrong."""

from collections import Counter
from dataclasses import dataclass

from openlea.core.begroting import Boeking
from openlea.core.errors import Fout
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.services.grootboek.koppeling import Koppeling
from openlea.services.grootboek.regels import Lezer
from openlea.services.grootboek.tabel import Tabel
from openlea.services.open_agenda import open_agenda
from openlea.storage.records import models as records

Sleutel = tuple[object, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Grootboekplan:
    """What reading in would do: new and known bookings by row, faults, and what stays out."""

    nieuw: tuple[tuple[int, Boeking], ...]
    bekend: tuple[tuple[int, Boeking], ...]
    fouten: tuple[Fout, ...]
    onbekend: tuple[str, ...]
    buiten: int

    @property
    def is_goed(self) -> bool:
        """Return whether nothing stands in the way."""
        return not self.fouten and not self.onbekend

    @property
    def totaal(self) -> int:
        """Return the cents of what is new."""
        return sum(boeking.bedrag for _, boeking in self.nieuw)


def plan_grootboek(actor: Actor, tabel: Tabel, koppeling: Koppeling) -> Grootboekplan:
    """Return what reading in this export would do; nothing is written.

    A booking that is there already is not added again: with its kenmerk, or without one its
    description, as often as it is there. So a cumulative export adds only what came since.
    """
    agenda = open_agenda(actor, Noun.GELD, Verb.MAKEN)
    codes = frozenset(agenda.posten.values_list("code", flat=True))
    gelezen = Lezer(tabel, koppeling, codes, range(agenda.van, agenda.tot + 1)).read()
    there = Counter(
        _key(one.post.code, one)
        for one in records.Boeking.objects.filter(post__agenda=agenda).select_related("post")
    )
    nieuw, bekend = [], []
    for nummer, boeking in gelezen.boekingen:
        key = _key(boeking.post, boeking)
        if there[key]:
            there[key] -= 1
            bekend.append((nummer, boeking))
        else:
            nieuw.append((nummer, boeking))
    return Grootboekplan(
        nieuw=tuple(nieuw),
        bekend=tuple(bekend),
        fouten=gelezen.fouten,
        onbekend=gelezen.onbekend,
        buiten=gelezen.buiten,
    )


def _key(post: str, one: Boeking | records.Boeking) -> Sleutel:
    mark = ("kenmerk", one.kenmerk) if one.kenmerk else ("tekst", one.omschrijving)
    return (post, one.jaar, str(one.soort), one.op, one.bedrag, *mark)
