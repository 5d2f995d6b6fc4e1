"""A round of questions from concept to outcome: links open it, nothing tells who said what."""

import uuid
from datetime import date, timedelta
from hashlib import sha256

import pytest
from django.utils import timezone

from openlea.core.errors import BadInput, Conflict, NotAllowed, NotFound
from openlea.policy.raadpleegcel import Hoogte
from openlea.policy.raadpleeglink import Raadpleegoordeel
from openlea.policy.raadpleging_uitkomst import Waarde
from openlea.policy.rechten import LidRol, Verb
from openlea.services.answer_raadpleging import answer_raadpleging
from openlea.services.close_due_raadplegingen import close_due_raadplegingen
from openlea.services.close_raadpleging import close_raadpleging
from openlea.services.find_raadpleging import find_raadpleging
from openlea.services.keep_raadpleging import Groepopzet, Raadplegingopzet, keep_raadpleging
from openlea.services.make_raadpleeglink import make_raadpleeglink
from openlea.services.open_raadpleeglink import open_raadpleeglink
from openlea.services.open_raadpleging import open_raadpleging
from openlea.services.remove_raadpleging import remove_raadpleging
from openlea.services.repeat_raadpleging import repeat_raadpleging
from openlea.services.revoke_raadpleeglink import revoke_raadpleeglink
from openlea.storage.records.models import Logregel, Raadpleegantwoord, Raadpleging
from openlea.storage.records.raadpleging_values import outcome_of, questions_of, round_of
from tests.world import World

TODAY = timezone.localdate
BEHEER = LidRol.AGENDABEHEERDER


def opzet(*groepen: str, **changes: object) -> Raadplegingopzet:
    values: dict[str, object] = {
        "vragenlijst": "quickscan",
        "titel": "Quickscan 2026",
        "opent_op": TODAY(),
        "sluit_op": TODAY() + timedelta(days=14),
        "groepen": [Groepopzet(naam=naam) for naam in groepen or ("Gemeente", "Scholen")],
    }
    return Raadplegingopzet(**(values | changes))  # type: ignore[arg-type]


def opened(world: World, *groepen: str, **changes: object) -> tuple[Raadpleging, dict[str, str]]:
    """Return an open round and the token of each group."""
    actor = world.actor(BEHEER)
    made = keep_raadpleging(actor, opzet(*groepen, **changes))
    ronde = open_raadpleging(actor, made.pk)
    tokens = {
        groep.naam: make_raadpleeglink(actor, ronde.pk, groep.pk).rstrip("/").rpartition("/")[2]
        for groep in ronde.groepen.all()
    }
    return ronde, tokens


def test_four_answers_in_a_group_show_nothing_and_five_do(hilversum: World) -> None:
    ronde, tokens = opened(hilversum, "Gemeente", "Scholen", "Opvang")
    for naam, count in (("Gemeente", 4), ("Scholen", 5), ("Opvang", 6)):
        for _ in range(count):
            answer_raadpleging(tokens[naam], {"visie_1": 5})
    uitkomst = outcome_of(close_raadpleging(hilversum.actor(BEHEER), ronde.pk))
    assert uitkomst is not None
    assert dict(uitkomst.groepen) == {"Gemeente": None, "Opvang": "5-9", "Scholen": "5-9"}
    assert [cel.groepen for cel in uitkomst.cellen["visie_1"]] == [
        ("Opvang",),
        ("Scholen", "Gemeente"),
    ]
    assert {cel.hoogte for cel in uitkomst.cellen["visie_1"]} == {Hoogte.HOOG}
    assert uitkomst.cellen["visie_2"] == ()


def test_what_everybody_answered_is_forgotten_when_the_round_closes(hilversum: World) -> None:
    ronde, tokens = opened(hilversum)
    for _ in range(5):
        answer_raadpleging(tokens["Scholen"], {"visie_1": 2, "visie_2": 4})
    close_raadpleging(hilversum.actor(BEHEER), ronde.pk)
    assert not Raadpleegantwoord.objects.exists()
    assert not hasattr(Raadpleegantwoord, "history"), "history would remember what is forgotten"


def test_an_answer_says_nothing_of_who_or_when(hilversum: World) -> None:
    _, tokens = opened(hilversum)
    before = Logregel.objects.count()
    answer_raadpleging(tokens["Scholen"], {"visie_1": 3})
    [kept] = Raadpleegantwoord.objects.values()
    assert set(kept) == {"id", "werkruimte_id", "versie", "groep_id", "waarden"}
    assert uuid.UUID(str(kept["id"])).version == 4, "a random key holds no moment and no machine"
    assert Logregel.objects.count() == before


