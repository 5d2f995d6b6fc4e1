"""The rules of a placement in sentences, for people who don't read TOML."""

from collections.abc import Iterator

from openlea.core.plaatsing import Buurtvorm, Criterium, Lotvorm, Regels, Voorrang, Wijze

WIJZEN = {
    Wijze.DA: "Elk kind krijgt de hoogste wens die volgens de voorrang en het lot kan.",
    Wijze.BOSTON: "Eerst alle eerste wensen, dan alle tweede. Slim kiezen kan hier lonen.",
    Wijze.SERIE: "Een voor een, in de volgorde van het lot.",
}


def rule_sentences(regels: Regels) -> Iterator[str]:
    """Yield what the rules say, one sentence each, in the order in which they matter."""
    yield WIJZEN[regels.wijze]
    if regels.wijze is Wijze.DA and not regels.quota and not regels.gekoppeld_samen:
        yield "Een andere volgorde opgeven dan je echt wilt, helpt niet."
    if regels.voorrang:
        named = [_criterium(one) for one in regels.voorrang]
        together = (
            "wie er meer heeft, gaat voor" if regels.stapelen else "de eerste die geldt, telt"
        )
        yield f"Voorrang, op volgorde: {'; '.join(named)}. Bij meer dan één: {together}."
    else:
        yield "Niemand heeft voorrang."
    for one in regels.quota:
        rest = "en blijft anders leeg" if one.hard else "en gaat anders naar wie volgt"
        yield f"Van elke school is {one.procent:g} % voor {one.groep.label}, {rest}."
    yield (
        "Bij gelijke voorrang beslist het lot: één lot per kind voor alle scholen."
        if regels.loting is Lotvorm.ENKEL
        else "Bij gelijke voorrang beslist het lot: per school een eigen lot."
    )
    yield (
        "Gekoppelde kinderen gaan samen naar één school, of elk apart."
        if regels.gekoppeld_samen
        else "Gekoppelde kinderen delen één lot."
    )
    if regels.tweede_ronde:
        yield "Wie overblijft, krijgt de dichtstbijzijnde school met nog een plek aangeboden."
    yield _wishes(regels)


def _criterium(one: Voorrang) -> str:
    said = one.criterium.label
    if one.criterium is Criterium.NABIJHEID:
        km = f"{one.km:g}".replace(".", ",")
        how = {
            Buurtvorm.STRAAL: f"binnen {km} km",
            Buurtvorm.DICHTSTBIJ: f"bij de {one.aantal} dichtstbijzijnde scholen",
            Buurtvorm.GEBIED: "in het gebied van de school",
        }
        said = f"wonen {how[one.vorm]}"
    return f"{said} (alleen bij de eerste wens)" if one.alleen_eerste_keus else said


def _wishes(regels: Regels) -> str:
    most = f" en ten hoogste {regels.wensen_max}" if regels.wensen_max else ""
    return f"Elk kind geeft ten minste {regels.wensen_min}{most} wensen."
