"""Reads children and places from a file or rows; a fault names line, column, reason, no value."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from openlea.core.errors import BadFile, BadInput, Fout
from openlea.core.plaatsing import LOT_STEP, Criterium, Kind, Plek, Regels, Wijze
from openlea.policy.persoonswaarde import is_like
from openlea.policy.voorrang import reserved_seats
from openlea.services.desk.lezen import rows_of

NUMBER: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{2,63}", re.ASCII)
PLACE: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9_./-]{0,39}", re.ASCII)
PC4: Final = re.compile(r"[1-9][0-9]{3}", re.ASCII)
BETWEEN: Final = "|"
YES: Final = {"": False, "nee": False, "0": False, "ja": True, "1": True}
MOST_TOLD: Final = 100
SCHOLEN: Final = {
    "broer_zus": Criterium.BROER_ZUS,
    "voorschool": Criterium.VOORSCHOOL,
    "leerkrachtkind": Criterium.LEERKRACHTKIND,
}
KOPPEN_KIND: Final = (
    "nummer", "pc4", "wensen", *SCHOLEN, "indicatie", "doelgroep", "gekoppeld", "zekere_plek",
    "advies",
)  # fmt: skip
KOPPEN_PLEK: Final = ("plek", "naam", "capaciteit", "pc4", "gebied", "adviezen")
Row = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Rijen:
    """Rows in memory, heads first, each with its line; `name` is how faults call them."""

    name: str
    rijen: Iterable[tuple[int, Sequence[str]]]


Bron = Path | Rijen


@dataclass(slots=True)
class Faults:
    """What is wrong in one file, by line and column."""

    file: str
    found: list[Fout] = field(default_factory=list)

    def add(self, regel: int, kolom: str, reden: str) -> None:
        """Remember one fault; of very many only the first are told."""
        if len(self.found) < MOST_TOLD:
            self.found.append(Fout(f"{self.file}, regel {regel}, kolom", kolom, reden))

    def stop(self) -> None:
        """Refuse the file when anything is wrong: a child that is left out would lose its place."""
        if self.found:
            raise BadInput(self.found)


def read_plekken(file: Bron) -> tuple[Plek, ...]:
    """Return the places of a file or of rows; BadInput names what is wrong."""
    faults = Faults(file.name)
    plekken = [_plek(row, line, faults) for line, row in _rows(file, KOPPEN_PLEK, KOPPEN_PLEK[:3])]
    for plek, count in Counter(one.id for one in plekken).items():
        if count > 1:
            faults.add(1, "plek", f"plek '{plek}' staat er {count} keer in")
    faults.stop()
    if not plekken:
        raise BadFile([Fout(file.name, "", "er staat geen enkele plek in.")])
    return tuple(plekken)


def _plek(row: Row, line: int, faults: Faults) -> Plek:
    seats = row["capaciteit"]
    if not (seats.isascii() and seats.isdigit() and len(seats) < 6):  # noqa: PLR2004  digits
        faults.add(line, "capaciteit", "hier hoort een heel getal van 0 of meer")
        seats = "0"
    if not PLACE.fullmatch(row["plek"]):
        faults.add(line, "plek", "gebruik letters, cijfers, punt, streep of schuine streep")
    area = _several(row.get("gebied", ""))
    if not all(PC4.fullmatch(one) for one in area):
        faults.add(line, "gebied", "hier horen postcodes van vier cijfers, met | ertussen")
    return Plek(
        id=row["plek"],
        naam=row["naam"] or row["plek"],
        capaciteit=int(seats),
        pc4=_pc4(row.get("pc4", ""), line, faults),
        gebied=area,
        adviezen=_several(row.get("adviezen", "")),
    )


def read_kinderen(file: Bron, plekken: Sequence[Plek], regels: Regels) -> tuple[Kind, ...]:
    """Return the children of a file or of rows; BadInput names what is wrong or not allowed."""
    faults = Faults(file.name)
    known = {plek.id: plek for plek in plekken}
    check = _Check(known, regels, faults)
    kinderen = [_kind(row, line, check) for line, row in _rows(file, KOPPEN_KIND, KOPPEN_KIND[:1])]
    _together(kinderen, faults)
    _sure(kinderen, known, regels, faults)
    faults.stop()
    if not kinderen:
        raise BadFile([Fout(file.name, "", "er staat geen enkel kind in.")])
    return tuple(kinderen)


@dataclass(frozen=True, slots=True)
class _Check:
    known: Mapping[str, Plek]
    regels: Regels
    faults: Faults

    def places(self, text: str, line: int, kolom: str) -> tuple[str, ...]:
        """Return places that exist, each once."""
        if not text:
            return ()
        found = _several(text)
        if not self.known.keys() >= set(found):
            self.faults.add(line, kolom, "hier staat een plek die niet in het bestand van scholen")
        return found

    def flag(self, text: str, line: int, kolom: str) -> bool:
        """Return ja or nee."""
        if text not in YES:
            text = text.casefold()
        if text not in YES:
            self.faults.add(line, kolom, "hier hoort ja of nee")
        return YES.get(text, False)


def _kind(row: Row, line: int, check: _Check) -> Kind:
    number = row["nummer"]
    if not NUMBER.fullmatch(number) or is_like("bsn", number):
        reden = "hier hoort een pseudoniem nummer: 3 tot 64 letters, cijfers, - of _; geen BSN"
        check.faults.add(line, "nummer", reden)
    held = {
        what: check.places(row[kop], line, kop) for kop, what in SCHOLEN.items() if row.get(kop)
    }
    secured = row.get("zekere_plek", "")
    kind = Kind(
        nummer=number,
        wensen=_wishes(row, line, check, secured),
        pc4=_pc4(row.get("pc4", ""), line, check.faults),
        scholen=held,
        indicatie=check.flag(row.get("indicatie", ""), line, "indicatie"),
        doelgroep=check.flag(row.get("doelgroep", ""), line, "doelgroep"),
        gekoppeld=_several(row.get("gekoppeld", "")),
        zeker=secured,
        advies=row.get("advies", ""),
        regel=line,
    )
    _fits(kind, line, check)
    return kind


def _wishes(row: Row, line: int, check: _Check, secured: str) -> tuple[str, ...]:
    """Return the wishes, from one column or from wens1, wens2 …; a sure place comes last."""
    text = row.get("wensen", "")
    told = text.split(BETWEEN) if text else [row[kop] for kop in row if kop.startswith("wens")]
    unique = set(told)
    if len(unique) != len(told) or not check.known.keys() >= unique:
        told = [one for part in told if (one := part.strip())]
        if len(set(told)) != len(told):
            check.faults.add(line, "wensen", "een plek staat er twee keer in")
        check.places(BETWEEN.join(told), line, "wensen")
    if secured and secured not in told:
        check.places(secured, line, "zekere_plek")
        told.append(secured)
    return tuple(told)


def _fits(kind: Kind, line: int, check: _Check) -> None:
    """Name what the rules don't let this child ask."""
    regels, count = check.regels, len(kind.wensen)
    most = regels.wensen_max
    if regels.wensen_per_advies and kind.advies:
        most = regels.wensen_per_advies.get(kind.advies, 0)
        if not most:
            check.faults.add(line, "advies", "dit advies staat niet in de regels")
    if count < regels.wensen_min:
        check.faults.add(line, "wensen", f"er horen ten minste {regels.wensen_min} wensen")
    if most and count > most + (kind.zeker != ""):
        check.faults.add(line, "wensen", f"er mogen ten hoogste {most} wensen")
    for plek in kind.wensen if kind.advies else ():  # without an advice nothing is shut
        wanted = check.known.get(plek)
        if wanted and wanted.adviezen and kind.advies not in wanted.adviezen:
            check.faults.add(line, "wensen", "een plek neemt kinderen met dit advies niet aan")


