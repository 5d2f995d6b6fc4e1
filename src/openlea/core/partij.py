"""Who takes part: a municipality, a school board, childcare, a samenwerkingsverband and so on."""

from dataclasses import dataclass

from openlea.core.keuze import Keuze


class PartijSoort(Keuze):
    """What kind of party it is."""

    GEMEENTE = "gemeente", "Gemeente"
    SCHOOLBESTUUR = "schoolbestuur", "Schoolbestuur"
    SCHOOL = "school", "School"
    KINDEROPVANG = "kinderopvang", "Kinderopvang"
    SWV = "samenwerkingsverband", "Samenwerkingsverband"
    MBO = "mbo", "Mbo"
    BIBLIOTHEEK = "bibliotheek", "Bibliotheek"
    GGD = "ggd", "GGD"
    WELZIJN = "welzijn", "Welzijn"
    JEUGDHULP = "jeugdhulp", "Jeugdhulp"
    RBL = "rbl", "Regionaal bureau leerlingzaken"
    REGIO = "regio", "Regio"
    ANDERS = "anders", "Anders"


@dataclass(frozen=True, slots=True, kw_only=True)
class Partij:
    """A party; `plaats` is a place key such as gemeente:GM0402, empty when it maps to none."""

    code: str
    naam: str
    soort: PartijSoort
    plaats: str = ""
