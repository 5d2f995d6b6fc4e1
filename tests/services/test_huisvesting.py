"""Space there is lies beside space needed; what one may not see never counts as nothing."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from openlea.core.agenda import Zichtbaarheid
from openlea.core.errors import BadInput, Conflict, NotAllowed, NotFound
from openlea.policy.rechten import Actor, LidRol
from openlea.services.describe_huisvesting import describe_huisvesting
from openlea.services.drop_gebouw import drop_gebouw
from openlea.services.drop_gebouwgebruik import drop_gebouwgebruik
from openlea.services.drop_huisvestingsaanvraag import drop_huisvestingsaanvraag
from openlea.services.drop_huisvestingsproject import drop_huisvestingsproject
from openlea.services.huisvesting.uitkomst import Schoolruimte
from openlea.services.keep_gebouw import Gebouwopzet, keep_gebouw
from openlea.services.keep_gebouwgebruik import Gebruikopzet, keep_gebouwgebruik
from openlea.services.keep_huisvestingsaanvraag import Aanvraagopzet, keep_huisvestingsaanvraag
from openlea.services.keep_huisvestingsproject import Projectopzet, keep_huisvestingsproject
from openlea.storage.records.huisvesting import AanvraagStaat
from openlea.storage.records.models import (
    Gebouw,
    Gebouwgebruik,
    Huisvestingsaanvraag,
    Huisvestingsproject,
    Logregel,
    Prognoserun,
    Werkruimte,
)
from tests.world import World

DAG = date(2026, 11, 23)
INTERN = Zichtbaarheid.INTERN
AANVRAAG = Aanvraagopzet(jaar=2027, soort="nieuwbouw", omschrijving="Een school")
PROJECT = Projectopzet(naam="Nieuwbouw", soort="nieuwbouw", jaar=2030)


@pytest.fixture
def leeg(hilversum: World) -> World:
    for kind in (Huisvestingsproject, Huisvestingsaanvraag, Gebouw, Prognoserun):
        kind.objects.all().delete()
    return hilversum


def beheer(world: World) -> Actor:
    return world.actor(LidRol.AGENDABEHEERDER)


def building(world: World, **more: object) -> Gebouw:
    opzet = replace(Gebouwopzet(naam="Gebouw", bvo=Decimal(1000)), **more)  # type: ignore[arg-type]
    return keep_gebouw(beheer(world), opzet)


def a_school(world: World, rol: LidRol = LidRol.AGENDABEHEERDER, code: str = "") -> Schoolruimte:
    found = describe_huisvesting(world.actor(rol), DAG).scholen
    return next(one for one in found if one.soort == "bo" and code in ("", one.vestiging))


def used(world: World, gebouw: Gebouw, school: str, **more: object) -> Gebouwgebruik:
    opzet = Gebruikopzet(gebouw=gebouw.pk, naam="School", school=school)
    return keep_gebouwgebruik(beheer(world), replace(opzet, **more))  # type: ignore[arg-type]


def test_a_school_without_a_building_has_a_need_and_no_shortage(leeg: World) -> None:
    school = a_school(leeg)
    assert school.m2 is None
    assert school.nodig[0].midden > 200
    assert (school.tekorten, school.nu, school.as_plain()["tekort"]) == ((), None, None)


def test_who_is_alone_in_a_building_has_all_of_it_and_two_must_say_how_much(leeg: World) -> None:
    code = a_school(leeg).vestiging
    gebouw = building(leeg)
    used(leeg, gebouw, code)
    assert a_school(leeg, code=code).m2 == 1000
    other = used(leeg, gebouw, "", naam="Kinderopvang")
    assert a_school(leeg, code=code).m2 is None
    drop_gebouwgebruik(beheer(leeg), other.pk)
    assert a_school(leeg, code=code).m2 == 1000


def test_a_gym_is_no_room_to_teach_in(leeg: World) -> None:
    code = a_school(leeg).vestiging
    used(leeg, building(leeg, gym=True), code, klokuren=Decimal(12))
    school = a_school(leeg, code=code)
    assert (school.m2, school.gym_heeft) == (None, 12)


def test_what_lacks_is_what_is_needed_less_what_there_is(leeg: World) -> None:
    code = a_school(leeg).vestiging
    used(leeg, building(leeg), code)
    school = a_school(leeg, code=code)
    assert school.nu is not None
    assert school.nu.midden + 1000 == school.nodig[0].midden


def forecast(world: World, code: str) -> None:
    reeks = [{"jaar": jaar, "laag": 300, "midden": 400, "hoog": 500} for jaar in (2030, 2029, 2020)]
    Prognoserun.objects.create(
        werkruimte=world.werkruimte,
        naam="Proef",
        soort="bo",
        zaad=1,
        uitkomst={"gemeente": reeks, "scholen": {code: reeks}},
        gemaakt_op=datetime(2026, 11, 1, tzinfo=UTC),
    )


def test_a_kept_forecast_gives_the_years_to_come_with_its_interval(leeg: World) -> None:
    code = a_school(leeg).vestiging
    forecast(leeg, code)
    school = a_school(leeg, code=code)
    years = [one.jaar for one in school.nodig]
    assert years == sorted(years)
    assert years[1:] == [2029, 2030]
    last = school.nodig[-1]
    assert (last.laag, last.midden, last.hoog) == (1709, 2212, 2715)
    assert "Proef" in school.bron


def test_who_may_not_see_forecasts_reads_only_what_was_counted(leeg: World) -> None:
    code = a_school(leeg).vestiging
    forecast(leeg, code)
    for rol in (LidRol.LEZER, LidRol.PUBLIEK):
        school = a_school(leeg, rol, code)
        assert len(school.nodig) == 1
        assert "Proef" not in school.bron


def test_a_planned_project_counts_from_its_year_and_an_idea_never(leeg: World) -> None:
    code = a_school(leeg).vestiging
    gebouw = building(leeg)
    used(leeg, gebouw, code)
    forecast(leeg, code)
    plan = replace(PROJECT, gebouw=gebouw.pk, m2=Decimal(300))
    kept = keep_huisvestingsproject(beheer(leeg), plan)
    lacks = {one.jaar: one.midden for one in a_school(leeg, code=code).tekorten}
    assert lacks[2029] - lacks[2030] == 300
    keep_huisvestingsproject(beheer(leeg), replace(plan, fase="idee"), kept.pk)
    lacks = {one.jaar: one.midden for one in a_school(leeg, code=code).tekorten}
    assert lacks[2029] == lacks[2030]


def test_a_part_that_is_not_seen_never_stands_for_the_whole(leeg: World) -> None:
    code = a_school(leeg).vestiging
    used(leeg, building(leeg), code)
    used(leeg, building(leeg, naam="Geheim", zichtbaarheid=INTERN), code, m2=Decimal(500))
    assert a_school(leeg, code=code).m2 == 1500
    partner = describe_huisvesting(leeg.actor(LidRol.PARTNER), DAG)
    assert [one.naam for one in partner.gebouwen] == ["Gebouw"]
    assert a_school(leeg, LidRol.PARTNER, code).m2 is None


def test_what_is_internal_is_not_in_what_a_partner_reads(leeg: World) -> None:
    keep_huisvestingsproject(beheer(leeg), replace(PROJECT, zichtbaarheid=INTERN))
    keep_huisvestingsaanvraag(beheer(leeg), replace(AANVRAAG, zichtbaarheid=INTERN))
    mine = describe_huisvesting(beheer(leeg), DAG)
    theirs = describe_huisvesting(leeg.actor(LidRol.PARTNER), DAG)
    assert (len(mine.projecten), len(mine.aanvragen)) == (1, 1)
    assert (theirs.projecten, theirs.aanvragen) == ((), ())


def test_what_was_granted_lies_beside_the_ceiling(leeg: World) -> None:
    granted = replace(AANVRAAG, staat=AanvraagStaat.PROGRAMMA, bedrag=Decimal("100.50"))
    keep_huisvestingsaanvraag(beheer(leeg), granted)
    keep_huisvestingsaanvraag(beheer(leeg), replace(AANVRAAG, bedrag=Decimal(900)))
    found = describe_huisvesting(beheer(leeg), DAG, 2027)
    assert found.plafond.toegekend == Decimal("100.50")
    assert found.plafond.plafond is None
    assert describe_huisvesting(beheer(leeg), DAG, 2030).aanvragen == ()


def test_a_werkruimte_of_no_gemeente_has_no_schools_and_no_error(leeg: World) -> None:
    Werkruimte.objects.filter(pk=leeg.werkruimte.pk).update(plaats="")
    assert describe_huisvesting(beheer(leeg), DAG).scholen == ()


@pytest.mark.parametrize("rol", [LidRol.PARTNER, LidRol.WETHOUDER, LidRol.LEZER, LidRol.PUBLIEK])
def test_only_who_keeps_the_agenda_writes(leeg: World, rol: LidRol) -> None:
    gebouw = building(leeg)
    actor = leeg.actor(rol)
    deeds: list[Callable[[], object]] = [
        lambda: keep_gebouw(actor, Gebouwopzet(naam="Nee")),
        lambda: keep_gebouw(actor, Gebouwopzet(naam="Nee"), gebouw.pk),
        lambda: drop_gebouw(actor, gebouw.pk),
        lambda: keep_gebouwgebruik(actor, Gebruikopzet(gebouw=gebouw.pk, naam="Nee")),
        lambda: keep_huisvestingsaanvraag(actor, AANVRAAG),
        lambda: keep_huisvestingsproject(actor, PROJECT),
    ]
    for deed in deeds:
        with pytest.raises(NotAllowed):
            deed()


def test_who_may_see_nothing_is_refused(leeg: World) -> None:
    with pytest.raises(NotAllowed):
        describe_huisvesting(leeg.actor(LidRol.AUDITOR), DAG)


def test_every_deed_is_in_the_log_and_dropping_leaves_nothing(leeg: World) -> None:
    actor = beheer(leeg)
    before = Logregel.objects.count()
    gebouw = building(leeg)
    use = used(leeg, gebouw, "")
    asked = keep_huisvestingsaanvraag(actor, AANVRAAG)
    plan = keep_huisvestingsproject(actor, PROJECT)
    drop_huisvestingsproject(actor, plan.pk)
    drop_huisvestingsaanvraag(actor, asked.pk)
    drop_gebouwgebruik(actor, use.pk)
    drop_gebouw(actor, gebouw.pk)
    assert Logregel.objects.count() - before == 8
    with pytest.raises(NotFound):
        drop_gebouw(actor, gebouw.pk)


def test_a_building_of_another_werkruimte_is_not_there(leeg: World) -> None:
    other = Werkruimte.objects.exclude(pk=leeg.werkruimte.pk)[0]
    theirs = Gebouw.objects.create(werkruimte=other, naam="Elders")
    with pytest.raises(NotFound):
        drop_gebouw(beheer(leeg), theirs.pk)
    with pytest.raises(BadInput, match="gebouw"):
        keep_huisvestingsaanvraag(beheer(leeg), replace(AANVRAAG, gebouw=theirs.pk))
    with pytest.raises(BadInput, match="gebouw"):
        used(leeg, theirs, "")


def test_who_was_first_keeps_what_was_written(leeg: World) -> None:
    gebouw = building(leeg)
    keep_gebouw(beheer(leeg), Gebouwopzet(naam="Eerst"), gebouw.pk, versie=1)
    with pytest.raises(Conflict):
        keep_gebouw(beheer(leeg), Gebouwopzet(naam="Later"), gebouw.pk, versie=1)


@pytest.mark.parametrize(
    ("veld", "waarde"),
    [
        ("bvo", Decimal(-1)),
        ("co2", -5),
        ("bouwjaar", 99),
        ("pc4", "12"),
        ("pc4", "１２１１"),
        ("fris", "Z"),
        ("toegankelijk", "misschien"),
        ("naam", ""),
    ],
)
def test_a_wrong_building_is_refused_at_its_field(leeg: World, veld: str, waarde: object) -> None:
    with pytest.raises(BadInput) as refused:
        building(leeg, **{veld: waarde})
    assert veld in [one.cel for one in refused.value.fouten]


@pytest.mark.parametrize(
    ("more", "veld"),
    [
        ({"soort": "renovatie"}, "soort"),  # WPO 92 doesn't name it
        ({"staat": AanvraagStaat.OVERZICHT}, "reden"),  # WPO 96 asks why
        ({"bedrag": Decimal(-1)}, "bedrag"),
        ({"jaar": 1850}, "jaar"),
        ({"partij": 987654}, "partij"),
        ({"ingediend_op": date(2026, 2, 2), "besloten_op": date(2026, 1, 1)}, "besloten_op"),
    ],
)
def test_an_aanvraag_is_held_against_the_law(
    leeg: World, more: dict[str, object], veld: str
) -> None:
    with pytest.raises(BadInput) as refused:
        keep_huisvestingsaanvraag(beheer(leeg), replace(AANVRAAG, **more))  # type: ignore[arg-type]
    assert [one.cel for one in refused.value.fouten] == [veld]


@pytest.mark.parametrize(
    ("more", "veld"),
    [
        ({"soort": "paleis"}, "soort"),
        ({"fase": "ooit"}, "fase"),
        ({"inclusief": ("zwembad",)}, "inclusief"),
        ({"actie": 987654}, "actie"),
        ({"kosten": Decimal(100), "dekking": {"gemeente": Decimal(101)}}, "kosten"),
    ],
)
def test_a_project_cannot_be_paid_twice_or_be_what_is_not_known(
    leeg: World, more: dict[str, object], veld: str
) -> None:
    with pytest.raises(BadInput) as refused:
        keep_huisvestingsproject(beheer(leeg), replace(PROJECT, **more))  # type: ignore[arg-type]
    assert [one.cel for one in refused.value.fouten] == [veld]
