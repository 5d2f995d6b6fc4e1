"""Begin a division anew for the next year, with the amounts of this year beside it."""

from dataclasses import replace

from django.db import transaction

from openlea.core.errors import BadInput, Fout, NotAllowed
from openlea.policy.rechten import Actor, Noun, Scope, Verb
from openlea.policy.schrijfwijze import day
from openlea.services.find_verdeling import NIET, find_verdeling
from openlea.services.keep_record import keep_record
from openlea.services.log_deed import log_deed
from openlea.services.verdelen.bewaard import tabel_of
from openlea.services.verdelen.tabel import Tabel
from openlea.services.verdelen.tabel_bewaren import Kolombron, put_tabel
from openlea.storage.records.models import Verdeling
from openlea.storage.records.verdeling import VerdelingStaat


@transaction.atomic
def copy_verdeling(actor: Actor, nummer: int) -> Verdeling:
    """Return a new concept for the year after, with what each school got as the column beside it.

    Raises BadInput when there is one already or nothing was decided, NotFound and NotAllowed.
    """
    was = find_verdeling(actor, Verb.WIJZIGEN, nummer)
    if actor.scope(Noun.VERDELING, Verb.MAKEN) is not Scope.ALLES:
        raise NotAllowed(NIET)
    if was.staat == VerdelingStaat.CONCEPT or not was.uitkomst:
        raise BadInput([Fout("", "", "Besluit eerst over deze verdeling.")])
    if Verdeling.objects.of(actor.werkruimte).filter(jaar=was.jaar + 1, naam=was.naam).exists():
        raise BadInput([Fout("", "", f"Er is al een verdeling {was.naam} in {was.jaar + 1}.")])
    made = Verdeling(
        werkruimte_id=actor.werkruimte,
        naam=was.naam,
        jaar=was.jaar + 1,
        budget=was.budget,
        criteria_naam=was.criteria_naam,
        criteria=was.criteria,
        varianten=was.varianten,
        regeling=was.regeling,
        door_id=actor.persoon,
    )
    _put_amounts(made, was)
    kept = keep_record(actor, made)
    log_deed(actor, "verdeling gekopieerd", f"verdeling {kept.pk}", str(was), noun=Noun.VERDELING)
    return kept


def _put_amounts(made: Verdeling, was: Verdeling) -> None:
    """Put the table in the copy, with the amounts in place of those of the year before."""
    tabel = tabel_of(was.tabel)
    if tabel is None:
        return
    kop = f"bedrag_{was.jaar}"
    amounts = [str(one["bedrag"]) for one in (was.uitkomst or {})["verdeling"]["scholen"]]
    gone = {kop, was.vorig}
    bronnen = [Kolombron(**one) for one in was.bronnen if one["kolom"] not in gone]
    told = f"Besluit van {was.besluit_door}, {day(was.besluit_op)}" if was.besluit_op else "Besluit"
    made.vorig = kop
    put_tabel(made, _with(tabel, kop, amounts, gone), [*bronnen, Kolombron(kolom=kop, bron=told)])


def _with(tabel: Tabel, kop: str, amounts: list[str], gone: set[str]) -> Tabel:
    keep = [place for place, one in enumerate(tabel.koppen) if one not in gone]
    return replace(
        tabel,
        koppen=(*(tabel.koppen[place] for place in keep), kop),
        rijen=tuple(
            (regel, (*(row[place] if place < len(row) else "" for place in keep), amount))
            for (regel, row), amount in zip(tabel.rijen, amounts, strict=True)
        ),
    )
