"""The laboratory places as a drawn lottery does, only faster; and it tells of no small group."""

from collections.abc import Mapping
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from openlea.core.plaatsing import (
    Buurtvorm,
    Criterium,
    Kind,
    Lotvorm,
    Plek,
    Quotum,
    Regels,
    Voorrang,
    Wijze,
)
from openlea.services.plaats.herhaling import Herhaling
from openlea.services.plaats.lotingen import Geluk
from openlea.services.plaats.opstelling import place, set_up
from openlea.services.plaats.proef import run_proef

PC4 = ("1211", "1217", "1223")


@st.composite
def worlds(draw: st.DrawFn) -> tuple[list[Kind], list[Plek], Regels]:
    """Draw some children, places with few seats, and rules of every kind."""
    plekken = [
        Plek(id=id_, naam=id_, capaciteit=draw(st.integers(0, 4)), pc4=draw(st.sampled_from(PC4)))
        for id_ in "ABC"
    ]
    kinderen = [
        Kind(
            f"k-{n:02d}",
            tuple(draw(st.permutations("ABC")))[: draw(st.integers(0, 3))],
            draw(st.sampled_from(PC4)),
            {Criterium.BROER_ZUS: ("A",)} if draw(st.booleans()) else {},
            doelgroep=draw(st.booleans()),
        )
        for n in range(draw(st.integers(1, 12)))
    ]
    if len(kinderen) > 2 and draw(st.booleans()):
        kinderen[0] = kinderen[0]._replace(gekoppeld=("k-01",))
        kinderen[1] = kinderen[1]._replace(gekoppeld=("k-00",))
    return kinderen, plekken, draw(_rules())


@st.composite
def _rules(draw: st.DrawFn) -> Regels:
    wijze = draw(st.sampled_from(list(Wijze)))
    quota = (Quotum(groep=Criterium.DOELGROEP, procent=50, hard=draw(st.booleans())),)
    nearby = Voorrang(criterium=Criterium.NABIJHEID, vorm=Buurtvorm.DICHTSTBIJ, aantal=1)
    return Regels(
        naam="Proef", bron="tests", bronadres="", van=date(2026, 1, 1), tot=None, nagelezen=True,
        wijze=wijze,
        loting=draw(st.sampled_from(list(Lotvorm))),
        voorrang=(Voorrang(criterium=Criterium.BROER_ZUS), nearby),
        quota=quota if wijze is Wijze.DA and draw(st.booleans()) else (),
        tweede_ronde=draw(st.booleans()),
        gekoppeld_samen=draw(st.booleans()),
    )  # fmt: skip


@given(world=worlds(), zaad=st.integers(0, 99))
@settings(max_examples=200)
def test_the_laboratory_gives_what_a_drawn_lottery_with_the_same_lots_gives(
    world: tuple[list[Kind], list[Plek], Regels], zaad: int
) -> None:
    setup = set_up(*world)
    geluk = Geluk(setup, zaad)
    found = Herhaling(setup).place(geluk, 0)
    drawn = place(setup, lambda plek: _ranks(setup.plekken, world[0], geluk, plek))
    assert list(found.rank) == list(drawn.outcome.rank)
    assert list(found.place) == [drawn.place_of(n) for n in range(len(world[0]))]
    assert dict(found.second) == dict(drawn.second)


def _ranks(plekken: object, kinderen: list[Kind], geluk: Geluk, plek: str) -> Mapping[str, int]:
    """Return the order of the lots of one place, for all children."""
    if plek == "":
        lots = dict(zip((kind.nummer for kind in kinderen), geluk.single(0), strict=True))
    else:
        asked = zip(kinderen, geluk.multiple(0), strict=True)
        lots = {
            kind.nummer: own[kind.wensen.index(plek)] if plek in kind.wensen else 1 << 60
            for kind, own in asked
        }
        # Who doesn't wish this place may still be the one whose lot the linked child goes by.
        lots |= {
            kind.nummer: min(lots[one] for one in (kind.nummer, *kind.gekoppeld))
            for kind in kinderen
        }
    return {nummer: n for n, nummer in enumerate(sorted(lots, key=lots.__getitem__), start=1)}


def _town(small: int) -> tuple[list[Kind], list[Plek], Regels]:
    plekken = [Plek(id=one, naam=one, capaciteit=6, pc4="1211") for one in "AB"]
    kinderen = [
        Kind(f"k-{n:02d}", ("A", "B"), "1217" if n < small else "1211", doelgroep=n < 5)
        for n in range(14)
    ]
    rules = Regels(naam="P", bron="t", bronadres="", van=date(2026, 1, 1), tot=None, nagelezen=True)
    return kinderen, plekken, rules


def _run(world: tuple[list[Kind], list[Plek], Regels], zaad: int = 1) -> dict[str, object]:
    return run_proef(*world, b"regels", 40, zaad, lambda *_step: None)


def test_the_order_of_the_rows_changes_nothing_so_the_same_data_give_the_same_answer() -> None:
    kinderen, plekken, rules = _town(7)
    assert _run((kinderen, plekken, rules)) == _run((kinderen[::-1], plekken, rules))
    assert _run((kinderen, plekken, rules)) != _run((kinderen, plekken, rules), zaad=2)


def test_a_neighbourhood_of_four_children_is_not_told_of_nor_the_rest() -> None:
    groepen = _run(_town(4))["varianten"][0]["groepen"]  # type: ignore[index]
    assert not [naam for naam in groepen if naam.startswith("pc4")]
    groepen = _run(_town(5))["varianten"][0]["groepen"]  # type: ignore[index]
    assert {"pc4 1211", "pc4 1217"} <= set(groepen)


def test_one_class_more_seats_everybody_and_its_gain_has_an_interval() -> None:
    more = _run(_town(7))["varianten"][-1]  # type: ignore[index]
    assert more["naam"] == "een_klas_meer"
    assert more["niet_geplaatst"]["hoog"] == 0
    whole = more["groepen"]["pc4 1211"]
    low, high = whole["verschil_eerste_keus_tussen"]
    assert 0 < low <= whole["verschil_eerste_keus"] <= high
    assert more["winnen"] == 14
