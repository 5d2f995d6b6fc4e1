"""A chart as people meet it: a picture, the same as a sentence, as a table and as a file."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils.safestring import SafeString, mark_safe

from openlea.services.draw_chart import draw_chart
from openlea.web.charts.getallen import written
from openlea.web.charts.palet import TOKENS, themed
from openlea.web.charts.svg import element, words

BREED, SMAL, SMAL_TOT = 600, 328, 560
"""Two widths at which a picture is drawn, so that letters stay readable on a phone; and the width
of the place under which the narrow one stands there (grafiek.css says the same)."""
GEEN_WAARDE = "–"

Cel = str | int | float | Decimal | None


@dataclass(frozen=True, slots=True)
class Kolom:
    """A column of the table of a chart: its head, the unit of its numbers, how fine they are."""

    naam: str
    eenheid: str = ""
    getal: bool = False
    decimals: int = 1

    def shown(self, cel: Cel) -> str:
        """Return a cell as it stands on the page; what isn't there is a dash."""
        if cel is None:
            return GEEN_WAARDE
        return cel if isinstance(cel, str) else written(float(cel), self.decimals)


def number_column(naam: str, eenheid: str = "", decimals: int = 1) -> Kolom:
    """Return a column of numbers."""
    return Kolom(naam, eenheid, getal=True, decimals=decimals)


@dataclass(frozen=True, slots=True, kw_only=True)
class Grafiek:
    """One Vega-Lite chart with the words and the table that say the same.

    `naam` is unique on its page and fit for an address. `beschrijving` is one sentence with the
    numbers. Without a spec `leeg` says why there is no picture. In `spec["usermeta"]`, `smal` holds
    what differs on a narrow screen, and `verhouding` the height as a share of the width.
    """

    naam: str
    titel: str
    beschrijving: str
    kolommen: tuple[Kolom, ...]
    rijen: tuple[tuple[Cel, ...], ...]
    spec: Mapping[str, Any] | None
    leeg: str = ""

    def __post_init__(self) -> None:
        """Refuse a name that can't stand in an address, and rows that don't fit their heads."""
        if not re.fullmatch(r"[a-z][a-z0-9_-]*", self.naam):
            raise ValueError(f"'{self.naam}' can't stand in an address")
        if any(len(rij) != len(self.kolommen) for rij in self.rijen):
            raise ValueError(f"{self.naam}: a row doesn't fit its heads")
        if self.spec is None and not self.leeg:
            raise ValueError(f"{self.naam}: without a picture, say why")


def picture(grafiek: Grafiek, width: int) -> SafeString:
    """Return the chart as SVG to stand in a page, `width` pixels wide; empty without a spec."""
    if grafiek.spec is None:
        return SafeString("")
    drawn = draw_chart(fitted(grafiek.spec, width))
    own = f"{grafiek.naam}-{width}"
    return mark_safe(_framed(themed(drawn), grafiek, own))  # noqa: S308 - drawn here, words escaped


def fitted(spec: Mapping[str, Any], width: int) -> dict[str, Any]:
    """Return the chart for a width, with what differs on a narrow screen."""
    meta = spec.get("usermeta", {})
    own = {**spec, **(meta.get("smal", {}) if width < SMAL_TOT else {}), "width": width}
    if "verhouding" in meta:
        own["height"] = round(width * meta["verhouding"])
    return own


_HEAD = re.compile(r"^<svg[^>]*?viewBox=\"([^\"]*)\"[^>]*>")
_HEARD = re.compile(r' (?:role|aria-[a-z]+)="[^"]*"')
_EMPTY = re.compile(r'<path class="(?:fore|back)ground"[^>]*?(?:display="none"|h0v0h0Z")[^>]*/>')
_ID = re.compile(r'(id="|url\(#)')


def _framed(drawn: str, grafiek: Grafiek, own: str) -> str:
    """Return the drawing with a name, and without what Vega says of each of its parts."""
    head = _HEAD.match(drawn)
    if head is None:
        raise ValueError("this is no drawing of Vega")
    inside = _EMPTY.sub("", _HEARD.sub("", drawn[head.end() : -len("</svg>")]))
    return element(
        "svg",
        element("title", words(grafiek.titel), id=f"{own}-titel"),
        element("desc", words(grafiek.beschrijving), id=f"{own}-uitleg"),
        _ID.sub(rf"\g<1>{own}-", inside),
        xmlns="http://www.w3.org/2000/svg",
        class_="ol-grafiek__svg",
        role="img",
        aria_labelledby=f"{own}-titel {own}-uitleg",
        viewBox=head[1],
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Figuur:
    """What the part `grafiek` shows: two pictures, the chart itself, the table and its address."""

    grafiek: Grafiek
    breed: SafeString
    smal: SafeString
    csv_url: str

    @property
    def rijen(self) -> list[list[dict[str, str | bool]]]:
        """Return the cells of the table as they are shown."""
        heads = self.grafiek.kolommen
        return [
            [
                {"tekst": kolom.shown(cel), "getal": kolom.getal}
                for kolom, cel in zip(heads, rij, strict=True)
            ]
            for rij in self.grafiek.rijen
        ]

    @property
    def bron(self) -> dict[str, Any] | None:
        """Return what the script on the page draws from."""
        if self.grafiek.spec is None:
            return None
        return {"spec": self.grafiek.spec, "tokens": dict(TOKENS), "smalTot": SMAL_TOT}


def figure(grafiek: Grafiek, vraag: str = "") -> Figuur:
    """Return a chart ready for the page; `vraag` is what the address asks, so a filter stays."""
    return Figuur(
        grafiek=grafiek,
        breed=picture(grafiek, BREED),
        smal=picture(grafiek, SMAL),
        csv_url=f"?{vraag}{'&' if vraag else ''}csv={grafiek.naam}",
    )


def figures(grafieken: Sequence[Grafiek], vraag: str = "") -> dict[str, Figuur]:
    """Return the charts of a page by name; raises ValueError when two have the same."""
    found = {one.naam: figure(one, vraag) for one in grafieken}
    if len(found) != len(grafieken):
        raise ValueError("two charts of a page have the same name")
    return found
