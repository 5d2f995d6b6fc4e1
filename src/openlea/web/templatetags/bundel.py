"""Finds the built styles and scripts of a page by the names they have in the sources."""

import json
from functools import lru_cache
from pathlib import Path
from typing import Any

from django import template
from django.conf import settings
from django.templatetags.static import static
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

MANIFEST = Path(__file__).parent.parent / "static" / "bundle" / "manifest.json"

register = template.Library()


@lru_cache(maxsize=2)
def _entries(changed: int) -> dict[str, dict[str, Any]]:
    # The moment of building is the key, so that a new build is seen without a restart.
    return dict(json.loads(MANIFEST.read_text())) if changed else {}


def _entry(source: str) -> dict[str, Any]:
    changed = MANIFEST.stat().st_mtime_ns if MANIFEST.exists() else 0
    return _entries(changed).get(source, {})


@register.simple_tag
def stijl(source: str) -> SafeString:
    """Return the stylesheet links of an entry such as 'src/site.js'; nothing if it isn't built."""
    entry = _entry(source)
    files = [*entry.get("css", [])]
    if entry.get("file", "").endswith(".css"):
        files.append(entry["file"])
    links = ((static(f"bundle/{file}"),) for file in files)
    return format_html_join("\n", '<link rel="stylesheet" href="{}">', links)


@register.simple_tag
def script(source: str) -> SafeString:
    """Return the module script of an entry such as 'src/grid.js'; nothing if it isn't built."""
    file = _entry(source).get("file", "")
    if not file.endswith(".js"):
        return SafeString("")
    return format_html('<script type="module" src="{}"></script>', static(f"bundle/{file}"))


@register.simple_tag
def themastijl() -> SafeString:
    """Return the stylesheet of the theme that OPENLEA_THEME names."""
    return stijl(f"src/themes/{thema()}.css")


@register.simple_tag
def thema() -> str:
    """Return the name of the theme; without one it is 'voorbeeld'."""
    return getattr(settings, "THEME", "") or "voorbeeld"
