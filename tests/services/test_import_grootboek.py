"""A ledger goes in whole or not at all, once, and every fault names its row and column."""

import io
from datetime import date

import pytest
from openpyxl import Workbook

from openlea.core.begroting import BoekingSoort
from openlea.core.errors import BadFile, BadInput, NotAllowed
from openlea.policy.rechten import LidRol
from openlea.services.grootboek.koppeling import NIET_VAN_DE_AGENDA, Koppeling, guess
from openlea.services.grootboek.tabel import read_tabel
from openlea.services.import_grootboek import import_grootboek
from openlea.services.keep_koppeling import keep_koppeling
from openlea.services.plan_grootboek import plan_grootboek
from openlea.storage.records.models import Boeking, Kolomkoppeling
from tests.world import World

KOP = "Kostenplaats;Boekdatum;Bedrag;Soort;Omschrijving;Boekstuk\n"
GOED = KOP + (
    "P-1A1;03-02-2025;1.250,50;besteed;Factuur januari;F-1\n"
    "P-1A1;03-03-2025;-250,50;besteed;Correctie;F-2\n"
    "640.1;04-03-2025;100;verplicht;Order;O-9\n"
)
KOLOMMEN = {
    "post": "Kostenplaats",
    "op": "Boekdatum",
    "bedrag": "Bedrag",
    "soort": "Soort",
    "omschrijving": "Omschrijving",
    "kenmerk": "Boekstuk",
}
KOPPELING = Koppeling(kolommen=KOLOMMEN, posten={"640.1": "P-1A2"})


def booked(world: World) -> list[tuple[str, int, str]]:
    found = Boeking.objects.filter(post__agenda=world.agenda).select_related("post")
    return [(one.post.code, one.bedrag, one.soort) for one in found]


def test_a_ledger_goes_in_to_the_cent(hilversum: World) -> None:
    import_grootboek(hilversum.actor(LidRol.REDACTEUR), GOED.encode(), KOPPELING)
    assert booked(hilversum) == [
        ("P-1A1", 125050, "besteed"),
        ("P-1A1", -25050, "besteed"),
        ("P-1A2", 10000, "verplicht"),
    ]
    one = Boeking.objects.filter(post__agenda=hilversum.agenda)[0]
    assert one.history.count() == 1


def test_the_same_file_again_adds_nothing(hilversum: World) -> None:
    actor = hilversum.actor(LidRol.REDACTEUR)
    import_grootboek(actor, GOED.encode(), KOPPELING)
    plan = import_grootboek(actor, GOED.encode(), KOPPELING)
    assert (len(plan.nieuw), len(plan.bekend)) == (0, 3)
    assert len(booked(hilversum)) == 3


def test_a_cumulative_export_adds_only_what_came_since(hilversum: World) -> None:
    actor = hilversum.actor(LidRol.REDACTEUR)
    import_grootboek(actor, GOED.encode(), KOPPELING)
    more = GOED + "P-1A1;05-04-2025;10,00;besteed;Nog een;F-3\n"
    assert len(import_grootboek(actor, more.encode(), KOPPELING).nieuw) == 1


def test_two_equal_rows_in_one_file_are_two_bookings(hilversum: World) -> None:
    twice = KOP + "P-1A1;03-02-2025;10;besteed;Koffie;\n" * 2
    import_grootboek(hilversum.actor(LidRol.REDACTEUR), twice.encode(), KOPPELING)
    assert len(booked(hilversum)) == 2


@pytest.mark.parametrize(
    ("row", "kolom", "part"),
    [
        ("P-1A1;03-02-2025;12.5;besteed;x;1", "Bedrag", "punt"),
        ("P-1A1;03-02-2025;veel;besteed;x;1", "Bedrag", "geen getal"),
        ("P-1A1;03-02-2025;1,255;besteed;x;1", "Bedrag", "twee cijfers"),
        ("P-1A1;03-02-2025;;besteed;x;1", "Bedrag", "geen bedrag"),
        ("P-1A1;2025-13-01;10;besteed;x;1", "Boekdatum", "bestaat niet"),
        ("P-1A1;;10;besteed;x;1", "Boekdatum", "geen datum"),
        ("P-1A1;03-02-2025;10;misschien;x;1", "Soort", "geen soort"),
        (";03-02-2025;10;besteed;x;1", "Kostenplaats", "geen kostenplaats"),
    ],
)
def test_a_fault_names_row_and_column_and_nothing_goes_in(
    hilversum: World, row: str, kolom: str, part: str
) -> None:
    with pytest.raises(BadInput) as wrong:
        import_grootboek(hilversum.actor(LidRol.REDACTEUR), f"{GOED}{row}\n".encode(), KOPPELING)
    (fout,) = wrong.value.fouten
    assert (fout.blad, fout.cel) == ("Rij 5", f"kolom {kolom}")
    assert part in fout.reden
    assert booked(hilversum) == []


