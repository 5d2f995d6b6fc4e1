"""Every address of the site: those of a werkruimte pass the door, the others are named here."""

from django.urls import path, re_path

from openlea.web.api.deur import api
from openlea.web.inlog.formulierdoel import towards_diensten
from openlea.web.inlog.views import heen, terug
from openlea.web.opendeur import OpenDoor
from openlea.web.pages.aanbod.routes import ROUTES as AANBOD
from openlea.web.pages.aanmelden.routes import ROUTES as AANMELDEN
from openlea.web.pages.account.deuren import DEUREN as ACCOUNT
from openlea.web.pages.achterstanden.routes import ROUTES as ACHTERSTANDEN
from openlea.web.pages.actie.routes import ROUTES as ACTIE
from openlea.web.pages.afspraken.routes import ROUTES as AFSPRAKEN
from openlea.web.pages.agenda.routes import ROUTES as AGENDA
from openlea.web.pages.begin.starten import starten
from openlea.web.pages.begin.views import begin
from openlea.web.pages.beheer import views as beheer
from openlea.web.pages.bekijken.routes import ROUTES as BEKIJKEN
from openlea.web.pages.besluiten.routes import ROUTES as BESLUITEN
from openlea.web.pages.bestand.routes import ROUTES as BESTAND
from openlea.web.pages.bewaren.routes import ROUTES as BEWAREN
from openlea.web.pages.bronnen.routes import ROUTES as BRONNEN
from openlea.web.pages.businesscases.routes import ROUTES as BUSINESSCASES
from openlea.web.pages.casus.routes import ROUTES as CASUS
from openlea.web.pages.cijfers.routes import ROUTES as CIJFERS
from openlea.web.pages.geld.routes import ROUTES as GELD
from openlea.web.pages.geschiedenis.routes import ROUTES as GESCHIEDENIS
from openlea.web.pages.gezond import views as gezond
from openlea.web.pages.huisvesting.routes import ROUTES as HUISVESTING
from openlea.web.pages.inlogdiensten import views as inlogdiensten
from openlea.web.pages.inloggen.views import (
    sign_in,
    sign_out,
    wachtwoord_vergeten,
    wachtwoord_zetten,
)
from openlea.web.pages.inlogregels.routes import ROUTES as INLOGREGELS
from openlea.web.pages.jaarplan.routes import ROUTES as JAARPLAN
from openlea.web.pages.kalender.feed import kalender_feed
from openlea.web.pages.kalender.routes import ROUTES as KALENDER
from openlea.web.pages.kansen.routes import ROUTES as KANSEN
from openlea.web.pages.leerplicht.routes import ROUTES as LEERPLICHT
from openlea.web.pages.logboek.routes import ROUTES as LOGBOEK
from openlea.web.pages.logboek.views import beheer_logboek, beheer_logboek_bestand
from openlea.web.pages.loopbaan.routes import ROUTES as LOOPBAAN
from openlea.web.pages.matrix.routes import ROUTES as MATRIX
from openlea.web.pages.mensen.routes import ROUTES as MENSEN
from openlea.web.pages.mijn.routes import ROUTES as MIJN
from openlea.web.pages.netwerk.routes import ROUTES as NETWERK
from openlea.web.pages.opdrachten.routes import ROUTES as OPDRACHTEN
from openlea.web.pages.overdragen.routes import ROUTES as OVERDRAGEN
from openlea.web.pages.overgangen.routes import ROUTES as OVERGANGEN
from openlea.web.pages.overleg.gast import gast, gast_stuk
from openlea.web.pages.overleg.routes import ROUTES as OVERLEG
from openlea.web.pages.passend.routes import ROUTES as PASSEND
from openlea.web.pages.plaatsen.routes import ROUTES as PLAATSEN
from openlea.web.pages.plannen.routes import ROUTES as PLANNEN
from openlea.web.pages.prognose.routes import ROUTES as PROGNOSE
from openlea.web.pages.raadplegen.deur import raadpleeg
from openlea.web.pages.raadplegen.routes import ROUTES as RAADPLEGEN
from openlea.web.pages.registraties.routes import ROUTES as REGISTRATIES
from openlea.web.pages.rooster.routes import ROUTES as ROOSTER
from openlea.web.pages.samenwerking.routes import ROUTES as SAMENWERKING
from openlea.web.pages.segregatie.routes import ROUTES as SEGREGATIE
from openlea.web.pages.sleutels.routes import ROUTES as SLEUTELS
from openlea.web.pages.spreiding.routes import ROUTES as SPREIDING
from openlea.web.pages.stijlgids.views import stijlgids
from openlea.web.pages.stukken.routes import ROUTES as STUKKEN
from openlea.web.pages.taken.routes import ROUTES as TAKEN
from openlea.web.pages.thuiszitten.routes import ROUTES as THUISZITTEN
from openlea.web.pages.tijdlijn.routes import ROUTES as TIJDLIJN
from openlea.web.pages.toetsing.routes import ROUTES as TOETSING
from openlea.web.pages.vandaag.routes import ROUTES as VANDAAG
from openlea.web.pages.verdelen.routes import ROUTES as VERDELEN
from openlea.web.pages.vergaderen.routes import ROUTES as VERGADEREN
from openlea.web.pages.verklaar.routes import ROUTES as VERKLAAR
from openlea.web.pages.vervoer.routes import ROUTES as VERVOER
from openlea.web.pages.verwerkingen.routes import ROUTES as VERWERKINGEN
from openlea.web.pages.verzoek.routes import ROUTES as VERZOEK
from openlea.web.pages.verzoek.views import open_link
from openlea.web.pages.vierstappen.routes import ROUTES as VIERSTAPPEN
from openlea.web.pages.voorschool.routes import ROUTES as VOORSCHOOL
from openlea.web.pages.vooruit.routes import ROUTES as VOORUIT
from openlea.web.pages.werk.routes import ROUTES as WERK
from openlea.web.pages.zoeken.routes import ROUTES as ZOEKEN
from openlea.web.route import Route

