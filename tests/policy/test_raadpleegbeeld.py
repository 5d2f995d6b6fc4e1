"""What an outcome means is told from published cells alone, and says what to talk about."""

import inspect

from openlea.core.raadpleging import Vraag, VraagSoort
from openlea.policy import raadpleegbeeld
from openlea.policy.raadpleegbeeld import (
    Beweging,
    Ronde,
    Verdeeldheid,
    division,
    moved,
    picture,
    weigh,
)
from openlea.policy.raadpleegcel import Cel, Gekozen, Hoogte, Omvang
from openlea.policy.raadpleging_uitkomst import Uitkomst

DELEN = (("visie", "Visie"), ("tijd", "Tijd"))


def cel(hoogte: Hoogte, *groepen: str, omvang: Omvang = Omvang.VIJF, verdeeld: bool = False) -> Cel:
    return Cel(groepen=groepen or ("A",), omvang=omvang, hoogte=hoogte, verdeeld=verdeeld)


def ronde(*groepen: str, **cellen: tuple[Cel, ...]) -> Ronde:
    vragen = [Vraag(id=naam, tekst=naam, onderdeel=naam.split("_")[0]) for naam in cellen]
    return Ronde(
        onderdelen=DELEN,
        vragen=tuple(vragen),
        uitkomst=Uitkomst(
            groepen=tuple((one, Omvang.VIJF) for one in groepen or ("A",)), cellen=cellen
        ),
    )


def test_the_picture_is_made_without_the_answers() -> None:
    assert "Antwoord" not in inspect.getsource(raadpleegbeeld)


def test_a_large_group_weighs_more_than_a_small_one() -> None:
    small, large = cel(Hoogte.HOOG, "A"), cel(Hoogte.LAAG, "B", omvang=Omvang.VIJFTIG)
    found = weigh([small, large])
    assert found is not None
    assert found < 2


def test_nothing_shown_has_no_mean() -> None:
    assert weigh([]) is None
    [deel, _] = picture(ronde(visie_1=())).delen
    assert (deel.gemiddeld, deel.verdeeld) == (None, 0)


def test_groups_that_stand_opposite_each_other_are_strongly_divided() -> None:
    assert division([cel(Hoogte.LAAG, "A"), cel(Hoogte.VRIJ_HOOG, "B")]) is Verdeeldheid.STERK
    assert division([cel(Hoogte.VRIJ_LAAG, "A"), cel(Hoogte.VRIJ_HOOG, "B")]) is Verdeeldheid.EENS


def test_a_group_that_is_divided_within_is_divided() -> None:
    assert division([cel(Hoogte.VRIJ_HOOG, verdeeld=True)]) is Verdeeldheid.VERDEELD


def test_a_small_step_is_no_movement() -> None:
    assert moved(3.0, 3.4, 0.5) is Beweging.GELIJK
    assert moved(3.0, 3.5, 0.5) is Beweging.HOGER
    assert moved(3.5, 3.0, 0.5) is Beweging.LAGER
    assert moved(None, 3.0, 0.5) is None


def test_a_question_that_was_put_otherwise_is_not_compared() -> None:
    now = ronde(visie_1=(cel(Hoogte.LAAG),))
    before = ronde(visie_1=(cel(Hoogte.HOOG),))
    other = Ronde(
        onderdelen=before.onderdelen,
        vragen=(Vraag(id="visie_1", tekst="Heel anders", onderdeel="visie"),),
        uitkomst=before.uitkomst,
    )
    same, changed = (picture(now, one).delen[0] for one in (before, other))
    assert same.beweging is Beweging.LAGER
    assert changed.beweging is None


def test_a_group_has_a_mean_of_a_theme_only_when_half_of_it_is_shown() -> None:
    shown = (cel(Hoogte.HOOG, "A"), cel(Hoogte.HOOG, "B"))
    alone = (cel(Hoogte.HOOG, "A"),)
    [deel, _] = picture(ronde("A", "B", visie_1=shown, visie_2=alone, visie_3=alone)).delen
    assert dict(deel.per_groep) == {"A": 4.5, "B": None}


def test_what_to_talk_about_is_low_or_divided_and_says_why() -> None:
    beeld = picture(
        ronde(
            visie_1=(cel(Hoogte.HOOG),),
            visie_2=(cel(Hoogte.LAAG),),
            tijd_1=(cel(Hoogte.VRIJ_HOOG, verdeeld=True),),
            tijd_2=(cel(Hoogte.VRIJ_LAAG, "A"), cel(Hoogte.HOOG, "B")),
        )
    )
    assert [one.vraag.id for one in beeld.bespreek] == ["visie_2", "tijd_2", "tijd_1"]
    assert beeld.bespreek[1].onderdeel == "Tijd"
    assert "Minder positief: A. Positiever: B." in beeld.bespreek[1].redenen[0]
    assert all(one.redenen for one in beeld.bespreek)


def test_five_things_at_most_are_talked_about_in_the_order_of_the_list() -> None:
    beeld = picture(ronde(**{f"visie_{n}": (cel(Hoogte.LAAG),) for n in range(1, 9)}))
    assert [one.vraag.id for one in beeld.bespreek] == [f"visie_{n}" for n in range(1, 6)]


def test_a_choice_is_shown_and_has_no_mean() -> None:
    keuze = Vraag(id="k", tekst="Wat?", soort=VraagSoort.KEUZE, keuzes=("x", "y"))
    cell = Cel(groepen=("A",), omvang=Omvang.VIJF, keuzes=(Gekozen.MEER, Gekozen.WEINIG))
    one = Ronde(
        onderdelen=(),
        vragen=(keuze,),
        uitkomst=Uitkomst(groepen=(("A", Omvang.VIJF),), cellen={"k": (cell,)}),
    )
    [deel] = picture(one).delen
    assert deel.gemiddeld is None
    assert deel.vragen[0].cellen == (cell,)
