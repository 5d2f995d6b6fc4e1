"""An agreement as it is written down, and putting that in the record with its parties."""

from dataclasses import dataclass
from datetime import date

from openlea.core.afspraak import Bevestiging, Meting
from openlea.core.agenda import Zichtbaarheid
from openlea.core.errors import BadInput, Fout
from openlea.core.partij import PartijSoort
from openlea.policy.afspraak_controle import check_reach, check_text
from openlea.policy.rechten import Actor
from openlea.services.keep_record import keep_record
from openlea.storage.records import models as records
from openlea.storage.records.afspraak_values import meting_value

NO_METING = Meting()


@dataclass(frozen=True, slots=True, kw_only=True)
class Afspraakopzet:
    """What somebody wrote down; parties are codes, `punt` and `besluit` are numbers.

    `op` is left out for the day of the meeting, or today. `sleutel` is made by who types: sent
    twice, it is kept once.
    """

    wat: str
    partijen: tuple[str, ...] = ()
    trekker: str = ""
    voor: date | None = None
    meting: Meting = NO_METING
    toelichting: str = ""
    op: date | None = None
    plicht: str = ""
    onderwerp: str = ""
    speerpunt: str = ""
    punt: int | None = None
    besluit: int | None = None
    zichtbaarheid: Zichtbaarheid = Zichtbaarheid.PARTNERS
    sleutel: str = ""

    @property
    def namen(self) -> tuple[str, ...]:
        """Return the codes of all that take part, who leads first, each once."""
        return tuple(dict.fromkeys([*filter(None, [self.trekker]), *self.partijen]))

    @property
    def leider(self) -> str:
        """Return who leads: who was chosen, or the only one there is."""
        return self.trekker or (self.namen[0] if len(self.namen) == 1 else "")


def partijen_of(actor: Actor, opzet: Afspraakopzet) -> dict[str, records.Partij]:
    """Return the parties that are named; raises BadInput for a code that is none here."""
    found = {one.code: one for one in records.Partij.objects.of(actor.werkruimte)}
    for code in opzet.namen:
        if code not in found:
            raise BadInput([Fout("", "partijen", f"Er is geen partij {code!r}.")])
    return {code: found[code] for code in opzet.namen}


def take_over(
    actor: Actor,
    one: records.Afspraak,
    opzet: Afspraakopzet,
    partijen: dict[str, records.Partij],
    today: date,
) -> None:
    """Give the record what was written; raises BadInput with every fault of it."""
    inside = tuple(code for code, each in partijen.items() if each.soort == PartijSoort.GEMEENTE)
    faults = (
        *check_text(opzet.wat, one.op, opzet.voor, opzet.meting, today),
        *check_reach(opzet.zichtbaarheid, opzet.namen, inside),
    )
    if faults:
        raise BadInput(faults)
    one.wat, one.toelichting = opzet.wat.strip(), opzet.toelichting.strip()
    one.voor, one.zichtbaarheid = opzet.voor, opzet.zichtbaarheid
    one.plicht, one.onderwerp = opzet.plicht, opzet.onderwerp
    one.speerpunt = _speerpunt(actor, opzet.speerpunt)
    meting = opzet.meting
    one.maat, one.indicator = meting.maat.strip(), meting.indicator
    one.eenheid, one.richting = meting.eenheid.strip(), meting.richting
    one.nulmeting, one.nulmeting_op = meting.nulmeting, meting.nulmeting_op
    one.streefwaarde, one.peildatum = meting.doel, meting.peildatum


def _speerpunt(actor: Actor, code: str) -> records.Speerpunt | None:
    if not code:
        return None
    agenda = records.Agenda.objects.current(actor.werkruimte)
    found = records.Speerpunt.objects.filter(agenda=agenda, code=code).first() if agenda else None
    if found is None:
        raise BadInput([Fout("", "speerpunt", f"Er is geen speerpunt {code!r}.")])
    return found


def essence(one: records.Afspraak) -> tuple[object, ...]:
    """Return what parties agree to: what, by when, who, who leads, and how it is measured."""
    if one.pk is None:
        return ()
    who = sorted(one.partijen.values_list("partij__code", "trekt"))
    return (one.wat, one.voor, meting_value(one), *who)


def keep_partijen(
    actor: Actor, one: records.Afspraak, opzet: Afspraakopzet, partijen: dict[str, records.Partij]
) -> None:
    """Make the parties of an agreement those that were named, and who leads the one that was."""
    rows = {row.partij.code: row for row in one.partijen.select_related("partij")}
    for code in rows.keys() - partijen.keys():
        rows[code].delete()
    for code, partij in partijen.items():
        row = rows.get(code) or records.Afspraakpartij(
            werkruimte_id=actor.werkruimte, afspraak=one, partij=partij, tekst_versie=one.versie
        )
        leads = code == opzet.leider
        if row.pk is None or row.trekt != leads:
            row.trekt = leads
            keep_record(actor, row)


def ask_all_again(actor: Actor, one: records.Afspraak) -> None:
    """Let every partij confirm anew, because the text changed; what it said before is history."""
    for row in one.partijen.all():
        row.bevestiging, row.reden = Bevestiging.GEVRAAGD, ""
        row.bevestigd_op, row.bevestigd_door = None, None
        row.tekst_versie = one.versie
        keep_record(actor, row)
