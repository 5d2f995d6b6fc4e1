"""Services for signing in are added, listed and tried by command, and no secret is ever said."""

from collections.abc import Callable
from pathlib import Path

from tests.cli.conftest import Commands, Said
from tests.web.inlog.nepdienst import opened

WORDS = ("--naam", "Een bestuur", "--client-id", "openlea", "--domeinen", "bestuur.example")


def test_a_service_is_added_listed_and_tried(copied: Commands, tmp_path: Path) -> None:
    geheim = tmp_path / "geheim"
    geheim.write_text("niet voor in beeld\n")
    with opened() as dienst:
        added = copied(
            *("inlogdienst", "add", "bestuur", "--issuer", dienst.adres, *WORDS),
            *("--geheim", geheim, "--json"),
        )
        assert added.table[0]["issuer"] == dienst.adres
        assert copied("inlogdienst", "list", "--json").table == added.table
        tried = copied("inlogdienst", "test", "bestuur", "--json").table
        assert (tried["goed"], tried["sleutels"]) == (True, 1)
    gone = copied("inlogdienst", "test", "bestuur")
    assert gone.code == 1
    assert "niet bereikbaar" in gone.err
    assert "niet voor in beeld" not in added.out + added.err


def test_what_is_wrong_is_said_per_word(copied: Commands) -> None:
    said = copied("inlogdienst", "add", "Fout!", "--issuer", "http://elders.example", *WORDS)
    assert said.code == 1
    assert [line.split(":")[0] for line in said.err.splitlines()] == ["slug", "issuer"]
    assert copied("inlogdienst", "list", "--json").table == []


def test_a_service_that_is_not_there_is_said_in_one_line(
    demo: Commands, refused: Callable[[Said], str]
) -> None:
    assert refused(demo("inlogdienst", "test", "elders")) == "Er is geen inlogdienst 'elders'."
