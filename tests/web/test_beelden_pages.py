"""The timeline, the matrix and the network say in words what they draw, and take changes."""

import re

from openlea.policy.rechten import LidRol
from openlea.storage.records.models import Partij
from tests.world import World


def get(world: World, path: str, rol: LidRol = LidRol.REDACTEUR) -> str:
    answer = world.client(rol).get(world.url(path))
    assert answer.status_code == 200
    return str(answer.content.decode())


def test_every_action_stands_in_the_drawing_and_in_the_table(hilversum: World) -> None:
    html = get(hilversum, "agenda/tijdlijn/")
    drawing, table = html.split("</svg></div>")[0], html.split("</svg></div>")[1]
    for actie in hilversum.agenda.acties.all():
        link = f'href="/w/hilversum/actie/{actie.code}/"'
        assert link in drawing, actie.code
        assert link in table, actie.code


def test_an_action_without_a_period_is_said_to_have_none(hilversum: World) -> None:
    without = hilversum.agenda.acties.filter(van=None, tot=None).count()
    html = get(hilversum, "agenda/tijdlijn/")
    assert without > 0
    assert html.count("Geen eigen periode: loopt de hele agenda") == without


def test_the_filter_of_the_tree_works_on_the_timeline(hilversum: World) -> None:
    html = get(hilversum, "agenda/tijdlijn/?q=voorlees")
    assert "actie/1E1/" in html
    assert "actie/1A1/" not in html


def test_the_matrix_says_each_role_in_a_word_and_counts_per_partij(hilversum: World) -> None:
    html = get(hilversum, "agenda/wie-doet-wat/")
    parts = sum(actie.betrokkenen.count() for actie in hilversum.agenda.acties.all())
    table = html.split("mx-tabel")[1].split("</table>")[0]
    words = re.findall(r"voorlezen\">(Trekker|Mede-eigenaar|Uitvoerder|Betrokken)<", table)
    counts = re.findall(r"aantal acties: </span>(\d+)<", table)
    assert len(words) == parts == sum(map(int, counts))


def test_from_the_matrix_an_action_gets_a_trekker(hilversum: World) -> None:
    client = hilversum.client(LidRol.REDACTEUR)
    partij = Partij.objects.of(hilversum.werkruimte.pk)[0]
    asked = {"actie": "1A1", "partij": partij.code}
    first = client.post(hilversum.url("agenda/wie-doet-wat/"), asked)
    second = client.post(hilversum.url("agenda/wie-doet-wat/"), asked)
    assert (first.status_code, second.status_code) == (302, 422)
    assert f"heeft intussen een eigenaar: {partij.naam}" in second.content.decode()
    assert hilversum.agenda.acties.get(code="1A1").betrokkenen.filter(rol="trekker").count() == 1


def test_the_network_shows_the_acties_of_one_speerpunt_only_when_chosen(hilversum: World) -> None:
    whole, part = (get(hilversum, f"agenda/netwerk/{q}") for q in ("", "?speerpunt=1A"))
    sentence = "Actie 1A1 Opstapje</a> is deel van speerpunt 1A"
    assert sentence not in whole
    assert sentence in part
    assert "Speerpunt 2A" not in part.split('id="zinnen"')[1].split("</ul>")[0]


def test_all_five_indicators_are_said_to_miss_nulmeting_and_target(hilversum: World) -> None:
    html = get(hilversum, "agenda/netwerk/").split('id="meetbaar"')[1]
    rows = re.findall(r'data-kop="Mist nog">([^<]+)', html)
    assert [row.strip() for row in rows] == ["Nulmeting, Streefwaarde"] * 5
    assert "0 van 8</strong> speerpunten zijn meetbaar" in html


def test_a_link_is_added_taken_away_and_put_back(hilversum: World) -> None:
    client, url = hilversum.client(LidRol.REDACTEUR), hilversum.url("agenda/netwerk/")
    link = {"van": "1B3", "naar": "DIN1", "teken": "verhoogt"}
    links = hilversum.agenda.verbanden.filter(**link)
    client.post(url, {**link, "zekerheid": "laag", "toelichting": "Omdat & zo"})
    assert links.get().toelichting == "Omdat & zo"
    gone = client.post(hilversum.url("agenda/netwerk/weghalen/"), link, follow=True)
    assert not links.exists()
    found = re.search(r'action="(/w/hilversum/agenda/netwerk/\?[^"]+)"', gone.content.decode())
    assert found
    client.post(found.group(1).replace("&amp;", "&"))
    assert (links.get().zekerheid, links.get().toelichting) == ("laag", "Omdat & zo")


def test_a_wrong_link_keeps_what_was_typed_and_says_why(hilversum: World) -> None:
    asked = {"van": "1B3", "naar": "1B3", "teken": "verhoogt", "zekerheid": "laag"}
    answer = hilversum.client(LidRol.REDACTEUR).post(
        hilversum.url("agenda/netwerk/"), {**asked, "toelichting": "Mijn eigen woorden"}
    )
    assert answer.status_code == 422
    assert "twee verschillende dingen" in answer.content.decode()
    assert "Mijn eigen woorden" in answer.content.decode()


def test_who_was_second_at_an_indicator_sees_both(hilversum: World) -> None:
    client, url = (
        hilversum.client(LidRol.REDACTEUR),
        hilversum.url("agenda/netwerk/indicator/DIN1/"),
    )
    versie = hilversum.agenda.indicatoren.get(code="DIN1").versie
    first = client.post(url, {"soort": "effect", "eenheid": "peuters", "versie": versie})
    assert first.status_code == 302
    second = client.post(url, {"soort": "prestatie", "eenheid": "kinderen", "versie": versie})
    html = second.content.decode()
    assert second.status_code == 409
    assert "Er staat nu: Maatschappelijk effect" in html
    assert 'value="kinderen"' in html
    again = {"soort": "prestatie", "eenheid": "kinderen", "versie": versie + 1}
    assert client.post(url, again).status_code == 302
