"""What is published says nothing of one child, and one changed byte in it is caught."""

import json
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from openlea.core.errors import BadInput
from openlea.policy.loting import seal
from openlea.services.check_lottery import check_lottery
from openlea.services.plaats.controle import checks
from openlea.services.place_children import place_children
from openlea.services.seal_register import seal_register
from tests.services.plaats.wereld import REGELS, asked, children, silent

ZAAD = "Trekking van de dag: 4 8 15 16 23 42"
CLOSED = {"uitkomst.csv", "geheim.json"}
PUBLIC = [
    "controle.py",
    "inhoud.json",
    "protocol.pdf",
    "regels.toml",
    "register.json",
    "tabellen/per_pc4.csv",
    "tabellen/per_plek.csv",
    "tabellen/totaal.csv",
    "trekking.csv",
    "trekking.json",
    "vastlegging.json",
]


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder that was promised and drawn, with letters."""
    folder = tmp_path_factory.mktemp("plaats")
    aanvraag = asked(folder / "in")
    seal_register(aanvraag, folder / "uit")
    place_children(aanvraag, folder / "uit", ZAAD, brieven="html", told=silent)
    return folder / "uit"


@pytest.fixture(scope="module")
def public(whole: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of what everybody may have, and nothing else."""
    copy = tmp_path_factory.mktemp("openbaar") / "uit"
    shutil.copytree(whole, copy, ignore=shutil.ignore_patterns(*CLOSED, "brieven"))
    return copy


def right(folder: Path, known: str = "") -> bool:
    """Return whether both verifiers find everything right; they must agree."""
    ours = all(one.goed for one in check_lottery(folder, known))
    alone = all(good for _, good in checks(folder, known))
    assert ours == alone, "the verifier of the product and the one in the folder disagree"
    return ours


def test_the_public_files_alone_are_enough_to_check(public: Path) -> None:
    found = sorted(str(file.relative_to(public)) for file in public.rglob("*") if file.is_file())
    assert found == PUBLIC
    promised = json.loads((public / "vastlegging.json").read_text())["vastlegging"]
    assert right(public, promised)
    assert not right(public, "0" * 64), "another promise than the published one is told"


def test_the_file_in_the_folder_checks_by_itself_without_the_product(public: Path) -> None:
    command = [sys.executable, "-I", str(public / "controle.py")]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd="/")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "FOUT" not in done.stdout
    assert done.stdout.count("goed") == len(check_lottery(public))


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.sampled_from(PUBLIC), st.floats(0, 1, exclude_max=True), st.integers(1, 255))
def test_one_changed_byte_in_any_public_file_is_caught(
    public: Path, name: str, where: float, flip: int
) -> None:
    file = public / name
    content = file.read_bytes()
    changed = bytearray(content)
    changed[int(where * len(content))] ^= flip
    file.write_bytes(bytes(changed))
    try:
        assert not right(public), f"{name}, byte {int(where * len(content))}"
    finally:
        file.write_bytes(content)


def test_a_changed_outcome_is_caught_by_who_holds_it(whole: Path) -> None:
    file = whole / "uitkomst.csv"
    content = file.read_bytes()
    assert right(whole)
    file.write_bytes(content.replace(b";A;", b";B;", 1))
    assert not right(whole)
    file.write_bytes(content)


@pytest.mark.parametrize("name", PUBLIC)
def test_a_missing_or_longer_public_file_is_caught(public: Path, name: str) -> None:
    file = public / name
    content = file.read_bytes()
    file.write_bytes(content + b"\n")
    assert not right(public)
    file.unlink()
    assert not right(public)
    file.write_bytes(content)
    assert right(public)


def test_a_list_of_hashes_that_was_made_anew_does_not_hide_another_lottery(
    public: Path, tmp_path: Path
) -> None:
    promised = json.loads((public / "vastlegging.json").read_text())["vastlegging"]
    aanvraag = asked(tmp_path / "in")
    place_children(aanvraag, tmp_path / "uit", ZAAD, brieven="geen", told=silent)
    assert right(tmp_path / "uit"), "by itself it is a lottery like any other"
    assert not right(tmp_path / "uit", promised), "but not the one that was promised"


def test_nothing_public_tells_siblings_indication_or_home(public: Path, tmp_path: Path) -> None:
    """The same numbers with other siblings, needs and homes give a register of the same form."""
    said = {file.name: file.read_bytes() for file in public.rglob("*") if file.is_file()}
    for name in ("register.json", "trekking.csv", "trekking.json", "inhoud.json"):
        for secret in (b"1211;", b"broer", b"indicatie", b"wensen", b"doelgroep"):
            assert secret not in said[name], f"{name} holds {secret!r}"
    register = json.loads(said["register.json"])
    for child in register["kinderen"]:
        assert set(child) == {"nummer", "zegel"}
        assert len(child["zegel"]) == 64
    for name, content in said.items():
        if name not in {"register.json", "trekking.csv"}:
            assert b"kind-00" not in content, f"{name} names a child"


