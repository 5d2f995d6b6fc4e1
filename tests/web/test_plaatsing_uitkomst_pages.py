"""What came of a round: everybody sees tables and checks the lottery, and no single child."""

import base64
import io
import re
import zipfile
from collections.abc import Callable
from datetime import date
from hashlib import sha256

import pytest

from openlea.core.agenda import Zichtbaarheid
from openlea.core.logboek import Logsoort
from openlea.policy.rechten import LidRol
from openlea.services._demo_plaatsing import fill_plaatsing
from openlea.services.do_work import do_work
from openlea.services.plaats.briefuit import as_text, letter_files
from openlea.services.read_aanmeldingen import read_aanmeldingen
from openlea.services.read_uitkomsten import read_uitkomsten
from openlea.storage.records.models import (
    Logregel,
    Plaatsingsproef,
    Plaatsingsronde,
    Plaatsingsstuk,
    Werk,
)
from openlea.web.pages.plaatsen.openbare_tabel import outcome_sentence, read_telling
from tests.world import World

PLAATSER, PUBLIEK = LidRol.PLAATSER, LidRol.PUBLIEK


@pytest.fixture
def ronde(hilversum: World) -> Plaatsingsronde:
    """Return a round that was drawn and made public, with children who don't exist."""
    found = Plaatsingsronde.objects.of(hilversum.werkruimte.pk).exclude(bekend_op=None).first()
    if found is None:
        fill_plaatsing(hilversum.actor(PLAATSER), date(2026, 3, 10))
        found = Plaatsingsronde.objects.of(hilversum.werkruimte.pk)[0]
    return found


Seen = Callable[..., str]


@pytest.fixture
def seen(hilversum: World, ronde: Plaatsingsronde) -> Seen:
    def see(page: str, rol: LidRol = PUBLIEK, status: int = 200) -> str:
        answer = hilversum.client(rol).get(hilversum.url(f"kansen/plaatsen/{ronde.pk}/{page}"))
        assert answer.status_code == status, page
        return answer.content.decode()

    return see


def _set(ronde: Plaatsingsronde, **values: object) -> None:
    Plaatsingsronde.objects.filter(pk=ronde.pk).update(**values)


def test_everybody_reads_in_one_sentence_what_came_of_it(seen: Seen) -> None:
    page = seen("uitkomst/")
    assert "van de 100 kinderen" in page or "afgeschermd" in page
    assert "Per postcodegebied" in page
    assert "protocol.pdf" in page


def test_an_outcome_is_for_few_until_it_is_made_public(
    ronde: Plaatsingsronde, seen: Seen, hilversum: World
) -> None:
    _set(ronde, bekend_op=None)
    seen("uitkomst/", status=404)
    seen("stuk/trekking.json", status=404)
    seen("stuk/tabellen/per_pc4.csv", status=404)
    assert "trekking.json" not in seen("controle/")
    assert "Nog niet openbaar" in seen("uitkomst/", LidRol.AGENDABEHEERDER)
    _set(ronde, zichtbaarheid=Zichtbaarheid.INTERN)
    signed_in = hilversum.client(LidRol.LEZER)
    hidden = signed_in.get(hilversum.url(f"kansen/plaatsen/{ronde.pk}/controle/"))
    missing = signed_in.get(hilversum.url("kansen/plaatsen/987654/controle/"))
    assert hidden.status_code == missing.status_code == 404


def test_what_the_public_table_withholds_no_page_tells(ronde: Plaatsingsronde, seen: Seen) -> None:
    content = (
        "pc4;wens 1;wens 2 of 3;lagere wens;tweede ronde;geen plek;totaal\r\n"
        "1211;afgeschermd;afgeschermd;11;0;0;43\r\n1217;20;5;0;0;0;25\r\n"
    )
    stuk = Plaatsingsstuk.objects.filter(ronde=ronde, naam="tabellen/per_pc4.csv")
    stuk.update(inhoud=base64.b64encode(content.encode()).decode())
    page, table = seen("uitkomst/"), seen("uitkomst/?csv=kaart")
    assert page.count("afgeschermd") >= 2
    line = next(line for line in table.splitlines() if line.startswith("1211"))
    assert line == "1211;;;43;afgeschermd"
    assert "1217;80,0;80,0;25;" in table


