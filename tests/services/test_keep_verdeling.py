"""A division goes from a budget to a decision, and what was decided stays as it was."""

from datetime import timedelta

import pytest
from django.utils import timezone

from openlea.core.agenda import Zichtbaarheid
from openlea.core.bron import Bestand
from openlea.core.errors import BadFile, BadInput, Conflict, NotAllowed, NotFound
from openlea.policy.rechten import LidRol
from openlea.services.copy_verdeling import copy_verdeling
from openlea.services.decide_verdeling import Verdeelbesluit, decide_verdeling
from openlea.services.describe_verdeling import describe_verdeling
from openlea.services.export_verdeling import export_verdeling
from openlea.services.keep_verdeelcriteria import keep_verdeelcriteria
from openlea.services.keep_verdeling import Verdelingopzet, keep_verdeling
from openlea.services.keep_verdelingtabel import keep_verdelingtabel
from openlea.services.move_verdeelvariant import move_verdeelvariant
from openlea.services.take_scholen import take_scholen
from openlea.services.verdelen.bewaard import tabel_of
from openlea.services.write_scholen_xlsx import write_scholen_xlsx
from openlea.storage.records.models import Verdeling
from tests.world import World

BEHEER, PARTNER = LidRol.AGENDABEHEERDER, LidRol.PARTNER
TOML = """
titel = "Naar punten"
ondergrens = 100

[[criterium]]
naam = "Punten"
kolom = "punten"
gewicht = 1
"""
TABEL = Bestand(naam="scholen.csv", inhoud=b"school;punten;vorig\nA;3;100\nB;1;500\nC;0;\n")
GISTEREN = timezone.localdate() - timedelta(days=1)


def begun(world: World, **more: object) -> Verdeling:
    opzet = Verdelingopzet(**({"naam": "Proef", "jaar": 2026, "budget": 1000} | more))
    return keep_verdeling(world.actor(BEHEER), opzet)


def filled(world: World, **more: object) -> Verdeling:
    actor, made = world.actor(BEHEER), begun(world, **more)
    keep_verdelingtabel(actor, made.pk, TABEL)
    return keep_verdeelcriteria(actor, made.pk, TOML)


def decided(world: World, **more: object) -> Verdeling:
    made = filled(world, **more)
    besluit = Verdeelbesluit(door="Het college", op=GISTEREN)
    return decide_verdeling(world.actor(BEHEER), made.pk, besluit)


def amounts(world: World, nummer: int) -> dict[str, int]:
    blad = describe_verdeling(world.actor(BEHEER), nummer)
    return {one["school"]: one["bedrag"] for one in blad.scholen}


def test_a_budget_is_divided_with_last_year_beside_it(hilversum: World) -> None:
    made = filled(hilversum)
    assert made.vorig == "vorig", "the column was known by its name"
    assert amounts(hilversum, made.pk) == {"A": 750, "B": 250, "C": 0}
    verschil = [
        one["verschil"] for one in describe_verdeling(hilversum.actor(BEHEER), made.pk).scholen
    ]
    assert verschil == [650, -250, None]


def test_a_name_is_used_once_a_year(hilversum: World) -> None:
    begun(hilversum)
    begun(hilversum, jaar=2027)
    with pytest.raises(BadInput, match="Er is al een verdeling Proef in 2026"):
        begun(hilversum)


def test_a_file_that_is_wrong_leaves_the_schools_as_they_were(hilversum: World) -> None:
    made = filled(hilversum)
    with pytest.raises(BadFile, match="twee keer"):
        keep_verdelingtabel(
            hilversum.actor(BEHEER), made.pk, Bestand(naam="x.csv", inhoud=b"school;school\nA;B\n")
        )
    assert amounts(hilversum, made.pk) == {"A": 750, "B": 250, "C": 0}


def test_a_wrong_cell_is_named_by_row_and_column(hilversum: World) -> None:
    made = filled(hilversum)
    wrong = Bestand(naam="x.csv", inhoud=b"school;punten\nA;veel\nB;\n")
    keep_verdelingtabel(hilversum.actor(BEHEER), made.pk, wrong)
    blad = describe_verdeling(hilversum.actor(BEHEER), made.pk)
    assert blad.plain is None
    assert "regel 2 kolom punten: 'veel' is geen getal." in [str(one) for one in blad.fouten]


def test_the_schools_of_the_gemeente_come_with_their_source_and_ask_what_is_hidden(
    hilversum: World,
) -> None:
    made = take_scholen(hilversum.actor(BEHEER), begun(hilversum).pk)
    tabel = tabel_of(made.tabel)
    assert tabel is not None
    assert len(tabel.rijen) > 20
    told = {one["kolom"]: one for one in made.bronnen}
    assert list(told) == list(tabel.koppen)
    assert told["leerlingen"]["peil"] == "1 oktober 2024"
    assert "afgeschermd" in told["leerlingen"]["let_op"]
    hidden = [row for _, row in tabel.rijen if not row[tabel.koppen.index("leerlingen")]]
    assert f"Leeg bij {len(hidden)} scholen" in told["leerlingen"]["let_op"]
    assert describe_verdeling(hilversum.actor(BEHEER), made.pk).fouten == ()