ROUTES: tuple[Route, ...] = (
    *VANDAAG,
    *AGENDA,
    *ROOSTER,
    *TIJDLIJN,
    *MATRIX,
    *NETWERK,
    *OVERDRAGEN,
    *GESCHIEDENIS,
    *ACTIE,
    *GELD,
    *BESTAND,
    *MIJN,
    *VERZOEK,
    *MENSEN,
    *ZOEKEN,
    *BEKIJKEN,
    *WERK,
    *SLEUTELS,
    *INLOGREGELS,
    *CIJFERS,
    *SEGREGATIE,
    *SPREIDING,
    *VERVOER,
    *KANSEN,
    *LOOPBAAN,
    *OVERGANGEN,
    *VOORSCHOOL,
    *VOORUIT,
    *HUISVESTING,
    *AANBOD,
    *BUSINESSCASES,
    *PASSEND,
    *AANMELDEN,
    *PLAATSEN,
    *VERDELEN,
    *ACHTERSTANDEN,
    *BRONNEN,
    *VERKLAAR,
    *TAKEN,
    *PLANNEN,
    *PROGNOSE,
    *KALENDER,
    *TOETSING,
    *JAARPLAN,
    *OVERLEG,
    *STUKKEN,
    *VERGADEREN,
    *BESLUITEN,
    *SAMENWERKING,
    *AFSPRAKEN,
    *OPDRACHTEN,
    *VIERSTAPPEN,
    *RAADPLEGEN,
    *BEWAREN,
    *LOGBOEK,
    *VERWERKINGEN,
    *REGISTRATIES,
    *LEERPLICHT,
    *CASUS,
    *THUISZITTEN,
)


