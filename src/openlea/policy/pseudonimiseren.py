"""Who a person is leaves the file: what happens to every column and every row, and why.

With a declared registration a column is known by its head. Without one it is recognised by head and
by content (policy.herkenning). What is not known is dropped.
"""

import hmac
from base64 import b32encode
from collections.abc import Mapping, Sequence
from hashlib import sha256

from openlea.core.errors import BadInput, Fout
from openlea.core.registratie import DROPPED, Registratie, Registratieveld, Veldrol
from openlea.policy.datumvorm import reworded
from openlea.policy.herkenning import Maat, folded, recognise
from openlea.policy.kolombesluit import (
    PSEUDONIEM,
    Behandeling,
    Kolombesluit,
    Kopbesluit,
    Rij,
)
from openlea.policy.kopweigering import (
    refuse_absent,
    refuse_missing_header,
    refuse_nobody,
    refuse_twice,
    refuse_unknown_keep,
)
from openlea.policy.persoonswaarde import (
    REASONS,
    Onbruikbaar,
    identity_text,
    is_like,
    is_recognisable,
    treat_value,
    trimmed,
)

MERK, BYTES = "p1-", 20
"""A pseudonym: this mark and 160 bits in base32, so that it is never taken for a number."""


def pseudoniem(sleutels: Sequence[bytes], identificatie: str) -> str:
    """Return 'p1-' and 32 letters and digits: HMAC-SHA256 under the first key, then the next.

    What comes out goes in again for a later key: the chain of two keys is the second key over the
    pseudonym of the first. Without keys there is no pseudonym: ValueError.
    """
    if not sleutels:
        raise ValueError("a pseudonym needs a key")
    text = identificatie
    for sleutel in sleutels:
        digest = hmac.new(sleutel, text.encode(), sha256).digest()[:BYTES]
        text = MERK + b32encode(digest).decode().lower()
    return text


def is_pseudoniem(text: str) -> bool:
    """Return whether a text is a pseudonym of ours."""
    return is_like("pseudoniem", text)


def treat_header(
    koppen: Sequence[str],
    registratie: Registratie | None,
    *,
    maten: Sequence[Maat] = (),
    behoud: Sequence[str] = (),
) -> Kopbesluit:
    """Return what happens to every column and why; BadInput when the file can't be treated.

    Without a registration `maten` says per column what its cells look like, and `behoud` names
    columns that the sender keeps although nobody knows what they are.
    """
    refuse_missing_header(koppen)
    if registratie is None:
        refuse_unknown_keep(koppen, behoud)
        kolommen = _undeclared(koppen, maten, {folded(kop) for kop in behoud})
    else:
        kolommen = _declared(koppen, registratie)
    refuse_nobody(kolommen)
    return Kopbesluit(kolommen=one_person(kolommen))


def treat_row(
    kop: Kopbesluit,
    cellen: Sequence[str],
    regel: int,
    sleutels: Sequence[bytes],
    *,
    afzender: str = "",
    verdere: Sequence[bytes] = (),
) -> Rij:
    """Return a row of which nobody knows who it is: under `sleutels`, then under `verdere`.

    A person that is a pseudonym already (treated on a desk) goes under `verdere` alone. `afzender`
    is the code of the partij that sends: an own number counts within it.
    """
    fouten, leeg, waarden = _shifted(kop, cellen, regel), list[Fout](), list[str]()
    text = _cell(cellen, kop.persoon)
    try:
        waarden.append(_person(kop.persoon, text, afzender, sleutels, verdere))
    except Onbruikbaar as error:
        fouten.append(_fault(regel, kop.persoon, error))
    for one in kop.bewaard:
        try:
            waarden.append(treat_cell(one, _cell(cellen, one)))
        except Onbruikbaar as error:
            must = one.veld is not None and one.veld.verplicht
            (fouten if must else leeg).append(_fault(regel, one, error))
            waarden.append("")
    if fouten:
        return Rij(fouten=tuple(fouten))
    return Rij(waarden=tuple(waarden), leeg=tuple(leeg))


def _person(
    one: Kolombesluit,
    text: str,
    afzender: str,
    sleutels: Sequence[bytes],
    verdere: Sequence[bytes],
) -> str:
    if one.veld is not None:
        return pseudoniem([*sleutels, *verdere], identity_text(one.veld, text, afzender))
    made = trimmed(text)
    if not is_pseudoniem(made):
        raise Onbruikbaar("pseudoniem" if made else "leeg")
    return pseudoniem(verdere, made) if verdere else made


def treat_cell(one: Kolombesluit, text: str) -> str:
    """Return what is kept of a cell of a column; Onbruikbaar when it can't be, or must be filled.

    What the sender writes otherwise is first said in the words of the registration.
    """
    value = trimmed(text)
    if one.vertaling or one.datumvorm:
        value = reworded(value, one.vertaling, one.datumvorm)
    if one.veld is None:
        if is_recognisable(value):
            raise Onbruikbaar("herkenbaar")
        return value
    if not value and one.veld.verplicht:
        raise Onbruikbaar("leeg")
    return treat_value(one.veld, value)


def _shifted(kop: Kopbesluit, cellen: Sequence[str], regel: int) -> list[Fout]:
    """Return a fault when a cell has no head: then a name may stand where a code should."""
    if any(trimmed(cel) for cel in cellen[len(kop.kolommen) :]):
        return [Fout(f"regel {regel}", "", "heeft meer cellen dan er koppen zijn")]
    return []


