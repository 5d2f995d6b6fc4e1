"""How the tests run: fast rooms first, on a database of their own, counting what is missing."""

import os
import shutil
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, Phase, settings

if TYPE_CHECKING:
    from pytest_django import Settings
    from pytest_django.plugin import DjangoDbBlocker

    from tests.world import World

ORDER = ("core", "policy", "engines", "catalogue", "storage", "services", "web", "cli", "browser")
ON_BOTH = {"test_api_lezen.py", "test_crawler.py", "test_zoeken_pages.py"}
"""What of the pages runs on PostgreSQL too: each page is opened there. The verbs and
the storage, which hold every question to the database, run there as a whole; what a page makes of
their answers doesn't depend on the database."""
DATABASE_FIXTURES = {"db", "transactional_db", "django_db_reset_sequences", "live_server"}
STRICT = os.environ.get("CI") == "true" or os.environ.get("OPENLEA_STRICT") == "1"
TOOLS = {
    "chromium": ("Chromium", ("chromium", "chromium-browser", "google-chrome")),
    "libreoffice": ("LibreOffice", ("soffice", "libreoffice")),
    "postgresql": ("PostgreSQL", ("pg_ctl",)),
    "java": ("Java", ("java",)),
    "poppler": ("poppler-utils", ("pdftotext",)),
}
MISSING: Counter[str] = Counter()

# A busy machine is slow, not wrong.
_PATIENT = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("proef", _PATIENT)
# An error that was put in must be found again in the next run, and needs no smallest example.
settings.register_profile(
    "mutants",
    _PATIENT,
    derandomize=True,
    database=None,
    max_examples=50,
    phases=(Phase.explicit, Phase.generate),
)
settings.load_profile(os.environ.get("OPENLEA_HYPOTHESIS", "proef"))


def tool_path(tool: str) -> str | None:
    """Return where a program from outside Python is, or None when this machine has none."""
    homes = sorted(Path("/usr/lib/postgresql").glob("*/bin")) if tool == "postgresql" else []
    path = os.pathsep.join([os.environ.get("PATH", ""), *map(str, homes)])
    found = (shutil.which(name, path=path) for name in TOOLS[tool][1])
    return next((where for where in found if where), None)


def pytest_configure(config: pytest.Config) -> None:
    """Give Django a data folder of its own before it wakes up."""
    folder = tempfile.TemporaryDirectory(prefix="openlea-proef-")
    config.add_cleanup(folder.cleanup)
    os.environ["OPENLEA_DATA"] = folder.name
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "openlea.settings")
    if os.environ.get("OPENLEA_WITHOUT_DJANGO") != "1":
        from django.conf import settings as django_settings

        django_settings.DEBUG = False
        # A real hash costs half a second on purpose; tests/web/account tries the real one.
        django_settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the choice to run only what touches the database, for the second database."""
    parser.addoption("--only-database", action="store_true", help="only tests with a database")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Put the fast rooms first, and keep what the chosen run is about.

    A test that really commits leaves an empty database behind: those come after all others.
    """
    items.sort(key=lambda item: (_empties(item), _rank(item)))
    with_database = [item for item in items if _touches_database(item)]
    if config.getoption("--only-database"):
        items[:] = [item for item in with_database if _is_for_both(item)]
    elif os.environ.get("OPENLEA_SUITE") == "sqlite" and tool_path("postgresql") is None:
        MISSING["PostgreSQL"] += len(with_database)


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip and count a test whose program is missing; in CI that is a failure."""
    for mark in item.iter_markers("needs"):
        for tool in mark.args:
            if tool_path(tool) is None:
                _miss(TOOLS[tool][0])


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say in one line per program how many tests were left out."""
    for name, count in sorted(MISSING.items()):
        proeven = "proef" if count == 1 else "proeven"
        terminalreporter.write_line(f"overgeslagen: {count} {proeven}, geen {name}")


@pytest.fixture(scope="session")
def chromium() -> Iterator[str]:
    """Return the path of the browser."""
    where = tool_path("chromium")
    if where is None:
        _miss("Chromium")
    else:
        yield where


def _miss(name: str) -> None:
    """Leave this test out for want of a program."""
    if STRICT:
        pytest.fail(f"geen {name}: .ci/run installeert dat", pytrace=False)
    MISSING[name] += 1
    pytest.skip(f"geen {name}")


def _rank(item: pytest.Item) -> int:
    """Return the place of a test's room in the order; what has no room comes before all."""
    room = item.path.relative_to(Path(__file__).parent).parts[0]
    return ORDER.index(room) if room in ORDER else -1


def _empties(item: pytest.Item) -> bool:
    """Say whether a test commits, so that the tables are emptied after it."""
    mark = item.get_closest_marker("django_db")
    return bool(mark and mark.kwargs.get("transaction"))


def _is_for_both(item: pytest.Item) -> bool:
    """Say whether a test runs on the second database too, see ON_BOTH."""
    room = item.path.relative_to(Path(__file__).parent).parts[0]
    return room != "browser" and (room != "web" or item.path.name in ON_BOTH)


def _touches_database(item: pytest.Item) -> bool:
    """Say whether a test asks for a database."""
    asked = set(getattr(item, "fixturenames", ()))
    return item.get_closest_marker("django_db") is not None or bool(asked & DATABASE_FIXTURES)


@pytest.fixture(scope="session")
def django_db_use_migrations() -> bool:
    """Make the tables in one step, as a new installation does; tests/storage holds both equal."""
    return False


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: "DjangoDbBlocker") -> None:
    """Fill the demo once; each test works on it in a transaction that is rolled back."""
    from django.conf import settings as django_settings

    from openlea.services.fill_demo import fill_demo
    from openlea.services.tabellen.nieuw import mark_migrations
    from tests.world import PASSWORD

    django_settings.MIGRATION_MODULES = {}
    with django_db_blocker.unblock():
        mark_migrations()
        fill_demo(PASSWORD)
        _settle_a_year()


def _settle_a_year() -> None:
    """Keep a settlement of a houder, as counting the hours of a year would have made it."""
    from openlea.storage.records.models import Voorschoolafrekening, Werkruimte

    here = Werkruimte.objects.get(slug="hilversum")
    done = {"cents": 123456, "uren": "110", "kinderen": [12, 12], "zonder": [0, 0], "delen": []}
    done |= {"peildatum": "2025-10-01"}
    Voorschoolafrekening.objects.get_or_create(
        werkruimte=here, jaar=2025, houder="Houder A (voorbeeld)", defaults={"uitkomst": done}
    )


@pytest.fixture
def hilversum(db: None) -> "World":
    """Return the werkruimte of Hilversum with its real agenda and its people."""
    from openlea.storage.records.models import Werkruimte
    from tests.world import World

    return World(Werkruimte.objects.get(slug="hilversum"))


@pytest.fixture(scope="session")
def figures_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the figures of the whole country, computed once from the bundle."""
    from django.conf import settings as django_settings

    from openlea.services.compute_figures import compute_figures

    before = django_settings.FIGURES
    django_settings.FIGURES = tmp_path_factory.mktemp("cijfers")
    try:
        compute_figures()
        return Path(django_settings.FIGURES)
    finally:
        django_settings.FIGURES = before


@pytest.fixture
def cijfers(figures_once: Path, settings: "Settings") -> Path:
    """Let a test read real figures, made from the bundle alone; it computes nothing of its own."""
    settings.FIGURES = figures_once
    return figures_once
