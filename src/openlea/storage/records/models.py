"""The index of all records, for Django: one line per noun."""

from openlea.storage.records.aanbod import Aanbod
from openlea.storage.records.aanlevering import Aanlevering
from openlea.storage.records.aanmeldbeleid import Aanmeldbeleid
from openlea.storage.records.actie import Actie, Betrokkenheid, Verwijzing
from openlea.storage.records.afspraak import Afspraak, Afspraakpartij
from openlea.storage.records.agenda import Agenda
from openlea.storage.records.agendapunt import Agendapunt, Agendastuk, Notitie
from openlea.storage.records.begroting import (
    Begrotingspost,
    Begrotingswijziging,
    Geldstroom,
    Postbedrag,
    Stroombedrag,
)
from openlea.storage.records.besluit import Besluit, Geschilregel, Standpuntregel
from openlea.storage.records.bewaring import Bewaarstop, Bewaartermijn, Verwijderbewijs
from openlea.storage.records.businesscase import Businesscase, Caseuitkomst
from openlea.storage.records.casus import Casus, Casuslid
from openlea.storage.records.document import Document
from openlea.storage.records.huisvesting import (
    Gebouw,
    Gebouwgebruik,
    Huisvestingsaanvraag,
    Huisvestingsproject,
)
from openlea.storage.records.inlezing import Inlezing
from openlea.storage.records.inlogdienst import Inlogdienst, Inlogregel
from openlea.storage.records.kalenderadres import Kalenderadres
from openlea.storage.records.lidmaatschap import Lidmaatschap
from openlea.storage.records.logboek import Logketen, Logregel
from openlea.storage.records.netwerk import Doel, Indicator, Verband
from openlea.storage.records.opdracht import Opdracht, Voorstel
from openlea.storage.records.openbaar_onderwijs import (
    OpenbaarBestuur,
    Traject,
    Trajectstap,
    Zittingstermijn,
)
from openlea.storage.records.overleg import Overlegreeks, Reekslid
from openlea.storage.records.partij import Partij
from openlea.storage.records.persoon import Persoon
from openlea.storage.records.plaatsing import (
    Plaatsingsproef,
    Plaatsingsronde,
    Plaatsingsstuk,
)
from openlea.storage.records.plan import Plan
from openlea.storage.records.plichtkoppeling import Plichtkoppeling
from openlea.storage.records.profiel import Ondersteuningsprofiel
from openlea.storage.records.prognose import Bouwplan, Prognoserun
from openlea.storage.records.raadpleging import Raadpleegantwoord, Raadpleeggroep, Raadpleging
from openlea.storage.records.realisatie import (
    Boeking,
    Kolomkoppeling,
    Subsidie,
    Verantwoording,
)
from openlea.storage.records.samenwerking import Deling, Modelkeuze, Sturingskeuze
from openlea.storage.records.schrijver import Schrijver
from openlea.storage.records.sjabloon import Sjabloon
from openlea.storage.records.sleutel import Sleutel
from openlea.storage.records.speerpunt import Ambitie, Speerpunt, Werkgroep
from openlea.storage.records.streefwaarde import Jaarwaarde, Streefwaarde
from openlea.storage.records.teken import Teken
from openlea.storage.records.teller import Teller
from openlea.storage.records.telling import Telling
from openlea.storage.records.verdeling import Verdeling
from openlea.storage.records.vergadering import Deelnemer, Gastlink, Vergadering
from openlea.storage.records.verplichting import Bewijs, Verplichting
from openlea.storage.records.verslag import Verslag
from openlea.storage.records.verzoek import Bericht, Verzoek, Verzoeklink
from openlea.storage.records.voorschool import (
    Doelgroepdefinitie,
    Voorschoolafrekening,
    Voorschooltarief,
)
from openlea.storage.records.voortgang import Opmerking, Voortgang
from openlea.storage.records.werk import Werk
from openlea.storage.records.werkruimte import Werkruimte
from openlea.storage.records.zelfbeoordeling import Eisscore, Toezichtantwoord

__all__ = [
    "Aanbod",
    "Aanlevering",
    "Aanmeldbeleid",
    "Actie",
    "Afspraak",
    "Afspraakpartij",
    "Agenda",
    "Agendapunt",
    "Agendastuk",
    "Ambitie",
    "Begrotingspost",
    "Begrotingswijziging",
    "Bericht",
    "Besluit",
    "Betrokkenheid",
    "Bewaarstop",
    "Bewaartermijn",
    "Bewijs",
    "Boeking",
    "Bouwplan",
    "Businesscase",
    "Caseuitkomst",
    "Casus",
    "Casuslid",
    "Deelnemer",
    "Deling",
    "Document",
    "Doel",
    "Doelgroepdefinitie",
    "Eisscore",
    "Gastlink",
    "Gebouw",
    "Gebouwgebruik",
    "Geldstroom",
    "Geschilregel",
    "Huisvestingsaanvraag",
    "Huisvestingsproject",
    "Indicator",
    "Inlezing",
    "Inlogdienst",
    "Inlogregel",
    "Jaarwaarde",
    "Kalenderadres",
    "Kolomkoppeling",
    "Lidmaatschap",
    "Logketen",
    "Logregel",
    "Modelkeuze",
    "Notitie",
    "Ondersteuningsprofiel",
    "Opdracht",
    "OpenbaarBestuur",
    "Opmerking",
    "Overlegreeks",
    "Partij",
    "Persoon",
    "Plaatsingsproef",
    "Plaatsingsronde",
    "Plaatsingsstuk",
    "Plan",
    "Plichtkoppeling",
    "Postbedrag",
    "Prognoserun",
    "Raadpleegantwoord",
    "Raadpleeggroep",
    "Raadpleging",
    "Reekslid",
    "Schrijver",
    "Sjabloon",
    "Sleutel",
    "Speerpunt",
    "Standpuntregel",
    "Streefwaarde",
    "Stroombedrag",
    "Sturingskeuze",
    "Subsidie",
    "Teken",
    "Teller",
    "Telling",
    "Toezichtantwoord",
    "Traject",
    "Trajectstap",
    "Verantwoording",
    "Verband",
    "Verdeling",
    "Vergadering",
    "Verplichting",
    "Verslag",
    "Verwijderbewijs",
    "Verwijzing",
    "Verzoek",
    "Verzoeklink",
    "Voorschoolafrekening",
    "Voorschooltarief",
    "Voorstel",
    "Voortgang",
    "Werk",
    "Werkgroep",
    "Werkruimte",
    "Zittingstermijn",
]
