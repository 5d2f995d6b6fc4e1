"""Draws a chart that is described in Vega-Lite as a picture, without a browser and offline."""

import json
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from typing import Any

KEPT = 256
"""So many pictures stay at hand: drawing one takes a twentieth of a second, finding it nothing."""


def draw_chart(spec: Mapping[str, Any]) -> str:
    """Return the SVG text of a Vega-Lite chart, in the letters that we ship; the same one once."""
    return _drawn(json.dumps(spec, sort_keys=True, ensure_ascii=False))


@lru_cache(maxsize=KEPT)
def _drawn(spec: str) -> str:
    import vl_convert  # takes a third of a second, and most pages have no chart

    _register_letters()
    # No address is allowed: a chart holds its own rows and never fetches any.
    return str(vl_convert.vegalite_to_svg(spec, allowed_base_urls=[]))


@lru_cache(maxsize=1)
def _register_letters() -> None:
    import vl_convert

    vl_convert.register_font_directory(str(files("openlea.services") / "fonts"))
