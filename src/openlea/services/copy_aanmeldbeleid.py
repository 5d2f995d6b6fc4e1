"""Take over how one applied last year, for every school that has nothing yet for a year."""

from django.db import transaction

from openlea.core.errors import BadInput, Fout, NotAllowed
from openlea.core.logboek import Logsoort
from openlea.policy.aanmeldregels import has_content
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.policy.schooljaar import is_school_year, year_before
from openlea.services.aanmelden.scholen import may_keep, schools_here
from openlea.services.close_aanmeldvragen import close_aanmeldvragen
from openlea.services.keep_record import keep_record
from openlea.services.log_deed import log_deed
from openlea.storage.records.aanmeldbeleid_values import aanmeldbeleid_value
from openlea.storage.records.models import Aanmeldbeleid

STAYS = (
    "school",
    "naam",
    "partij_id",
    "moment",
    "voorrang",
    "voorrang_anders",
    "toewijzing",
    "bijdrage",
    "bron",
)
"""What may hold in the next year too. Days and places are of one year, and nobody read it again."""


@transaction.atomic
def copy_aanmeldbeleid(actor: Actor, schooljaar: str) -> int:
    """Copy the rules of the year before, for the schools the actor may write for; return how many.

    BadInput when there is nothing to take over, NotAllowed without the right.
    """
    if not actor.may(Noun.AANMELDBELEID, Verb.MAKEN):
        raise NotAllowed("Je rol geeft hier geen recht toe.")
    if not is_school_year(schooljaar):
        raise BadInput([Fout("", "schooljaar", "Schrijf een schooljaar zoals 2026-2027.")])
    before = year_before(schooljaar)
    every = Aanmeldbeleid.objects.of(actor.werkruimte)
    known = set(every.filter(schooljaar=schooljaar).values_list("school", flat=True))
    earlier = list(every.filter(schooljaar=before).exclude(school__in=known))
    scholen = schools_here(actor.werkruimte, earlier).scholen
    mine = [one for one in earlier if may_keep(actor, scholen[one.school], Verb.MAKEN)]
    made = [copy for one in mine if (copy := _copied(one, schooljaar))]
    if not made:
        reden = f"Er is niets over te nemen uit {before} voor een school die nog leeg is."
        raise BadInput([Fout("", "", reden)])
    for one in made:
        keep_record(actor, one)
    close_aanmeldvragen(actor, schooljaar)
    log_deed(
        actor,
        "aanmeldbeleid overgenomen",
        schooljaar,
        f"{len(made)} scholen uit {before}",
        soort=Logsoort.MAKEN,
        noun=Noun.AANMELDBELEID,
    )
    return len(made)


def _copied(one: Aanmeldbeleid, schooljaar: str) -> Aanmeldbeleid | None:
    """Return the policy of another year; None when only days and places were known."""
    note = f"Overgenomen uit {one.schooljaar} en nog niet nagelezen."
    new = Aanmeldbeleid(
        werkruimte_id=one.werkruimte_id,
        schooljaar=schooljaar,
        toelichting=f"{one.toelichting}\n{note}".strip(),
        **{veld: getattr(one, veld) for veld in STAYS},
    )
    return new if has_content(aanmeldbeleid_value(new)) else None
