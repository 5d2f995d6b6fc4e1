"""During a meeting nothing that was written gets lost, and every item gets an outcome."""

from datetime import date, timedelta

import pytest

from openlea.core.errors import BadInput, Conflict, NotAllowed, NotFound
from openlea.core.overleg import Aanwezigheid, PuntStaat, VergaderingStaat, VerslagStaat
from openlea.policy.rechten import LidRol
from openlea.policy.vergaderorde import Afhandeling
from openlea.services import add_notitie as adding
from openlea.services.add_notitie import add_notitie
from openlea.services.change_notitie import change_notitie
from openlea.services.close_vergadering import close_vergadering
from openlea.services.note_aanwezigheid import note_aanwezigheid
from openlea.services.note_schrijver import note_schrijver
from openlea.services.open_vergadering import open_vergadering
from openlea.services.set_verslag import set_verslag
from openlea.services.settle_agendapunt import settle_agendapunt
from openlea.services.strike_notitie import strike_notitie
from openlea.storage.records.models import Deelnemer, Notitie, Schrijver
from tests.services.vergader_wereld import COMING, begun, first_item, keeper
from tests.world import World


def test_a_meeting_begins_once_and_a_held_one_not_again(hilversum: World) -> None:
    first = begun(hilversum)
    again = open_vergadering(keeper(hilversum), COMING)
    assert again.begonnen_op == first.begonnen_op
    with pytest.raises(BadInput):
        open_vergadering(keeper(hilversum), 1)


def test_a_line_that_is_sent_twice_is_kept_once(hilversum: World) -> None:
    punt, actor = first_item(begun(hilversum)), keeper(hilversum)
    first = add_notitie(actor, punt.pk, "Er is een tekort in groep 3.", "a1")
    again = add_notitie(actor, punt.pk, "Er is een tekort in groep 3.", "a1")
    assert again.pk == first.pk
    assert Notitie.objects.filter(punt=punt).count() == 1