OPEN_DOORS: tuple[OpenDoor, ...] = (
    OpenDoor(path("", begin, name="begin"), "lists only the werkruimten one may enter"),
    OpenDoor(
        path("starten/", starten, name="starten"),
        "there is no werkruimte yet; it asks who is signed in, and the setting, by itself",
    ),
    OpenDoor(
        path("inloggen/", towards_diensten(sign_in), name="inloggen"),
        "one must be able to sign in",
    ),
    OpenDoor(
        path("inloggen/dienst/<slug:slug>/", heen, name="inlogdienst"),
        "sends who signs in to the service of an organisation",
    ),
    OpenDoor(
        path("inloggen/dienst/<slug:slug>/terug/", terug, name="inlogdienst_terug"),
        "believes only what that service signed for this very attempt",
    ),
    *(
        OpenDoor(path(pad, view, name=name), "is of the installation; for_beheerder asks the right")
        for pad, view, name in (
            ("beheer/", beheer.overzicht, "beheer"),
            ("beheer/logboek/", beheer_logboek, "beheer_logboek"),
            (
                "beheer/logboek/logboek.<str:formaat>",
                beheer_logboek_bestand,
                "beheer_logboek_bestand",
            ),
            ("beheer/accounts/", beheer.accounts, "beheer_accounts"),
            ("beheer/accounts/<int:nummer>/", beheer.account_wijzigen, "beheer_account"),
        )
    ),
    *(
        OpenDoor(
            path(f"beheer/inlogdiensten/{pad}", view, name=name),
            "is of the installation; for_beheerder asks who manages that",
        )
        for pad, view, name in (
            ("", inlogdiensten.inlogdiensten, "inlogdiensten"),
            ("toevoegen/", inlogdiensten.toevoegen, "inlogdienst_toevoegen"),
            ("<slug:slug>/wijzigen/", inlogdiensten.wijzigen, "inlogdienst_wijzigen"),
            ("<slug:slug>/schakelen/", inlogdiensten.schakelen, "inlogdienst_schakelen"),
            ("<slug:slug>/proef/", inlogdiensten.proef, "inlogdienst_proef"),
        )
    ),
    OpenDoor(path("uitloggen/", sign_out, name="uitloggen"), "one may always leave"),
    *ACCOUNT,
    OpenDoor(
        path("wachtwoord/", wachtwoord_vergeten, name="wachtwoord_vergeten"),
        "who forgot a password can't sign in",
    ),
    OpenDoor(
        path("wachtwoord/<str:uidb64>/<str:token>/", wachtwoord_zetten, name="wachtwoord_zetten"),
        "opens with a link that only the owner of the address was sent",
    ),
    OpenDoor(
        path("v/<str:token>/", open_link, name="open_link"),
        "opens one question with a link that only who is asked was sent",
    ),
    OpenDoor(
        path("gast/<str:token>/", gast, name="gast"),
        "shows one meeting with a link that only its guest was given",
    ),
    OpenDoor(
        path("gast/<str:token>/stuk/<int:stuk>/", gast_stuk, name="gast_stuk"),
        "gives a shared paper of that one meeting",
    ),
    OpenDoor(
        path("r/<str:token>/", raadpleeg, name="raadpleeg"),
        "asks a group its questions with a link that only that group was sent; nobody is known",
    ),
    OpenDoor(
        path("kalender/<str:token>.ics", kalender_feed, name="kalender_feed"),
        "opens one calendar with a secret address that only its reader was shown",
    ),
    OpenDoor(
        re_path(r"^api/v1(?P<pad>/[\s\S]*)?\Z", api, name="api"),
        "gives what is public by nature; what is of a werkruimte asks a right inside",
    ),
    OpenDoor(
        path("gezond/levend", gezond.levend, name="gezond_levend"),
        "says only that the process answers",
    ),
    OpenDoor(
        path("gezond/klaar", gezond.klaar, name="gezond_klaar"),
        "says whether the site is ready; why is told on this machine or with a key",
    ),
    OpenDoor(
        path("metrics", gezond.metrics, name="metrics"),
        "counts without persons; on this machine or with a key, for others it is not there",
    ),
    OpenDoor(path("stijlgids/", stijlgids, name="stijlgids"), "shows parts, no content"),
)

urlpatterns = [door.pattern for door in OPEN_DOORS] + [route.pattern() for route in ROUTES]
