"""The two ways for mail to leave, each counting what went and what was refused."""

from collections.abc import Sequence
from typing import Any

from django.core.mail.backends.base import BaseEmailBackend
from django.core.mail.backends.filebased import EmailBackend as ToFolder
from django.core.mail.backends.smtp import EmailBackend as ToServer
from django.core.mail.message import EmailMessage

from openlea.core.teken import MAIL_MISLUKT, MAIL_WEG
from openlea.services.note_teken import note_teken


class _Counted(BaseEmailBackend):
    """Counts what the way below it does."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        """Send, and note how many went; a refusal is noted and raised as it is."""
        try:
            sent: Any = super().send_messages(email_messages)
        except OSError:  # smtplib's faults are kinds of this one
            note_teken(MAIL_MISLUKT, len(email_messages))
            raise
        if sent:
            note_teken(MAIL_WEG, sent)
        return sent or 0


class Server(_Counted, ToServer):
    """Mail to a mail server."""


class Folder(_Counted, ToFolder):
    """Mail to a folder, to be read there."""
