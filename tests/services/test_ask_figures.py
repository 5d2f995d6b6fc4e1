"""What only partners know is asked of them once a year, and the answer closes the question."""

from datetime import date
from pathlib import Path

import pytest
from pytest_django import Settings

from openlea.catalogue.shelf import open_shelf
from openlea.core.catalogue import find_roots
from openlea.core.errors import BadInput, NotAllowed, NotFound
from openlea.core.onthulling import Bereik
from openlea.core.partij import PartijSoort
from openlea.core.place import PlaceKey
from openlea.core.verzoek import VerzoekSoort
from openlea.policy.rechten import LidRol
from openlea.services.ask_figures import ask_figures
from openlea.services.ask_updates import ask_updates
from openlea.services.close_figure_requests import close_figure_requests
from openlea.services.compute_figures import compute_figures
from openlea.services.load_sources import load_sources
from openlea.storage.figures.store import open_figures
from openlea.storage.records.models import Lidmaatschap, Partij, Persoon, Verzoek
from tests.world import World

BRON, INDICATOR = "partner_personeelstekort", "personeelstekort"
TODAY = date(2026, 11, 2)


@pytest.fixture
def bestuur(hilversum: World) -> Lidmaatschap:
    """Return somebody of a schoolbestuur, the only one of which somebody takes part."""
    partij = Partij.objects.create(
        werkruimte=hilversum.werkruimte,
        code="BES1",
        naam="Voorbeeldbestuur",
        soort=PartijSoort.SCHOOLBESTUUR,
        plaats="bestuur:41388",
    )
    persoon = Persoon(email="bestuur@voorbeeld.example", naam="Bestuurder")
    persoon.set_unusable_password()
    persoon.save()
    return Lidmaatschap.objects.create(
        werkruimte=hilversum.werkruimte,
        persoon=persoon,
        partij=partij,
        rol=LidRol.PARTNER,
        van=date(2020, 1, 1),
    )


def asks(world: World) -> list[Verzoek]:
    return list(Verzoek.objects.of(world.werkruimte.pk).filter(soort=VerzoekSoort.CIJFERS))


def test_each_schoolbestuur_is_asked_once_a_year(hilversum: World, bestuur: Lidmaatschap) -> None:
    beheerder = hilversum.actor(LidRol.AGENDABEHEERDER)
    first = ask_figures(beheerder, BRON, TODAY)
    assert first.nu == ("Voorbeeldbestuur",)
    (ask,) = asks(hilversum)
    assert (ask.aan, ask.onderwerp_code, ask.periode) == (bestuur, BRON, "2026")
    assert ask.voor > TODAY
    again = ask_figures(beheerder, BRON, TODAY)
    assert (again.nu, again.eerder) == ((), ("Voorbeeldbestuur",))
    assert len(asks(hilversum)) == 1
    ask_figures(beheerder, BRON, date(2027, 11, 1))
    assert len(asks(hilversum)) == 2


def test_a_bestuur_without_anybody_is_named_not_forgotten(
    hilversum: World, bestuur: Lidmaatschap
) -> None:
    others = Partij.objects.of(hilversum.werkruimte.pk).filter(soort=PartijSoort.SCHOOLBESTUUR)
    without = {one.naam for one in others} - {"Voorbeeldbestuur"}
    done = ask_figures(hilversum.actor(LidRol.AGENDABEHEERDER), BRON, TODAY)
    assert set(done.zonder_lid) == without


def test_a_round_of_updates_leaves_the_question_open(
    hilversum: World, bestuur: Lidmaatschap
) -> None:
    ask_figures(hilversum.actor(LidRol.AGENDABEHEERDER), BRON, TODAY)
    ask_updates(TODAY, werkruimte="hilversum")
    assert [one.staat for one in asks(hilversum)] == ["open"]


@pytest.mark.parametrize("bron", ["duo_leerlingen_po", "bestaat_niet"])
def test_what_is_published_is_not_asked_of_partners(hilversum: World, bron: str) -> None:
    with pytest.raises(NotFound):
        ask_figures(hilversum.actor(LidRol.AGENDABEHEERDER), bron, TODAY)


def test_only_who_keeps_the_agenda_asks(hilversum: World, bestuur: Lidmaatschap) -> None:
    for rol in (LidRol.PARTNER, LidRol.WETHOUDER, LidRol.LEZER, LidRol.PUBLIEK):
        with pytest.raises(NotAllowed):
            ask_figures(hilversum.actor(rol), BRON, TODAY)


def test_without_a_schoolbestuur_there_is_nobody_to_ask(hilversum: World) -> None:
    Partij.objects.of(hilversum.werkruimte.pk).filter(soort=PartijSoort.SCHOOLBESTUUR).update(
        soort=PartijSoort.ANDERS
    )
    with pytest.raises(BadInput):
        ask_figures(hilversum.actor(LidRol.AGENDABEHEERDER), BRON, TODAY)


def test_the_button_asks_and_the_partner_finds_the_question(
    hilversum: World, bestuur: Lidmaatschap
) -> None:
    card = hilversum.url(f"cijfers/indicator/{INDICATOR}/")
    beheerder = hilversum.client(LidRol.AGENDABEHEERDER)
    assert "Vraag het aan de schoolbesturen" in beheerder.get(card).content.decode()
    told = beheerder.post(f"{card}vraag/", follow=True).content.decode()
    assert "Gevraagd aan 1 schoolbestuur." in told
    partner = hilversum.client(LidRol.PARTNER)
    partner.force_login(Persoon.objects.get(pk=bestuur.persoon_id))
    page = partner.get(hilversum.url("mijn/")).content.decode()
    assert "Geef de cijfers van Voorbeeldbestuur: Personeelstekort per schoolbestuur." in page
    assert "Vraag het aan de schoolbesturen" not in partner.get(card).content.decode()


def test_the_answer_becomes_a_figure_of_this_werkruimte_and_closes_the_question(
    hilversum: World, bestuur: Lidmaatschap, settings: Settings, tmp_path: Path
) -> None:
    settings.WAREHOUSE, settings.FIGURES = tmp_path / "warehouse", tmp_path / "figures"
    beheerder = hilversum.actor(LidRol.AGENDABEHEERDER)
    ask_figures(beheerder, BRON, TODAY)
    assert close_figure_requests(beheerder, BRON) == 0
    sample = open_shelf(find_roots(settings.CATALOGUE)).sources[BRON].sample
    file = tmp_path / sample.bestand.naam
    file.write_bytes(sample.bestand.inhoud)
    load_sources([file], bron=BRON, laag="hilversum")
    assert close_figure_requests(beheerder, BRON) == 1
    assert [one.staat for one in asks(hilversum)] == ["gedaan"]
    compute_figures([INDICATOR], laag="hilversum")
    key = PlaceKey.parse("bestuur:41388")
    (figure,) = open_figures("hilversum").of_place(key, [INDICATOR])
    assert figure.bereik is not None
    assert figure.noemer == Bereik(226.4, 226.4)
    assert figure.waarde == pytest.approx(100 * 9.6 / 226.4)
    assert open_figures().of_place(key, [INDICATOR]) == ()
    url = hilversum.url(f"cijfers/verklaar/{INDICATOR}/bestuur/41388/nieuwste/")
    page = hilversum.client(LidRol.AGENDABEHEERDER).get(url).content.decode()
    assert "9,6 van de 226,4" in page
    assert "<dd>226,4</dd>" in page
    outside = hilversum.client(LidRol.LEZER).get(url).content.decode()
    assert "226,4" not in outside, "what partners tell each other is not for who stands outside"