def test_a_table_goes_to_excel_and_back_and_what_was_filled_in_is_counted(
    hilversum: World,
) -> None:
    actor = hilversum.actor(BEHEER)
    made = take_scholen(actor, begun(hilversum).pk)
    tabel = tabel_of(made.tabel)
    assert tabel is not None
    book = Bestand(naam="scholen.xlsx", inhoud=write_scholen_xlsx(tabel, made.bronnen))
    back = keep_verdelingtabel(actor, made.pk, book)
    assert back.bronnen == made.bronnen, "a table that comes back as it was keeps its sources"
    assert amounts(hilversum, made.pk) == amounts(hilversum, back.pk)
    text = ["school;leerlingen;eigen"]
    text += [f"{row[0]};{n};ja" for n, (_, row) in enumerate(tabel.rijen, start=1)]
    own = keep_verdelingtabel(
        actor, made.pk, Bestand(naam="x.csv", inhoud="\n".join(text).encode())
    )
    told = {one["kolom"]: one for one in own.bronnen}
    assert told["eigen"]["bron"] == "Eigen opgave"
    assert "met de hand" in told["leerlingen"]["let_op"]


def test_public_numbers_taken_anew_leave_own_columns(hilversum: World) -> None:
    actor = hilversum.actor(BEHEER)
    first = tabel_of(take_scholen(actor, (made := begun(hilversum)).pk).tabel)
    assert first is not None
    naam = first.rijen[3][1][0]
    own = Bestand(naam="x.csv", inhoud=f"school;eigen\n{naam};42\n".encode())
    keep_verdelingtabel(actor, made.pk, own)
    again = tabel_of(take_scholen(actor, made.pk).tabel)
    assert again is not None
    assert again.koppen[-1] == "eigen"
    assert {row[0]: row[-1] for _, row in again.rijen if row[-1]} == {naam: "42"}


def test_wrong_criteria_are_named_and_the_good_ones_stay(hilversum: World) -> None:
    made = filled(hilversum)
    with pytest.raises(BadInput, match="gewicht"):
        keep_verdeelcriteria(
            hilversum.actor(BEHEER), made.pk, TOML.replace("gewicht = 1", 'gewicht = "1"')
        )
    assert amounts(hilversum, made.pk)["A"] == 750


def test_a_variant_stands_beside_is_chosen_and_goes(hilversum: World) -> None:
    actor, made = hilversum.actor(BEHEER), filled(hilversum)
    other = TOML.replace("Naar punten", "Meer voor B").replace("= 100", "= 400")
    keep_verdeelcriteria(actor, made.pk, other, 0)
    plain = describe_verdeling(actor, made.pk).plain
    assert plain is not None
    assert [one["bedrag"] for one in plain["varianten"][0]["scholen"]] == [600, 400, 0]
    move_verdeelvariant(actor, made.pk, 0, kies=True)
    assert amounts(hilversum, made.pk) == {"A": 600, "B": 400, "C": 0}
    kept = move_verdeelvariant(actor, made.pk, 0, kies=False)
    assert kept.varianten == []
    with pytest.raises(NotFound):
        move_verdeelvariant(actor, made.pk, 0, kies=False)


def test_a_variant_that_cannot_be_reckoned_takes_nothing_else_down(hilversum: World) -> None:
    actor, made = hilversum.actor(BEHEER), filled(hilversum)
    keep_verdeelcriteria(actor, made.pk, TOML.replace('"punten"', '"ontbreekt"'), 0)
    blad = describe_verdeling(actor, made.pk)
    assert amounts(hilversum, made.pk)["A"] == 750
    assert "ontbreekt" in str(blad.plekken[0].fouten[0])


def test_what_was_decided_never_changes(hilversum: World) -> None:
    actor, made = hilversum.actor(BEHEER), decided(hilversum)
    for change in (
        lambda: keep_verdelingtabel(actor, made.pk, TABEL),
        lambda: keep_verdeelcriteria(actor, made.pk, TOML),
        lambda: take_scholen(actor, made.pk),
        lambda: decide_verdeling(actor, made.pk, Verdeelbesluit(door="X", op=GISTEREN)),
    ):
        with pytest.raises(Conflict, match="besloten"):
            change()
    opzet = Verdelingopzet(naam="Anders", jaar=2030, budget=5, zichtbaarheid=Zichtbaarheid.PUBLIEK)
    kept = keep_verdeling(actor, opzet, made.pk)
    assert (kept.naam, kept.budget, kept.zichtbaarheid) == ("Proef", 1000, "publiek")


def test_a_table_that_was_changed_behind_the_decision_is_noticed(hilversum: World) -> None:
    actor, made = hilversum.actor(BEHEER), decided(hilversum)
    assert describe_verdeling(actor, made.pk).klopt
    made.tabel["rijen"][0][1][1] = "300"
    Verdeling.objects.filter(pk=made.pk).update(tabel=made.tabel)
    blad = describe_verdeling(actor, made.pk)
    assert not blad.klopt
    assert amounts(hilversum, made.pk)["A"] == 750, "the decision still says what it said"
    with pytest.raises(BadInput, match="csv"):
        export_verdeling(actor, made.pk)


