"""A round promises before it draws, draws once, and what everybody gets checks out."""

from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.utils import timezone

from openlea.core.errors import BadInput, Conflict, NotAllowed, NotFound
from openlea.policy.rechten import Actor, LidRol
from openlea.services.change_ronde import change_ronde
from openlea.services.check_lottery import check_lottery
from openlea.services.draw_ronde import draw_ronde
from openlea.services.drop_ronde import drop_ronde
from openlea.services.erase_aanlevering import erase_aanlevering
from openlea.services.fasten_ronde import fasten_ronde
from openlea.services.fill_ronde import fill_ronde
from openlea.services.keep_aanlevering import keep_aanlevering
from openlea.services.keep_aanmeldingen import keep_aanmeldingen
from openlea.services.keep_plaatsregels import keep_plaatsregels
from openlea.services.keep_plekken import keep_plekken
from openlea.services.mend_vault import mend_vault
from openlea.services.offer_aanlevering import offer_aanlevering
from openlea.services.offer_aanmeldingen import offer_aanmeldingen
from openlea.services.plaats import uitvoeren
from openlea.services.plaats.dagtekst import enter_dagtekst
from openlea.services.plaats.opzet import Rondeopzet
from openlea.services.plaats.register import VASTLEGGING
from openlea.services.plaats.ronde import piece_of
from openlea.services.plaats.uitvoeren import carry_out
from openlea.services.publish_ronde import publish_ronde
from openlea.services.read_aanlevering import read_aanlevering
from openlea.services.read_aanmeldingen import read_aanmeldingen
from openlea.services.read_uitkomsten import read_uitkomsten
from openlea.services.rotate_pseudoniemen import rotate_pseudoniemen
from openlea.services.withdraw_vastlegging import withdraw_vastlegging
from openlea.storage.records.models import Aanlevering, Logregel, Plaatsingsronde, Werk
from openlea.storage.vault.pseudoniemsleutels import chain_length
from tests.services.plaats.rondewereld import (
    ZAAD,
    children,
    file,
    filled,
    numbers,
    opened,
    placed,
    schooljaar,
    silent,
)
from tests.services.plaats.wereld import REGELS, SCHOLEN
from tests.world import World


@pytest.fixture
def plaatser(hilversum: World) -> Actor:
    return hilversum.actor(LidRol.PLAATSER)


def test_the_public_pieces_alone_prove_the_draw(plaatser: Actor, tmp_path: Path) -> None:
    ronde = placed(plaatser)
    for stuk in ronde.stukken.all():
        target = tmp_path / stuk.naam
        target.parent.mkdir(exist_ok=True)
        target.write_bytes(piece_of(stuk))
    assert not (tmp_path / "uitkomst.csv").exists(), "what each child got is closed"
    found = check_lottery(tmp_path, ronde.vastlegging)
    assert found
    assert all(one.goed for one in found)


def test_every_child_has_a_letter_and_a_line_of_the_outcome(plaatser: Actor) -> None:
    ronde = placed(plaatser)
    rows = read_uitkomsten(plaatser, ronde.pk, "test")
    assert sorted(rows["nummer"]) == list(numbers())
    for nummer, brief in zip(rows["nummer"], rows["brief"], strict=True):
        assert nummer in brief
        assert not any(other in brief for other in numbers() if other != nummer)
    assert ronde.kerngetallen is not None
    assert ronde.kerngetallen["kinderen"] == len(numbers())


def test_what_was_promised_does_not_change(plaatser: Actor) -> None:
    nummer = filled(plaatser)
    new = offer_aanmeldingen(plaatser, nummer, file(children(5)))
    fasten_ronde(plaatser, nummer)
    for change in (
        lambda: keep_plekken(plaatser, nummer, file(SCHOLEN)),
        lambda: keep_plaatsregels(plaatser, nummer, tekst=REGELS),
        lambda: offer_aanmeldingen(plaatser, nummer, file(children())),
        lambda: keep_aanmeldingen(plaatser, nummer, new.pk),
        lambda: fill_ronde(plaatser, nummer),
        lambda: fasten_ronde(plaatser, nummer),
    ):
        with pytest.raises(Conflict, match="vastgelegd"):
            change()
    opzet = Rondeopzet(naam="Proef", schooljaar=schooljaar(), loting_op=None)
    with pytest.raises(BadInput, match="staat vast"):
        change_ronde(plaatser, nummer, opzet)


