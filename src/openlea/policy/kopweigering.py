"""Why a file about persons can't be treated at all, before any of its rows is looked at."""

from collections.abc import Mapping, Sequence

from openlea.core.errors import BadInput, Fout
from openlea.core.registratie import Registratie, Registratieveld, Veldrol
from openlea.policy.herkenning import folded
from openlea.policy.kolombesluit import Behandeling, Kolombesluit
from openlea.policy.persoonswaarde import is_day, is_like, is_recognisable, trimmed

ABSENT = "ontbreekt; geef een kolom de kop '{kop}'"


def refuse_missing_header(koppen: Sequence[str]) -> None:
    """Refuse a file whose first line is a person: its cells would be told as if they were heads."""
    for kop in koppen:
        text = trimmed(kop)
        if is_recognisable(text) or is_like("pseudoniem", text) or is_day(text):
            why = "bevat gegevens in plaats van koppen; zet er een regel met koppen boven"
            raise BadInput([Fout("regel 1", "", why)])
    if not any(folded(kop) for kop in koppen):
        raise BadInput(
            [Fout("regel 1", "", "heeft geen koppen; zet er een regel met koppen boven")]
        )


def refuse_unknown_keep(koppen: Sequence[str], behoud: Sequence[str]) -> None:
    """Refuse to keep what is not there: most often a slip of the pen."""
    heads = {folded(kop) for kop in koppen}
    for kop in behoud:
        if folded(kop) not in heads:
            raise BadInput([Fout("", kop, "deze kolom om te houden staat niet in het bestand")])


def refuse_nobody(kolommen: Sequence[Kolombesluit]) -> None:
    """Refuse a file in which persons can not be told apart."""
    if not any(one.gedaan is Behandeling.PSEUDONIEM for one in kolommen):
        why = "geen kolom zegt om wie het gaat; voeg een burgerservicenummer of eigen nummer toe"
        raise BadInput([Fout("regel 1", "", why)])


def refuse_twice(found: dict[str, int], veld: Registratieveld, nummer: int) -> None:
    """Note where a field was found; refuse it when it was found before."""
    if veld.naam in found:
        why = f"kolom {found[veld.naam]} en {nummer} zijn allebei '{veld.naam}'; haal er een weg"
        raise BadInput([Fout("regel 1", veld.naam, why)])
    found[veld.naam] = nummer


def refuse_absent(registratie: Registratie, found: Mapping[str, int]) -> None:
    """Refuse a file without the columns that must be there, and name them all."""
    missing = [
        Fout(
            "regel 1",
            veld.naam,
            ABSENT.format(kop=(*veld.koppen, veld.naam)[0]),
        )
        for veld in registratie.velden
        if veld.verplicht and veld.rol is not Veldrol.IDENTIFICATIE and veld.naam not in found
    ]
    if missing:
        raise BadInput(missing)
