"""Score requirements of the programma van eisen for a party, a part of the list at a time."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.conf import settings
from django.db import transaction

from openlea.catalogue.kaartenkast import open_programma
from openlea.core.agenda import Zichtbaarheid
from openlea.core.catalogue import find_roots
from openlea.core.errors import BadInput, Conflict, Fout, NotAllowed, NotFound
from openlea.core.partij import PartijSoort
from openlea.core.pve import Eis
from openlea.core.zelfbeoordeling import Score
from openlea.policy.eisen import GEVRAAGD, changes_scores
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.services._stuk import Stuk, check_stuk, keep_stuk
from openlea.services.keep_record import keep_record
from openlea.services.log_deed import log_deed
from openlea.storage.records import models as records
from openlea.storage.records.toetsing import partijen_seen

WAAROM_NVT = "Schrijf op waarom deze eis niet geldt."
EERST_SCORE = "Kies eerst een score. Bewijs of toelichting hoort bij een score."
NIET_GEVRAAGD = "Deze eis wordt niet aan deze partij gesteld."


@dataclass(frozen=True, slots=True, kw_only=True)
class Beoordeling:
    """What is said of one row; without a score it is taken back. `versie` is what was seen, or 0.

    A file or an address is kept as proof, in place of an earlier one.
    """

    rij: str
    score: Score | None
    toelichting: str = ""
    inhoud: bytes | None = None
    adres: str = ""
    versie: int = 0

    @property
    def has_proof(self) -> bool:
        """Return whether new proof comes along."""
        return self.inhoud is not None or bool(self.adres)


def score_eisen(
    actor: Actor, partij: str, jaar: int, beoordelingen: Sequence[Beoordeling]
) -> tuple[str, ...]:
    """Keep what changed for a party (by code) in a year, all or nothing; return the rows.

    Raises NotFound for a party that isn't seen, NotAllowed for one that isn't one's own, BadInput
    with the row as field, and Conflict when somebody else changed a row that is changed here too.
    """
    found = partijen_seen(actor).filter(code=partij).first()
    if found is None:
        raise NotFound("Van deze partij is hier geen zelfbeoordeling.")
    if not changes_scores(actor.scope(Noun.TOETS, Verb.WIJZIGEN), actor.partij, found.pk):
        raise NotAllowed("Een partij vult alleen de eigen beoordeling in.")
    eisen = _asked(found)
    _check(beoordelingen, eisen)
    with transaction.atomic():
        stored = _stored(found, jaar)
        changed = [one for one in beoordelingen if _differs(one, stored.get(one.rij))]
        for one in changed:
            _keep(actor, found, jaar, one, stored.get(one.rij))
        if changed:
            log_deed(
                actor,
                "eisen beoordeeld",
                f"{partij} {jaar}",
                f"{len(changed)} eisen",
                noun=Noun.TOETS,
            )
    return tuple(one.rij for one in changed)


def _asked(partij: records.Partij) -> Mapping[str, Eis]:
    programma = open_programma(find_roots(settings.CATALOGUE))
    return {eis.id: eis for eis in programma.of_actor(GEVRAAGD[PartijSoort(partij.soort)])}


def _check(beoordelingen: Sequence[Beoordeling], eisen: Mapping[str, Eis]) -> None:
    fouten = [
        Fout(one.rij, "score", NIET_GEVRAAGD) for one in beoordelingen if one.rij not in eisen
    ]
    for one in beoordelingen:
        if one.score is Score.NVT and not one.toelichting.strip():
            fouten.append(Fout(one.rij, "toelichting", WAAROM_NVT))
        if one.score is None and (one.has_proof or one.toelichting.strip()):
            fouten.append(Fout(one.rij, "score", EERST_SCORE))
    if fouten:
        raise BadInput(fouten)


def _stored(partij: records.Partij, jaar: int) -> dict[str, records.Eisscore]:
    """Return the scores of a party in a year by row, one writer at a time.

    The party is held too: of two people who score a row for the first time, one is second.
    """
    held = records.Partij.objects.select_for_update(no_key=True).filter(pk=partij.pk)
    held.values_list("pk", flat=True).first()
    rows = records.Eisscore.objects.of(partij.werkruimte_id).filter(partij=partij, jaar=jaar)
    return {one.rij: one for one in rows}


def _differs(one: Beoordeling, stored: records.Eisscore | None) -> bool:
    if stored is None:
        return one.score is not None
    same = (stored.score, stored.toelichting) == (one.score, one.toelichting.strip())
    return one.has_proof or not same


def _keep(
    actor: Actor,
    partij: records.Partij,
    jaar: int,
    one: Beoordeling,
    stored: records.Eisscore | None,
) -> None:
    seen = stored.versie if stored else 0
    if one.versie != seen:
        raise Conflict(f"Iemand anders heeft {one.rij} intussen gewijzigd.")
    if one.score is None:
        if stored:
            stored.delete()
        return
    record = stored or records.Eisscore(
        werkruimte_id=actor.werkruimte, partij=partij, rij=one.rij, jaar=jaar
    )
    record.score, record.toelichting = str(one.score), one.toelichting.strip()
    record.door_id = actor.persoon
    if one.has_proof:
        record.document = _proof(actor, one)
    keep_record(actor, record)


def _proof(actor: Actor, one: Beoordeling) -> records.Document:
    stuk = Stuk(
        titel=f"Bewijs bij {one.rij}",
        zichtbaarheid=Zichtbaarheid.PARTNERS,
        inhoud=one.inhoud,
        adres=one.adres,
    )
    try:
        check_stuk(stuk, actor.scope(Noun.DOCUMENT, Verb.MAKEN))
        return keep_stuk(actor, stuk)
    except BadInput as refused:
        raise BadInput([Fout(one.rij, fout.cel, fout.reden) for fout in refused.fouten]) from None
