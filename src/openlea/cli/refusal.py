"""What a command says when it can't do what was asked: one line, and never a traceback."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from openlea.core.errors import BadInput, OpenLeaError


@contextmanager
def in_one_line() -> Iterator[None]:
    """Turn what is refused, and what the machine refuses, into a line on stderr and exit 1."""
    try:
        yield
    except BadInput as error:
        sys.exit("\n".join(str(fout) for fout in error.fouten))
    except OpenLeaError as error:
        sys.exit(str(error))
    except BrokenPipeError:
        _leave_quietly()
    except OSError as error:
        sys.exit(file_refusal(error))
    except Exception as error:
        if not _is_of_the_database(error):
            raise
        sys.exit(_database_refusal(error))


def _leave_quietly() -> None:
    """Stop without a word when the reader, such as `head`, has seen enough."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    sys.exit(0)


def file_refusal(error: OSError) -> str:
    """Return in Dutch why a file or folder can't be used."""
    reasons = {
        FileNotFoundError: "bestaat niet",
        FileExistsError: "is een bestand, geen map",
        IsADirectoryError: "is een map, geen bestand",
        NotADirectoryError: "ligt niet in een map",
        PermissionError: "mag niet worden geopend",
    }
    reden = reasons.get(type(error), f"kan niet worden gebruikt ({error.strerror})")
    return f"{error.filename or 'Dit'} {reden}."


def _is_of_the_database(error: Exception) -> bool:
    """Say whether the database refused; Django is only asked when it is there."""
    if "django.db" not in sys.modules:
        return False
    from django.db import DatabaseError

    return isinstance(error, DatabaseError)


def _database_refusal(error: Exception) -> str:
    said = str(error).splitlines()[0] if str(error) else type(error).__name__
    if "no such" in said or "does not exist" in said:
        return "De database is leeg of van een oudere versie. Werk bij met: openlea bijwerken"
    return f"De database kan niet worden gelezen ({said})."
