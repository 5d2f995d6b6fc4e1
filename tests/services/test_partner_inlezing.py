"""Each schoolbestuur brings its own figures: nobody wipes or sees what another one brought."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from django.test import Client

from openlea.core.bron import Bestand
from openlea.core.errors import BadInput, Conflict, NotAllowed, NotFound
from openlea.core.partij import PartijSoort
from openlea.policy.rechten import Actor, LidRol
from openlea.services.ask_figures import ask_figures
from openlea.services.commit_inlezing import commit_inlezing
from openlea.services.find_inlezing import find_inlezing
from openlea.services.kolommen.deel import whole_of
from openlea.services.start_inlezing import start_inlezing
from openlea.storage.records.models import Inlezing, Lidmaatschap, Partij, Persoon, Verzoek
from tests.web.inlees_wereld import TEKORT, csv_of, own_table
from tests.world import World

TODAY = date(2026, 11, 2)
EEN, TWEE = "41388", "41389"
Besturen = dict[str, Lidmaatschap]


@pytest.fixture
def besturen(hilversum: World, tmp_path: Path, settings: Any) -> Besturen:
    """Return somebody of each of two besturen, both asked for their figures."""
    settings.WAREHOUSE, settings.DATA = tmp_path / "warehouse", tmp_path
    settings.FIGURES = tmp_path / "figures"
    found = {plaats: _member(hilversum, plaats) for plaats in (EEN, TWEE)}
    ask_figures(hilversum.actor(LidRol.AGENDABEHEERDER), TEKORT, TODAY)
    return found


def _member(world: World, plaats: str) -> Lidmaatschap:
    partij = Partij.objects.create(
        werkruimte=world.werkruimte,
        code=f"B{plaats}",
        naam=f"Voorbeeldbestuur {plaats}",
        soort=PartijSoort.SCHOOLBESTUUR,
        plaats=f"bestuur:{plaats}",
    )
    persoon = Persoon(email=f"b{plaats}@voorbeeld.example", naam="Bestuurder")
    persoon.set_unusable_password()
    persoon.save()
    return Lidmaatschap.objects.create(
        werkruimte=world.werkruimte,
        persoon=persoon,
        partij=partij,
        rol=LidRol.PARTNER,
        van=date(2020, 1, 1),
    )


def actor_of(lid: Lidmaatschap) -> Actor:
    return Actor(
        werkruimte=lid.werkruimte_id,
        rol=LidRol.PARTNER,
        persoon=lid.persoon_id,
        lid=lid.pk,
        partij=lid.partij_id,
    )


def begin(lid: Lidmaatschap, *rows: tuple[str, str, str]) -> Inlezing:
    return start_inlezing(actor_of(lid), TEKORT, Bestand(naam="t.csv", inhoud=csv_of(*rows)))


def bring(lid: Lidmaatschap, *rows: tuple[str, str, str], toch: bool = False) -> dict[str, Any]:
    one = begin(lid, *rows)
    done = commit_inlezing(actor_of(lid), one.pk, one.versie, toch=toch)
    return dict(done.uitkomst or {})


def stand(world: World) -> dict[str, float]:
    table = own_table(world)
    assert table is not None
    return dict(table.group_by("bestuur").agg(pl.sum("fte_formatie")).iter_rows())


def asks() -> dict[str, str]:
    found = Verzoek.objects.filter(onderwerp_code=TEKORT)
    return dict(found.values_list("partij_code", "staat"))


def test_two_besturen_answer_one_after_the_other_and_both_stand(
    hilversum: World, besturen: Besturen
) -> None:
    bring(besturen[EEN], (EEN, "po", "12"), (EEN, "vo", "3"))
    assert (asks()[f"B{EEN}"], asks()[f"B{TWEE}"]) == ("gedaan", "open")
    assert bring(besturen[TWEE], (TWEE, "po", "7"))["rijen"] == 1
    assert stand(hilversum) == {EEN: 15, TWEE: 7}
    assert asks()[f"B{TWEE}"] == "gedaan"


def test_a_part_brought_again_replaces_that_part_alone(
    hilversum: World, besturen: Besturen
) -> None:
    bring(besturen[EEN], (EEN, "po", "12"))
    bring(besturen[TWEE], (TWEE, "po", "7"))
    assert bring(besturen[EEN], (EEN, "po", "12"))["uitslag"] == "gelijk"
    bring(besturen[EEN], (EEN, "po", "13"), toch=True)
    assert stand(hilversum) == {EEN: 13, TWEE: 7}


def test_an_answer_of_last_time_closes_no_question_of_now(
    hilversum: World, besturen: Besturen
) -> None:
    bring(besturen[EEN], (EEN, "po", "12"))
    Verzoek.objects.filter(partij_code=f"B{EEN}", onderwerp_code=TEKORT).update(
        staat="open", gedaan_op=None
    )
    bring(besturen[TWEE], (TWEE, "po", "7"))
    assert asks()[f"B{EEN}"] == "open"


def test_rows_of_another_bestuur_are_faults_that_say_so(besturen: Besturen) -> None:
    one = begin(besturen[TWEE], (TWEE, "po", "7"), (EEN, "po", "1"))
    stuk = find_inlezing(actor_of(besturen[TWEE]), one.pk)
    (fout,) = stuk.judged().fouten
    assert fout.reden == f"dit is een ander bestuur dan dat van jou: {EEN}."
    with pytest.raises(BadInput):
        commit_inlezing(actor_of(besturen[TWEE]), one.pk, one.versie)


def test_what_was_laid_beside_an_older_table_is_refused(besturen: Besturen) -> None:
    one = begin(besturen[EEN], (EEN, "po", "12"))
    stuk = find_inlezing(actor_of(besturen[EEN]), one.pk)
    stale = whole_of(stuk.plek, stuk.offer())
    bring(besturen[TWEE], (TWEE, "po", "7"))
    with pytest.raises(Conflict):
        stuk.plek.warehouse.commit(stale)


def test_who_is_not_the_kind_that_is_asked_brings_nothing(
    hilversum: World, besturen: Besturen
) -> None:
    lid = besturen[EEN]
    published = Bestand(naam="x.csv", inhoud=csv_of((EEN, "po", "1")))
    with pytest.raises(NotAllowed):
        start_inlezing(actor_of(lid), "duo_leerlingen_po", published)
    Partij.objects.filter(code=f"B{EEN}").update(plaats="gemeente:GM0402")
    with pytest.raises(NotAllowed):
        begin(lid, (EEN, "po", "1"))


@pytest.fixture
def client_of(hilversum: World) -> Callable[[Lidmaatschap], Client]:
    """Return the browser of a member."""

    def signed_in(lid: Lidmaatschap) -> Client:
        client = hilversum.client(LidRol.PARTNER)
        client.force_login(lid.persoon)
        return client

    return signed_in


def test_another_partner_finds_nothing_of_what_was_sent(
    hilversum: World, besturen: Besturen, client_of: Callable[[Lidmaatschap], Client]
) -> None:
    one = begin(besturen[EEN], (EEN, "po", "12"))
    with pytest.raises(NotFound):
        find_inlezing(actor_of(besturen[TWEE]), one.pk)
    other, url = client_of(besturen[TWEE]), hilversum.url("cijfers/bronnen/")
    for step in ("", "blad/", "kolommen/", "rijen/", "klaar/"):
        assert other.get(f"{url}inlezing/{one.pk}/{step}").status_code == 404
    assert other.post(f"{url}inlezing/{one.pk}/weg/").status_code == 404
    commit_inlezing(actor_of(besturen[EEN]), one.pk, one.versie)
    assert other.get(f"{url}inlezing/{one.pk}/").status_code == 404
    page = other.get(f"{url}{TEKORT}/").content.decode()
    assert "t.csv" not in page
    assert "Lees een eigen bestand in" in page


def test_the_question_leads_to_the_upload_and_the_upload_to_the_answer(
    hilversum: World, besturen: Besturen, client_of: Callable[[Lidmaatschap], Client]
) -> None:
    client, url = client_of(besturen[EEN]), hilversum.url(f"cijfers/bronnen/{TEKORT}/inlezen/")
    assert f'href="{url}"' in client.get(hilversum.url("mijn/")).content.decode()
    assert client.get(url).status_code == 200
    one = begin(besturen[EEN], (EEN, "po", "12"))
    steps = hilversum.url(f"cijfers/bronnen/inlezing/{one.pk}/")
    done = client.post(f"{steps}klaar/", {"versie": one.versie}, follow=True)
    assert done.status_code == 200
    assert asks()[f"B{EEN}"] == "gedaan"
    refused = client.get(hilversum.url("cijfers/bronnen/duo_leerlingen_po/inlezen/"))
    assert refused.status_code in {403, 404}