def test_a_decision_needs_an_outcome_a_name_and_a_day_that_was(hilversum: World) -> None:
    actor = hilversum.actor(BEHEER)
    with pytest.raises(BadInput, match="geen scholen"):
        decide_verdeling(actor, begun(hilversum).pk, Verdeelbesluit(door="X", op=GISTEREN))
    made = filled(hilversum, jaar=2027)
    later = timezone.localdate() + timedelta(days=1)
    with pytest.raises(BadInput, match="komt nog"):
        decide_verdeling(actor, made.pk, Verdeelbesluit(door="X", op=later))
    with pytest.raises(BadInput, match="wie het besluit nam"):
        decide_verdeling(actor, made.pk, Verdeelbesluit(door=" ", op=GISTEREN))


def test_the_next_year_begins_with_what_schools_got(hilversum: World) -> None:
    actor, made = hilversum.actor(BEHEER), decided(hilversum)
    copy = copy_verdeling(actor, made.pk)
    assert (copy.jaar, copy.staat, copy.vorig) == (2027, "concept", "bedrag_2026")
    tabel = tabel_of(copy.tabel)
    assert tabel is not None
    assert tabel.koppen == ("school", "punten", "bedrag_2026"), "one column of earlier amounts"
    assert [row[-1] for _, row in tabel.rijen] == ["750", "250", "0"]
    with pytest.raises(BadInput, match="Er is al een verdeling"):
        copy_verdeling(actor, made.pk)


def test_a_concept_is_no_ground_for_next_year(hilversum: World) -> None:
    with pytest.raises(BadInput, match="Besluit eerst"):
        copy_verdeling(hilversum.actor(BEHEER), filled(hilversum).pk)


@pytest.mark.parametrize("zicht", list(Zichtbaarheid))
def test_who_may_not_see_it_finds_nothing_and_who_sees_it_changes_nothing(
    hilversum: World, zicht: Zichtbaarheid
) -> None:
    made = filled(hilversum, zichtbaarheid=zicht)
    seen = {
        rol
        for rol in (BEHEER, PARTNER, LidRol.LEZER, LidRol.PUBLIEK)
        if _is_seen(hilversum, rol, made.pk)
    }
    everybody = {BEHEER, PARTNER, LidRol.LEZER, LidRol.PUBLIEK}
    assert (
        seen
        == {
            Zichtbaarheid.INTERN: {BEHEER},
            Zichtbaarheid.PARTNERS: {BEHEER, PARTNER},
            Zichtbaarheid.PUBLIEK: everybody,
        }[zicht]
    )
    for rol in everybody - {BEHEER}:
        with pytest.raises((NotAllowed, NotFound)):
            keep_verdeelcriteria(hilversum.actor(rol), made.pk, TOML)


def _is_seen(world: World, rol: LidRol, nummer: int) -> bool:
    try:
        describe_verdeling(world.actor(rol), nummer)
    except NotFound:
        return False
    return True


def test_who_reads_what_is_public_sees_the_outcome_and_not_what_was_weighed_up(
    hilversum: World,
) -> None:
    made = filled(hilversum, zichtbaarheid=Zichtbaarheid.PUBLIEK)
    keep_verdeelcriteria(hilversum.actor(BEHEER), made.pk, TOML, 0)
    plain = describe_verdeling(hilversum.actor(LidRol.PUBLIEK), made.pk).plain
    assert plain is not None
    assert plain["scholen"][0]["zin"].startswith("A krijgt")
    assert not {"varianten", "gevoeligheid"} & set(plain)


def test_who_saw_an_older_version_overwrites_nothing(hilversum: World) -> None:
    made = filled(hilversum)
    with pytest.raises(Conflict):
        keep_verdeelcriteria(hilversum.actor(BEHEER), made.pk, TOML, versie=made.versie - 1)


def test_a_change_is_in_the_outcome_at_once(hilversum: World) -> None:
    actor, made = hilversum.actor(BEHEER), filled(hilversum)
    assert amounts(hilversum, made.pk)["A"] == 750
    opzet = Verdelingopzet(naam="Proef", jaar=2026, budget=2000, vorig="vorig")
    keep_verdeling(actor, opzet, made.pk)
    assert amounts(hilversum, made.pk)["A"] == 1500


def test_a_country_of_schools_comes_as_csv_and_not_as_a_workbook(hilversum: World) -> None:
    actor, made = hilversum.actor(BEHEER), filled(hilversum, budget=1_000_000)
    rows = "\n".join(f"School {n};{n}" for n in range(1, 1502))
    keep_verdelingtabel(
        actor, made.pk, Bestand(naam="x.csv", inhoud=f"school;punten\n{rows}".encode())
    )
    assert sum(amounts(hilversum, made.pk).values()) == 1_000_000
    with pytest.raises(BadInput, match="Neem de csv"):
        export_verdeling(actor, made.pk)
