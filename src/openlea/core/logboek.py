"""The log of what was done with data: kinds of deeds, and the names of the chains of lines."""

from openlea.core.keuze import Keuze

INSTALLATIE = "installatie"
"""The chain of what belongs to no werkruimte: signing in, backups, providers."""


class Logsoort(Keuze):
    """What kind of deed a line is about."""

    MAKEN = "maken", "toegevoegd"
    LEZEN = "lezen", "bekeken"
    WIJZIGEN = "wijzigen", "gewijzigd"
    VERWIJDEREN = "verwijderen", "verwijderd"
    EXPORTEREN = "exporteren", "meegenomen als bestand"
    INLOGGEN = "inloggen", "in- of uitgelogd"
    RECHT = "recht", "een recht gewijzigd"
    SYSTEEM = "systeem", "door de installatie zelf"
