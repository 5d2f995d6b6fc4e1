"""Which rows count, and what a row takes over from its header row."""

from openlea.core.begroting import Begroting, Post, Stand
from openlea.policy.rijen import eigen_bedragen, rijen_van

KOP = Post(
    code="K",
    bij="1A",
    omschrijving="Kop",
    bedragen={2024: 100},
    geldstroom="G1",
    categorie="ve",
    taakveld="4.3",
)
ONDER = Post(code="O", bij="1A", omschrijving="Onder", kop="K", bedragen={2024: 60})
DIEP = Post(
    code="D",
    bij="1A",
    omschrijving="Diep",
    kop="O",
    bedragen={2024: 25},
    geldstroom="G2",
    categorie="taal",
    taakveld="6.1",
)
BEGROTING = Begroting(posten=(KOP, ONDER, DIEP))


def test_only_the_header_row_counts() -> None:
    assert [rij.code for rij in rijen_van(BEGROTING).hoofdrijen()] == ["K"]


def test_rows_are_found_under_their_direct_header() -> None:
    onder = rijen_van(BEGROTING).onderrijen()
    assert {kop: [post.code for post in posten] for kop, posten in onder.items()} == {
        "K": ["O"],
        "O": ["D"],
    }


def test_a_row_takes_over_what_it_does_not_say_itself() -> None:
    rijen = rijen_van(BEGROTING)
    assert (rijen.geldstroom(ONDER), rijen.categorie(ONDER), rijen.taakveld(ONDER)) == (
        "G1",
        "ve",
        "4.3",
    )
    assert (rijen.geldstroom(DIEP), rijen.categorie(DIEP), rijen.taakveld(DIEP)) == (
        "G2",
        "taal",
        "6.1",
    )


def test_what_nobody_says_stays_empty() -> None:
    los = Post(code="L", bij="", omschrijving="Los")
    rijen = rijen_van(Begroting(posten=(los,)))
    assert (rijen.geldstroom(los), rijen.categorie(los), rijen.taakveld(los)) == ("", "", "")


def test_own_money_of_a_header_row_is_what_its_rows_leave() -> None:
    assert eigen_bedragen(BEGROTING, 2024, Stand.BIJGESTELD) == {"K": 40, "O": 35, "D": 25}
    assert eigen_bedragen(BEGROTING, 2025, Stand.BIJGESTELD) == {"K": 0, "O": 0, "D": 0}


def test_a_row_under_nothing_or_under_itself_counts_so_that_no_money_is_lost() -> None:
    zoek = Post(code="Z", bij="", omschrijving="Zoek", kop="weg")
    zelf = Post(code="S", bij="", omschrijving="Zelf", kop="S")
    a = Post(code="A", bij="", omschrijving="A", kop="B")
    b = Post(code="B", bij="", omschrijving="B", kop="A")
    onder_kring = Post(code="C", bij="", omschrijving="C", kop="A")
    rijen = rijen_van(Begroting(posten=(zoek, zelf, a, b, onder_kring)))
    assert [rij.code for rij in rijen.hoofdrijen()] == ["Z", "S", "A", "B"]