def _cell(cellen: Sequence[str], one: Kolombesluit) -> str:
    return cellen[one.nummer - 1] if one.nummer <= len(cellen) else ""


def _fault(regel: int, one: Kolombesluit, error: Onbruikbaar) -> Fout:
    return Fout(f"regel {regel}", one.naam, REASONS[error.reden])


def _declared(koppen: Sequence[str], registratie: Registratie) -> list[Kolombesluit]:
    known = {folded(kop): veld for veld in registratie.velden for kop in (veld.naam, *veld.koppen)}
    found: dict[str, int] = {}
    kolommen = []
    for nummer, kop in enumerate(koppen, start=1):
        veld = known.get(folded(kop))
        kolommen.append(decide_column(nummer, kop, veld, registratie.titel))
        if veld is not None and veld.rol not in DROPPED:
            refuse_twice(found, veld, nummer)
    refuse_absent(registratie, found)
    return kolommen


def decide_column(nummer: int, kop: str, veld: Registratieveld | None, titel: str) -> Kolombesluit:
    """Return what happens to a column by its declared field; a foreign head is named by place."""
    if folded(kop) == PSEUDONIEM:
        return _made_before(nummer, kop)
    if veld is None:
        why = f"hoort niet bij '{titel}'"
        return Kolombesluit(
            nummer=nummer,
            kop=kop,
            naam=f"kolom {nummer}",
            gedaan=Behandeling.VERVALLEN,
            reden=why,
        )
    return _by_role(nummer, kop, veld, f"{veld.rol.label.lower()}, volgens de registratie")


def _by_role(nummer: int, kop: str, veld: Registratieveld, waarom: str) -> Kolombesluit:
    """Return what happens to a column of a role."""
    gedaan = _DONE.get(veld.rol, Behandeling.GEHOUDEN)
    if veld.rol in DROPPED:
        gedaan = Behandeling.VERVALLEN
    return Kolombesluit(
        nummer=nummer, kop=kop, naam=veld.naam, gedaan=gedaan, reden=waarom, veld=veld
    )


_DONE: Mapping[Veldrol, Behandeling] = {
    Veldrol.IDENTIFICATIE: Behandeling.PSEUDONIEM,
    Veldrol.GEBOORTEDATUM: Behandeling.VERGROFD,
    Veldrol.POSTCODE: Behandeling.VERGROFD,
}


def _made_before(nummer: int, kop: str) -> Kolombesluit:
    return Kolombesluit(
        nummer=nummer,
        kop=kop,
        naam=PSEUDONIEM,
        gedaan=Behandeling.PSEUDONIEM,
        reden="was al een pseudoniem",
    )


def _undeclared(
    koppen: Sequence[str], maten: Sequence[Maat], behoud: set[str]
) -> list[Kolombesluit]:
    kolommen = []
    for nummer, kop in enumerate(koppen, start=1):
        maat = maten[nummer - 1] if nummer <= len(maten) else Maat()
        kolommen.append(_recognised(nummer, kop, maat, keep=folded(kop) in behoud))
    names = [one.naam for one in kolommen if one.gedaan is not Behandeling.VERVALLEN]
    if twice := sorted({naam for naam in names if names.count(naam) > 1 and naam != PSEUDONIEM}):
        raise BadInput([Fout("", twice[0], "deze kop staat er twee keer; geef een andere naam")])
    return kolommen


def _recognised(nummer: int, kop: str, maat: Maat, *, keep: bool) -> Kolombesluit:
    if folded(kop) == PSEUDONIEM:
        return _made_before(nummer, kop)
    found = recognise(folded(kop), trimmed(kop) or f"kolom {nummer}", maat)
    if keep and found.streng:
        why = f"kan niet gehouden worden: {found.waarom}"
        raise BadInput([Fout("", f"kolom {nummer}", why)])
    if keep and (found.veld is None or found.veld.rol in DROPPED):
        return Kolombesluit(
            nummer=nummer,
            kop=kop,
            naam=trimmed(kop),
            gedaan=Behandeling.GEHOUDEN,
            reden="gehouden omdat jij dat vraagt",
        )
    if found.veld is not None:
        return _by_role(nummer, kop, found.veld, found.waarom)
    return Kolombesluit(
        nummer=nummer,
        kop=kop,
        naam=f"kolom {nummer}",
        gedaan=Behandeling.VERVALLEN,
        reden=found.waarom,
    )


def one_person(kolommen: Sequence[Kolombesluit]) -> tuple[Kolombesluit, ...]:
    """Return the columns with one that says who it is: a pseudonym, else a BSN, else a number."""
    who = [one for one in kolommen if one.gedaan is Behandeling.PSEUDONIEM]
    chosen = min(who, key=_strength)
    return tuple(
        Kolombesluit(
            nummer=one.nummer,
            kop=one.kop,
            naam=one.naam,
            gedaan=Behandeling.VERVALLEN,
            reden="er is al een nummer waaraan de persoon te herkennen is",
            veld=one.veld,
        )
        if one in who and one is not chosen
        else one
        for one in kolommen
    )


def _strength(one: Kolombesluit) -> tuple[int, int]:
    order = 0 if one.veld is None else 1 + one.veld.vormen[0].value.startswith("eigen")
    return order, one.nummer