def test_the_order_of_keeping_is_not_the_order_of_answering(
    hilversum: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, tokens = opened(hilversum)
    answer_raadpleging(tokens["Scholen"], {"visie_1": 1})
    [oldest] = Raadpleegantwoord.objects.all()
    monkeypatch.setattr("openlea.services.answer_raadpleging.secrets.randbelow", lambda _: 0)
    answer_raadpleging(tokens["Scholen"], {"visie_1": 5})
    oldest.refresh_from_db()
    assert oldest.waarden == {"visie_1": 5}, "by lot the newest answer lies in the oldest place"
    assert {one.waarden["visie_1"] for one in Raadpleegantwoord.objects.all()} == {1, 5}


def test_a_new_link_takes_the_place_of_the_old_one(hilversum: World) -> None:
    ronde, tokens = opened(hilversum)
    groep = ronde.groepen.get(naam="Scholen")
    make_raadpleeglink(hilversum.actor(BEHEER), ronde.pk, groep.pk)
    assert open_raadpleeglink(tokens["Scholen"]) is None
    with pytest.raises(NotFound):
        answer_raadpleging(tokens["Scholen"], {"visie_1": 3})


def test_only_a_hash_of_a_link_is_kept(hilversum: World) -> None:
    ronde, tokens = opened(hilversum)
    kept = set(ronde.groepen.values_list("kenmerk", flat=True))
    assert kept == {sha256(token.encode()).hexdigest() for token in tokens.values()}


def test_a_link_that_was_taken_back_or_is_out_of_its_days_keeps_nothing(hilversum: World) -> None:
    ronde, tokens = opened(hilversum)
    groep = ronde.groepen.get(naam="Scholen")
    revoke_raadpleeglink(hilversum.actor(BEHEER), ronde.pk, groep.pk)
    Raadpleging.objects.filter(pk=ronde.pk).update(sluit_op=date(2020, 1, 1))
    for naam, oordeel in (
        ("Scholen", Raadpleegoordeel.INGETROKKEN),
        ("Gemeente", Raadpleegoordeel.GESLOTEN),
    ):
        deur = open_raadpleeglink(tokens[naam])
        assert deur is not None
        assert deur.oordeel is oordeel
        with pytest.raises(Conflict):
            answer_raadpleging(tokens[naam], {"visie_1": 3})
    assert not Raadpleegantwoord.objects.exists()


def test_before_its_first_day_a_link_does_not_open(hilversum: World) -> None:
    _, tokens = opened(hilversum, opent_op=TODAY() + timedelta(days=1))
    deur = open_raadpleeglink(tokens["Scholen"])
    assert deur is not None
    assert deur.oordeel is Raadpleegoordeel.NOG_NIET


@pytest.mark.parametrize(
    "waarden", [{}, {"visie_1": 6}, {"visie_1": "5"}, {"bestaat_niet": 1}, {"visie_1": True}]
)
def test_what_is_no_answer_is_refused_and_not_kept(
    hilversum: World, waarden: dict[str, int]
) -> None:
    _, tokens = opened(hilversum)
    with pytest.raises(BadInput):
        answer_raadpleging(tokens["Scholen"], waarden)
    assert not Raadpleegantwoord.objects.exists()


def test_an_open_answer_that_is_too_long_is_refused_with_its_place(hilversum: World) -> None:
    _, tokens = opened(hilversum, vragenlijst="ouders")
    with pytest.raises(BadInput) as refused:
        answer_raadpleging(tokens["Scholen"], {"verwachting_2": "x" * 2001})
    assert refused.value.fouten[0].cel == "verwachting_2"


def test_questions_stay_as_they_were_asked(hilversum: World) -> None:
    ronde, _ = opened(hilversum)
    assert len(questions_of(ronde)) == 40
    with pytest.raises(Conflict):
        open_raadpleging(hilversum.actor(BEHEER), ronde.pk)


def test_an_open_round_takes_another_last_day_and_nothing_else(hilversum: World) -> None:
    ronde, _ = opened(hilversum)
    later = TODAY() + timedelta(days=30)
    kept = keep_raadpleging(
        hilversum.actor(BEHEER), opzet("Anders", titel="Anders", sluit_op=later), ronde.pk
    )
    assert (kept.titel, kept.sluit_op) == ("Quickscan 2026", later)
    assert kept.groepen.count() == 2


def test_a_round_closes_once_because_two_draws_tell_more_than_one(hilversum: World) -> None:
    ronde, _ = opened(hilversum)
    actor = hilversum.actor(BEHEER)
    close_raadpleging(actor, ronde.pk)
    for verb in (close_raadpleging, open_raadpleging):
        with pytest.raises(Conflict):
            verb(actor, ronde.pk)
    with pytest.raises(Conflict):
        keep_raadpleging(actor, opzet(), ronde.pk)


def test_a_round_closes_by_itself_after_its_last_day(hilversum: World) -> None:
    ronde, tokens = opened(hilversum)
    answer_raadpleging(tokens["Scholen"], {"visie_1": 3})
    assert close_due_raadplegingen(ronde.sluit_op) == ()
    assert close_due_raadplegingen(ronde.sluit_op + timedelta(days=1)) == (ronde.titel,)
    assert not Raadpleegantwoord.objects.exists()


def test_a_round_is_repeated_once_with_the_same_groups(hilversum: World) -> None:
    ronde, _ = opened(hilversum, titel=f"Quickscan {TODAY().year}")
    actor = hilversum.actor(BEHEER)
    with pytest.raises(Conflict):
        repeat_raadpleging(actor, ronde.pk, TODAY())
    close_raadpleging(actor, ronde.pk)
    next_year = TODAY() + timedelta(days=366)
    again = repeat_raadpleging(actor, ronde.pk, next_year)
    assert again.vorige_id == ronde.pk
    assert again.titel == f"Quickscan {next_year.year}"
    assert {one.naam for one in again.groepen.all()} == {"Gemeente", "Scholen"}
    assert repeat_raadpleging(actor, ronde.pk, next_year).pk == again.pk


@pytest.mark.parametrize(
    ("changes", "veld"),
    [
        ({"vragenlijst": "bestaat-niet"}, "vragenlijst"),
        ({"titel": "  "}, "titel"),
        ({"sluit_op": date(2020, 1, 1)}, "sluit_op"),
        ({"groepen": []}, "groepen"),
        ({"groepen": [Groepopzet(naam="A"), Groepopzet(naam="a ")]}, "groepen"),
        ({"groepen": [Groepopzet(naam="A", partij="bestaat-niet")]}, "groepen"),
    ],
)
def test_a_wrong_field_is_named(hilversum: World, changes: dict[str, object], veld: str) -> None:
    with pytest.raises(BadInput) as refused:
        keep_raadpleging(hilversum.actor(BEHEER), opzet(**changes))
    assert veld in {fout.cel for fout in refused.value.fouten}
    assert not Raadpleging.objects.filter(titel="Quickscan 2026").exists()


def test_a_concept_is_there_only_for_who_keeps_the_agenda(hilversum: World) -> None:
    made = keep_raadpleging(hilversum.actor(BEHEER), opzet())
    with pytest.raises(NotFound):
        find_raadpleging(hilversum.actor(LidRol.PARTNER), Verb.ZIEN, made.pk)
    open_raadpleging(hilversum.actor(BEHEER), made.pk)
    partner = hilversum.actor(LidRol.PARTNER)
    assert find_raadpleging(partner, Verb.ZIEN, made.pk) == made
    for verb in (open_raadpleging, close_raadpleging, remove_raadpleging):
        with pytest.raises(NotAllowed):
            verb(partner, made.pk)
    with pytest.raises(NotAllowed):
        keep_raadpleging(partner, opzet())


def test_a_concept_can_go_and_an_open_round_can_not(hilversum: World) -> None:
    actor = hilversum.actor(BEHEER)
    made = keep_raadpleging(actor, opzet())
    assert remove_raadpleging(actor, made.pk) == "Quickscan 2026"
    ronde, _ = opened(hilversum)
    with pytest.raises(Conflict):
        remove_raadpleging(actor, ronde.pk)


def test_an_outcome_comes_back_as_it_was_frozen(hilversum: World) -> None:
    ronde, tokens = opened(hilversum, "Ouders", vragenlijst="ouders")
    for n in range(6):
        waarden: dict[str, Waarde] = {
            "partner_1": 4,
            "verwachting_1": ("Sneller hulp",),
            "verwachting_2": f"Hulp {n}",
        }
        answer_raadpleging(tokens["Ouders"], waarden)
    closed = close_raadpleging(hilversum.actor(BEHEER), ronde.pk)
    stored = Raadpleging.objects.get(pk=closed.pk)
    found = round_of(stored)
    assert found is not None
    assert found == round_of(closed)
    [keuze] = found.uitkomst.cellen["verwachting_1"]
    assert [str(one) for one in keuze.keuzes][:2] == ["meer", "weinig"]
    assert len(found.uitkomst.teksten["verwachting_2"]) == 6