def test_a_sentence_never_rounds_to_all_or_none() -> None:
    head = "wie;wens 1;wens 2 of 3;lagere wens;tweede ronde;geen plek;totaal\r\n"
    table = read_telling(f"{head}alle kinderen;999;1;0;0;0;1000\r\n".encode())
    assert outcome_sentence(table).startswith("99 van de 100 kinderen kregen hun eerste wens")
    hidden = read_telling(f"{head}alle kinderen;afgeschermd;0;0;0;afgeschermd;40\r\n".encode())
    assert "afgeschermd" in outcome_sentence(hidden)


def test_anybody_has_the_lottery_checked_and_every_check_is_told(seen: Seen) -> None:
    assert "Deze loting klopt" not in seen("controle/"), "nothing is claimed before it is checked"
    page = seen("controle/?controleer=ja")
    assert "Deze loting klopt</p>" in page
    assert "Fout</span>" not in page
    assert "python3 controle.py" in page


@pytest.mark.parametrize("naam", ["register.json", "tabellen/totaal.csv", "trekking.csv"])
@pytest.mark.parametrize("sha_too", [False, True])
def test_one_changed_byte_is_caught_and_named(
    ronde: Plaatsingsronde, seen: Seen, naam: str, sha_too: bool
) -> None:
    stuk = Plaatsingsstuk.objects.get(ronde=ronde, naam=naam)
    content = bytearray(base64.b64decode(stuk.inhoud))
    content[len(content) // 2] ^= 1
    stuk.inhoud = base64.b64encode(bytes(content)).decode()
    if sha_too:
        stuk.sha256 = sha256(bytes(content)).hexdigest()
    stuk.save()
    page = seen("controle/?controleer=ja")
    assert "Deze loting klopt niet" in page
    assert f"<li>{naam} is" in page or "vorm" in page
    assert "Deze loting klopt</p>" not in page


def test_the_zip_holds_the_public_files_to_the_byte(
    hilversum: World, ronde: Plaatsingsronde
) -> None:
    answer = hilversum.client(PUBLIEK).get(
        hilversum.url(f"kansen/plaatsen/{ronde.pk}/openbaar.zip")
    )
    packed = zipfile.ZipFile(io.BytesIO(answer.getvalue()))
    kept = {one.naam: base64.b64decode(one.inhoud) for one in ronde.stukken.all()}
    assert {naam: packed.read(naam) for naam in packed.namelist()} == kept


def test_the_letters_are_for_the_plaatser_alone(hilversum: World, ronde: Plaatsingsronde) -> None:
    for rol in LidRol:
        if rol == PLAATSER:
            continue
        client = hilversum.client(rol)
        for page in ("brieven/", "brieven.zip"):
            answer = client.post(hilversum.url(f"kansen/plaatsen/{ronde.pk}/{page}"))
            assert answer.status_code in {302, 403, 404}, (rol, page)


def test_a_letter_is_found_by_its_number_and_an_unknown_number_is_said(
    hilversum: World, ronde: Plaatsingsronde
) -> None:
    outcome = read_uitkomsten(hilversum.actor(PLAATSER), ronde.pk, "toets")
    nummer = outcome["nummer"][0]
    client, url = hilversum.client(PLAATSER), hilversum.url(f"kansen/plaatsen/{ronde.pk}/brieven/")
    assert f"{outcome.height} brieven" in client.get(url).content.decode()
    found = client.post(url, {"kind": nummer})
    assert f"Nummer {nummer}" in found.content.decode()
    assert found["Cache-Control"] == "no-store"
    missing = client.post(url, {"kind": "bestaat-niet"})
    assert missing.status_code == 422
    assert "doet niet mee" in missing.content.decode()


def test_all_letters_come_as_one_zip_with_a_list_to_merge_and_a_line_in_the_log(
    hilversum: World, ronde: Plaatsingsronde
) -> None:
    answer = hilversum.client(PLAATSER).post(
        hilversum.url(f"kansen/plaatsen/{ronde.pk}/brieven.zip")
    )
    packed = zipfile.ZipFile(io.BytesIO(answer.getvalue()))
    letters = [naam for naam in packed.namelist() if naam.startswith("brieven/")]
    merge = packed.read("samenvoegbestand.csv").decode("utf-8-sig")
    assert len(letters) == ronde.kerngetallen["kinderen"]  # type: ignore[index]
    assert merge.startswith("nummer;plek;wens;tekst\r\n")
    assert Logregel.objects.filter(
        soort=Logsoort.EXPORTEREN, noun="aanmelding", onderwerp=f"ronde {ronde.pk}"
    ).exists()


def test_a_letter_says_nothing_of_another_child(hilversum: World, ronde: Plaatsingsronde) -> None:
    actor = hilversum.actor(PLAATSER)
    kinderen, _, _ = read_aanmeldingen(actor, ronde.pk, "toets")
    # Whom parents linked themselves stands in their own line: a twin is no other child to them.
    own = {kind.nummer: {kind.nummer, *kind.gekoppeld} for kind in kinderen}
    keys = read_uitkomsten(actor, ronde.pk, "toets").select("nummer", "sleutel").rows()
    files = dict(letter_files(read_uitkomsten(actor, ronde.pk, "toets")))
    for nummer, mine in own.items():
        text = files[f"brieven/{nummer}.html"].decode()
        assert not set(re.findall(r"verzonnen-\d+", text)) - mine
        assert [who for who, key in keys if key in text] == [nummer]


def test_a_letter_as_text_has_its_sentences_on_lines_of_their_own() -> None:
    brief = "<html><main><h1>Titel</h1><p>Een &amp; twee.<br>Drie.</p></main></html>"
    assert as_text(brief) == "Titel\nEen & twee.\nDrie."


def test_a_trial_is_kept_with_seed_and_data_version_and_shown_by_group(
    hilversum: World, ronde: Plaatsingsronde
) -> None:
    client, url = hilversum.client(PLAATSER), hilversum.url(f"kansen/plaatsen/{ronde.pk}/proef/")
    assert "Begin de proef" in client.get(url).content.decode()
    refused = client.post(url, {"lotingen": "7", "zaad": "-1"})
    assert refused.status_code == 422
    answer = client.post(url, {"lotingen": "100", "zaad": "5"})
    assert answer.status_code == 302
    work = Werk.objects.filter(soort="beproef_ronde").latest("id")
    if work.is_underway:
        do_work(work.pk)
        work.refresh_from_db()
    assert work.staat == "klaar", work.fout
    proef = Plaatsingsproef.objects.get(ronde=ronde)
    assert (proef.lotingen, proef.zaad, len(proef.gegevens)) == (100, 5, 64)
    page = client.get(url).content.decode()
    assert "De regels zoals ze zijn" in page
    assert "plaatsen meer op" in page
    assert "Postcode 12" in page
    inside = hilversum.client(LidRol.AGENDABEHEERDER).get(url).content.decode()
    assert "Begin de proef" not in inside, "only who may open applications asks for a trial"
    assert "plaatsen meer op" in inside


def test_a_round_without_a_draw_has_empty_pages_that_say_what_comes(
    hilversum: World, ronde: Plaatsingsronde
) -> None:
    new = Plaatsingsronde.objects.create(
        werkruimte=hilversum.werkruimte, naam="Leeg", schooljaar="2030-2031"
    )
    client, url = hilversum.client(PLAATSER), hilversum.url(f"kansen/plaatsen/{new.pk}/")
    said = {
        "uitkomst/": "nog niet geloot",
        "controle/": "Nog niets vastgelegd",
        "brieven/": "Nog geen brieven",
        "proef/": "Eerst de kinderen",
    }
    for page, words in said.items():
        answer = client.get(url + page)
        assert answer.status_code == 200, page
        assert words in answer.content.decode()
    assert client.post(url + "brieven.zip").status_code == 404
