"""Every setting of an installation, read from OPENLEA_* and from nothing else."""

from dataclasses import dataclass, fields
from pathlib import Path
from urllib.parse import unquote, urlsplit

from csp.constants import NONE, SELF

from openlea.omgeving import Setting, database, given, is_on, secret_key, value
from openlea.web.logvorm import logging_config


@dataclass(frozen=True, slots=True)
class Declared:
    """All settings; the reference in docs/beheer/instellingen.md is made from this list."""

    data: Setting = Setting("OPENLEA_DATA", "Map voor gegevens, bestanden en de sleutel.", "var")
    database: Setting = Setting(
        "OPENLEA_DATABASE",
        "Adres van de database: sqlite:///pad of postgres://gebruiker:wachtwoord@host/naam.",
        "sqlite:///<OPENLEA_DATA>/openlea.sqlite3",
    )
    secret_key: Setting = Setting(
        "OPENLEA_SECRET_KEY",
        "Sleutel voor sessies en ondertekende links.",
        "gemaakt en bewaard in <OPENLEA_DATA>/geheim.sleutel",
    )
    sleutels: Setting = Setting(
        "OPENLEA_SLEUTELS",
        "Map met de sleutels van de kluis en het logboek; zet haar apart van de gegevens.",
        "<OPENLEA_DATA>/sleutels",
    )
    debug: Setting = Setting("OPENLEA_DEBUG", "Toont fouten van het programma: 1 of 0.", "0")
    hosts: Setting = Setting(
        "OPENLEA_HOSTS",
        "Namen waaronder de site bereikbaar is, met komma's.",
        "127.0.0.1,localhost",
    )
    https: Setting = Setting("OPENLEA_HTTPS", "De site staat achter https: 1 of 0.", "0")
    adres: Setting = Setting(
        "OPENLEA_ADRES", "Adres van de site in mails.", "http://127.0.0.1:8000"
    )
    theme: Setting = Setting("OPENLEA_THEME", "Huisstijl: naam van een tokenset.", "voorbeeld")
    mail: Setting = Setting(
        "OPENLEA_MAIL", "smtp://gebruiker:wachtwoord@host:poort, of leeg: in een map.", ""
    )
    afzender: Setting = Setting("OPENLEA_AFZENDER", "Afzender van mails.", "openlea@localhost")
    catalogue: Setting = Setting(
        "OPENLEA_CATALOGUE", "Map met eigen taken, indicatoren en voorwaarden.", ""
    )

    werk: Setting = Setting(
        "OPENLEA_WERK",
        "Wie lang werk doet: database (op de achtergrond) of meteen (tijdens het verzoek).",
        "database",
    )
    engine: Setting = Setting(
        "OPENLEA_ENGINE",
        "Wat rekent: polars, spark://local of spark://naam:poort (met de extra 'spark').",
        "polars",
    )

    router: Setting = Setting(
        "OPENLEA_ROUTER",
        "Routeplanner voor reisafstanden: osrm:https://… of valhalla:https://…; leeg is geen.",
        "",
    )
    zelf_starten: Setting = Setting(
        "OPENLEA_ZELF_STARTEN",
        "Wie een account heeft, mag voor een gemeente een werkruimte starten: 1 of 0.",
        "0",
    )

    spiegels: Setting = Setting(
        "OPENLEA_SPIEGELS",
        "Eigen spiegels van bronnen: host=adres, met spaties; anders wordt de uitgever gevraagd.",
        "",
    )

    api_tempo: Setting = Setting(
        "OPENLEA_API_TEMPO",
        "Hoe vaak een sleutel of adres per minuut iets mag vragen aan /api/v1; 0 is onbeperkt.",
        "120",
    )

    opslag_mb: Setting = Setting(
        "OPENLEA_OPSLAG_MB",
        "Hoeveel megabyte aan documenten een werkruimte mag bewaren.",
        "5000",
    )

    logvorm: Setting = Setting(
        "OPENLEA_LOGVORM",
        "Hoe het log eruitziet: tekst, of json (ook een regel per verzoek).",
        "tekst",
    )
    metrics_sleutel: Setting = Setting(
        "OPENLEA_METRICS_SLEUTEL",
        "Sleutel voor /metrics en de details van /gezond/klaar; leeg: alleen vanaf deze machine.",
        "",
    )

    sessie_stil: Setting = Setting(
        "OPENLEA_SESSIE_STIL",
        "Na zoveel minuten stilte logt uit wie bij registraties kan of de installatie beheert.",
        "60",
    )
    sessie_stil_anderen: Setting = Setting(
        "OPENLEA_SESSIE_STIL_ANDEREN", "Hetzelfde, voor de anderen.", "600"
    )
    sessie_duur: Setting = Setting(
        "OPENLEA_SESSIE_DUUR", "Uren na het inloggen waarna iedereen opnieuw inlogt.", "10"
    )

    def every(self) -> list[Setting]:
        """Return the settings in order of declaration."""
        return [getattr(self, field.name) for field in fields(self)]


SETTINGS = Declared()


BASE = Path(__file__).parent
DATA = Path(value(SETTINGS.data)).absolute()

