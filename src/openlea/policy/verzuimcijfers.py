"""The numbers of leerplicht as tables over schooljaren: for page, report, opgave and command."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from openlea.core.onthulling import Bereik
from openlea.core.telling import Gebied, Telstaat
from openlea.policy import verzuim as maat
from openlea.policy.cijfertekst import bereik_tekst

LEERPLICHTIG, KWALIFICATIEPLICHTIG = "leerplichtig", "kwalificatieplichtig"
ONBEKEND, WEINIG = "niet bekend", "minder dan 5"
Leerplichtigen = Mapping[str, Mapping[str, int]]
"""By schooljaar, by group, how many."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cijferregel:
    """One row: a name, and a number per schooljaar from old to new; None is not known."""

    titel: str
    waarden: tuple[Bereik | None, ...]
    decimals: int = 0
    onder: bool = False
    totaal: bool = False

    @property
    def teksten(self) -> tuple[str, ...]:
        """Return the numbers as they are written."""
        return tuple(value_text(one, self.decimals) for one in self.waarden)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cijfertabel:
    """One table: rows of which the numbers are in `eenheid`, and what to mind."""

    naam: str
    titel: str
    eenheid: str
    regels: tuple[Cijferregel, ...]
    noot: str = ""


def value_text(bereik: Bereik | None, decimals: int = 0) -> str:
    """Return '1.234', '0 tot 9', 'minder dan 5', or 'niet bekend'."""
    if bereik is None:
        return ONBEKEND
    if (bereik.laag, bereik.hoog) == (1, 4):
        return WEINIG
    return bereik_tekst(bereik, decimals)


def tables_of(reeks: Sequence[Telstaat], leerplichtigen: Leerplichtigen) -> tuple[Cijfertabel, ...]:
    """Return every table; `reeks` is from old to new."""
    return (
        _pupils(reeks, leerplichtigen),
        _home(reeks, leerplichtigen),
        _plain(reeks, "meldingen", "Gemeld verzuim", "meldingen", MELDINGEN, MELDINGEN_NOOT),
        _plain(reeks, "actie", "Tijd tot de eerste actie", "meldingen", ACTIE, ACTIE_NOOT),
        _exempt(reeks),
        _plain(reeks, "handhaving", "Handhaving", "zaken", HANDHAVING, HANDHAVING_NOOT),
        _plain(reeks, "jongeren", "Jongeren zonder startkwalificatie", "jongeren", JONGEREN, STEUN),
    )


MELDINGEN = (
    ("16 uur of meer in vier lesweken", "relatief_16uur"),
    ("Luxeverzuim", "luxe"),
    ("Overig verzuim", "overig"),
    ("Samen", maat.MELDINGEN),
)
MELDINGEN_NOOT = "Een leerling kan vaker gemeld zijn. Langdurig verzuim staat bij thuiszitters."
ACTIE = (
    *((one.label, str(one)) for one in maat.Actietijd),
    ("Helft binnen (dagen)", maat.DAGEN),
)
ACTIE_NOOT = "Dagen van melding tot eerste actie. De helft: de mediaan, alleen bij tien of meer."
HANDHAVING = tuple((one.label, str(one)) for one in maat.SANCTIES)
HANDHAVING_NOOT = "Over al het verzuim. Deze aantallen staan los: er is geen totaal."
JONGEREN = (
    ("In traject", "jongeren_in_traject"),
    ("Geen traject", "jongeren_geen_traject"),
    ("Uitgestroomd", "jongeren_uitgestroomd"),
    ("Onbekend", "jongeren_onbekend"),
    ("Samen", "jongeren_zonder_startkwalificatie"),
    ("Uitgestroomd naar school", "uitstroom_school"),
    ("Uitgestroomd naar werk", "uitstroom_werk"),
    ("Uitgestroomd naar school en werk", "uitstroom_school_en_werk"),
    ("Uitgestroomd met een uitkering", "uitstroom_uitkering"),
)
STEUN = "Jongeren tot 27 jaar die steun kunnen krijgen. Dit is geen vsv-statistiek."
SAMEN = "Samen"


def _plain(
    reeks: Sequence[Telstaat],
    naam: str,
    titel: str,
    eenheid: str,
    maten: Sequence[tuple[str, str]],
    noot: str,
) -> Cijfertabel:
    regels = tuple(
        Cijferregel(
            titel=title,
            waarden=tuple(one.bereik(name) for one in reeks),
            totaal=title == SAMEN,
            decimals=1 if name == maat.DAGEN else 0,
        )
        for title, name in maten
    )
    return Cijfertabel(naam=naam, titel=titel, eenheid=eenheid, regels=regels, noot=noot)