def test_a_promise_taken_back_stays_to_be_read_with_its_reason(plaatser: Actor) -> None:
    nummer = filled(plaatser)
    old = fasten_ronde(plaatser, nummer).vastlegging
    withdraw_vastlegging(plaatser, nummer, "Een school viel weg")
    keep_plekken(plaatser, nummer, file(SCHOLEN))
    ronde = fasten_ronde(plaatser, nummer)
    assert ronde.vastlegging != old, "a new promise has a new secret"
    told = piece_of(ronde.stukken.get(naam="ingetrokken-01.json")).decode()
    assert old in told
    assert "Een school viel weg" in told


def test_after_the_text_of_the_day_nobody_can_choose_again(plaatser: Actor) -> None:
    nummer = filled(plaatser)
    fasten_ronde(plaatser, nummer)
    enter_dagtekst(plaatser, nummer, ZAAD)
    with pytest.raises(Conflict, match="kiezen"):
        enter_dagtekst(plaatser, nummer, "een andere tekst")
    with pytest.raises(Conflict, match="kiezen"):
        withdraw_vastlegging(plaatser, nummer, "liever anders")
    first = carry_out(plaatser, nummer, silent)
    with pytest.raises(Conflict, match="al geloot"):
        enter_dagtekst(plaatser, nummer, ZAAD)
    again = carry_out(plaatser, nummer, silent)
    assert (again.uitkomsten_id, again.geplaatst_op) == (first.uitkomsten_id, first.geplaatst_op)


def test_nothing_is_drawn_before_its_day_or_without_a_promise(plaatser: Actor) -> None:
    nummer = filled(plaatser)
    with pytest.raises(Conflict, match="vast"):
        enter_dagtekst(plaatser, nummer, ZAAD)
    later = timezone.localdate() + timedelta(days=3)
    opzet = Rondeopzet(naam="Proef", schooljaar=schooljaar(), loting_op=later)
    change_ronde(plaatser, nummer, opzet)
    fasten_ronde(plaatser, nummer)
    with pytest.raises(BadInput, match="nog niet"):
        enter_dagtekst(plaatser, nummer, ZAAD)


