"""The page of the money at a glance: the years on top, the posts folded under their speerpunt."""

from datetime import date

from openlea.core.begroting import Boeking, BoekingSoort
from openlea.policy.rechten import LidRol
from openlea.services.add_boeking import add_boeking
from tests.world import World


def shown(world: World) -> str:
    page = world.client(LidRol.AGENDABEHEERDER).get(world.url("geld/")).content.decode()
    return page.replace("\N{NO-BREAK SPACE}", " ")


def test_the_years_stand_above_the_table_and_a_shortage_is_said_in_words(
    hilversum: World,
) -> None:
    head = shown(hilversum).split("begroting-kop")[0]
    assert head.count("geld-strook__kop") == 4
    assert head.count("te kort</span>") == 1
    assert "€ -39.740" in head


def test_posts_fold_under_their_speerpunt_but_not_what_asks_for_attention(
    hilversum: World,
) -> None:
    add_boeking(
        hilversum.actor(LidRol.AGENDABEHEERDER),
        Boeking(
            post="P-1C3",
            jaar=2025,
            soort=BoekingSoort.BESTEED,
            op=date(2025, 9, 1),
            bedrag=9_000_000,
        ),
    )
    page = shown(hilversum)
    assert page.count('class="geld-gevouwen"') == 8
    assert page.count("checked>") == 1
    assert "checked>" in page.split("Doorgaande ontwikkellijn")[1].split("</label>")[0]


def test_without_money_the_page_shows_no_table_of_noughts(hilversum: World) -> None:
    hilversum.agenda.posten.all().delete()
    hilversum.agenda.geldstromen.all().delete()
    page = shown(hilversum)
    assert "Er zijn nog geen posten" in page
    assert "<table" not in page
    assert "Het geld is genoeg" not in page