def _pupils(reeks: Sequence[Telstaat], leerplichtigen: Leerplichtigen) -> Cijfertabel:
    years = [leerplichtigen.get(one.periode, {}) for one in reeks]
    regels = [
        Cijferregel(titel=title, waarden=tuple(_exact(one.get(group)) for one in years))
        for title, group in (
            ("Leerplichtig (5 tot en met 16 jaar)", LEERPLICHTIG),
            ("Kwalificatieplichtig (16 en 17 jaar)", KWALIFICATIEPLICHTIG),
        )
    ]
    whole = tuple(_exact(sum_of(one)) for one in years)
    return Cijfertabel(
        naam="leerplichtigen",
        titel="Wie naar school moet",
        eenheid="leerlingen",
        regels=(*regels, Cijferregel(titel=SAMEN, waarden=whole, totaal=True)),
        noot="Uit de basisregistratie personen. Het CBS telt anders: naar leeftijd op 1 januari.",
    )


def sum_of(groups: Mapping[str, int]) -> int | None:
    """Return both groups together; None when one of them isn't known."""
    known = [groups.get(one) for one in (LEERPLICHTIG, KWALIFICATIEPLICHTIG)]
    return None if None in known else sum(one for one in known if one is not None)


def _exact(value: int | None) -> Bereik | None:
    return None if value is None else Bereik(value, value)


def _home(reeks: Sequence[Telstaat], leerplichtigen: Leerplichtigen) -> Cijfertabel:
    base = _plain(reeks, "thuiszitters", "Thuiszitters", "leerlingen", THUIS, THUIS_NOOT)
    share = tuple(
        per_thousand(one.bereik(maat.THUISZITTERS), sum_of(leerplichtigen.get(one.periode, {})))
        for one in reeks
    )
    rate = Cijferregel(titel="Thuiszitters per 1.000 leerplichtigen", waarden=share, decimals=2)
    return Cijfertabel(
        naam=base.naam,
        titel=base.titel,
        eenheid=base.eenheid,
        regels=(*base.regels, rate),
        noot=base.noot,
    )


THUIS = (
    ("Niet ingeschreven (absoluut verzuim)", "absoluut"),
    ("Langer dan vier weken afwezig (langdurig relatief)", "langdurig_relatief"),
    (SAMEN, maat.THUISZITTERS),
    ("Waarvan langer dan drie maanden", maat.LANGER),
    ("Waarvan terug naar school", maat.TERUG),
    ("Niet in dit getal: vrijstelling 5 onder a", "vrijstelling_5a"),
    ("Niet in dit getal: langdurig geoorloofd verzuim", "geoorloofd"),
    ("Niet in dit getal: binnen vier weken terug", maat.KORT_VERZUIM),
)
THUIS_NOOT = "Ieder telt een keer. Omschrijving: Kamerstuk 26695-108."


def per_thousand(deel: Bereik | None, geheel: int | None) -> Bereik | None:
    """Return a number per thousand of a whole; None when either isn't known."""
    if deel is None or not geheel:
        return None
    return Bereik(1000 * deel.laag / geheel, 1000 * deel.hoog / geheel)


def _exempt(reeks: Sequence[Telstaat]) -> Cijfertabel:
    kinds = (*maat.VRIJGESTELD, maat.Zaaksoort.VRIJSTELLING_11G)
    named = {
        **{str(one): f"Artikel 5 onder {str(one)[-1]}" for one in maat.VRIJGESTELD},
        "vrijstelling_11g": "Artikel 11 onder g (enkele dagen), staat apart",
        maat.VRIJSTELLINGEN: "Artikel 5 samen",
    }
    rows = []
    for when, gebied, code in (
        ("in het schooljaar", Gebied.GEHEEL, ""),
        ("op 1 oktober", Gebied.KLASSE, maat.STAND),
    ):
        for name in (*map(str, maat.VRIJGESTELD), maat.VRIJSTELLINGEN, str(kinds[-1])):
            values = tuple(one.bereik(name, gebied, code) for one in reeks)
            is_sum = name == maat.VRIJSTELLINGEN
            rows.append(Cijferregel(titel=f"{named[name]}, {when}", waarden=values, totaal=is_sum))
    return Cijfertabel(
        naam="vrijstellingen",
        titel="Vrijstellingen",
        eenheid="leerlingen",
        regels=tuple(rows),
        noot="Alleen voor de hele gemeente, nooit per school.",
    )
