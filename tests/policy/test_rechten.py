"""Who may do what: every combination is declared, and the sentences of the house hold."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openlea.core.agenda import Zichtbaarheid
from openlea.policy.rechten import (
    RECHTEN,
    Actor,
    LidRol,
    Noun,
    Scope,
    Verb,
    allows,
    narrowest,
    reach,
    scope_of,
)
from openlea.policy.zichtbaarheid import VELD_ZICHTBAARHEID, shows_field

CHANGING = [verb for verb in Verb if verb is not Verb.ZIEN]
BESLOTEN = (Noun.REGISTRATIE, Noun.LOGBOEK, Noun.AANMELDING, Noun.CASUS)
PLAATSEN = {Noun.PLAATSING, Noun.AANMELDING, Noun.WERK}
NIETS = Scope.NIETS
TOEZICHT = (Noun.LOGBOEK, Noun.VERWERKING, Noun.BEWARING)
VAN_EEN_PARTIJ = [LidRol.SWV_DIRECTEUR, LidRol.VOORZITTER]
BUITEN = [LidRol.EMBARGOLEZER, LidRol.LEZER, LidRol.PUBLIEK]
LEZEND = [LidRol.PUBLICIST, LidRol.WETHOUDER, LidRol.AUDITOR, *BUITEN]
EVERY = [(rol, noun, verb) for rol in LidRol for noun in Noun for verb in Verb]


def test_every_combination_is_declared() -> None:
    for rol, noun, verb in EVERY:
        assert isinstance(scope_of(rol, noun, verb), Scope)
    assert {rol: len(rights) for rol, rights in RECHTEN.items()} == dict.fromkeys(
        LidRol, len(Noun) * len(Verb)
    )


@pytest.mark.parametrize("noun", [noun for noun in Noun if noun not in BESLOTEN])
def test_the_agendabeheerder_may_do_all_of_the_agenda(noun: Noun) -> None:
    assert {scope_of(LidRol.AGENDABEHEERDER, noun, verb) for verb in Verb} == {Scope.ALLES}


def test_rows_about_persons_are_for_who_counts_them_and_who_hands_them_in() -> None:
    seen = {rol: scope_of(rol, Noun.REGISTRATIE, Verb.ZIEN) for rol in LidRol}
    reaching = {rol: scope for rol, scope in seen.items() if scope is not Scope.NIETS}
    assert reaching == {LidRol.ANALIST: Scope.ALLES, LidRol.SWV_DIRECTEUR: Scope.EIGEN_PARTIJ}
    assert scope_of(LidRol.SWV_DIRECTEUR, Noun.REGISTRATIE, Verb.WIJZIGEN) is Scope.NIETS


def test_what_a_child_asked_for_is_opened_by_the_plaatser_alone() -> None:
    reaching = {
        rol for rol in LidRol for verb in Verb if scope_of(rol, Noun.AANMELDING, verb) is not NIETS
    }
    assert reaching == {LidRol.PLAATSER}
    changed = {noun for noun in Noun if scope_of(LidRol.PLAATSER, noun, Verb.WIJZIGEN) is not NIETS}
    assert changed == PLAATSEN - {Noun.WERK}


@pytest.mark.parametrize("verb", CHANGING)
def test_a_partner_makes_and_changes_what_is_of_its_own_partij(verb: Verb) -> None:
    own = {noun for noun in Noun if scope_of(LidRol.PARTNER, noun, verb) is Scope.EIGEN_PARTIJ}
    assert own >= {Noun.TAAK, Noun.PLAN, Noun.BESLUIT, Noun.AFSPRAAK, Noun.AANMELDBELEID,
                   Noun.PROFIEL, Noun.NOTULEN, Noun.KALENDER}  # fmt: skip


def test_a_casus_is_for_its_own_table_and_nobody_looks_over_its_shoulder() -> None:
    seen = {scope_of(rol, Noun.CASUS, verb) for rol in LidRol for verb in Verb}
    assert seen == {Scope.EIGEN_TAFEL, Scope.NIETS}
    never = {LidRol.WETHOUDER, LidRol.PUBLICIST, LidRol.AUDITOR, LidRol.PLAATSER, *BUITEN}
    outside = {rol for rol in LidRol if scope_of(rol, Noun.CASUS, Verb.ZIEN) is NIETS}
    assert outside == never


def test_the_log_is_read_by_the_auditor_alone_and_changed_by_nobody() -> None:
    seen = {rol for rol in LidRol if scope_of(rol, Noun.LOGBOEK, Verb.ZIEN) is not Scope.NIETS}
    assert seen == {LidRol.AUDITOR}
    assert not any(
        scope_of(rol, Noun.LOGBOEK, verb) is not Scope.NIETS for rol in LidRol for verb in CHANGING
    )


@pytest.mark.parametrize("noun", Noun)
def test_the_auditor_reads_who_did_what_and_no_content(noun: Noun) -> None:
    wide = {noun for noun in TOEZICHT if scope_of(LidRol.AUDITOR, noun, Verb.ZIEN) is Scope.ALLES}
    assert wide == set(TOEZICHT)
    if noun not in TOEZICHT:
        assert not reach(scope_of(LidRol.AUDITOR, noun, Verb.ZIEN)) - {Zichtbaarheid.PUBLIEK}


@pytest.mark.parametrize("noun", Noun)
@pytest.mark.parametrize("rol", LEZEND)
def test_who_reads_changes_nothing(rol: LidRol, noun: Noun) -> None:
    assert {scope_of(rol, noun, verb) for verb in CHANGING} == {Scope.NIETS}


@pytest.mark.parametrize("noun", [noun for noun in Noun if noun not in BESLOTEN])
@pytest.mark.parametrize("rol", [LidRol.WETHOUDER, LidRol.PUBLICIST])
def test_the_wethouder_and_the_publicist_read_all_of_the_agenda(rol: LidRol, noun: Noun) -> None:
    assert scope_of(rol, noun, Verb.ZIEN) is Scope.ALLES


@pytest.mark.parametrize("noun", Noun)
@pytest.mark.parametrize("rol", BUITEN)
def test_outside_nothing_internal_is_seen(rol: LidRol, noun: Noun) -> None:
    seen = reach(scope_of(rol, noun, Verb.ZIEN))
    assert seen <= {Zichtbaarheid.PUBLIEK}


@pytest.mark.parametrize("noun", [Noun.OPMERKING, Noun.VERZOEK, Noun.LID, Noun.VANDAAG, Noun.WERK])
@pytest.mark.parametrize("rol", BUITEN)
def test_what_people_say_to_each_other_stays_inside(rol: LidRol, noun: Noun) -> None:
    assert scope_of(rol, noun, Verb.ZIEN) is Scope.NIETS


@pytest.mark.parametrize("noun", Noun)
@pytest.mark.parametrize("rol", [*VAN_EEN_PARTIJ, LidRol.PLAATSER])
def test_who_is_of_another_organisation_never_reaches_what_is_internal(
    rol: LidRol, noun: Noun
) -> None:
    if rol is LidRol.PLAATSER and noun in PLAATSEN:
        return  # its own work, which begins before anybody else may see it
    for verb in Verb:
        assert Zichtbaarheid.INTERN not in reach(scope_of(rol, noun, verb))


@pytest.mark.parametrize("rol", VAN_EEN_PARTIJ)
def test_who_acts_for_a_partij_may_at_least_what_a_partner_may(rol: LidRol) -> None:
    for noun in Noun:
        for verb in Verb:
            mine, partner = scope_of(rol, noun, verb), scope_of(LidRol.PARTNER, noun, verb)
            assert narrowest(mine, partner) is partner


def test_a_partner_updates_only_its_own_actions() -> None:
    for right in [
        (Noun.ACTIE, Verb.WIJZIGEN),
        (Noun.VOORTGANG, Verb.MAKEN),
        (Noun.STREEFWAARDE, Verb.WIJZIGEN),
    ]:
        assert scope_of(LidRol.PARTNER, *right) is Scope.EIGEN_PARTIJ


@pytest.mark.parametrize("noun", [Noun.AGENDA, Noun.GELD, Noun.NETWERK, Noun.BESTAND])
def test_a_partner_does_not_change_what_is_of_all(noun: Noun) -> None:
    assert {scope_of(LidRol.PARTNER, noun, verb) for verb in CHANGING} == {Scope.NIETS}


def test_a_redacteur_keeps_the_agenda_but_not_the_people_nor_whole_files() -> None:
    assert scope_of(LidRol.REDACTEUR, Noun.ACTIE, Verb.WIJZIGEN) is Scope.ALLES
    assert scope_of(LidRol.REDACTEUR, Noun.LID, Verb.WIJZIGEN) is Scope.NIETS
    assert scope_of(LidRol.REDACTEUR, Noun.LID, Verb.MAKEN) is Scope.NIETS
    assert scope_of(LidRol.REDACTEUR, Noun.BESTAND, Verb.WIJZIGEN) is Scope.NIETS


def test_figures_are_for_everyone_but_where_they_come_from_is_managed_inside() -> None:
    content = set(LidRol) - {LidRol.AUDITOR}
    assert all(scope_of(rol, Noun.CIJFER, Verb.ZIEN) is not Scope.NIETS for rol in content)
    assert scope_of(LidRol.PUBLIEK, Noun.BRON, Verb.ZIEN) is Scope.NIETS
    for rol in content - {LidRol.PUBLIEK}:
        assert scope_of(rol, Noun.BRON, Verb.ZIEN) is not Scope.NIETS


@pytest.mark.parametrize("noun", [Noun.BRON, Noun.CIJFER, Noun.WERK])
def test_sources_figures_and_work_are_run_by_who_keeps_the_agenda_or_counts(noun: Noun) -> None:
    may = {rol for rol in LidRol if scope_of(rol, noun, Verb.MAKEN) is Scope.ALLES}
    assert may == {LidRol.AGENDABEHEERDER, LidRol.REDACTEUR, LidRol.ANALIST}


def test_work_in_the_background_is_not_for_partners() -> None:
    assert scope_of(LidRol.PARTNER, Noun.WERK, Verb.ZIEN) is Scope.NIETS


@given(st.sampled_from(LidRol), st.sampled_from(LidRol), st.sampled_from(Noun))
def test_looking_as_somebody_else_never_widens_and_never_changes(
    rol: LidRol, as_rol: LidRol, noun: Noun
) -> None:
    looking = Actor(werkruimte=1, rol=rol, bekijkt_als=as_rol)
    seen = reach(looking.scope(noun, Verb.ZIEN))
    assert seen <= reach(scope_of(rol, noun, Verb.ZIEN))
    assert seen <= reach(scope_of(as_rol, noun, Verb.ZIEN))
    assert not any(looking.may(noun, verb) for verb in CHANGING)


@pytest.mark.parametrize(("rol", "noun", "verb"), EVERY)
def test_an_actor_that_looks_as_itself_has_the_rights_of_its_role(
    rol: LidRol, noun: Noun, verb: Verb
) -> None:
    actor = Actor(werkruimte=1, rol=rol)
    assert actor.scope(noun, verb) is scope_of(rol, noun, verb)
    assert actor.may(noun, verb) is (scope_of(rol, noun, verb) is not Scope.NIETS)


def test_nobody_in_particular_is_the_public() -> None:
    assert Actor(werkruimte=1).rol is LidRol.PUBLIEK


def test_the_narrowest_of_two_scopes_is_the_one_that_reaches_least() -> None:
    order = [Scope.NIETS, Scope.OPENBAAR, Scope.EIGEN_PARTIJ, Scope.GEDEELD, Scope.ALLES]
    for i, one in enumerate(order):
        for other in order[i:]:
            assert narrowest(one, other) is one
            assert narrowest(other, one) is one


def test_a_scope_reaches_just_these_visibilities() -> None:
    partners = {Zichtbaarheid.PUBLIEK, Zichtbaarheid.PARTNERS}
    assert reach(Scope.NIETS) == set()
    assert reach(Scope.OPENBAAR) == {Zichtbaarheid.PUBLIEK}
    assert reach(Scope.EIGEN_PARTIJ) == reach(Scope.GEDEELD) == partners
    assert reach(Scope.ALLES) == set(Zichtbaarheid)


def test_own_means_own() -> None:
    seen = Zichtbaarheid.PARTNERS
    assert allows(Scope.EIGEN_PARTIJ, seen, frozenset({3}), 3)
    assert not allows(Scope.EIGEN_PARTIJ, seen, frozenset({3}), 4)
    assert not allows(Scope.EIGEN_PARTIJ, seen, frozenset({3}), None)
    assert not allows(Scope.EIGEN_PARTIJ, Zichtbaarheid.INTERN, frozenset({3}), 3)
    assert allows(Scope.GEDEELD, seen, frozenset({3}), None)


@pytest.mark.parametrize("field", list(VELD_ZICHTBAARHEID))
def test_a_guarded_field_is_not_shown_to_the_public(field: tuple[str, str]) -> None:
    assert not shows_field(Scope.OPENBAAR, *field)
    assert shows_field(Scope.ALLES, *field)
    inside = VELD_ZICHTBAARHEID[field] is Zichtbaarheid.INTERN
    assert shows_field(Scope.GEDEELD, *field) is not inside


def test_a_field_that_nobody_guards_is_seen_with_its_record() -> None:
    assert shows_field(Scope.OPENBAAR, "actie", "naam")
    assert not shows_field(Scope.NIETS, "actie", "naam")
