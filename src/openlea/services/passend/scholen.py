"""The schools a profile can be about, and who may write for one."""

from openlea.core.errors import NotAllowed, NotFound
from openlea.policy.rechten import Actor, Noun, Scope, Verb
from openlea.policy.schooljaar import is_school_year
from openlea.services.aanmelden.scholen import School, schools_here
from openlea.storage.records.models import Ondersteuningsprofiel

NIET = "Dit kan alleen voor een school van je eigen partij."


def may_write(actor: Actor, school: School, verb: Verb = Verb.WIJZIGEN) -> bool:
    """Say whether an actor may write the profile of a school."""
    scope = actor.scope(Noun.PROFIEL, verb)
    if scope is Scope.ALLES:
        return True
    return scope is Scope.EIGEN_PARTIJ and actor.partij in school.schrijvers


def school_to_write(actor: Actor, code: str, schooljaar: str, verb: Verb) -> School:
    """Return the school; NotFound when it isn't here, NotAllowed when it is of another partij."""
    school = schools_here(actor.werkruimte).scholen.get(code)
    if school is None or not is_school_year(schooljaar):
        raise NotFound("Deze school of dit schooljaar is er niet.")
    if not may_write(actor, school, verb):
        raise NotAllowed(NIET)
    return school


def profile_of(actor: Actor, code: str, schooljaar: str) -> Ondersteuningsprofiel | None:
    """Return what is kept of a school in a schooljaar; None when there is nothing."""
    kept = Ondersteuningsprofiel.objects.of(actor.werkruimte)
    return kept.filter(school=code, schooljaar=schooljaar).first()
