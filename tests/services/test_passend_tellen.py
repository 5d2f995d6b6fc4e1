"""The count of TLV's: herindicatie isn't new, each pupil once, nothing small in any table."""

from datetime import date
from fractions import Fraction

import polars as pl
import pytest
from django.conf import settings
from hypothesis import given
from hypothesis import settings as tries
from hypothesis import strategies as st

from openlea.catalogue.ondersteuningkast import open_soorten
from openlea.catalogue.passend.indicators import reserve_swv
from openlea.catalogue.registratiekast import open_registraties
from openlea.core.catalogue import find_roots
from openlea.core.onthulling import Bereik, share_of
from openlea.core.telling import Telstaat
from openlea.policy.normen.reserves import SWV, signal_of_swv
from openlea.policy.normen.wetsdag import Wetsdag
from openlea.services.passend.tellen import count_passend
from openlea.services.synth.gemeentebeeld import Gemeentebeeld, Synthschool
from openlea.services.synth.swv import make
from openlea.services.taken.plank import plichten_here
from openlea.services.tellen.teller import Telopdracht

PERIODE = "2025-2026"
ROW = {"soort": "tlv_sbo", "start": "2025-08-01", "einde": "2027-07-31", "aard": "nieuw",
       "ondersteuningsbehoefte": "zml", "pc4": "1211"}  # fmt: skip


def counted(rows: list[dict[str, str]], vandaag: date = date(2026, 9, 1)) -> Telstaat:
    frame = pl.DataFrame(rows, infer_schema_length=None)
    return count_passend(
        Telopdracht(
            werkruimte=1, plaats=None, periode=PERIODE, vandaag=vandaag, rijen={"swv": frame}
        )
    )


def many(n: int, first: str = "k", **other: str) -> list[dict[str, str]]:
    return [{**ROW, "pseudoniem": f"{first}{i}", **other} for i in range(n)]


def number(staat: Telstaat, name: str) -> float | None:
    found = staat.bereik(name)
    return found.precies if found else None


def test_a_herindicatie_is_not_new() -> None:
    staat = counted([*many(30), *many(12, "h", aard="herindicatie")])
    assert number(staat, "gestart_nieuw") == 30
    assert number(staat, "gestart_herindicatie") == 12
    assert number(staat, "lopend") == 42


def test_a_pupil_with_two_decisions_needs_one_place() -> None:
    rows = [*many(20), *many(20, soort="arrangement", start="2026-01-01")]
    assert number(counted(rows), "behoefte") == 20


def test_who_got_a_following_decision_did_not_end() -> None:
    gone = many(9, "w", einde="2026-03-01", bestemming="regulier")
    renewed = [
        *many(8, "v", einde="2026-03-01"),
        *many(8, "v", start="2026-03-02", aard="herindicatie"),
    ]
    staat = counted([*many(30), *gone, *renewed])
    assert number(staat, "geeindigd") == 9
    assert number(staat, "terug_naar_regulier") == 9


@tries(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(["zml", "gedrag", "ass", "emb", "hoogbegaafd"]), max_size=60))
def test_no_number_shown_of_need_is_one_to_four(needs: list[str]) -> None:
    rows = [
        {**ROW, "pseudoniem": f"k{n}", "ondersteuningsbehoefte": need, "pc4": f"12{10 + n % 3}"}
        for n, need in enumerate(needs)
    ]
    for one in counted(rows).rijen if rows else ():
        assert one.bereik is None or one.bereik.precies not in {1, 2, 3, 4}, one


@pytest.mark.parametrize(("baten", "grens"), [(4, 250_000), (8, 280_000), (20, 700_000)])
def test_golden_signaleringswaarde_of_a_samenwerkingsverband(baten: int, grens: int) -> None:
    wet = Wetsdag.on(plichten_here(), (SWV,), date(2026, 11, 1))
    share, least = wet.deel(SWV, "percentage"), wet.deel(SWV, "minimum")
    assert signal_of_swv(Fraction(baten * 1_000_000), share, least) == grens
    assert (float(share) / 100, least) == (reserve_swv.DEEL, reserve_swv.MINIMUM)


def test_golden_deelname_sbo_and_so_have_their_own_denominators() -> None:
    bao, sbo, so = (Bereik(n, n) for n in (9660, 180, 160))
    for part, expected in ((sbo, 1.83), (so, 1.63)):
        found = share_of(part, bao)
        assert found is not None
        assert round(found.laag, 2) == expected


def test_the_kinds_of_the_registration_are_those_of_the_shelf() -> None:
    roots = find_roots(settings.CATALOGUE)
    swv = open_registraties(roots)["swv"]
    veld = next(one for one in swv.velden if one.naam == "ondersteuningsbehoefte")
    assert set(veld.waarden) == set(open_soorten(roots))


def test_made_up_rows_are_the_same_for_the_same_seed() -> None:
    scholen = (Synthschool(vestiging="00AA00", naam="A", pc4="1211", soort="bo", leerlingen=200),)
    beeld = Gemeentebeeld(
        code="GM0402", naam="H", scholen=scholen, pc4s=(("1211", 1),), per_leeftijd={5: 10}
    )
    one = make(beeld, 1, 40)
    assert one == make(beeld, 1, 40)
    assert one != make(beeld, 2, 40)
    assert one.count(b"\n") == 41
