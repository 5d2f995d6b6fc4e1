"""However a workbook is damaged, the error names the place and the reason, and nothing crashes."""

import random
import re

import pytest

from openlea.core.errors import BadFile, BadInput
from openlea.services.read_xlsx import read_xlsx
from tests.services import xlsx_schade, xlsx_schade_bytes
from tests.services.xlsx_schade import Schade
from tests.services.xlsx_voorbeeld import AGENDA

_KANS = random.Random(2025)  # noqa: S311  the same damage every time
IN_CELLS: list[Schade] = [
    *xlsx_schade.wrong_values(_KANS),
    *xlsx_schade.wrong_days_and_numbers(_KANS),
    *xlsx_schade.wrong_words(_KANS),
    *xlsx_schade.wrong_meaning(_KANS),
    *xlsx_schade.wrong_tables(_KANS),
    *xlsx_schade.wrong_agenda_sheet(),
]
IN_BYTES: list[Schade] = [
    *xlsx_schade_bytes.other_files(),
    *xlsx_schade_bytes.broken_zips(_KANS),
    *xlsx_schade_bytes.bombs(),
]
CELL = re.compile(r"([A-Z]{1,3}[1-9]\d{0,6})?")


def test_there_are_at_least_two_hundred_damaged_workbooks() -> None:
    assert len(IN_CELLS) + len(IN_BYTES) >= 200


def test_without_damage_both_workbooks_give_the_agenda() -> None:
    assert read_xlsx(xlsx_schade.good()) == AGENDA
    assert read_xlsx(xlsx_schade.bare()) == AGENDA


@pytest.mark.parametrize("schade", IN_CELLS, ids=lambda schade: schade.naam)
def test_damage_in_a_sheet_is_named_by_sheet_and_cell(schade: Schade) -> None:
    with pytest.raises(BadInput) as found:
        read_xlsx(schade.make())
    fouten = found.value.fouten
    _speaks_clearly(found.value)
    assert any(f.blad == schade.blad and schade.cel in ("", f.cel) for f in fouten), fouten
    # One mistake gives one error, or a few where others point to what is now gone.
    assert len(fouten) <= 4, fouten


@pytest.mark.parametrize("schade", IN_BYTES, ids=lambda schade: schade.naam)
def test_a_file_that_is_no_good_workbook_is_refused_with_a_reason(schade: Schade) -> None:
    with pytest.raises(BadInput) as found:
        read_xlsx(schade.make())
    _speaks_clearly(found.value)
    places = {(f.blad, f.cel) for f in found.value.fouten}
    assert not schade.blad or (schade.blad, schade.cel) in places


def _speaks_clearly(error: BadInput) -> None:
    assert type(error) in (BadInput, BadFile)
    assert error.fouten
    for fout in error.fouten:
        assert fout.reden[:1].isupper() or fout.reden[:1] == "'", fout
        assert fout.reden.endswith((".", "?")), fout
        assert CELL.fullmatch(fout.cel), fout
    # The last net is for what nobody thought of: known damage has a reason of its own.
    assert error.__cause__ is None, repr(error.__cause__)