def test_every_byte_of_the_lists_is_caught(public: Path) -> None:
    for name in ("inhoud.json", "trekking.json", "vastlegging.json"):
        content = (public / name).read_bytes()
        for at in range(len(content)):
            (public / name).write_bytes(content[:at] + bytes([content[at] ^ 1]) + content[at + 1 :])
            assert not all(good for _, good in checks(public)), f"{name}, byte {at}"
        (public / name).write_bytes(content)
    assert right(public)


def test_equal_children_have_different_seals_so_seals_tell_nothing(public: Path) -> None:
    register = json.loads((public / "register.json").read_text())
    seals = [child["zegel"] for child in register["kinderen"]]
    assert len(set(seals)) == len(seals)


def test_a_parent_checks_the_own_line_with_the_key_in_the_letter(whole: Path) -> None:
    letter = (whole / "brieven" / "kind-001.html").read_text()
    row = letter.split("<dt>Regel</dt><dd>")[1].split("</dd>")[0].replace("&quot;", '"')
    key = letter.split("<dt>Sleutel</dt><dd>")[1].split("</dd>")[0]
    register = json.loads((whole / "register.json").read_text())
    zegels = {child["nummer"]: child["zegel"] for child in register["kinderen"]}
    assert seal(bytes.fromhex(key), json.loads(row)) == zegels["kind-001"]


def test_files_about_single_children_are_for_their_owner_alone(whole: Path) -> None:
    closed = [whole / name for name in CLOSED] + list((whole / "brieven").iterdir())
    assert len(closed) == 8 + 2
    for file in closed:
        assert stat.S_IMODE(file.stat().st_mode) == 0o600, file.name
    assert stat.S_IMODE((whole / "brieven").stat().st_mode) == 0o700


def test_what_was_promised_can_not_be_changed_before_the_draw(tmp_path: Path) -> None:
    aanvraag = asked(tmp_path / "in")
    seal_register(aanvraag, tmp_path / "uit")
    for changed in (
        {"kinderen": children().replace("kind-003;1211;A|B;;nee", "kind-003;1211;A|B;A;nee")},
        {"kinderen": children(9)},
        {"scholen": "plek;naam;capaciteit;pc4\nA;School A;4;1211\nB;B;3;1217\nC;C;2;1223\n"},
        {"regels": "stapelen = true\n" + REGELS},
    ):
        other = asked(tmp_path / "ander", **changed)
        with pytest.raises(BadInput, match="anders dan wat vooraf is vastgelegd"):
            place_children(other, tmp_path / "uit", ZAAD, brieven="geen", told=silent)
    with pytest.raises(BadInput, match="hier is al iets vastgelegd"):
        seal_register(aanvraag, tmp_path / "uit")
    place_children(aanvraag, tmp_path / "uit", ZAAD, brieven="geen", told=silent)
    with pytest.raises(BadInput, match="hier is al geloot"):
        place_children(aanvraag, tmp_path / "uit", "nog eens", brieven="geen", told=silent)


def test_the_order_of_the_file_changes_nothing(tmp_path: Path) -> None:
    aanvraag = asked(tmp_path / "in")
    seal_register(aanvraag, tmp_path / "uit")
    head, *lines = children().splitlines(keepends=True)
    other = asked(tmp_path / "om", "".join([head, *reversed(lines)]))
    place_children(other, tmp_path / "uit", ZAAD, brieven="geen", told=silent)
    assert right(tmp_path / "uit")


def test_a_lot_per_place_is_checked_as_well(tmp_path: Path) -> None:
    aanvraag = asked(tmp_path / "in", regels='loting = "meervoudig"\n' + REGELS)
    seal_register(aanvraag, tmp_path / "uit")
    place_children(aanvraag, tmp_path / "uit", ZAAD, brieven="geen", told=silent)
    assert right(tmp_path / "uit")
    assert not (tmp_path / "uit" / "trekking.csv").exists()


def test_a_folder_that_is_no_lottery_is_told_and_nothing_falls_over(tmp_path: Path) -> None:
    assert not right(tmp_path)
    for name in ("vastlegging", "register", "trekking", "inhoud"):
        (tmp_path / f"{name}.json").write_text("[]\n")
    (tmp_path / "regels.toml").write_text("")
    assert not right(tmp_path)
