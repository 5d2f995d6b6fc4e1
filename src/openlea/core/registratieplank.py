"""Reads the registrations on a shelf, and refuses one that would keep more than it may."""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from openlea.core.catalogue import Entry, read_shelf
from openlea.core.errors import CatalogueError
from openlea.core.registratie import (
    DROPPED,
    VORMEN,
    Periodesoort,
    Registratie,
    Registratieveld,
    Veldrol,
    Vorm,
)

REGISTRATIES = "*/registraties/*.toml"
TEXTS = ("titel", "wat", "houder", "doel", "grondslag", "bron", "bewaarreden")
KEYS = {*TEXTS, "id", "bewaartermijn", "periode", "plichten", "controle", "veld", "deur", "namen"}
KEYS_VELD = {"naam", "rol", "koppen", "titel", "verplicht", "vormen", "waarden", "hoofdletters"}
NAME = re.compile(r"[a-z][a-z0-9_]{0,39}", re.ASCII)
MONTHS = range(1, 12 * 30 + 1)
RESERVED = "pseudoniem"


def read_registraties(roots: Sequence[Path]) -> Mapping[str, Registratie]:
    """Return every registration by id; CatalogueError when one is wrong."""
    found = {naam: _registratie(entry) for naam, entry in read_shelf(roots, REGISTRATIES).items()}
    taken = dict.fromkeys(found, "")
    for one in found.values():
        for naam in one.namen:
            if naam in taken:
                raise CatalogueError(f"[{one.id}] name {naam!r} is taken; leave it out")
            taken[naam] = one.id
    return found


def _registratie(entry: Entry) -> Registratie:
    entry.refuse_unknown(KEYS)
    if not NAME.fullmatch(entry.id):
        raise entry.fault("has an id that is not small letters, digits and _, at most 40")
    velden = tuple(_veld(part) for part in entry.tables("veld"))
    _refuse_unkeepable(entry, velden)
    return Registratie(
        id=entry.id,
        beleidsveld=entry.file.parent.parent.name,
        bewaartermijn=_months(entry),
        periode=entry.choice("periode", Periodesoort),
        velden=velden,
        plichten=entry.texts("plichten"),
        controle=entry.texts("controle"),
        deur=entry.text("deur", ""),
        namen=entry.texts("namen"),
        **{key: " ".join(entry.text(key).split()) for key in TEXTS},
    )


def _veld(part: Entry) -> Registratieveld:
    part.refuse_unknown(KEYS_VELD)
    naam, rol = part.text("naam"), part.choice("rol", Veldrol)
    if not NAME.fullmatch(naam) or naam == RESERVED:
        raise part.fault(f"'naam' is {naam!r}; use small letters, digits and _, not '{RESERVED}'")
    waarden = part.texts("waarden")
    if bool(waarden) != (rol is Veldrol.CODE):
        raise part.fault("a code has a closed list under 'waarden', and nothing else has one")
    return Registratieveld(
        naam=naam,
        rol=rol,
        koppen=part.texts("koppen"),
        titel=part.text("titel", ""),
        verplicht=part.flag("verplicht"),
        vormen=_vormen(part, rol),
        waarden=waarden,
        hoofdletters=part.flag("hoofdletters"),
    )


def _vormen(part: Entry, rol: Veldrol) -> tuple[Vorm, ...]:
    known = VORMEN.get(rol, ())
    told = part.texts("vormen")
    for vorm in told:
        if vorm not in known:
            allowed = ", ".join(known) or "none"
            raise part.fault(f"'vormen' has {vorm!r}; a {rol} knows: {allowed}")
    return tuple(Vorm(vorm) for vorm in told) or known[:1]


def _refuse_unkeepable(entry: Entry, velden: Sequence[Registratieveld]) -> None:
    if len({veld.naam for veld in velden}) != len(velden):
        raise entry.fault("has two fields of the same name; give one another name")
    if not any(veld.rol is Veldrol.IDENTIFICATIE for veld in velden):
        raise entry.fault('has no field with rol = "identificatie"; persons can\'t be told apart')
    for veld in velden:
        if veld.verplicht and veld.rol in DROPPED:
            raise entry.fault(f"'{veld.naam}' is dropped at the door; it can't be asked for")


def _months(entry: Entry) -> int:
    value = entry.values.get("bewaartermijn")
    if isinstance(value, bool) or not isinstance(value, int) or value not in MONTHS:
        raise entry.fault(f"'bewaartermijn' is {value!r}; write months, 1 to {MONTHS[-1]}")
    return value
