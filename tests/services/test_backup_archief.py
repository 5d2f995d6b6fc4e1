"""The file of a backup: one changed byte, one missing byte or anything strange is refused."""

import gzip
import tarfile
from dataclasses import replace
from functools import cache
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openlea.core.errors import BadFile
from openlea.services.backup.lezen import read_whole
from openlea.services.backup.schrijven import BLOK, MERK, STAART, Archief
from openlea.services.backup.tabellen import read_lines
from openlea.services.backup.vorm import MANIFEST, Lid, Manifest, Tabel

BODIES = {"documenten/1/a.pdf": b"een document", "vault/hilversum/b.kluis": bytes(600)}
DELEN = {"documenten", "vault"}


def lid(naam: str, body: bytes, pad: str | None = None) -> Lid:
    deel, _, rest = naam.partition("/")
    return Lid(
        naam=naam,
        bytes=len(body),
        sha256=sha256(body).hexdigest(),
        deel=deel,
        pad=rest if pad is None else pad,
        groot=len(body),
    )


def manifest(*leden: Lid) -> Manifest:
    return Manifest(
        vorm=1,
        release="0.1.0",
        gemaakt_op="2026-01-01T00:00:00+00:00",
        database="sqlite",
        migraties={},
        tabellen=[],
        leden=list(leden),
        delen=dict.fromkeys(DELEN, ""),
    )


def archive(told: Manifest, bodies: dict[str, bytes]) -> bytes:
    """Return an archive of these bodies with this list."""
    out = BytesIO()
    made = Archief(out)
    for naam, body in {**bodies, MANIFEST: told.as_bytes()}.items():
        made.add(naam, len(body), BytesIO(body))
    made.close()
    return out.getvalue()


@cache
def sound() -> bytes:
    return archive(manifest(*(lid(naam, body) for naam, body in BODIES.items())), BODIES)


def sealed(tar: bytes) -> bytes:
    """Return a tar of somebody else's making with a right hash behind it."""
    return tar + MERK + sha256(tar).hexdigest().encode() + b"\n"


def refusal(body: bytes, folder: Path) -> str:
    file = folder / "back-up.tar"
    file.write_bytes(body)
    with pytest.raises(BadFile) as refused:
        read_whole(file)
    return str(refused.value)


def test_a_whole_backup_is_read_and_any_tar_program_can_unpack_it(tmp_path: Path) -> None:
    file = tmp_path / "back-up.tar"
    file.write_bytes(sound())
    read = read_whole(file)
    for one in read.manifest.leden:
        with read.opened(one) as body:
            assert body.read() == BODIES[one.naam]
    with tarfile.open(file) as tar:
        assert tar.getnames() == [*BODIES, MANIFEST]


