"""The kinds of plans that are kept in the register, and how a consultation on one ended."""

from openlea.core.keuze import Keuze


class PlanSoort(Keuze):
    """What kind of plan; a duty says in `plansoort` which kind proves it."""

    ONDERSTEUNINGSPLAN = "ondersteuningsplan", "Ondersteuningsplan"
    JEUGDPLAN = "jeugdplan", "Beleidsplan jeugd"
    RMC_PROGRAMMA = "rmc_programma", "Regionaal programma (Doorstroompunt)"
    IHP = "ihp", "Integraal huisvestingsplan"
    OAB_BELEID = "oab_beleid", "Beleid onderwijsachterstanden"
    LEA = "lea", "Lokale of regionale educatieve agenda"
    GKA = "gka", "Gelijkekansenagenda"
    INCLUSIE_AGENDA = "inclusie_agenda", "Lokale inclusie-agenda"
    VERORDENING_HUISVESTING = "verordening_huisvesting", "Verordening onderwijshuisvesting"
    VERORDENING_LEERLINGENVERVOER = (
        "verordening_leerlingenvervoer",
        "Verordening leerlingenvervoer",
    )
    BEGROTING_OPENBAAR = "begroting_openbaar", "Begroting openbaar onderwijs"


class OverlegUitkomst(Keuze):
    """How the consultation on a plan ended."""

    OVEREENSTEMMING = "overeenstemming", "Overeenstemming"
    GEEN = "geen", "Geen overeenstemming"
    GESCHIL = "geschil", "Geschil voorgelegd"
