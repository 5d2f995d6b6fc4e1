"""The addresses of signing in and of the own account; of the library only what is used exists."""

from django.urls import path

from openlea.web.opendeur import OpenDoor
from openlea.web.pages.account import stappen
from openlea.web.pages.account.views import mijn_account, sessies, wachtwoord_wijzigen
from openlea.web.pages.inloggen.views import passkey_in, second_step, sign_in

VAN_ZICHZELF = "asks who is signed in, and shows only the own account"
NOG_NIET_BINNEN = "one gives it before one is signed in"

# The library looks for its own names: those that begin with account_ and mfa_.
DEUREN: tuple[OpenDoor, ...] = (
    OpenDoor(path("inloggen/", sign_in, name="account_login"), "the library's name of 'inloggen'"),
    OpenDoor(path("inloggen/code/", second_step, name="mfa_authenticate"), NOG_NIET_BINNEN),
    OpenDoor(path("inloggen/passkey/", passkey_in, name="mfa_login_webauthn"), NOG_NIET_BINNEN),
    OpenDoor(path("mijn-account/", mijn_account, name="mijn_account"), VAN_ZICHZELF),
    OpenDoor(
        path("mijn-account/wachtwoord/", wachtwoord_wijzigen, name="wachtwoord_wijzigen"),
        VAN_ZICHZELF,
    ),
    OpenDoor(path("mijn-account/sessies/", sessies, name="sessies"), VAN_ZICHZELF),
    OpenDoor(path("mijn-account/tweede-stap/", stappen.overzicht, name="mfa_index"), VAN_ZICHZELF),
    OpenDoor(
        path("mijn-account/tweede-stap/app/", stappen.app_erbij, name="mfa_activate_totp"),
        VAN_ZICHZELF,
    ),
    OpenDoor(
        path("mijn-account/tweede-stap/app/weg/", stappen.app_weg, name="mfa_deactivate_totp"),
        VAN_ZICHZELF,
    ),
    OpenDoor(
        path("mijn-account/tweede-stap/passkey/", stappen.passkey_erbij, name="mfa_add_webauthn"),
        VAN_ZICHZELF,
    ),
    OpenDoor(
        path(
            "mijn-account/tweede-stap/passkey/<int:pk>/weg/",
            stappen.passkey_weg,
            name="mfa_remove_webauthn",
        ),
        VAN_ZICHZELF,
    ),
    OpenDoor(
        path(
            "mijn-account/tweede-stap/noodcodes/", stappen.noodcodes, name="mfa_view_recovery_codes"
        ),
        VAN_ZICHZELF,
    ),
    OpenDoor(
        path(
            "mijn-account/tweede-stap/noodcodes/nieuw/",
            stappen.noodcodes_nieuw,
            name="mfa_generate_recovery_codes",
        ),
        VAN_ZICHZELF,
    ),
    OpenDoor(
        path(
            "mijn-account/bevestigen/wachtwoord/",
            stappen.bevestig_wachtwoord,
            name="account_reauthenticate",
        ),
        VAN_ZICHZELF,
    ),
    OpenDoor(
        path("mijn-account/bevestigen/code/", stappen.bevestig_code, name="mfa_reauthenticate"),
        VAN_ZICHZELF,
    ),
    OpenDoor(
        path(
            "mijn-account/bevestigen/passkey/",
            stappen.bevestig_passkey,
            name="mfa_reauthenticate_webauthn",
        ),
        VAN_ZICHZELF,
    ),
)