SECRET_KEY = secret_key(SETTINGS.secret_key, DATA)
DEBUG = is_on(SETTINGS.debug)
ALLOWED_HOSTS = [host.strip() for host in value(SETTINGS.hosts).split(",") if host.strip()]
HTTPS = is_on(SETTINGS.https)
ADRES = value(SETTINGS.adres).rstrip("/")
THEME = value(SETTINGS.theme)
CATALOGUE = value(SETTINGS.catalogue)
SPIEGELS = dict(pair.split("=", 1) for pair in value(SETTINGS.spiegels).split() if "=" in pair)
SLEUTELS = Path(given(SETTINGS.sleutels) or DATA / "sleutels").absolute()
VAULT = DATA / "vault"
WAREHOUSE = DATA / "warehouse"
FIGURES = DATA / "figures"
BUNDLE = BASE / "bundel"
METEEN = "meteen"
WERK = value(SETTINGS.werk)
ENGINE = value(SETTINGS.engine)
ROUTER = value(SETTINGS.router)
ZELF_STARTEN = is_on(SETTINGS.zelf_starten)
OPSLAG_MB = int(value(SETTINGS.opslag_mb) or 0)
API_TEMPO = int(value(SETTINGS.api_tempo) or 0)
SESSIE_STIL = int(value(SETTINGS.sessie_stil)) * 60
SESSIE_STIL_ANDEREN = int(value(SETTINGS.sessie_stil_anderen)) * 60
SESSIE_DUUR = int(value(SETTINGS.sessie_duur)) * 60 * 60

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_htmx",
    "simple_history",
    "csp",
    "django_tasks",
    "django_tasks_db",
    "allauth",
    "allauth.account",
    "allauth.socialaccount",
    "allauth.mfa",
    "allauth.usersessions",
    "openlea.storage.records.apps.RecordsConfig",
    "openlea.web.apps.WebConfig",
]
MIDDLEWARE = [
    "openlea.web.spoor.with_spoor",
    "openlea.web.grenzen.refuse_too_much",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "openlea.web.privacy.keep_private",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "openlea.web.account.sessie.within_limits",
    "allauth.account.middleware.AccountMiddleware",
    "allauth.usersessions.middleware.UserSessionsMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "openlea.web.account.dwang.second_step_first",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
]
ROOT_URLCONF = "openlea.web.urls"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE / "web" / "templates"],
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                "openlea.web.context.surroundings",
            ],
        },
    }
]
DATABASES = {"default": database(SETTINGS.database, DATA)}
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default"]}}
AUTH_USER_MODEL = "records.Persoon"
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*"]
# An account is made by an invitation or by the provider of an organisation, never by a visitor.
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_ADAPTER = "openlea.web.account.adapter.AccountAdapter"
ACCOUNT_SESSION_REMEMBER = True
# What is tried is counted by count_try, for all processes; the library counts for one.
ACCOUNT_RATE_LIMITS = MFA_RATE_LIMITS = False
MFA_ADAPTER = "openlea.web.account.stap.StapAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_USER_VERIFICATION = "required"
MFA_TOTP_TOLERANCE = 1
MFA_RECOVERY_CODES_SHOW_ONCE = True
MFA_ALLOW_UNVERIFIED_EMAIL = True
PASSWORD_RESET_TIMEOUT = 7 * 24 * 60 * 60
LOGIN_URL = "inloggen"
LOGIN_REDIRECT_URL = "begin"
LOGOUT_REDIRECT_URL = "begin"

LANGUAGE_CODE = "nl"
TIME_ZONE = "Europe/Amsterdam"
USE_TZ = True
USE_I18N = True
USE_THOUSAND_SEPARATOR = False

STATIC_URL = "/static/"
STATICFILES_DIRS = [BASE / "web" / "static"]
WHITENOISE_USE_FINDERS = True
WHITENOISE_IMMUTABLE_FILE_TEST = r"^.+[-.][0-9a-zA-Z_-]{8}\..+$"
MEDIA_ROOT = DATA / "documenten"

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "connect-src": [SELF],
        "font-src": [SELF],
        "img-src": [SELF, "data:"],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = SECURE_SSL_REDIRECT = HTTPS
# Who watches the site asks on the machine itself, not by way of the proxy.
SECURE_REDIRECT_EXEMPT = [r"^gezond/", r"^metrics$"]
CSRF_FAILURE_VIEW = "openlea.web.refusal.outdated"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
# A browser takes a cookie of this name only from the site itself, whole, over https.
_HOST = "__Host-" if HTTPS else ""
SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = f"{_HOST}sessionid", f"{_HOST}csrftoken"
SESSION_COOKIE_AGE = SESSIE_DUUR
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
# Never a temporary file: what people send may be about persons.
FILE_UPLOAD_HANDLERS = ["openlea.web.opname.InMemory"]
DATA_UPLOAD_MAX_NUMBER_FIELDS = 20_000

DEFAULT_FROM_EMAIL = value(SETTINGS.afzender)
EMAIL_FILE_PATH = DATA / "mail"
_MAIL = urlsplit(value(SETTINGS.mail))
_MAIL_WAY = "Server" if _MAIL.hostname else "Folder"
EMAIL_BACKEND = f"openlea.services.post.geteld.{_MAIL_WAY}"
EMAIL_TIMEOUT = 20
EMAIL_HOST = _MAIL.hostname or ""
EMAIL_PORT = _MAIL.port or 587
EMAIL_HOST_USER = unquote(_MAIL.username or "")
EMAIL_HOST_PASSWORD = unquote(_MAIL.password or "")
EMAIL_USE_TLS = bool(_MAIL.username)
METRICS_SLEUTEL = value(SETTINGS.metrics_sleutel)
_DATABASE_PASSWORD = str(DATABASES["default"].get("PASSWORD") or "")
LOGGING = logging_config(
    value(SETTINGS.logvorm),
    (SECRET_KEY, _DATABASE_PASSWORD, EMAIL_HOST_PASSWORD, METRICS_SLEUTEL),
    told=DEBUG,
)
SIMPLE_HISTORY_HISTORY_CHANGE_REASON_USE_TEXT_FIELD = True
SIMPLE_HISTORY_ENFORCE_HISTORY_MODEL_PERMISSIONS = False
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
