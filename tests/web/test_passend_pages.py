"""Parents find a school without an account; a board writes for its own; figures stay inside."""

from datetime import date

import pytest

from openlea.core.ondersteuning import Antwoord, Ondersteuningsvorm
from openlea.core.partij import PartijSoort
from openlea.policy.profielinhoud import Profielextra, Profielinhoud
from openlea.policy.rechten import LidRol
from openlea.services.aanmelden.scholen import schools_here
from openlea.services.copy_ondersteuningsprofiel import copy_ondersteuningsprofiel
from openlea.services.decide_ondersteuningsprofiel import decide_ondersteuningsprofiel
from openlea.services.keep_ondersteuningsprofiel import Profielopzet, keep_ondersteuningsprofiel
from openlea.storage.records.models import Ondersteuningsprofiel, Partij
from tests.world import World

JAAR = "2026-2027"
ZOEK = "0-23/passend/zoek/"
INHOUD = Profielinhoud(
    basis={"leren": Antwoord.JA},
    extra=(Profielextra(soort="ass", vorm=Ondersteuningsvorm.GROEP, groepsgrootte=10, plekken=8),),
)


def school(world: World) -> str:
    return min(schools_here(world.werkruimte.pk).scholen)


def keep(world: World, jaar: str = JAAR) -> Ondersteuningsprofiel:
    opzet = Profielopzet(school=school(world), schooljaar=jaar, inhoud=INHOUD)
    return keep_ondersteuningsprofiel(world.actor(LidRol.AGENDABEHEERDER), opzet)


def decide(world: World) -> None:
    kept = keep(world)
    beheer = world.actor(LidRol.AGENDABEHEERDER)
    decide_ondersteuningsprofiel(beheer, kept.school, JAAR, kept.versie)


@pytest.fixture(autouse=True)
def no_profiles(hilversum: World) -> None:
    """Begin without the profiles of the demo."""
    Ondersteuningsprofiel.objects.of(hilversum.werkruimte.pk).delete()


def body(world: World, path: str, rol: LidRol = LidRol.PUBLIEK) -> str:
    answer = world.client(rol).get(world.url(path))
    assert answer.status_code == 200, answer.status_code
    return str(answer.content.decode())


def test_a_parent_finds_a_school_only_after_it_was_decided(hilversum: World) -> None:
    keep(hilversum)
    asked = f"{ZOEK}?kan=ass&postcode=1211+AB"
    assert "Geen school gevonden" not in body(hilversum, ZOEK), "nobody asked yet"
    assert "nog geen school opgeschreven" in body(hilversum, asked)
    decide(hilversum)
    found = body(hilversum, asked)
    assert "1 school kan helpen bij autisme" in found
    assert "in een aparte groep van hoogstens 10 leerlingen" in found
    assert "km" in found


def test_nothing_found_says_what_then(hilversum: World) -> None:
    decide(hilversum)
    found = body(hilversum, f"{ZOEK}?kan=emb&postcode=1211")
    assert "Geen school gevonden" in found
    assert "Meld je kind schriftelijk aan" in found


def test_what_is_no_postcode_is_told_beside_the_field(hilversum: World) -> None:
    found = body(hilversum, f"{ZOEK}?kan=ass&postcode=<b>")
    assert "Dit is geen postcode" in found
    assert "<b>" not in found


def test_a_change_after_deciding_is_not_shown_to_parents_before_it_is_decided(
    hilversum: World,
) -> None:
    decide(hilversum)
    keep(hilversum)
    assert "nog geen school opgeschreven" in body(hilversum, f"{ZOEK}?kan=ass&postcode=1211")
    path = f"0-23/passend/profielen/{school(hilversum)}/{JAAR}/"
    assert "Nog niet bekend" in body(hilversum, path)
    assert "aparte groep" in body(hilversum, path, LidRol.PARTNER)


def test_a_board_writes_for_its_own_school_alone(hilversum: World) -> None:
    one = schools_here(hilversum.werkruimte.pk).scholen[school(hilversum)]
    lid = hilversum.lid(LidRol.PARTNER)
    path = hilversum.url(f"0-23/passend/profielen/{one.code}/{JAAR}/stap/extra/")
    assert hilversum.client(LidRol.PARTNER).get(path).status_code == 403
    Partij.objects.filter(plaats=f"bestuur:{one.bestuurscode}").delete()
    Partij.objects.filter(pk=lid.partij_id).update(
        soort=PartijSoort.SCHOOLBESTUUR, plaats=f"bestuur:{one.bestuurscode}"
    )
    client = hilversum.client(LidRol.PARTNER)
    assert client.get(path).status_code == 200
    sent = client.post(path, {"vorm_ass": "groep", "groep_ass": "10", "plekken_ass": "8"})
    assert sent.status_code == 302
    kept = Ondersteuningsprofiel.objects.get(school=one.code)
    assert [e["soort"] for e in kept.inhoud["extra"]] == ["ass"]
    assert client.post(path, {"vorm_ass": "groep", "groep_ass": "veel"}).status_code == 422


def test_last_years_profile_is_taken_over_without_the_advice(hilversum: World) -> None:
    opzet = Profielopzet(
        school=school(hilversum),
        schooljaar="2025-2026",
        inhoud=INHOUD,
        mr_advies="Goed",
        mr_op=date(2025, 6, 1),
    )
    beheer = hilversum.actor(LidRol.AGENDABEHEERDER)
    keep_ondersteuningsprofiel(beheer, opzet)
    kept = copy_ondersteuningsprofiel(beheer, opzet.school, JAAR)
    assert Profielinhoud.of(kept.inhoud) == INHOUD
    assert (kept.mr_advies, kept.mr_op, kept.staat) == ("", None, "concept")


@pytest.mark.parametrize("stap", ["basis", "extra", "gebouw", "advies"])
def test_every_step_opens(hilversum: World, stap: str) -> None:
    path = f"0-23/passend/profielen/{school(hilversum)}/{JAAR}/stap/{stap}/"
    assert "Bewaar" in body(hilversum, path, LidRol.AGENDABEHEERDER)


@pytest.mark.parametrize("path", ["0-23/passend/", "0-23/passend/besluiten/"])
def test_figures_are_for_who_works_along(hilversum: World, path: str) -> None:
    assert "Hier komt" in body(hilversum, path, LidRol.ANALIST)
    assert hilversum.client(LidRol.LEZER).get(hilversum.url(path)).status_code == 403
