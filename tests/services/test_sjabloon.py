"""The own Word template: its styles are used, nothing in it runs, and what it lacks is said."""

import io
from dataclasses import replace
from datetime import date

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st

from openlea.core.errors import BadFile, BadInput, NotAllowed, NotFound
from openlea.policy.rechten import LidRol
from openlea.services.choose_sjabloon import choose_sjabloon
from openlea.services.keep_sjabloon import keep_sjabloon
from openlea.services.papier.blokken import Alinea, Kop, Lijst, Links, Stuk, Tabel
from openlea.services.remove_sjabloon import remove_sjabloon
from openlea.services.sjabloon.indelen import Ingedeeld, lay_out_in
from openlea.services.sjabloon.inhoud import template_of
from openlea.services.sjabloon.oordeel import found_of, remarks_of
from openlea.services.sjabloon.proef import proof_of
from openlea.services.sjabloon.voorbeeld import example_template
from openlea.services.try_sjabloon import try_sjabloon
from openlea.services.write_stuk import write_stuk
from openlea.storage.records.models import Document as Bestand
from openlea.storage.records.models import Sjabloon
from tests.services.sjabloon_proef import (
    bare,
    dutch_styles,
    letterhead,
    rebuilt,
)
from tests.world import World

PROEF = proof_of("Hilversum", "22 november 2026")


def opened(content: bytes) -> Document:
    return docx.Document(io.BytesIO(content))


def styled(document: Document) -> list[tuple[str, str]]:
    return [((one.style.name if one.style else "") or "", one.text) for one in document.paragraphs]


@pytest.fixture(scope="module")
def proof() -> Ingedeeld:
    return lay_out_in(PROEF, letterhead())


def test_the_text_stands_where_the_template_wants_it_between_its_own_words(
    proof: Ingedeeld,
) -> None:
    texts = [text for _, text in styled(proof.document)]
    assert texts[:3] == ["Proefdruk", "Geachte leden,", "Kop van een hoofdstuk"]
    assert texts[-1] == "Met vriendelijke groet"
    assert not any("{{" in text for text in texts)


def test_every_block_has_the_style_that_the_template_made_for_it(proof: Ingedeeld) -> None:
    found = {text: style for style, text in styled(proof.document)}
    assert found["Kop van een hoofdstuk"] == "Heading 1"
    assert found["Kop van de kleinste soort"] == "Heading 3"
    assert found["Nog een punt"] == "List Bullet"
    assert found["Een tabel met getallen"] == "Caption"
    [table] = proof.document.tables
    assert table.style is not None
    assert table.style.name == "Gemeentetabel"
    assert remarks_of(proof) == []


def test_the_letterhead_keeps_its_margins_and_colours_and_says_where_and_when(
    proof: Ingedeeld,
) -> None:
    section = proof.document.sections[0]
    assert section.header.paragraphs[0].text == "Gemeente Voorbeeld, Hilversum"
    assert section.footer.paragraphs[0].text == "Postbus 1, 22 november 2026"
    assert section.left_margin is not None
    assert round(section.left_margin.cm) == 4
    assert str(proof.document.styles["Heading 1"].font.color.rgb) == "C01020"


def test_dutch_names_of_styles_are_known_as_well() -> None:
    made = lay_out_in(PROEF, dutch_styles())
    assert dict(found_of(made))["Kop 2"] == "Kop 2"
    assert made.stijlen.ontbreekt == ()
    [point] = [one for one in made.document.paragraphs if "Nog een punt" in one.text]
    assert point.text.startswith("\N{BULLET}"), "Lijstalinea has no mark of its own"


def test_a_template_with_nothing_in_it_still_gives_headings_to_go_to_and_says_what_lacks() -> None:
    made = lay_out_in(PROEF, bare())
    levels = [one.get(qn("w:val")) for one in made.document.element.body.iter(qn("w:outlineLvl"))]
    assert levels == ["0", "0", "1", "2"]
    said = " ".join(remarks_of(made))
    assert "{{ inhoud }}" in said
    assert "Kop 1" in said
    assert [text for _, text in styled(made.document)][:2] == ["Briefpapier", "Proefdruk"]


def test_a_word_that_nobody_knows_is_named_and_an_order_is_never_run() -> None:
    document = docx.Document()
    document.add_paragraph("{{ burgemeester }} {% for x in range(9) %}{{ 7*7 }}{% endfor %}")
    out = io.BytesIO()
    document.save(out)
    made = lay_out_in(PROEF, out.getvalue())
    assert "49" not in made.document.paragraphs[0].text
    said = " ".join(remarks_of(made))
    for one in ("{{ burgemeester }}", "{% for x in range(9) %}", "{{ 7*7 }}"):
        assert one in said


@settings(max_examples=15)
@given(text=st.text(st.sampled_from("{}% inhoudtitel<&>\n\U0001f600é_=+1"), max_size=60))
def test_what_people_wrote_is_never_read_as_a_field(text: str) -> None:
    nasty = f"{text} {{{{ titel }}}} {{{{ inhoud }}}}"
    stuk = Stuk("T", "B", "O", "V", (Alinea(nasty), Lijst((nasty,)), Kop(1, "K")))
    document = opened(write_stuk(stuk, "docx", letterhead()))
    shown = [one.text for one in document.paragraphs]
    assert shown.count(nasty) == 2


