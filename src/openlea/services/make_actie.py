"""Make an agreement an action of the agenda, with its owners and its target; once."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db import transaction

from openlea.core import agenda as words
from openlea.core.afspraak import Afspraak, Meting
from openlea.core.agenda import Richting, Rol, Schaal, VerwijzingSoort, Zichtbaarheid
from openlea.core.errors import BadInput, Fout
from openlea.core.logboek import Logsoort
from openlea.policy.afspraak import has_doel
from openlea.policy.afspraakactie import first_sentence, next_code
from openlea.policy.rechten import Actor, Noun
from openlea.policy.schrijfwijze import day
from openlea.services.add_actie import add_actie
from openlea.services.afspraken.vinden import find_to_change
from openlea.services.change_actie import change_actie
from openlea.services.keep_record import keep_record
from openlea.services.log_deed import log_deed
from openlea.storage.records import models as records
from openlea.storage.records.afspraak_values import afspraak_value


@dataclass(frozen=True, slots=True, kw_only=True)
class Actievoorstel:
    """Where the action comes and what it is called; left out is what the agreement says."""

    speerpunt: str = ""
    code: str = ""
    naam: str = ""


@transaction.atomic
def make_actie(actor: Actor, nummer: int, voorstel: Actievoorstel, today: date) -> records.Actie:
    """Return the action of an agreement, made under its speerpunt when there is none yet.

    The parties own it, the measure becomes its target, and both point at each other. Raises
    BadInput without a speerpunt, and NotAllowed for who does not keep the agenda.
    """
    one = find_to_change(actor, nummer, today)
    if one.actie is not None:
        return one.actie
    value = afspraak_value(one)
    speerpunt = voorstel.speerpunt or value.speerpunt
    if not speerpunt:
        raise BadInput([Fout("", "speerpunt", "Kies onder welk speerpunt de actie komt.")])
    code = voorstel.code.strip() or _free_code(actor, speerpunt)
    made = add_actie(actor, speerpunt, code, voorstel.naam.strip() or first_sentence(value.wat))
    change_actie(
        actor,
        _filled(made, value, one),
        versie=made.versie,
        speerpunt=speerpunt,
        streefwaarden=_targets(value, code),
    )
    one.actie, one.speerpunt = made, made.speerpunt
    keep_record(actor, one)
    log_deed(
        actor,
        "actie gemaakt van afspraak",
        f"{nummer} {code}",
        soort=Logsoort.MAKEN,
        noun=Noun.ACTIE,
    )
    return made


def _free_code(actor: Actor, speerpunt: str) -> str:
    agenda = records.Agenda.objects.current(actor.werkruimte)
    taken = records.Actie.objects.filter(agenda=agenda).values_list("code", flat=True)
    return next_code(speerpunt, taken)


def _filled(made: records.Actie, value: Afspraak, one: records.Afspraak) -> words.Actie:
    """Return the action with what the agreement says; nobody leads when nobody was chosen."""
    return words.Actie(
        code=made.code,
        naam=made.naam,
        omschrijving=value.wat,
        schaal=Schaal(made.schaal),
        van=value.op,
        tot=value.voor,
        staat=words.ActieStaat(made.staat),
        zichtbaarheid=Zichtbaarheid(one.zichtbaarheid),
        betrokkenen=tuple(
            words.Betrokkene(
                partij=each.partij,
                rol=Rol.TREKKER if each.trekt else Rol.MEDE_EIGENAAR,
                toelichting=f"Afspraak van {day(value.op)}",
            )
            for each in value.partijen
        ),
        verwijzingen=_pointers(value.meting),
    )


def _pointers(meting: Meting) -> tuple[words.Verwijzing, ...]:
    if not meting.indicator:
        return ()
    return (words.Verwijzing(soort=VerwijzingSoort.INDICATOR, naar=meting.indicator),)


def _targets(value: Afspraak, code: str) -> tuple[words.Streefwaarde, ...]:
    """Return the measure as the target of the year of its day; none without a wanted value."""
    meting = value.meting
    if not (meting.maat and has_doel(meting) and meting.peildatum):
        return ()
    done = meting.richting is Richting.GEDAAN
    leads = next((one.partij for one in value.partijen if one.trekt), "")
    return (
        words.Streefwaarde(
            code=f"{code}-A{value.nummer}",
            bij=code,
            maat=meting.maat,
            eenheid=meting.eenheid,
            richting=meting.richting,
            nulmeting=meting.nulmeting,
            nulmeting_op=meting.nulmeting_op if meting.nulmeting is not None else None,
            eigenaar=leads,
            bron=f"Afspraak {value.nummer} van {day(value.op)}",
            jaren=(
                words.Jaarwaarde(
                    jaar=meting.peildatum.year,
                    doel=meting.doel if not done else Decimal(1),
                ),
            ),
        ),
    )
