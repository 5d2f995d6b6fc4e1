"""Who must give a second step follows from the rights, so that no list of roles can lag behind."""

from hypothesis import given
from hypothesis import strategies as st

from openlea.policy.rechten import RECHTEN, LidRol, Noun, Scope, Verb
from openlea.policy.tweede_factor import may_reset, needs_second_factor, reaches_persons

ROLES = st.lists(st.sampled_from(list(LidRol)))


@given(ROLES, st.booleans())
def test_one_right_on_persons_anywhere_is_enough(rollen: list[LidRol], is_beheerder: bool) -> None:
    asked = any(
        RECHTEN[rol][(noun, verb)] is not Scope.NIETS
        for rol in rollen
        for noun in (Noun.REGISTRATIE, Noun.AANMELDING)
        for verb in Verb
    )
    assert needs_second_factor(rollen, is_beheerder=is_beheerder) is (asked or is_beheerder)


def test_today_it_is_who_counts_hands_in_or_places() -> None:
    # Said in full, so that a change of rights that widens this is seen.
    today = {LidRol.ANALIST, LidRol.SWV_DIRECTEUR, LidRol.PLAATSER}
    assert {rol for rol in LidRol if reaches_persons(rol)} == today


def test_the_wall_between_werkruimten_holds_for_a_lost_step_too() -> None:
    assert may_reset(leden_elders=False, is_beheerder=False)
    assert not may_reset(leden_elders=True, is_beheerder=False)
    assert not may_reset(leden_elders=False, is_beheerder=True)
