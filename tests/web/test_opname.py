"""What people send stays in memory: a temporary file of a register would outlive every rule."""

import tempfile
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import InMemoryUploadedFile
from django.test import RequestFactory

from openlea.web import opname


@pytest.fixture
def temp(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def sent(*contents: bytes) -> Mapping[str, Any]:
    files = {}
    for place, content in enumerate(contents):
        files[f"bestand{place}"] = BytesIO(content)
        files[f"bestand{place}"].name = f"{place}.csv"
    return dict(RequestFactory().post("/", files).FILES.items())


def test_a_file_larger_than_django_keeps_in_memory_still_leaves_no_trace(temp: Path) -> None:
    content = b"999990019;" * 600_000
    file = sent(content)["bestand0"]
    assert isinstance(file, InMemoryUploadedFile)
    assert file.read() == content
    assert list(temp.iterdir()) == []


def test_several_files_each_keep_their_own_content() -> None:
    files = sent(b"een", b"twee")
    assert [files["bestand0"].read(), files["bestand1"].read()] == [b"een", b"twee"]


def test_too_much_is_let_go_but_its_size_is_known_so_that_a_form_can_say_it(
    temp: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opname, "MOST_BYTES", 1000)
    file = sent(b"x" * 200_000)["bestand0"]
    assert file.size == 200_000
    assert file.read() == b""
    assert list(temp.iterdir()) == []


def test_many_small_files_are_too_much_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opname, "MOST_BYTES", 1000)
    files = sent(b"x" * 600, b"y" * 600)
    assert files["bestand0"].read() == b"x" * 600
    assert files["bestand1"].read() == b""
