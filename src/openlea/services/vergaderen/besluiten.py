"""What recording and changing a decision share: the check, the number, the lines per partij."""

from collections.abc import Iterable, Mapping

from openlea.core.agenda import Zichtbaarheid
from openlea.core.besluit import Standpunt
from openlea.core.errors import BadInput, Fout, NotAllowed
from openlea.core.plansoort import OverlegUitkomst
from openlea.policy.besluitvorming import Zetel, follows_from, outcome_fault, unheard, votes
from openlea.policy.rechten import Actor, Noun, Scope, Verb
from openlea.services.find_agendapunt import find_agendapunt
from openlea.services.keep_record import keep_record
from openlea.services.vergaderen.tafel import leads, refuse_unless_begun, zetels_of
from openlea.storage.records.models import (
    Agendapunt,
    Besluit,
    Deelnemer,
    Partij,
    Standpuntregel,
    Vergadering,
)

LANGST = 4000
Standpunten = Mapping[str, Standpunt]


def find_item_to_decide(actor: Actor, verb: Verb, punt: int) -> Agendapunt:
    """Return an item of a meeting that the actor leads and that has begun."""
    item = find_agendapunt(actor, Verb.ZIEN, punt)
    if item.vergadering is None:
        raise BadInput([Fout("", "", "Dit punt staat nog op geen agenda.")])
    if actor.scope(Noun.BESLUIT, verb) is Scope.NIETS or not leads(actor, item.vergadering):
        raise NotAllowed("Een besluit legt vast wie de vergadering leidt of er secretaris van is.")
    refuse_unless_begun(item.vergadering)
    return item


def seats(vergadering: Vergadering) -> tuple[Zetel, ...]:
    """Return who sits at the table of a meeting."""
    return zetels_of(Deelnemer.objects.filter(vergadering=vergadering).select_related("partij"))


def check_besluit(
    meeting: Vergadering, tekst: str, standpunten: Standpunten, rest: Standpunt | None
) -> Standpunten:
    """Return what every partij at the table thinks; BadInput for what can't be or isn't said."""
    at_table = seats(meeting)
    text = tekst.strip()
    if not text:
        raise BadInput([Fout("", "tekst", "Schrijf op wat er is besloten.")])
    if len(text) > LANGST:
        raise BadInput([Fout("", "tekst", f"Een besluit is hoogstens {LANGST} tekens.")])
    strange = set(standpunten) - {one.partij for one in at_table}
    if strange:
        raise BadInput([Fout("", "standpunten", f"{min(strange)} zit niet aan tafel.")])
    said = dict(standpunten)
    if rest is not None:
        said |= dict.fromkeys(_silent(at_table, said), rest)
    if missing := unheard(at_table, said):
        names = ", ".join(_names(meeting.werkruimte_id, missing))
        raise BadInput([Fout("", "standpunten", f"Zeg ook wat deze partijen vinden: {names}.")])
    return {one.partij: one.standpunt for one in votes(at_table, said)}


def _silent(at_table: tuple[Zetel, ...], said: Standpunten) -> set[str]:
    """Return the parties that are not away and of which nothing was said."""
    away = {one.partij for one in votes(at_table, {})}
    return {one.partij for one in at_table if one.partij} - away - set(said)


def settled_outcome(
    meeting: Vergadering, said: Standpunten, uitkomst: OverlegUitkomst | None
) -> OverlegUitkomst:
    """Return how a decision ended; BadInput when the chosen outcome can't be."""
    stemmen = votes(seats(meeting), said)
    if uitkomst is None:
        return follows_from(stemmen)
    if fault := outcome_fault(uitkomst, stemmen):
        raise BadInput([Fout("", "uitkomst", fault)])
    return uitkomst


def next_nummer(meeting: Vergadering) -> str:
    """Return the next number of the day of a meeting: '2026-11-27/3'.

    Meetings of one day are held while it is given out, so that two get two numbers.
    """
    same_day = Vergadering.objects.filter(werkruimte_id=meeting.werkruimte_id, op=meeting.op)
    list(same_day.select_for_update(no_key=True).order_by("pk").values_list("pk", flat=True))
    start = f"{meeting.op.isoformat()}/"
    here = Besluit.objects.filter(werkruimte_id=meeting.werkruimte_id, nummer__startswith=start)
    given = here.values_list("nummer", flat=True)
    tails = (one.removeprefix(start) for one in given)
    return f"{start}{1 + max((int(tail) for tail in tails if tail.isdecimal()), default=0)}"


def keep_standpunten(actor: Actor, besluit: Besluit, said: Standpunten) -> None:
    """Keep one line per partij; a line that says the same is left alone."""
    partijen = {
        one.code: one for one in Partij.objects.of(actor.werkruimte).filter(code__in=list(said))
    }
    here = {one.partij_id: one for one in besluit.standpunten.all()}
    for code, standpunt in said.items():
        partij = partijen[code]
        line = here.get(partij.pk) or Standpuntregel(
            werkruimte_id=actor.werkruimte, besluit=besluit, partij=partij
        )
        if line.pk is None or line.standpunt != standpunt:
            line.standpunt = standpunt
            keep_record(actor, line)


def narrowest_seen(one: Zichtbaarheid, other: Zichtbaarheid) -> Zichtbaarheid:
    """Return the visibility that fewest may see: a decision is no wider than its item."""
    order = (Zichtbaarheid.INTERN, Zichtbaarheid.PARTNERS, Zichtbaarheid.PUBLIEK)
    return min(one, other, key=order.index)


def _names(werkruimte: int, codes: Iterable[str]) -> list[str]:
    found = Partij.objects.of(werkruimte).filter(code__in=list(codes))
    return list(found.order_by("naam").values_list("naam", flat=True))
