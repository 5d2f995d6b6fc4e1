"""Every setting of an installation, read from OPENLEA_* and from nothing else."""

import os
import secrets
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import dj_database_url
from csp.constants import NONE, SELF


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting: its name, what it means and what it is when nobody says."""

    name: str
    meaning: str
    default: str


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

    def every(self) -> list[Setting]:
        """Return the settings in order of declaration."""
        return [getattr(self, field.name) for field in fields(self)]


SETTINGS = Declared()


def _value(setting: Setting) -> str:
    return os.environ.get(setting.name, setting.default).strip()


def _on(setting: Setting) -> bool:
    return _value(setting) in {"1", "true", "ja"}


def _secret_key(folder: Path) -> str:
    """Return the key of this installation; made once, readable by its owner only."""
    given = os.environ.get(SETTINGS.secret_key.name, "").strip()
    if given:
        return given
    file = folder / "geheim.sleutel"
    if not file.exists():
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        file.touch(mode=0o600)
        file.write_text(secrets.token_urlsafe(48))
    return file.read_text().strip()


def _database(folder: Path) -> dict[str, Any]:
    """Return the database of this installation; SQLite waits for its turn instead of failing."""
    address = os.environ.get(SETTINGS.database.name) or f"sqlite:///{folder / 'openlea.sqlite3'}"
    found: dict[str, Any] = dict(dj_database_url.parse(address))
    if found["ENGINE"].endswith("sqlite3"):
        found["OPTIONS"] = {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            # What is deleted is overwritten: answers to a raadpleging must not stay in the file.
            "init_command": (
                "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA secure_delete=ON;"
            ),
        }
        found["TEST"] = {"NAME": folder / "proef.sqlite3"}
    return found


BASE = Path(__file__).parent
DATA = Path(_value(SETTINGS.data)).absolute()

SECRET_KEY = _secret_key(DATA)
DEBUG = _on(SETTINGS.debug)
ALLOWED_HOSTS = [host.strip() for host in _value(SETTINGS.hosts).split(",") if host.strip()]
HTTPS = _on(SETTINGS.https)
ADRES = _value(SETTINGS.adres).rstrip("/")
THEME = _value(SETTINGS.theme)
CATALOGUE = _value(SETTINGS.catalogue)
SPIEGELS = dict(pair.split("=", 1) for pair in _value(SETTINGS.spiegels).split() if "=" in pair)
SLEUTELS = Path(os.environ.get(SETTINGS.sleutels.name) or DATA / "sleutels").absolute()
VAULT = DATA / "vault"
WAREHOUSE = DATA / "warehouse"
FIGURES = DATA / "figures"
BUNDLE = BASE / "bundel"
METEEN = "meteen"
WERK = _value(SETTINGS.werk)
ENGINE = _value(SETTINGS.engine)
ZELF_STARTEN = _on(SETTINGS.zelf_starten)
API_TEMPO = int(_value(SETTINGS.api_tempo) or 0)

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
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "openlea.web.privacy.keep_private",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "allauth.usersessions.middleware.UserSessionsMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
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
DATABASES = {"default": _database(DATA)}
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
LOGIN_URL = "inloggen"
LOGIN_REDIRECT_URL = "begin"
LOGOUT_REDIRECT_URL = "begin"

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"without_keys": {"()": "openlea.web.privacy.WithoutKeys"}},
    "handlers": {"screen": {"class": "logging.StreamHandler", "filters": ["without_keys"]}},
    # A fault of ours is told where the site runs; what a visitor does wrong is not.
    "loggers": {"django.request": {"handlers": ["screen"], "level": "ERROR"}},
}

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
CSRF_FAILURE_VIEW = "openlea.web.refusal.outdated"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 60 * 60 * 10
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
# Never a temporary file: what people send may be about persons.
FILE_UPLOAD_HANDLERS = ["openlea.web.opname.InMemory"]
DATA_UPLOAD_MAX_NUMBER_FIELDS = 20_000

DEFAULT_FROM_EMAIL = _value(SETTINGS.afzender)
EMAIL_FILE_PATH = DATA / "mail"
_MAIL = urlsplit(_value(SETTINGS.mail))
_MAIL_WAY = "smtp" if _MAIL.hostname else "filebased"
EMAIL_BACKEND = f"django.core.mail.backends.{_MAIL_WAY}.EmailBackend"
EMAIL_HOST = _MAIL.hostname or ""
EMAIL_PORT = _MAIL.port or 587
EMAIL_HOST_USER = unquote(_MAIL.username or "")
EMAIL_HOST_PASSWORD = unquote(_MAIL.password or "")
EMAIL_USE_TLS = bool(_MAIL.username)
SIMPLE_HISTORY_HISTORY_CHANGE_REASON_USE_TEXT_FIELD = True
SIMPLE_HISTORY_ENFORCE_HISTORY_MODEL_PERMISSIONS = False
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
