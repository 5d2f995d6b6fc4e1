"""The letter of one child: its place, why not a higher wish, and its own line of the register."""

from collections.abc import Iterator

from openlea.core.plaatsing import Kind, Lotvorm, Plek, Wijze
from openlea.policy.loting import canonical
from openlea.policy.voorrang import class_words
from openlea.services.papier.blokken import Alinea, Blok, Feiten, Kop, Stuk
from openlea.services.plaats.opstelling import Opstelling
from openlea.services.plaats.register import sealed_row
from openlea.services.plaats.uitleg import Plaatsing, Reden

NA = (
    "Vooraf is vastgelegd welke kinderen meedoen, met welke wensen en regels. Daarna is in het "
    "openbaar geloot. Met de openbare bestanden kan iedereen de loting narekenen. Met de sleutel "
    "hieronder kun je nagaan dat de regel van je kind vooraf zo vaststond: het zegel is "
    "HMAC-SHA256 van de regel (met een regeleinde) met die sleutel. Bewaar de sleutel voor jezelf."
)


def compose_brief(
    setup: Opstelling, child: int, plaatsing: Plaatsing, own_key: str, zegel: str
) -> Stuk:
    """Return the letter of one child; it says nothing of any other child."""
    kind = setup.kinderen[child]
    return Stuk(
        titel="De plaatsing van je kind",
        bovenkop=setup.regels.naam,
        ondertitel=f"Nummer {kind.nummer}",
        voetregel="",
        blokken=tuple(_blokken(setup, kind, plaatsing, own_key, zegel)),
        omslag=False,
    )


def _blokken(
    setup: Opstelling, kind: Kind, plaatsing: Plaatsing, own_key: str, zegel: str
) -> Iterator[Blok]:
    yield Alinea(outcome_words(setup, plaatsing))
    if setup.regels.loting is Lotvorm.ENKEL and plaatsing.lot:
        said = f"Je kind had lotplaats {plaatsing.lot} van {len(setup.kinderen)}."
        if kind.gekoppeld:
            said += " Gekoppelde kinderen hebben samen één lot: dat van een van hen."
        yield Alinea(said)
    if plaatsing.redenen:
        yield Kop(1, "Waarom geen hogere wens?")
        for n, reden in enumerate(plaatsing.redenen, start=1):
            yield Kop(2, f"Wens {n}: {setup.plekken[reden.plek].naam}")
            yield Alinea(" ".join(reason_words(setup, reden)))
    yield Kop(1, "Zelf controleren")
    yield Alinea(NA)
    row = canonical(sealed_row(kind)).decode().strip()
    yield Feiten((("Regel", row), ("Sleutel", own_key), ("Zegel", zegel)))
    if setup.regels.bron:
        yield Alinea(f"Bron van de regels: {setup.regels.bron}", zacht=True)


def outcome_words(setup: Opstelling, plaatsing: Plaatsing) -> str:
    """Return in one sentence what a child got."""
    if plaatsing.plek < 0:
        return (
            "Je kind heeft nog geen plek. Alle scholen van de lijst waren vol met kinderen die "
            "volgens de regels vóórgingen."
        )
    naam = setup.plekken[plaatsing.plek].naam
    if plaatsing.ronde > 1:
        return (
            f"Je kind kan naar {naam}. Dat is de dichtstbijzijnde school met nog een plek: de "
            "scholen van de lijst waren vol."
        )
    return f"Je kind heeft een plek op {naam}. Dat is wens {plaatsing.wens}."


def reason_words(setup: Opstelling, reden: Reden) -> Iterator[str]:
    """Yield the sentences that say why a child isn't at one place; no lot of another child.

    A lot of the last one placed is only told as ten places of the lottery together.
    """
    plek, own = setup.plekken[reden.plek], class_words(reden.klasse, setup.regels)
    yield _seats(setup, plek, reden.plek)
    if plek.capaciteit == 0:
        return
    if reden.samen:
        yield "Voor de gekoppelde kinderen samen was hier geen plaats."
    elif reden.klasse_laatste is None:
        yield "Die waren allemaal vrijgehouden voor een groep waar je kind niet bij hoort."
    elif setup.regels.wijze is Wijze.BOSTON and reden.band is None:
        yield "De school was al vol voordat deze wens aan de beurt kwam."
    elif reden.band:
        low, high = reden.band
        yield f"De laatste met een plek had, net als je kind, {own}."
        yield f"Het lot gaf de doorslag: de laatste had een lotplaats van {low} tot en met {high}."
        yield f"Je kind had hier lotplaats {reden.lot}."
    else:
        last = class_words(reden.klasse_laatste, setup.regels)
        yield f"De laatste met een plek had {last}. Je kind had hier {own}."
        yield "Wie meer voorrang heeft, gaat vóór. Het lot telt pas daarna."
    yield f"Je kind staat op plaats {reden.reserve} van de reservelijst."


def _seats(setup: Opstelling, plek: Plek, number: int) -> str:
    kept = [one for one in setup.reserves if one.place == number and one.capacity]
    if plek.capaciteit == 0:
        return "Hier waren geen plaatsen."
    said = f"Hier waren {plek.capaciteit} plaatsen."
    for one in kept:
        groep = setup.regels.quota[one.group].groep.label
        said += f" {one.capacity} daarvan waren eerst voor {groep}."
    return said
