"""Pages find their built styles by the names in the sources, and live without them."""

import json
from pathlib import Path

import pytest
from django.test import override_settings

from openlea.web.apps import bundle_is_built
from openlea.web.templatetags import bundel


@pytest.fixture
def manifest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return where the manifest would stand; it isn't there yet."""
    file = tmp_path / "manifest.json"
    monkeypatch.setattr(bundel, "MANIFEST", file)
    return file


def test_without_a_bundle_a_page_has_no_style_and_the_builder_hears_why(manifest: Path) -> None:
    assert not manifest.exists()
    assert bundel.stijl("src/site.js") == ""
    assert bundel.script("src/site.js") == ""
    assert [warning.id for warning in bundle_is_built()] == ["web.W001"]


def test_an_entry_gives_its_script_and_its_styles(manifest: Path) -> None:
    built = {
        "src/site.js": {"file": "assets/site-1.js", "css": ["assets/site-2.css"]},
        "src/themes/dorp.css": {"file": "assets/thema-dorp-3.css"},
    }
    manifest.write_text(json.dumps(built), encoding="utf-8")
    assert 'src="/static/bundle/assets/site-1.js"' in bundel.script("src/site.js")
    assert 'href="/static/bundle/assets/site-2.css"' in bundel.stijl("src/site.js")
    with override_settings(THEME="dorp"):
        assert "thema-dorp-3.css" in bundel.themastijl()
        assert bundle_is_built() == []
    with override_settings(THEME="stad"):
        assert [warning.id for warning in bundle_is_built()] == ["web.W002"]


def test_the_lock_names_no_host() -> None:
    lock = Path(__file__).parents[2] / "frontend" / "package-lock.json"
    assert "://" not in lock.read_text(encoding="utf-8")
