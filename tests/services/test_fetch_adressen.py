"""A fetch goes only where the source's card says: no answer of a publisher leads it elsewhere."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openlea.services.ophalen.adressen import Adressen
from tests.live_antwoorden import CBS3, DUO, a_file, in_json, serve_ckan, serve_odata3
from tests.live_fouten import moved_to
from tests.services.haal_wereld import Haalproef, haalproef, live_file
from tests.services.test_fetch_ckan import LEERLINGEN, NAAM
from tests.services.test_fetch_ckan import LIVE as CKAN
from tests.services.test_fetch_odata import LIVE3, ROOT3, ROWS

__all__ = ["haalproef"]

FILE = live_file(f"https://{DUO}/bestanden/a.csv")
# Cloud metadata, this machine, the network inside, another site, look-alikes, other protocols.
ELSEWHERE = [
    "http://169.254.169.254/latest/meta-data/",
    "http://127.0.0.1:8000/",
    "http://localhost/",
    "http://[::1]/",
    "http://2130706433/",
    "https://intranet/",
    "https://kwaad.example/",
    "https://onderwijsdata.duo.nl.kwaad.example/",
    "https://kwaadduo.nl/",
    "https://duo.nl@kwaad.example/",
    "https://onderwijsdata.duo.nl:8443/",
    "https://gebruiker:geheim@onderwijsdata.duo.nl/",
    "ftp://onderwijsdata.duo.nl/",
    "file:///etc/passwd",
    "http://www.duo.nl/",
    "https://[kapot/",
    "https://duo.nl:poort/",
    "",
]


@pytest.mark.parametrize("elsewhere", ELSEWHERE)
def test_an_address_outside_the_card_is_never_allowed(elsewhere: str) -> None:
    assert not Adressen.of(FILE.adres, "", {}).allows(elsewhere)


@pytest.mark.parametrize(
    "known",
    [
        f"https://{DUO}/ander/pad?x=1",
        "https://ONDERWIJSDATA.duo.nl/a",
        "https://www.duo.nl/a",
        "https://duo.nl/a",
        "https://download.example/a",
    ],
)
def test_the_same_site_and_declared_hosts_are_allowed(known: str) -> None:
    assert Adressen.of(FILE.adres, "download.example", {}).allows(known)


def test_two_numbers_that_end_alike_are_not_the_same_site() -> None:
    assert not Adressen.of("https://10.1.0.1/a", "", {}).allows("https://10.2.0.1/a")
    assert Adressen.of("http://10.1.0.1:8080/a", "", {}).allows("http://10.1.0.1:8080/b")


@given(st.text(max_size=60) | st.text(alphabet="htps:/[]@.:%#?duonl1", max_size=30))
def test_no_text_at_all_breaks_the_question_whether_it_is_allowed(text: str) -> None:
    adressen = Adressen.of(FILE.adres, "", {})
    assert adressen.allows(adressen.published(text)) in {True, False}


@given(st.sampled_from(["/a.csv", "/a/b?x=1&y=2", "/"]), st.sampled_from(["", "/cbs", "/cbs/"]))
def test_what_goes_through_a_mirror_comes_back_as_the_address_of_the_publisher(
    path: str, start: str
) -> None:
    mirror = {DUO: f"http://127.0.0.1:9{start}"}
    adressen = Adressen.of(FILE.adres, "", mirror)
    adres = f"https://{DUO}{path}"
    assert adressen.wire(adres).startswith("http://127.0.0.1:9/")
    assert adressen.published(adressen.wire(adres)) == adres


@pytest.mark.parametrize("elsewhere", [*ELSEWHERE[:-2], "//kwaad.example/x"])
def test_a_redirect_elsewhere_is_refused_before_anything_is_asked_there(
    haalproef: Haalproef, elsewhere: str
) -> None:
    haalproef.uitgever.keep_breaking(moved_to(elsewhere))
    haalproef.uitgever.serve(f"/{DUO}/bestanden", a_file(b"a;b\n1;2\n"))
    said = haalproef.fault(FILE)
    assert "hoort niet bij deze bron" in said
    assert len(haalproef.paths) == 1


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
@pytest.mark.parametrize("where", [f"https://{DUO}/nieuw/a.csv", "/nieuw/a.csv", "../nieuw/a.csv"])
def test_a_file_that_moved_on_its_own_site_is_followed(
    haalproef: Haalproef, status: int, where: str
) -> None:
    real = f"/{DUO}{where}" if where.startswith("/") else where
    haalproef.uitgever.break_down(moved_to(real, status))
    haalproef.uitgever.serve(f"/{DUO}", a_file(b"a;b\n1;2\n"))
    assert haalproef.fetch(FILE).bestanden[0].naam == "a.csv"
    assert haalproef.paths == [f"/{DUO}/bestanden/a.csv", f"/{DUO}/nieuw/a.csv"]


def test_a_next_page_elsewhere_is_refused(haalproef: Haalproef) -> None:
    serve_odata3(haalproef.uitgever, ROOT3, ROWS)
    page = {"value": ROWS[:2], "odata.nextLink": "http://169.254.169.254/latest"}
    haalproef.uitgever.serve(f"{ROOT3}/TypedDataSet", lambda _: in_json(page))
    assert "http://169.254.169.254/latest; dat adres hoort niet" in haalproef.fault(LIVE3)


def test_a_next_page_over_http_is_asked_over_https_because_cbs_names_it_so(
    haalproef: Haalproef,
) -> None:
    adressen = Adressen.of(f"https://{CBS3}/ODataFeed/odata/84780NED", "", {})
    link = f"http://{CBS3}/ODataFeed/odata/84780NED/TypedDataSet?$skip=2"
    assert adressen.published(link) == link.replace("http://", "https://")
    serve_odata3(haalproef.uitgever, ROOT3, ROWS)
    assert len(haalproef.fetch(LIVE3).bestanden) == 2


def test_a_resource_on_an_internal_machine_is_taken_from_the_datastore(
    haalproef: Haalproef,
) -> None:
    internal = "http://beheer-ggm-ckan-prd.intern:5000/dataset/d/download/brin6_totaal.csv"
    serve_ckan(haalproef.uitgever, NAAM, LEERLINGEN, url=internal)
    haalproef.fetch(CKAN)
    assert haalproef.paths[-1] == f"/{DUO}/datastore/dump/r-1"
