"""A file that the demo began to read in: as besturen send them, with rows that don't fit yet."""

from openlea.core.bron import Bestand

TABEL = "partner_personeelstekort"
# Invented numbers: nobody publishes these.
DEMO_BESTAND = Bestand(
    naam="personeelstekort 2026.csv",
    inhoud=(
        b"Peildatum;Nummer bestuur;Sector;Functie;Formatie;Onvervuld\r\n"
        b"1-10-2026;41388;po;leraar;212,4;9,6\r\n"
        b"1-10-2026;41388;po;schoolleider;14;0\r\n"
        b"1-10-2026;41388;basisschool;onderwijsassistent;61,2;3\r\n"
        b"1-10-2026;onbekend;vo;leraar;188;11,5\r\n"
        b"1-10-2026;40956;vo;schoolleider;9;een\r\n"
        b"1-10-2026;40956;vo;leraar;97,3;6,1\r\n"
    ),
)
