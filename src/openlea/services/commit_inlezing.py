"""Take a file in, whole or not at all, as the own table of this werkruimte."""

from dataclasses import replace

from django.db import transaction
from django.utils import timezone

from openlea.core.errors import BadInput, Fout
from openlea.core.logboek import Logsoort
from openlea.policy.inlezing import Inleesvorm
from openlea.policy.rechten import Actor, Noun
from openlea.services.close_figure_requests import close_figure_requests
from openlea.services.find_inlezing import find_inlezing
from openlea.services.keep_record import keep_record
from openlea.services.kolommen import kluis
from openlea.services.kolommen.deel import changes_nothing, whole_of
from openlea.services.kolommen.werkstuk import Werkstuk
from openlea.services.laden.inname import commit
from openlea.services.laden.uitslag import Geladen, Uitslag
from openlea.services.log_deed import log_deed
from openlea.storage.records.models import Inlezing
from openlea.storage.warehouse.versie import Versie
from openlea.storage.warehouse.warehouse import Aanbod


def commit_inlezing(actor: Actor, nummer: int, versie: int, *, toch: bool = False) -> Inlezing:
    """Return the finished reading in; `toch` takes in what looks odd beside what was there.

    BadInput while rows have faults or something is odd, Conflict when somebody else went on with
    it or the table is being loaded. Whatever goes wrong, the last version stays what counts.
    """
    stuk = find_inlezing(actor, nummer, versie=versie)
    _refuse_faults(stuk)
    aanbod = stuk.offer()
    redenen = stuk.reasons(aanbod)
    if redenen and not toch:
        raise BadInput([Fout("", "toch", reden) for reden in redenen])
    outcome = _taken_in(stuk, _signed(actor, aanbod, redenen))
    with transaction.atomic():
        done = _finished(actor, stuk.inlezing, outcome)
        close_figure_requests(actor, done.bron, _parts(stuk, aanbod))
        log_deed(
            actor,
            "bestand ingelezen",
            done.bron,
            f"versie {outcome.versie}",
            soort=Logsoort.MAKEN,
            noun=Noun.BESTAND,
        )
    kluis.drop(done)
    return done


def _refuse_faults(stuk: Werkstuk) -> None:
    if stuk.vorm is Inleesvorm.UITGEVER:
        return
    if not stuk.is_gekoppeld:
        raise BadInput([Fout("", "", "Zeg eerst welke kolom wat is.")])
    wrong = len(stuk.judged().fout_per_regel)
    if wrong:
        reden = f"{wrong} rijen hebben nog een fout. Verbeter ze of laat ze weg."
        raise BadInput([Fout("", "", reden)])


def _signed(actor: Actor, aanbod: Aanbod, redenen: tuple[str, ...]) -> Aanbod:
    if not redenen:
        return aanbod
    by = f"{actor.naam}: {' '.join(redenen)}"
    return replace(aanbod, versie=replace(aanbod.versie, vrijgegeven=by))


def _taken_in(stuk: Werkstuk, aanbod: Aanbod) -> Geladen:
    """Commit, unless these same rows are there already: then a second time changes nothing."""
    newest, whole = next(iter(stuk.plek.versions), None), whole_of(stuk.plek, aanbod)
    in_parts = bool(stuk.source.bron.deel)
    if (
        newest
        and not stuk.plek.is_withdrawn
        and (changes_nothing(stuk.plek, whole.rijen) if in_parts else _same(newest, aanbod.versie))
    ):
        return stuk.plek.outcome(Uitslag.GELIJK, aanbod.versie if in_parts else newest, ())
    return commit(stuk.plek, whole)


def _parts(stuk: Werkstuk, aanbod: Aanbod) -> frozenset[str] | None:
    """Return the parts that were brought; None when the table isn't brought in parts."""
    deel = stuk.source.bron.deel
    return frozenset(aanbod.rijen[deel]) if deel else None


def _same(one: Versie, new: Versie) -> bool:
    return (one.bestanden, one.parser) == (new.bestanden, new.parser)


def _finished(actor: Actor, one: Inlezing, outcome: Geladen) -> Inlezing:
    one.klaar_op = timezone.now()
    one.herstel, one.weg = {}, []
    one.uitkomst = {
        "uitslag": str(outcome.uitslag),
        "versie": outcome.versie,
        "rijen": outcome.rijen,
        "afgekeurd": outcome.afgekeurd,
        "edities": list(outcome.edities),
    }
    return keep_record(actor, one)
