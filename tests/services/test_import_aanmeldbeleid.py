"""A file out reads in as it was; a wrong cell is named, and then nothing of the file is kept."""

from datetime import date

import pytest

from openlea.core.errors import BadFile, BadInput
from openlea.policy.rechten import LidRol
from openlea.services.describe_aanmeldbeleid import Keuze, describe_aanmeldbeleid
from openlea.services.import_aanmeldbeleid import import_aanmeldbeleid
from openlea.services.plan_aanmeldbeleid import plan_aanmeldbeleid
from openlea.services.write_aanmeldbeleid import write_aanmeldbeleid
from openlea.storage.records.models import Aanmeldbeleid as Record
from tests.world import World

TODAY = date(2026, 11, 23)
KOP = (
    "Vestigingscode;School;Schooljaar;Wanneer aanmelden, in woorden;Open plaatsen;"
    "Voorrang, in volgorde"
)


def csv_of(*rows: str, kop: str = KOP) -> bytes:
    return "\r\n".join((kop, *rows)).encode()


def test_a_new_school_and_a_changed_one_are_told_before_they_are_kept(hilversum: World) -> None:
    beheer = hilversum.actor(LidRol.AGENDABEHEERDER)
    before = Record.objects.count()
    year = Record.objects.get(school="VB0001").schooljaar
    content = csv_of(
        "04OS00;typfout;2026-2027;vanaf 3 jaar;25;broer_zus; wonen in de buurt van deze school",
        f'VB0001;Voorbeeldschool Noord;{year};het hele jaar;28;"een broer of zus op deze school"',
    ).replace(b"25;broer_zus; wonen in de buurt van deze school", b'25;"broer_zus; nabijheid"')
    plan = plan_aanmeldbeleid(beheer, content, TODAY)
    assert plan.fouten == ()
    assert [one.beleid.naam for one in plan.nieuw] == ["Christelijk Instituut Groen van Prinsterer"]
    (changed,) = plan.gewijzigd
    assert [kop for kop, _, _ in changed.verschillen] == [
        "Wanneer aanmelden, in woorden", "Voorrang, in volgorde",
    ]  # fmt: skip
    assert Record.objects.count() == before, "looking keeps nothing"
    import_aanmeldbeleid(beheer, content, TODAY)
    assert Record.objects.get(school="04OS00").voorrang == ["broer_zus", "nabijheid"]
    kept = Record.objects.get(school="VB0001", schooljaar=year)
    assert (kept.moment, kept.bijdrage) == ("het hele jaar", 45), "a column that isn't there stays"
    with pytest.raises(BadInput, match="niets nieuws"):
        import_aanmeldbeleid(beheer, content, TODAY)


@pytest.mark.parametrize(
    ("row", "column", "reason"),
    [
        ("04OS00;x;2026-2027;vanaf 3;veel;", "Open plaatsen", "geen getal"),
        ("04OS00;x;2026-2027;vanaf 3;2,5;", "Open plaatsen", "heel getal"),
        ("04OS00;x;2026-2028;vanaf 3;;", "Schooljaar", "2026-2027"),
        ("04OS00;x;2026-2027;vanaf 3;;wie het eerst komt", "Voorrang", "Kies uit"),
    ],
)
def test_a_wrong_cell_is_named_and_the_good_rows_are_not_kept(
    hilversum: World, row: str, column: str, reason: str
) -> None:
    beheer = hilversum.actor(LidRol.AGENDABEHEERDER)
    content = csv_of("04YZ00;x;2026-2027;vanaf 3;;", row)
    with pytest.raises(BadInput) as wrong:
        import_aanmeldbeleid(beheer, content, TODAY)
    (fout,) = wrong.value.fouten
    assert fout.blad == "regel 3"
    assert column in fout.cel
    assert reason in fout.reden
    assert not Record.objects.filter(school="04YZ00").exists()


def test_the_same_school_twice_is_refused_at_both_rows(hilversum: World) -> None:
    row = "04OS00;x;2026-2027;vanaf 3;;"
    plan = plan_aanmeldbeleid(hilversum.actor(LidRol.AGENDABEHEERDER), csv_of(row, row), TODAY)
    assert [one.blad for one in plan.fouten] == ["regel 2", "regel 3"]


def test_a_file_without_the_needed_columns_says_which(hilversum: World) -> None:
    beheer = hilversum.actor(LidRol.AGENDABEHEERDER)
    with pytest.raises(BadFile, match="Schooljaar"):
        plan_aanmeldbeleid(beheer, csv_of("a;b", kop="Vestigingscode;School"), TODAY)
    with pytest.raises(BadFile):
        plan_aanmeldbeleid(beheer, b"", TODAY)


def test_a_partner_reads_in_no_school_of_another(hilversum: World) -> None:
    partner = hilversum.actor(LidRol.PARTNER)
    plan = plan_aanmeldbeleid(partner, csv_of("04OS00;x;2026-2027;vanaf 3;;"), TODAY)
    assert [one.reden for one in plan.fouten] == [
        "Dit kan alleen voor een school van je eigen partij."
    ]


def test_what_goes_out_as_a_workbook_comes_back_unchanged(hilversum: World) -> None:
    beheer = hilversum.actor(LidRol.AGENDABEHEERDER)
    year = Record.objects.get(school="VB0001").schooljaar
    blad = describe_aanmeldbeleid(beheer, Keuze(schooljaar=year), TODAY)
    empty = [one for some in blad.ontbreekt for one, _ in some.scholen]
    assert empty, "the file has a row for each school that is still to be filled in"
    content = write_aanmeldbeleid([one.beleid for one in blad.ingevuld], empty, year)
    plan = plan_aanmeldbeleid(beheer, content, TODAY)
    assert (plan.fouten, plan.nieuw, plan.gewijzigd) == ((), (), ())
    assert plan.gelijk == len(blad.ingevuld)
