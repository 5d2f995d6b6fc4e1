"""Takes in files that people send, in memory alone: what they hold never touches a disk unasked."""

from io import BytesIO
from typing import Any

from django.core.files.uploadedfile import InMemoryUploadedFile
from django.core.files.uploadhandler import FileUploadHandler, StopFutureHandlers

MOST_BYTES = 52 * 1024 * 1024
"""Of all files in one request; a little over the most that a form takes, which then says so."""


class InMemory(FileUploadHandler):
    """Keeps what is sent in memory; of too much it keeps the size alone, so that a form can say."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Begin with nothing."""
        super().__init__(*args, **kwargs)
        self._content = BytesIO()
        self._total = 0

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """Take this file; no other way of keeping it is asked."""
        super().new_file(*args, **kwargs)
        self._content = BytesIO()
        raise StopFutureHandlers

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:  # noqa: ARG002  # named by Django
        """Keep a piece, or let go of the whole file once there is too much."""
        self._total += len(raw_data)
        if self._total > MOST_BYTES:
            self._content = BytesIO()
        else:
            self._content.write(raw_data)

    def file_complete(self, file_size: int) -> InMemoryUploadedFile:
        """Return the file; one that was too much has its size and no content."""
        self._content.seek(0)
        return InMemoryUploadedFile(
            self._content,
            self.field_name,
            self.file_name or "",
            self.content_type or "",
            file_size,
            self.charset,
            self.content_type_extra,
        )
