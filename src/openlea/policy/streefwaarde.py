"""Whether a target of a year is met, how far it is, and how it reads in a sentence."""

from datetime import date
from decimal import Decimal

from openlea.core.agenda import Jaarwaarde, Richting, Streefwaarde
from openlea.core.errors import Fout
from openlea.core.keuze import Keuze
from openlea.policy.schrijfwijze import day, listing, number

_TEKENS = {Richting.MINSTENS: "≥", Richting.HOOGSTENS: "≤", Richting.PRECIES: "precies"}
_ZERO, _ONE = Decimal(0), Decimal(1)


class Uitkomst(Keuze):
    """What became of a target in a year."""

    GEHAALD = "gehaald", "Gehaald"
    NIET_GEHAALD = "niet_gehaald", "Niet gehaald"
    ONDERWEG = "onderweg", "Onderweg"
    NIET_GEMETEN = "niet_gemeten", "Niet gemeten"
    GEEN_DOEL = "geen_doel", "Geen doel"


def has_doel(richting: Richting, jaar: Jaarwaarde) -> bool:
    """Return whether the year has a target; 'done' with nought asks nothing in that year."""
    return jaar.doel is not None and not (richting is Richting.GEDAAN and jaar.doel == 0)


def is_met(richting: Richting, doel: Decimal, werkelijk: Decimal) -> bool:
    """Return whether what was obtained meets the target."""
    match richting:
        case Richting.MINSTENS:
            return werkelijk >= doel
        case Richting.HOOGSTENS:
            return werkelijk <= doel
        case Richting.PRECIES:
            return werkelijk == doel
        case Richting.GEDAAN:
            return werkelijk > 0


def judge(richting: Richting, jaar: Jaarwaarde, today: date) -> Uitkomst:
    """Return what became of the target of a year, as it stands today.

    While the year runs only 'at least' and 'done' can be met already: a maximum or an exact number
    that holds today may be passed tomorrow. Nothing is missed before 1 January of the next year.
    """
    if jaar.doel is None or not has_doel(richting, jaar):
        return Uitkomst.GEEN_DOEL
    is_over = today > date(jaar.jaar, 12, 31)
    if jaar.werkelijk is None:
        return Uitkomst.NIET_GEMETEN if is_over else Uitkomst.ONDERWEG
    met = is_met(richting, jaar.doel, jaar.werkelijk)
    if is_over:
        return Uitkomst.GEHAALD if met else Uitkomst.NIET_GEHAALD
    can_be_met_early = richting in (Richting.MINSTENS, Richting.GEDAAN)
    return Uitkomst.GEHAALD if met and can_be_met_early else Uitkomst.ONDERWEG


def progress(
    richting: Richting, jaar: Jaarwaarde, nulmeting: Decimal | None = None
) -> Decimal | None:
    """Return how far the target is, 0..1, or None when that can't be said.

    'At least' is what was obtained over what is wanted (38 of 60). 'At most' and 'exactly' are the
    part of the way from the nulmeting; without a nulmeting only 'met' can be said.
    """
    if jaar.doel is None or jaar.werkelijk is None or not has_doel(richting, jaar):
        return None
    if is_met(richting, jaar.doel, jaar.werkelijk):
        return _ONE
    if richting is Richting.GEDAAN:
        return _ZERO
    if richting is Richting.MINSTENS:
        return _clip(jaar.werkelijk / jaar.doel) if jaar.doel > 0 else _ZERO
    if nulmeting is None or nulmeting == jaar.doel:
        return None
    left = abs(jaar.werkelijk - jaar.doel) / abs(nulmeting - jaar.doel)
    return _clip(_ONE - left)


def _clip(share: Decimal) -> Decimal:
    return min(max(share, _ZERO), _ONE)


def latest_measured(streefwaarde: Streefwaarde) -> Jaarwaarde | None:
    """Return the last year that was measured, or None."""
    measured = (jaar for jaar in streefwaarde.jaren if jaar.werkelijk is not None)
    return max(measured, key=lambda jaar: jaar.jaar, default=None)


def current(streefwaarde: Streefwaarde, today: date) -> Jaarwaarde | None:
    """Return the year to show today: this year, else the last before it, else the first to come."""
    years = sorted(streefwaarde.jaren, key=lambda jaar: jaar.jaar)
    begun = [jaar for jaar in years if jaar.jaar <= today.year]
    return begun[-1] if begun else next(iter(years), None)


