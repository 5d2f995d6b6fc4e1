"""Reads a business case from what a file says, and names every key that is wrong and why."""

from collections import Counter

from openlea.policy.businesscase import (
    Aanname,
    Aard,
    Businesscase,
    Casescenario,
    Effect,
    Kashouder,
    Kaspost,
    Neveneffect,
    Richting,
    Spreidingsvorm,
)
from openlea.policy.invoerdeel import Invoerdeel

TOP = (
    *("titel", "toelichting", "eerste_jaar", "jaren", "rente", "scenario", "aanname", "post"),
    "niet_in_geld",
)
AANNAME = (*("id", "naam", "laag", "midden", "hoog", "eenheid", "verdeling", "bron", "eigenaar"),)
POST = ("naam", "kas", "richting", "aard", "maal", "van", "tot", "ingroei", "groei")
NIET_IN_GELD = ("wat", "wie", "effect", "bron")
SCENARIO = ("soort", "leerlingen", "vanaf")
MOST_YEARS = 60
YEARS = {"low": 2000, "high": 2150}


def read_businesscase(deel: Invoerdeel) -> Businesscase:
    """Return the case that a file holds; BadInput names every wrong key and the reason."""
    deel.refuse_unknown(TOP)
    first = deel.whole("eerste_jaar", **YEARS)
    jaren = deel.whole("jaren", low=1, high=MOST_YEARS)
    aannamen = tuple(_aanname(one) for one in deel.tables("aanname"))
    known = _ids(deel, aannamen)
    scenario = _scenario(deel.table("scenario"), known) if "scenario" in deel.waarden else None
    start = scenario.vanaf if scenario else first
    parts = deel.tables("post")
    if not parts:
        deel.wrong("post", "schrijf ten minste één [[post]]: wie betaalt, of wie wint.")
    found = Businesscase(
        titel=deel.text("titel"),
        toelichting=deel.text("toelichting", ""),
        eerste_jaar=first,
        jaren=jaren,
        rente=_reference(deel, "rente", known),
        scenario=scenario,
        aannamen=aannamen,
        posten=tuple(_post(one, known, start, first + jaren - 1) for one in parts),
        niet_in_geld=tuple(_effect(one) for one in deel.tables("niet_in_geld")),
    )
    _check_years(deel, found)
    _check_use(deel, found)
    deel.finish()
    return found


def _aanname(deel: Invoerdeel) -> Aanname:
    deel.refuse_unknown(AANNAME)
    midden = deel.number("midden")
    if midden is None and "midden" not in deel.waarden:
        deel.wrong("midden", "de waarde die het waarschijnlijkst is ontbreekt.")
    middle = midden or 0.0
    low, high = deel.number("laag"), deel.number("hoog")
    low, high = middle if low is None else low, middle if high is None else high
    if not low <= middle <= high:
        deel.wrong(
            "midden", f"laag ({low:g}), midden ({middle:g}) en hoog ({high:g}) lopen niet op."
        )
    usual = Spreidingsvorm.VAST if low == high else Spreidingsvorm.PERT
    vorm = deel.choice("verdeling", Spreidingsvorm, usual)
    if vorm is Spreidingsvorm.VAST and low != high:
        deel.wrong("verdeling", "vast kan niet met een laag en een hoog die verschillen.")
    naam = deel.text("id")
    return Aanname(
        id=naam,
        naam=deel.text("naam", naam),
        laag=low,
        midden=middle,
        hoog=high,
        eenheid=deel.text("eenheid"),
        verdeling=vorm or usual,
        bron=deel.text("bron", ""),
        eigenaar=deel.text("eigenaar", ""),
    )


def _ids(deel: Invoerdeel, aannamen: tuple[Aanname, ...]) -> frozenset[str]:
    for naam, many in Counter(one.id for one in aannamen).items():
        if many > 1 and naam:
            deel.wrong(
                "aanname", f"de id '{naam}' komt {many} keer voor; elke id staat er één keer."
            )
    return frozenset(one.id for one in aannamen)