def _together(kinderen: Sequence[Kind], faults: Faults) -> None:
    """Name what is wrong between children: double numbers and odd links."""
    first: dict[str, Kind] = {}
    for kind in kinderen:
        if kind.nummer in first:
            reden = f"dit nummer staat ook op regel {first[kind.nummer].regel}"
            faults.add(kind.regel, "nummer", reden)
        first.setdefault(kind.nummer, kind)
    for kind in kinderen:
        if len(kind.gekoppeld) >= LOT_STEP:
            faults.add(
                kind.regel, "gekoppeld", f"er mogen hoogstens {LOT_STEP} kinderen bij elkaar"
            )
        for other in kind.gekoppeld:
            back = first.get(other)
            if back is None or {*back.gekoppeld, other} != {*kind.gekoppeld, kind.nummer}:
                faults.add(
                    kind.regel,
                    "gekoppeld",
                    "de gekoppelde kinderen wijzen niet allemaal naar elkaar",
                )


def _sure(
    kinderen: Sequence[Kind], known: Mapping[str, Plek], regels: Regels, faults: Faults
) -> None:
    """Name sure places that can't be kept sure."""
    sure = Counter(kind.zeker for kind in kinderen if kind.zeker)
    if sure and regels.wijze is not Wijze.DA:
        faults.add(1, "zekere_plek", "een zekere plek kan alleen bij wijze = da")
    for plek, count in sure.items():
        if plek not in known:
            continue
        seats = known[plek].capaciteit
        kept = sum(reserved_seats(seats, quotum.procent) for quotum in regels.quota)
        if count > seats - kept:
            reden = f"plek '{plek}' heeft voor iedereen minder plaatsen dan zekere kinderen"
            faults.add(1, "zekere_plek", reden)