def test_work_broken_off_is_asked_again_and_gives_the_same(
    plaatser: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    nummer = filled(plaatser)
    fasten_ronde(plaatser, nummer)
    enter_dagtekst(plaatser, nummer, ZAAD)
    files = Aanlevering.objects.count()
    with monkeypatch.context() as broken:
        broken.setattr(uitvoeren, "keep_pieces", _trip)
        with pytest.raises(RuntimeError):
            carry_out(plaatser, nummer, silent)
    assert Aanlevering.objects.count() == files, "half an outcome is none"
    assert mend_vault().resten == 0, "and its file is gone"
    ronde = carry_out(plaatser, nummer, silent)
    assert ronde.zaad == ZAAD
    assert read_uitkomsten(plaatser, nummer, "test").height == len(numbers())


def _trip(*_: object) -> None:
    raise RuntimeError("broken off")


def test_the_draw_runs_in_the_background_with_the_text_that_was_entered(
    plaatser: Actor, settings: object
) -> None:
    settings.WERK = settings.METEEN  # type: ignore[attr-defined]
    nummer = filled(plaatser)
    fasten_ronde(plaatser, nummer)
    work = draw_ronde(plaatser, nummer, ZAAD)
    assert work.staat == "klaar", work.fout
    assert Werk.objects.get(pk=work.pk).argumenten == {"ronde": nummer}
    assert Plaatsingsronde.objects.get(pk=nummer).geplaatst_op is not None


@pytest.mark.parametrize("rol", [one for one in LidRol if one is not LidRol.PLAATSER])
def test_only_the_plaatser_touches_single_children(
    hilversum: World, plaatser: Actor, rol: LidRol
) -> None:
    ronde = placed(plaatser)
    other = hilversum.actor(rol)
    lines = Logregel.objects.filter(werk__endswith="gelezen").count()
    for ask in (
        lambda: read_aanmeldingen(other, ronde.pk, "test"),
        lambda: read_uitkomsten(other, ronde.pk, "test"),
        lambda: offer_aanmeldingen(other, ronde.pk, file(children())),
        lambda: fasten_ronde(other, ronde.pk),
        lambda: enter_dagtekst(other, ronde.pk, ZAAD),
        lambda: carry_out(other, ronde.pk, silent),
    ):
        with pytest.raises((NotAllowed, NotFound)):
            ask()
    assert Logregel.objects.filter(werk__endswith="gelezen").count() == lines


def test_every_opening_is_in_the_log_with_what_it_was_for(plaatser: Actor) -> None:
    ronde = placed(plaatser)
    read_aanmeldingen(plaatser, ronde.pk, "narekenen")
    read_uitkomsten(plaatser, ronde.pk, "brieven maken")
    told = Logregel.objects.filter(werk__endswith="gelezen", noun="aanmelding")
    assert {"narekenen", "brieven maken", "loten en plaatsen"} <= set(
        told.values_list("bijzonderheid", flat=True)
    )


def test_the_common_door_refuses_what_has_a_door_of_its_own(
    hilversum: World, plaatser: Actor
) -> None:
    analist = hilversum.actor(LidRol.ANALIST)
    with pytest.raises(Conflict, match="eigen bladzijde"):
        offer_aanlevering(analist, "aanmeldingen", file(children()), schooljaar())
    new = offer_aanmeldingen(plaatser, opened(plaatser), file(children()))
    with pytest.raises(Conflict, match="eigen bladzijde"):
        keep_aanlevering(analist, new.pk, vervangt=None)
    with pytest.raises(Conflict):
        read_aanlevering(analist, new.pk, "tellen")


def test_erasing_applications_leaves_what_is_public(hilversum: World, plaatser: Actor) -> None:
    ronde = placed(plaatser)
    assert ronde.aanmeldingen_id
    assert ronde.uitkomsten_id
    analist = hilversum.actor(LidRol.ANALIST)
    pieces = ronde.stukken.count()
    for number in (ronde.aanmeldingen_id, ronde.uitkomsten_id):
        erase_aanlevering(analist, number, "De termijn is voorbij")
    ronde = publish_ronde(plaatser, ronde.pk)
    assert ronde.stukken.count() == pieces
    assert ronde.stukken.filter(naam=VASTLEGGING).exists()
    with pytest.raises(NotFound, match="gewist"):
        read_uitkomsten(plaatser, ronde.pk, "test")


def test_changing_pseudonyms_leaves_applications_as_they_are(
    hilversum: World, plaatser: Actor
) -> None:
    nummer = filled(plaatser)
    before = Plaatsingsronde.objects.get(pk=nummer).aanmeldingen
    asker = SimpleNamespace(actor=hilversum.actor(LidRol.ANALIST), step=silent)
    slug = hilversum.werkruimte.slug
    rotate_pseudoniemen(asker, chain_length(slug) + 1)  # type: ignore[arg-type]  # what it uses
    after = Plaatsingsronde.objects.get(pk=nummer).aanmeldingen
    assert before is not None
    assert after is not None
    assert (before.kluis, before.sha256) == (after.kluis, after.sha256)
    assert len(read_aanmeldingen(plaatser, nummer, "test")[0]) == len(numbers())


def test_a_round_thrown_away_takes_its_children_along(plaatser: Actor) -> None:
    nummer = filled(plaatser)
    mine = Plaatsingsronde.objects.get(pk=nummer).aanmeldingen_id
    assert Aanlevering.objects.kept().filter(pk=mine).exists()
    drop_ronde(plaatser, nummer)
    assert not Plaatsingsronde.objects.filter(pk=nummer).exists()
    assert not Aanlevering.objects.kept().filter(pk=mine).exists()


def test_what_was_drawn_stays_so_that_nobody_draws_until_it_suits(plaatser: Actor) -> None:
    ronde = placed(plaatser)
    with pytest.raises(Conflict, match="geloot"):
        drop_ronde(plaatser, ronde.pk)
    assert Plaatsingsronde.objects.filter(pk=ronde.pk).exists()


def test_nothing_is_promised_for_a_day_whose_text_may_be_known(plaatser: Actor) -> None:
    nummer = filled(plaatser)
    before = timezone.localdate() - timedelta(days=1)
    Plaatsingsronde.objects.filter(pk=nummer).update(loting_op=before)
    with pytest.raises(Conflict, match="voorbij"):
        fasten_ronde(plaatser, nummer)


def test_what_everybody_saw_stays_to_be_checked(plaatser: Actor) -> None:
    ronde = publish_ronde(plaatser, placed(plaatser).pk)
    assert ronde.bekend_op is not None
    with pytest.raises(Conflict, match="openbaar"):
        drop_ronde(plaatser, ronde.pk)


def test_made_up_children_are_never_taken_for_real_ones(plaatser: Actor) -> None:
    nummer = filled(plaatser)
    assert not Plaatsingsronde.objects.get(pk=nummer).is_verzonnen
    with pytest.raises(Conflict, match="nieuwe ronde"):
        fill_ronde(plaatser, nummer)
    other = opened(plaatser, "Voorbeeld")
    assert fill_ronde(plaatser, other, aantal=40).is_verzonnen


def test_rules_that_do_not_fit_the_applications_are_refused_when_fastening(
    plaatser: Actor,
) -> None:
    nummer = filled(plaatser)
    keep_plaatsregels(plaatser, nummer, tekst=REGELS + "[wensen]\nten_hoogste = 1\n")
    with pytest.raises(BadInput, match="ten hoogste 1"):
        fasten_ronde(plaatser, nummer)
