"""Who may only come in with a second step: who can reach rows about persons, and who manages."""

from collections.abc import Iterable

from openlea.policy.rechten import LidRol, Noun, Scope, Verb, scope_of


def reaches_persons(rol: LidRol) -> bool:
    """Return whether a role has any right at all on registrations of persons."""
    return any(
        scope_of(rol, noun, verb) is not Scope.NIETS
        for noun in (Noun.REGISTRATIE, Noun.AANMELDING)
        for verb in Verb
    )


def needs_second_factor(rollen: Iterable[LidRol], *, is_beheerder: bool) -> bool:
    """Return whether these roles, anywhere, or managing the installation, ask a second step."""
    return is_beheerder or any(reaches_persons(rol) for rol in rollen)


def may_reset(*, leden_elders: bool, is_beheerder: bool) -> bool:
    """Return whether who keeps the agenda of one werkruimte may take somebody's second step away.

    Not when that person is a member elsewhere too, or manages the installation: then the wall
    that falls is not of this werkruimte alone.
    """
    return not leden_elders and not is_beheerder