def _pc4(text: str, line: int, faults: Faults) -> str:
    if text and not PC4.fullmatch(text):
        faults.add(line, "pc4", "hier horen de vier cijfers van de postcode")
    return text


def _several(text: str) -> tuple[str, ...]:
    """Return the parts of a cell, each once, in their order."""
    if BETWEEN not in text:
        return (text.strip(),) if text.strip() else ()
    return tuple(dict.fromkeys(one for part in text.split(BETWEEN) if (one := part.strip())))


def _rows(file: Bron, koppen: Sequence[str], needed: Sequence[str]) -> Iterator[tuple[int, Row]]:
    """Yield line and cells by head; a head that nobody knows is named by its place."""
    rows = iter(file.rijen) if isinstance(file, Rijen) else rows_of(file)
    first = next(rows, None)
    if first is None:
        raise BadFile([Fout(file.name, "", "het bestand is leeg.")])
    heads = [re.sub(r"[\s-]+", "_", cell.strip().casefold()) for cell in first[1]]
    while heads and not heads[-1]:
        heads.pop()
    _refuse_heads(file, heads, koppen, needed)
    short = len(heads)
    for line, cells in rows:
        padded = [*map(str.strip, cells), *[""] * (short - len(cells))]
        if len(padded) > short and any(padded[short:]):
            raise BadInput([Fout(file.name, f"regel {line}", "er staan meer cellen dan koppen")])
        yield line, dict(zip(heads, padded, strict=False))


def _refuse_heads(
    file: Bron, heads: Sequence[str], koppen: Sequence[str], needed: Sequence[str]
) -> None:
    known: Callable[[str], bool] = lambda head: (  # noqa: E731  one expression, used once
        head in koppen or ("wensen" in koppen and re.fullmatch(r"wens_?\d+", head) is not None)
    )
    wrong = [
        Fout(file.name, f"kolom {n}", f"deze kop kennen we niet; wel: {', '.join(koppen)}")
        for n, head in enumerate(heads, start=1)
        if not known(head)
    ]
    wrong += [
        Fout(file.name, f"kolom {kop}", "deze kolom ontbreekt")
        for kop in needed
        if kop not in heads
    ]
    if len(set(heads)) != len(heads):
        wrong.append(Fout(file.name, "", "een kop staat er twee keer in"))
    if wrong:
        raise BadFile(wrong)