def test_a_line_that_comes_in_twice_at_one_moment_is_kept_once(
    hilversum: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    punt, actor = first_item(begun(hilversum)), keeper(hilversum)
    first = add_notitie(actor, punt.pk, "Eerste.", "a1")
    whole, asked = adding._known, [None]
    # The second one looked before the first was kept.
    monkeypatch.setattr(adding, "_known", lambda *args: asked.pop() if asked else whole(*args))
    assert add_notitie(actor, punt.pk, "Eerste.", "a1").pk == first.pk


def test_the_mark_of_somebody_elses_line_is_refused_and_the_line_stays(hilversum: World) -> None:
    punt = first_item(begun(hilversum))
    add_notitie(keeper(hilversum), punt.pk, "Van de redacteur.", "a1")
    with pytest.raises(Conflict):
        add_notitie(hilversum.actor(LidRol.PARTNER), punt.pk, "Van de partner.", "a1")
    assert [one.tekst for one in Notitie.objects.filter(punt=punt)] == ["Van de redacteur."]


def test_every_partij_that_was_asked_writes_along_and_others_do_not(hilversum: World) -> None:
    punt = first_item(begun(hilversum))
    partner = hilversum.actor(LidRol.PARTNER)
    assert add_notitie(partner, punt.pk, "Wij ook.", "p1").door_naam == partner.naam
    Deelnemer.objects.filter(partij_id=partner.partij).delete()
    with pytest.raises(NotAllowed):
        add_notitie(partner, punt.pk, "Nog iets.", "p2")
    for rol in (LidRol.LEZER, LidRol.PUBLIEK, LidRol.WETHOUDER):
        with pytest.raises((NotAllowed, NotFound)):
            add_notitie(hilversum.actor(rol), punt.pk, "Ik ook.", "x1")


def test_nothing_is_written_before_it_begins_and_only_by_who_keeps_the_minutes_after(
    hilversum: World,
) -> None:
    partner = hilversum.actor(LidRol.PARTNER)
    punt = Deelnemer.objects.filter(vergadering=COMING)[0].vergadering.punten.all()[0]
    with pytest.raises(NotAllowed):
        add_notitie(partner, punt.pk, "Alvast.", "p0")
    meeting = begun(hilversum)
    close_vergadering(keeper(hilversum), COMING, doorschuiven=True)
    with pytest.raises(NotAllowed):
        add_notitie(partner, punt.pk, "Achteraf.", "p1")
    assert add_notitie(keeper(hilversum), punt.pk, "Aanvulling.", "k1").pk
    set_verslag(keeper(hilversum), COMING, meeting.op)
    with pytest.raises(NotAllowed):
        add_notitie(keeper(hilversum), punt.pk, "Te laat.", "k2")


@pytest.mark.parametrize(
    ("tekst", "sleutel"), [("  ", "a"), ("x" * 4001, "a"), ("x", ""), ("x", "k" * 65)]
)
def test_a_line_that_can_not_be_kept_says_why(hilversum: World, tekst: str, sleutel: str) -> None:
    punt = first_item(begun(hilversum))
    with pytest.raises(BadInput):
        add_notitie(keeper(hilversum), punt.pk, tekst, sleutel)


def test_a_line_that_somebody_else_changed_is_not_written_over(hilversum: World) -> None:
    punt, actor = first_item(begun(hilversum)), keeper(hilversum)
    line = add_notitie(actor, punt.pk, "Vijf leraren.", "a1")
    change_notitie(hilversum.actor(LidRol.AGENDABEHEERDER), line.pk, "Zes leraren.", 1)
    with pytest.raises(Conflict):
        change_notitie(actor, line.pk, "Zeven leraren.", 1)
    line.refresh_from_db()
    assert line.tekst == "Zes leraren."
    assert {one.tekst for one in line.history.all()} == {"Vijf leraren.", "Zes leraren."}


def test_a_line_is_changed_by_its_writer_or_who_keeps_the_minutes_only(hilversum: World) -> None:
    punt, partner = first_item(begun(hilversum)), hilversum.actor(LidRol.PARTNER)
    of_keeper = add_notitie(keeper(hilversum), punt.pk, "Van de redacteur.", "k1")
    of_partner = add_notitie(partner, punt.pk, "Van de partner.", "p1")
    with pytest.raises(NotAllowed):
        change_notitie(partner, of_keeper.pk, "Anders.", 1)
    assert change_notitie(partner, of_partner.pk, "Anders.", 1).tekst == "Anders."
    assert change_notitie(keeper(hilversum), of_partner.pk, "Netter.", 2).tekst == "Netter."


def test_a_line_that_is_struck_out_stays_in_the_record_and_can_come_back(hilversum: World) -> None:
    punt, actor = first_item(begun(hilversum)), keeper(hilversum)
    line = add_notitie(actor, punt.pk, "Niet bedoeld.", "a1")
    struck = strike_notitie(actor, line.pk, 1)
    assert struck.weg_op is not None
    assert struck.tekst == "Niet bedoeld."
    assert strike_notitie(actor, line.pk, struck.versie, terug=True).weg_op is None


def test_who_types_is_known_until_they_stop(hilversum: World) -> None:
    punt, actor = first_item(begun(hilversum)), keeper(hilversum)
    for _ in range(3):
        note_schrijver(actor, punt.pk)
    assert [one.naam for one in Schrijver.objects.filter(punt=punt)] == [actor.naam]
    note_schrijver(actor, punt.pk, typt=False)
    assert not Schrijver.objects.exists()


def test_presence_is_kept_for_who_is_named_and_only_of_this_meeting(hilversum: World) -> None:
    meeting = begun(hilversum, everybody=False)
    one, *rest = meeting.deelnemers.all()
    assert note_aanwezigheid(keeper(hilversum), COMING, {one.pk: Aanwezigheid.AFGEMELD}) == 1
    assert note_aanwezigheid(keeper(hilversum), COMING, {one.pk: Aanwezigheid.AFGEMELD}) == 0
    assert {r.aanwezigheid for r in meeting.deelnemers.exclude(pk=one.pk)} == {"onbekend"}
    stranger = Deelnemer.objects.filter(vergadering=1)[0]
    with pytest.raises(NotFound):
        note_aanwezigheid(keeper(hilversum), COMING, {stranger.pk: Aanwezigheid.AANWEZIG})
    assert rest


def test_an_item_that_goes_on_keeps_its_lines_where_they_were_said(hilversum: World) -> None:
    punt, actor = first_item(begun(hilversum)), keeper(hilversum)
    add_notitie(actor, punt.pk, "Volgende keer meer.", "a1")
    settle_agendapunt(actor, punt.pk, Afhandeling.PARKEREN)
    punt.refresh_from_db()
    onward = punt.vervolg.get()
    assert (punt.staat, onward.staat, onward.vergadering) == ("doorgeschoven", "open", None)
    assert punt.notities.count() == 1
    assert onward.notities.count() == 0
    settle_agendapunt(actor, punt.pk, Afhandeling.PARKEREN)
    assert punt.vervolg.count() == 1
    with pytest.raises(BadInput):
        settle_agendapunt(actor, punt.pk, Afhandeling.HEROPENEN)


def test_an_item_that_was_done_can_be_opened_again(hilversum: World) -> None:
    punt, actor = first_item(begun(hilversum)), keeper(hilversum)
    assert settle_agendapunt(actor, punt.pk, Afhandeling.BEHANDELD).behandeld_op is not None
    opened = settle_agendapunt(actor, punt.pk, Afhandeling.HEROPENEN)
    assert (opened.staat, opened.behandeld_op) == (PuntStaat.OPEN, None)


def test_a_meeting_closes_only_when_every_item_has_an_outcome(hilversum: World) -> None:
    meeting, actor = begun(hilversum), keeper(hilversum)
    settle_agendapunt(actor, first_item(meeting).pk, Afhandeling.BEHANDELD)
    with pytest.raises(BadInput, match="Segregatie voorkomen"):
        close_vergadering(actor, COMING)
    closed = close_vergadering(actor, COMING, doorschuiven=True)
    assert (closed.staat, closed.verslag_staat) == (VergaderingStaat.GEHOUDEN, VerslagStaat.CONCEPT)
    assert not meeting.punten.filter(staat=PuntStaat.OPEN).exists()
    assert close_vergadering(actor, COMING).gesloten_op == closed.gesloten_op


def test_minutes_are_adopted_on_a_day_after_the_meeting_and_can_be_put_back(
    hilversum: World,
) -> None:
    meeting, actor = begun(hilversum), keeper(hilversum)
    with pytest.raises(BadInput):
        set_verslag(actor, COMING, meeting.op)
    close_vergadering(actor, COMING, doorschuiven=True)
    for wrong in (meeting.op - timedelta(days=1), date(2100, 1, 1)):
        with pytest.raises(BadInput):
            set_verslag(actor, COMING, wrong)
    assert set_verslag(actor, COMING, meeting.op).verslag_staat == VerslagStaat.VASTGESTELD
    assert set_verslag(actor, COMING, None).verslag_op is None


@pytest.mark.parametrize("rol", [LidRol.PARTNER, LidRol.WETHOUDER, LidRol.LEZER, LidRol.PUBLIEK])
def test_only_who_leads_or_keeps_it_runs_a_meeting(hilversum: World, rol: LidRol) -> None:
    punt = first_item(begun(hilversum))
    for verb in (
        lambda actor: open_vergadering(actor, COMING),
        lambda actor: close_vergadering(actor, COMING, doorschuiven=True),
        lambda actor: set_verslag(actor, COMING, None),
        lambda actor: note_aanwezigheid(actor, COMING, {}),
        lambda actor: settle_agendapunt(actor, punt.pk, Afhandeling.BEHANDELD),
    ):
        with pytest.raises((NotAllowed, NotFound)):
            verb(hilversum.actor(rol))


def test_the_opening_is_done_by_sitting_and_never_comes_back(hilversum: World) -> None:
    """A meeting that opens its predecessor again makes its minutes look careless."""
    meeting = begun(hilversum)
    opening = first_item(meeting)
    opening.titel = "Opening en mededelingen"
    opening.save()
    close_vergadering(keeper(hilversum), COMING, doorschuiven=True)
    opening.refresh_from_db()
    assert opening.staat == PuntStaat.BEHANDELD
    assert not opening.vervolg.exists()