@given(st.data())
def test_one_changed_byte_anywhere_is_refused(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    body = bytearray(sound())
    place = data.draw(st.integers(0, len(body) - 1))
    body[place] ^= data.draw(st.integers(1, 255))
    assert refusal(bytes(body), tmp_path_factory.mktemp("byte"))


@given(st.data())
def test_a_file_that_was_cut_off_or_grew_is_refused(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    end = data.draw(st.integers(0, len(sound()) - 1))
    folder = tmp_path_factory.mktemp("einde")
    assert refusal(sound()[:end], folder)
    assert refusal(sound() + bytes(data.draw(st.integers(1, 1024))), folder)


def test_the_refusal_names_the_member_that_changed(tmp_path: Path) -> None:
    body = sound().replace(b"een document", b"een dokument")
    assert refusal(body, tmp_path).startswith("documenten/1/a.pdf: de inhoud is gewijzigd")


def test_a_member_that_changed_together_with_the_hash_of_the_whole_is_refused_too(
    tmp_path: Path,
) -> None:
    body = sound()[:-STAART].replace(b"een document", b"een dokument")
    assert "documenten/1/a.pdf: de inhoud is gewijzigd" in refusal(sealed(body), tmp_path)


@pytest.mark.parametrize("pad", ["../weg", "/etc/passwd", "a/../../b", "a\\b", "", "./a", "a//b"])
def test_a_path_that_leads_outside_its_folder_is_refused(tmp_path: Path, pad: str) -> None:
    one = lid("documenten/x", b"x", pad)
    assert "wijst buiten zijn map" in refusal(archive(manifest(one), {one.naam: b"x"}), tmp_path)


def test_a_key_in_a_backup_is_refused(tmp_path: Path) -> None:
    one = lid("vault/geheim.sleutel", b"x")
    assert "geheim.sleutel" in refusal(archive(manifest(one), {one.naam: b"x"}), tmp_path)


def test_one_path_twice_is_refused(tmp_path: Path) -> None:
    leden = [lid("documenten/a", b"x", "a"), lid("documenten/b", b"x", "a")]
    body = archive(manifest(*leden), {one.naam: b"x" for one in leden})
    assert "staat er twee keer in" in refusal(body, tmp_path)


def test_one_member_twice_is_refused(tmp_path: Path) -> None:
    out = BytesIO()
    made = Archief(out)
    for _ in range(2):
        made.add("documenten/a", 1, BytesIO(b"x"))
    made.close()
    assert "documenten/a: dit deel staat er twee keer in." in refusal(out.getvalue(), tmp_path)


@pytest.mark.parametrize(
    "kind", [tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.CHRTYPE, tarfile.FIFOTYPE, tarfile.DIRTYPE]
)
def test_a_link_or_a_device_is_refused(tmp_path: Path, kind: bytes) -> None:
    out = BytesIO()
    with tarfile.open(fileobj=out, mode="w", format=tarfile.USTAR_FORMAT) as tar:
        info = tarfile.TarInfo("documenten/a")
        info.type, info.linkname = kind, "/etc/passwd"
        tar.addfile(info)
    assert "geen gewoon bestand" in refusal(sealed(out.getvalue()), tmp_path)


def test_a_member_that_says_to_be_larger_than_the_file_is_refused(tmp_path: Path) -> None:
    info = tarfile.TarInfo("documenten/a")
    info.size, info.mode = 8**11 - 1, 0o600
    tar = info.tobuf(tarfile.USTAR_FORMAT) + bytes(2 * BLOK)
    assert "groter dan het bestand" in refusal(sealed(tar), tmp_path)


def test_a_member_that_the_list_does_not_name_is_refused(tmp_path: Path) -> None:
    body = archive(manifest(), {"documenten/a": b"x"})
    assert "staat niet in de lijst" in refusal(body, tmp_path)


def test_a_member_that_is_missing_is_refused(tmp_path: Path) -> None:
    body = archive(manifest(lid("documenten/a", b"x")), {})
    assert "documenten/a: dit deel ontbreekt" in refusal(body, tmp_path)


def test_a_form_of_a_later_release_is_refused_with_what_to_do(tmp_path: Path) -> None:
    said = refusal(archive(replace(manifest(), vorm=2), {}), tmp_path)
    assert "vorm 2" in said
    assert "Werk Open LEA eerst bij" in said


def test_a_part_that_this_release_does_not_know_is_refused(tmp_path: Path) -> None:
    body = archive(manifest(lid("sterren/a", b"x")), {"sterren/a": b"x"})
    assert "'sterren' kent deze versie niet" in refusal(body, tmp_path)


def test_a_size_below_zero_does_not_lift_the_limit_on_unpacking(tmp_path: Path) -> None:
    leden = [replace(lid(naam, body), groot=-1) for naam, body in BODIES.items()]
    assert "onder nul" in refusal(archive(manifest(*leden), BODIES), tmp_path)


def test_rows_of_a_table_that_the_list_does_not_name_are_refused_before_anything_is_written(
    tmp_path: Path,
) -> None:
    bodies = {"database/records.vreemd": b"rijen"}
    told = manifest(*(lid(naam, body) for naam, body in bodies.items()))
    assert "records.vreemd" in refusal(archive(told, bodies), tmp_path)


@pytest.mark.parametrize(
    "body",
    [
        b"geen gzip",
        gzip.compress(b'["a"]\n[1]\n')[:-6],
        gzip.compress(b'["a"]\n{half\n'),
        gzip.compress(b'["a"]\n["\xff"]\n'),
    ],
    ids=["not packed", "cut off", "half a row", "not text"],
)
def test_a_table_that_can_not_be_unpacked_is_named_though_every_hash_is_right(
    tmp_path: Path, body: bytes
) -> None:
    naam, file = "database/records.actie", tmp_path / "back-up.tar"
    one = replace(lid(naam, body), groot=10_000)
    told = replace(
        manifest(one), tabellen=[Tabel(naam="records.actie", rijen=1, hoogste=1, inhoud="")]
    )
    file.write_bytes(archive(told, {naam: body}))
    found = read_whole(file)
    refusal = pytest.raises(BadFile, match=r"records\.actie.*niet uit te pakken")
    with refusal, found.opened(one) as opened:
        list(read_lines(opened))