def test_a_table_of_contents_comes_where_the_template_asks_for_it() -> None:
    document = docx.Document()
    for text in ("{{ inhoudsopgave }}", "{{ inhoud }}"):
        document.add_paragraph(text)
    out = io.BytesIO()
    document.save(out)
    body = lay_out_in(PROEF, out.getvalue()).document.element.body
    marks = {one.get(qn("w:name")) for one in body.iter(qn("w:bookmarkStart"))}
    links = {one.get(qn("w:anchor")) for one in body.iter(qn("w:hyperlink"))} - {None}
    assert links
    assert links <= marks


def test_the_field_may_stand_in_a_cell_which_then_still_ends_as_word_wants() -> None:
    document = docx.Document()
    document.add_table(rows=1, cols=1).cell(0, 0).paragraphs[0].text = "{{ inhoud }}"
    out = io.BytesIO()
    document.save(out)
    made = lay_out_in(PROEF, out.getvalue()).document
    cell = made.tables[0].cell(0, 0)
    assert cell._tc[-1].tag == qn("w:p")
    assert "Kop van een hoofdstuk" in cell.text


def test_our_own_example_has_every_style_and_field() -> None:
    made = lay_out_in(PROEF, example_template())
    assert remarks_of(made) == []
    assert made.velden >= {"titel", "ondertitel", "werkruimte", "datum", "inhoud"}


def test_the_first_template_is_used_at_once_and_another_only_when_chosen(hilversum: World) -> None:
    Sjabloon.objects.all().delete()
    beheer = hilversum.actor(LidRol.AGENDABEHEERDER)
    first = keep_sjabloon(beheer, "  Brief ", letterhead())
    second = keep_sjabloon(beheer, "Leeg", bare())
    assert (first.naam, first.in_gebruik, first.opmerkingen) == ("Brief", True, [])
    assert not second.in_gebruik
    assert len(second.opmerkingen) >= 3
    choose_sjabloon(beheer, second.pk)
    assert [one.naam for one in Sjabloon.objects.filter(in_gebruik=True)] == ["Leeg"]
    choose_sjabloon(beheer, None)
    assert template_of(hilversum.werkruimte.pk) is None


def test_a_refused_template_leaves_nothing_behind(hilversum: World) -> None:
    beheer = hilversum.actor(LidRol.AGENDABEHEERDER)
    before = (Sjabloon.objects.count(), Bestand.objects.count())
    with pytest.raises(BadFile):
        keep_sjabloon(beheer, "Kwaad", rebuilt(letterhead(), extra={"word/vbaProject.bin": b"x"}))
    assert (Sjabloon.objects.count(), Bestand.objects.count()) == before


def test_a_name_that_is_taken_or_empty_is_a_fault_of_the_name(hilversum: World) -> None:
    beheer = hilversum.actor(LidRol.AGENDABEHEERDER)
    keep_sjabloon(beheer, "Brief", letterhead())
    for naam in ("Brief", " "):
        with pytest.raises(BadInput) as refused:
            keep_sjabloon(beheer, naam, letterhead())
        assert refused.value.fouten[0].cel == "naam"


def test_only_who_keeps_the_agenda_changes_a_template_and_others_see_none(
    hilversum: World,
) -> None:
    kept = keep_sjabloon(hilversum.actor(LidRol.REDACTEUR), "Brief", letterhead())
    for rol in (LidRol.WETHOUDER, LidRol.PARTNER, LidRol.LEZER, LidRol.PUBLIEK):
        actor = hilversum.actor(rol)
        with pytest.raises(NotAllowed):
            keep_sjabloon(actor, "Ander", letterhead())
        with pytest.raises(NotAllowed):
            choose_sjabloon(actor, kept.pk)
        with pytest.raises(NotAllowed):
            remove_sjabloon(actor, kept.pk)


def test_the_template_of_another_werkruimte_is_not_there(hilversum: World) -> None:
    kept = keep_sjabloon(hilversum.actor(LidRol.AGENDABEHEERDER), "Brief", letterhead())
    elsewhere = replace(
        hilversum.actor(LidRol.AGENDABEHEERDER), werkruimte=hilversum.werkruimte.pk + 1
    )
    for verb in (choose_sjabloon, remove_sjabloon):
        with pytest.raises(NotFound):
            verb(elsewhere, kept.pk)


def test_the_trial_print_tells_which_style_is_used_for_what(hilversum: World) -> None:
    beheer = hilversum.actor(LidRol.AGENDABEHEERDER)
    kept = keep_sjabloon(beheer, "Brief", letterhead())
    proef = try_sjabloon(beheer, kept.pk, date(2026, 11, 22))
    assert ("Tabel", "Gemeentetabel") in proef.gevonden
    assert "Kop van een hoofdstuk" in [one.text for one in opened(proef.inhoud).paragraphs]


def test_a_template_that_is_taken_away_is_gone_with_its_file(hilversum: World) -> None:
    beheer = hilversum.actor(LidRol.AGENDABEHEERDER)
    kept = keep_sjabloon(beheer, "Brief", letterhead())
    remove_sjabloon(beheer, kept.pk)
    assert not Sjabloon.objects.filter(pk=kept.pk).exists()
    assert not Bestand.objects.filter(pk=kept.document_id).exists()


def test_every_kind_of_block_is_in_the_trial() -> None:
    kinds = {type(one) for one in PROEF.blokken}
    assert {Kop, Alinea, Lijst, Links, Tabel} <= kinds
