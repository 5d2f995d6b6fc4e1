"""Keep the criteria of a division, or of a variant beside it."""

from django.db import transaction

from openlea.catalogue.verdeelkast import read_criteria_text
from openlea.core.errors import BadInput, Fout
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.services.find_verdeling import find_verdeling
from openlea.services.keep_record import keep_record
from openlea.services.log_deed import log_deed
from openlea.storage.records.models import Verdeling

LONGEST = 100_000
MOST_VARIANTS = 8
"""More columns beside each other nobody compares."""


@transaction.atomic
def keep_verdeelcriteria(
    actor: Actor, nummer: int, tekst: str, plek: int | None = None, versie: int | None = None
) -> Verdeling:
    """Return the division with criteria (TOML); `plek` is the variant, one past the last is new.

    Raises BadInput with each wrong key, Conflict when somebody was first or it was decided,
    NotFound and NotAllowed.
    """
    record = find_verdeling(actor, Verb.WIJZIGEN, nummer, hold=True, concept=True)
    if len(tekst) > LONGEST:
        raise BadInput([Fout("", "", f"de criteria zijn langer dan {LONGEST} tekens.")])
    titel = read_criteria_text(tekst).titel[:120]
    if plek is None:
        record.criteria, record.criteria_naam = tekst, titel
    else:
        _keep_variant(record, plek, {"naam": titel, "criteria": tekst})
    kept = keep_record(actor, record, versie=versie)
    wat = "criteria gewijzigd" if plek is None else "variant gewijzigd"
    log_deed(actor, wat, f"verdeling {kept.pk}", titel, noun=Noun.VERDELING)
    return kept


def _keep_variant(record: Verdeling, plek: int, variant: dict[str, str]) -> None:
    others = list(record.varianten)
    if not 0 <= plek <= len(others):
        raise BadInput([Fout("", "", "deze variant is er niet meer.")])
    if plek >= MOST_VARIANTS:
        raise BadInput([Fout("", "", f"hoogstens {MOST_VARIANTS} varianten naast elkaar.")])
    record.varianten = [*others[:plek], variant, *others[plek + 1 :]]