def test_a_kostenplaats_that_nobody_placed_stops_the_import(hilversum: World) -> None:
    lost = Koppeling(kolommen=KOLOMMEN)
    with pytest.raises(BadInput, match=r"640\.1"):
        import_grootboek(hilversum.actor(LidRol.REDACTEUR), GOED.encode(), lost)
    assert booked(hilversum) == []


def test_what_is_not_of_this_agenda_is_counted_and_left_out(hilversum: World) -> None:
    other = Koppeling(kolommen=KOLOMMEN, posten={"640.1": NIET_VAN_DE_AGENDA})
    text = GOED + "P-1A1;03-02-2019;10;besteed;Oud;F-7\n"
    plan = import_grootboek(hilversum.actor(LidRol.REDACTEUR), text.encode(), other)
    assert plan.buiten == 2
    assert len(booked(hilversum)) == 2


def test_a_workbook_reads_like_a_csv_with_debit_and_credit(hilversum: World) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Uitvoer grootboek"])
    sheet.append(["Kostenplaats", "Datum", "Debet", "Credit"])
    sheet.append(["P-1A1", date(2025, 2, 3), 1250.5, None])
    sheet.append(["P-1A1", date(2025, 2, 4), None, 50.25])
    out = io.BytesIO()
    book.save(out)
    koppen = read_tabel(out.getvalue()).koppen
    chosen = guess(koppen)
    assert chosen == {
        "post": "Kostenplaats",
        "bedrag": "Debet",
        "credit": "Credit",
        "op": "Datum",
    }
    actor = hilversum.actor(LidRol.AGENDABEHEERDER)
    import_grootboek(actor, out.getvalue(), Koppeling(kolommen=chosen))
    assert booked(hilversum) == [("P-1A1", 125050, "besteed"), ("P-1A1", -5025, "besteed")]


def test_amounts_with_a_point_are_read_when_somebody_said_so(hilversum: World) -> None:
    text = KOP + "P-1A1;03-02-2025;1,250.50;besteed;x;1\n"
    plan = plan_grootboek(
        hilversum.actor(LidRol.REDACTEUR),
        read_tabel(text.encode()),
        Koppeling(kolommen=KOLOMMEN, punt=True),
    )
    assert [one.bedrag for _, one in plan.nieuw] == [125050]


@pytest.mark.parametrize(
    "content",
    [b"", b"%PDF-1.7", b"PK\x03\x04kapot", b"\x00\x01\x02", b"een kop\n", b'a;b\n"open;1\n'],
)
def test_a_file_that_is_no_ledger_says_so(content: bytes) -> None:
    with pytest.raises(BadFile):
        read_tabel(content)


def test_a_partner_reads_in_nothing(hilversum: World) -> None:
    with pytest.raises(NotAllowed):
        import_grootboek(hilversum.actor(LidRol.PARTNER), GOED.encode(), KOPPELING)


def test_a_koppeling_is_kept_once_and_learns_kostenplaatsen(hilversum: World) -> None:
    actor = hilversum.actor(LidRol.REDACTEUR)
    keep_koppeling(actor, KOPPELING)
    keep_koppeling(actor, Koppeling(kolommen=KOLOMMEN, posten={"7": "P-1A3"}))
    (kept,) = Kolomkoppeling.objects.filter(werkruimte=hilversum.werkruimte)
    assert kept.kolommen["posten"] == {"640.1": "P-1A2", "7": "P-1A3"}


def test_a_koppeling_without_an_amount_is_refused(hilversum: World) -> None:
    with pytest.raises(BadInput) as wrong:
        keep_koppeling(
            hilversum.actor(LidRol.REDACTEUR),
            Koppeling(kolommen={"post": "Kostenplaats", "op": "Datum"}),
        )
    assert [fout.cel for fout in wrong.value.fouten] == ["bedrag"]


def test_without_a_column_of_kinds_all_is_spent(hilversum: World) -> None:
    three = {veld: KOLOMMEN[veld] for veld in ("post", "op", "bedrag")}
    plan = plan_grootboek(
        hilversum.actor(LidRol.REDACTEUR),
        read_tabel(GOED.encode()),
        Koppeling(kolommen=three, posten={"640.1": "P-1A2"}),
    )
    assert {one.soort for _, one in plan.nieuw} == {BoekingSoort.BESTEED}
