"""The outcome of a round as a page shows it: per theme, per group, per question."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.safestring import SafeString

from openlea.core.raadpleging import VraagSoort
from openlea.policy.raadpleegbeeld import (
    Beeld,
    Beweging,
    Deelbeeld,
    Ronde,
    Verdeeldheid,
    Vraagbeeld,
    picture,
)
from openlea.policy.raadpleegcel import Cel
from openlea.storage.records.models import Raadpleging
from openlea.storage.records.raadpleging_values import ends_of, round_of
from openlea.web.charts.schaal_svg import draw_schaal
from openlea.web.templatetags.notatie import getal

WEINIG = "minder dan 5"
PIJL = {
    Beweging.HOGER: "pijl-op",
    Beweging.GELIJK: "pijl-rechts",
    Beweging.LAGER: "pijl-neer",
}
TEKEN = {
    Verdeeldheid.EENS: "vinkje-rond",
    Verdeeldheid.VERDEELD: "driehoek",
    Verdeeldheid.STERK: "uitroep",
}


@dataclass(frozen=True, slots=True)
class Groepregel:
    """What is shown of a group, or of groups together, on a question."""

    naam: str
    omvang: str
    woord: str


@dataclass(frozen=True, slots=True)
class Keuzeregel:
    """A choice with, per group, how often it was made."""

    keuze: str
    hoe_vaak: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Vraagregel:
    """A question of the outcome."""

    beeld: Vraagbeeld
    strip: SafeString
    teken: str
    pijl: str
    groepen: tuple[Groepregel, ...]
    keuzes: tuple[Keuzeregel, ...]


@dataclass(frozen=True, slots=True)
class Deelregel:
    """A theme of the outcome."""

    deel: Deelbeeld
    strip: SafeString
    pijl: str
    vragen: tuple[Vraagregel, ...]


@dataclass(frozen=True, slots=True)
class Groeprij:
    """A group in the table of groups: how many answered, and its mean per theme."""

    naam: str
    omvang: str
    cellen: tuple[tuple[str, float | None], ...]


@dataclass(frozen=True, slots=True)
class Uitkomstblad:
    """Everything of an outcome that the page shows."""

    ronde: Ronde
    beeld: Beeld
    delen: tuple[Deelregel, ...]
    groepen: tuple[Groeprij, ...]
    teksten: tuple[tuple[str, tuple[str, ...]], ...]
    uitersten: tuple[str, str]
    met_groepen: bool
    met_schaal: bool


def sheet(raadpleging: Raadpleging) -> Uitkomstblad | None:
    """Return the outcome of a closed round beside the round before it, or None until it is."""
    ronde = round_of(raadpleging)
    if ronde is None:
        return None
    before = round_of(raadpleging.vorige) if raadpleging.vorige else None
    beeld = picture(ronde, before)
    delen = tuple(_part(one) for one in beeld.delen)
    texts = {one.id: one.tekst for one in ronde.vragen if one.soort is VraagSoort.TEKST}
    return Uitkomstblad(
        ronde=ronde,
        beeld=beeld,
        delen=delen,
        groepen=tuple(_rows(ronde, beeld)),
        teksten=tuple((texts[naam], found) for naam, found in ronde.uitkomst.teksten.items()),
        uitersten=ends_of(raadpleging),
        met_groepen=len(ronde.uitkomst.groepen) > 1,
        met_schaal=any(one.deel.gemiddeld is not None for one in delen),
    )


def _rows(ronde: Ronde, beeld: Beeld) -> Iterator[Groeprij]:
    shown = [one for one in beeld.delen if one.gemiddeld is not None]
    for groep, omvang in ronde.uitkomst.groepen:
        cells = tuple((one.titel, dict(one.per_groep)[groep]) for one in shown)
        yield Groeprij(groep, omvang.label if omvang else WEINIG, cells)


def about(gemiddeld: float) -> str:
    """Return a mean in words: 'ongeveer 3,4'."""
    return f"ongeveer {getal(gemiddeld, 1)}"


def _part(deel: Deelbeeld) -> Deelregel:
    return Deelregel(
        deel=deel,
        strip=_strip(deel.titel, deel.gemiddeld),
        pijl=PIJL[deel.beweging] if deel.beweging else "",
        vragen=tuple(_question(one) for one in deel.vragen),
    )


def _question(one: Vraagbeeld) -> Vraagregel:
    scale = one.vraag.soort is VraagSoort.SCHAAL
    return Vraagregel(
        beeld=one,
        strip=_strip(one.vraag.tekst, one.gemiddeld),
        teken=TEKEN[one.verdeeldheid] if one.verdeeldheid else "",
        pijl=PIJL[one.beweging] if one.beweging else "",
        groepen=tuple(_group(cel) for cel in one.cellen) if scale else (),
        keuzes=() if scale else tuple(_choices(one)),
    )


def _strip(wat: str, gemiddeld: float | None) -> SafeString:
    if gemiddeld is None:
        return SafeString()
    return draw_schaal(gemiddeld, f"{wat}: {about(gemiddeld)} op een schaal van 1 tot 5.")


def _group(cel: Cel) -> Groepregel:
    word = cel.hoogte.label if cel.hoogte else ""
    within = ", intern verdeeld" if cel.verdeeld else ""
    return Groepregel(together(cel), cel.omvang.label, f"{word}{within}")


def together(cel: Cel) -> str:
    """Return whose answers a cell holds."""
    if len(cel.groepen) == 1:
        return cel.groepen[0]
    return f"Samen: {', '.join(cel.groepen)}"


def _choices(one: Vraagbeeld) -> Iterator[Keuzeregel]:
    for place, keuze in enumerate(one.vraag.keuzes):
        yield Keuzeregel(
            keuze, tuple((together(cel), cel.keuzes[place].label) for cel in one.cellen)
        )