def _reference(deel: Invoerdeel, key: str, known: frozenset[str]) -> str:
    naam = deel.text(key, "")
    if naam and naam not in known:
        deel.wrong(key, f"er is geen [[aanname]] met id '{naam}'.")
    return naam


def _scenario(deel: Invoerdeel, known: frozenset[str]) -> Casescenario:
    deel.refuse_unknown(SCENARIO)
    leerlingen = deel.text("leerlingen")
    if leerlingen and leerlingen not in known:
        deel.wrong("leerlingen", f"er is geen [[aanname]] met id '{leerlingen}'.")
    return Casescenario(
        soort=deel.text("soort"), leerlingen=leerlingen, vanaf=deel.whole("vanaf", **YEARS)
    )


def _post(deel: Invoerdeel, known: frozenset[str], start: int, last: int) -> Kaspost:
    deel.refuse_unknown(POST)
    maal = deel.texts("maal")
    if not maal:
        deel.wrong(
            "maal", 'noem welke aannamen vermenigvuldigd worden: maal = ["aantal", "prijs"].'
        )
    for naam in maal:
        if naam not in known:
            deel.wrong("maal", f"er is geen [[aanname]] met id '{naam}'.")
    aard = deel.choice("aard", Aard, Aard.STRUCTUREEL) or Aard.STRUCTUREEL
    van = deel.whole("van", start, **YEARS)
    if aard is Aard.EENMALIG and "tot" in deel.waarden:
        deel.wrong("tot", "een eenmalige post heeft geen tot; laat het weg.")
    ingroei = deel.numbers("ingroei") or (1.0,)
    if any(not 0 <= one <= 1 for one in ingroei):
        deel.wrong("ingroei", "elk deel ligt tussen 0 en 1.")
    return Kaspost(
        naam=deel.text("naam"),
        kas=deel.choice("kas", Kashouder) or Kashouder.RIJK,
        richting=deel.choice("richting", Richting) or Richting.LAST,
        aard=aard,
        maal=maal,
        van=van,
        tot=van if aard is Aard.EENMALIG else deel.whole("tot", last, **YEARS),
        ingroei=ingroei,
        groei=_reference(deel, "groei", known),
    )


def _effect(deel: Invoerdeel) -> Neveneffect:
    deel.refuse_unknown(NIET_IN_GELD)
    return Neveneffect(
        wat=deel.text("wat"),
        wie=deel.text("wie"),
        effect=deel.choice("effect", Effect) or Effect.ONBEKEND,
        bron=deel.text("bron", ""),
    )


def _check_years(deel: Invoerdeel, case: Businesscase) -> None:
    for number, one in enumerate(case.posten, start=1):
        if not case.eerste_jaar <= one.van <= min(one.tot, case.laatste_jaar):
            reden = (
                f"{one.van} tot {one.tot} past niet in {case.eerste_jaar} tot {case.laatste_jaar}."
            )
            deel.wrong(f"post {number}, van", reden)


def _check_use(deel: Invoerdeel, case: Businesscase) -> None:
    """Note what nobody uses, and a rate that isn't a share."""
    used = {name for one in case.posten for name in (*one.maal, one.groei)} | {case.rente}
    if case.scenario:
        used.add(case.scenario.leerlingen)
    for number, one in enumerate(case.aannamen, start=1):
        if one.id not in used:
            deel.wrong(f"aanname {number}, id", f"geen post gebruikt '{one.id}'; haal hem weg.")
    rates = {case.rente, *(one.groei for one in case.posten)} - {""}
    for number, one in enumerate(case.aannamen, start=1):
        if one.id in rates and (one.laag <= -1 or one.hoog >= 1):
            deel.wrong(f"aanname {number}, midden", "schrijf een deel per jaar: 2 % is 0.02.")
