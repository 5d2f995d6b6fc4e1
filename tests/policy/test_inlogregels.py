"""The rules of a service decide which roles its people have, and nothing that a person gave."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openlea.core.inlogdienst import Regel, Stand
from openlea.policy.inlogregels import changes, claim_values, matched, matches

CLAIMS: dict[str, object] = {
    "groups": ["onderwijs", "jeugd", 7],
    "afdeling": "onderwijs",
    "vast": True,
    "realm_access": {"roles": ["lezer"], "diep": {"er": "in"}},
    "https://voorbeeld.example/rollen": ["beheer"],
    "a.b": {"c.d": "punten"},
}


@pytest.mark.parametrize(
    ("pad", "values"),
    [
        ("groups", {"onderwijs", "jeugd", "7"}),
        ("afdeling", {"onderwijs"}),
        ("vast", {"true"}),
        ("realm_access.roles", {"lezer"}),
        ("realm_access.diep.er", {"in"}),
        ("https://voorbeeld.example/rollen", {"beheer"}),
        ("a.b.c.d", {"punten"}),
        ("realm_access", set()),
        ("groups.0", set()),
        ("bestaat.niet", set()),
        ("", set()),
        ("...", set()),
    ],
)
def test_a_claim_is_a_word_a_list_or_lies_inwards(pad: str, values: set[str]) -> None:
    assert claim_values(CLAIMS, pad) == values


def test_a_value_counts_whole_and_with_its_capitals() -> None:
    regel = Regel(id=1, werkruimte=1, rol="partner", claim="groups", waarde="onderwijs")
    assert matches(regel, CLAIMS)
    assert not matches(replace(regel, waarde="onder"), CLAIMS)
    assert not matches(replace(regel, waarde="Onderwijs"), CLAIMS)


def test_a_rule_without_a_claim_is_about_everybody() -> None:
    assert matches(Regel(id=1, werkruimte=1, rol="partner"), {})


WAAR = st.tuples(st.integers(1, 2), st.sampled_from(["partner", "lezer"]), st.integers(1, 2))
EIGEN = frozenset({1, 2, 3})


@st.composite
def rules(draw: st.DrawFn) -> tuple[Regel, ...]:
    """Return rules of one service, some of them about the same role."""
    plekken = draw(st.lists(WAAR, max_size=3))
    made = [
        Regel(id=at, werkruimte=ruimte, rol=rol, partij=partij)
        for at, (ruimte, rol, partij) in enumerate(plekken, start=1)
    ]
    return matched(made, {})


@st.composite
def standings(draw: st.DrawFn) -> tuple[Stand, ...]:
    """Return memberships of one person: given by a person, this service (1-3) or another (9)."""
    return tuple(
        Stand(
            id=at,
            werkruimte=ruimte,
            rol=rol,
            partij=partij,
            via=draw(st.sampled_from([None, 1, 2, 3, 9])),
            is_geldig=draw(st.booleans()),
            is_beeindigd=draw(st.booleans()),
        )
        for at, (ruimte, rol, partij) in enumerate(
            draw(st.lists(WAAR, max_size=4, unique=True)), start=1
        )
    )


def applied(standen: tuple[Stand, ...], given_rules: tuple[Regel, ...]) -> tuple[Stand, ...]:
    """Return the memberships after a sign-in."""
    what = changes(given_rules, standen, EIGEN)
    via = dict(what.hervat) | dict(what.via)
    kept = [
        replace(
            one,
            via=via.get(one.id, one.via),
            is_geldig=(one.is_geldig or one.id in dict(what.hervat))
            and one.id not in what.eindigen,
        )
        for one in standen
    ]
    made = [
        Stand(id=100 + regel.id, werkruimte=regel.werkruimte, rol=regel.rol, partij=regel.partij)
        for regel in what.maken
    ]
    return (*kept, *made)


def place(one: Regel | Stand) -> tuple[int, str, int | None]:
    return one.werkruimte, one.rol, one.partij


@given(rules(), standings())
def test_after_signing_in_every_rule_holds_but_for_what_a_person_ended(
    given_rules: tuple[Regel, ...], standen: tuple[Stand, ...]
) -> None:
    after = applied(standen, given_rules)
    in_force = [one for one in after if one.is_geldig]
    ended = {place(one) for one in standen if one.is_beeindigd and not one.is_geldig}
    assert {place(regel) for regel in given_rules} - ended <= {place(one) for one in in_force}
    assert not ended & {place(one) for one in in_force}
    for one in in_force:
        if one.via in EIGEN:
            assert place(one) in {place(regel) for regel in given_rules}


@given(rules(), standings())
def test_what_a_person_or_another_service_gave_stays(
    given_rules: tuple[Regel, ...], standen: tuple[Stand, ...]
) -> None:
    what = changes(given_rules, standen, EIGEN)
    others = {one.id for one in standen if one.is_geldig and one.via not in EIGEN}
    assert not others & set(what.eindigen)
    assert not others & {lid for lid, _ in (*what.via, *what.hervat)}


@given(rules(), standings())
def test_signing_in_again_with_the_same_claims_changes_nothing(
    given_rules: tuple[Regel, ...], standen: tuple[Stand, ...]
) -> None:
    again = changes(given_rules, applied(standen, given_rules), EIGEN)
    assert (again.maken, again.hervat, again.via, again.eindigen) == ((), [], [], [])


def test_what_a_person_gave_for_a_later_day_is_left_alone() -> None:
    later = Stand(id=5, werkruimte=1, rol="partner", partij=1, is_geldig=False, is_later=True)
    what = changes([Regel(id=1, werkruimte=1, rol="partner", partij=1)], [later], EIGEN)
    assert not (what.maken)
    assert not (what.hervat)
    assert not (what.via)
    assert not what.eindigen