def describe_jaar(streefwaarde: Streefwaarde, jaar: Jaarwaarde) -> str:
    """Return the target of one year, such as '≥ 40 gezinnen' or 'gedaan'."""
    if jaar.doel is None or not has_doel(streefwaarde.richting, jaar):
        return "geen doel"
    if streefwaarde.richting is Richting.GEDAAN:
        return "gedaan"
    return f"{_TEKENS[streefwaarde.richting]} {number(jaar.doel)} {streefwaarde.eenheid}".rstrip()


def describe(streefwaarde: Streefwaarde) -> str:
    """Return the target over its years, such as '≥ 40 gezinnen per jaar'."""
    years = sorted(streefwaarde.jaren, key=lambda jaar: jaar.jaar)
    with_doel = [jaar for jaar in years if has_doel(streefwaarde.richting, jaar)]
    texts = [describe_jaar(streefwaarde, jaar) for jaar in with_doel]
    if not texts:
        return "nog geen doel"
    if len(texts) > 1 and len(set(texts)) == 1:
        return _every_year(texts[0], streefwaarde.eenheid)
    return listing([f"{text} in {jaar.jaar}" for text, jaar in zip(texts, with_doel, strict=True)])


def _every_year(text: str, eenheid: str) -> str:
    # 'dagdelen per week' says over which time it is counted: it holds in every year as it stands.
    if " per " in f" {eenheid} ":
        return text
    is_count = bool(eenheid) and not eenheid.endswith("%") and text != "gedaan"
    return f"{text} {'per jaar' if is_count else 'elk jaar'}"


def describe_werkelijk(streefwaarde: Streefwaarde, jaar: Jaarwaarde) -> str:
    """Return what was obtained against the target, such as '38 van 60 gezinnen'."""
    if jaar.werkelijk is None:
        return "nog niet gemeten"
    if streefwaarde.richting is Richting.GEDAAN:
        return "gedaan" if jaar.werkelijk > 0 else "nog niet gedaan"
    text = f"{number(jaar.werkelijk)} {streefwaarde.eenheid}".rstrip()
    if jaar.doel is None:
        return text
    if streefwaarde.richting is Richting.MINSTENS:
        return f"{number(jaar.werkelijk)} van {number(jaar.doel)} {streefwaarde.eenheid}".rstrip()
    return f"{text} (doel: {describe_jaar(streefwaarde, jaar)})"


def check_jaar(streefwaarde: Streefwaarde, jaar: Jaarwaarde, today: date) -> tuple[Fout, ...]:
    """Return what is wrong with a year of a target, in Dutch; empty when it is right."""
    blad, fouten = f"Streefwaarde {streefwaarde.code}", []
    if jaar.peildatum is not None and jaar.peildatum > today:
        reden = f"{day(jaar.peildatum)} ligt in de toekomst. Kies vandaag of een dag daarvoor."
        fouten.append(Fout(blad, f"Peildatum {jaar.jaar}", reden))
    if jaar.peildatum is not None and jaar.werkelijk is None:
        reden = "Er is wel een peildatum, maar geen gemeten waarde. Vul de waarde in."
        fouten.append(Fout(blad, f"Werkelijk {jaar.jaar}", reden))
    if streefwaarde.richting is Richting.GEDAAN and jaar.werkelijk not in (None, _ZERO, _ONE):
        fouten.append(Fout(blad, f"Werkelijk {jaar.jaar}", "Vul ja of nee in."))
    return tuple(fouten)


def check(streefwaarde: Streefwaarde, today: date) -> tuple[Fout, ...]:
    """Return what is wrong with a target and each of its years, in Dutch."""
    fouten = [fout for jaar in streefwaarde.jaren for fout in check_jaar(streefwaarde, jaar, today)]
    if streefwaarde.nulmeting_op is not None and streefwaarde.nulmeting_op > today:
        reden = f"{day(streefwaarde.nulmeting_op)} ligt in de toekomst."
        fouten.insert(0, Fout(f"Streefwaarde {streefwaarde.code}", "Nulmeting op", reden))
    return tuple(fouten)
